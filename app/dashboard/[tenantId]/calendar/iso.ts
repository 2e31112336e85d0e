/** An epoch minute as an instant. */
export const iso = (minute: number): string => new Date(minute * 60_000).toISOString();
