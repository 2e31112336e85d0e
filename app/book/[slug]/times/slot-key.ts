/** What a time is called in ids: the same whatever other times come and go. */
export const slotKey = (startsAt: string): string => startsAt.slice(0, 16).replaceAll(/\D/g, "");
