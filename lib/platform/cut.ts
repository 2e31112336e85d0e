/** So many UTF-16 units at the most, never half a sign: Postgres takes no half of one. */
export const cut = (text: string, most: number): string => text.slice(0, most).replace(/[\ud800-\udbff]$/, "");
