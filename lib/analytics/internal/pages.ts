import { type SQL, sql } from "drizzle-orm";

export const pageRows = 50;

/** An instant as an answer and a cursor say it. In order of text it is in order of time. */
export const isoOf = (at: SQL): SQL => sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Over `r`, the latest first: what comes after a place in the list; see timeCursor. */
export function pastCursor(cursor: string | undefined): SQL {
  const [at, id] = cursor?.split(" ") ?? [];
  return at && id ? sql`(r.at, r.id) < (${at}, ${id}::uuid)` : sql`true`;
}

/** Where the next page goes on, of one row more than a page has. */
export function cursorOf(rows: readonly { at: string; id: string }[]): string | null {
  const last = rows[pageRows - 1];
  return rows.length > pageRows && last ? `${last.at} ${last.id}` : null;
}
