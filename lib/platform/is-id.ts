const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Apart from where ids are made: the browser asks it as well, and would have all of Node's crypto along. */
export const isId = (value: unknown): value is string => typeof value === "string" && uuid.test(value);
