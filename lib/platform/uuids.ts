import { type SQL, sql } from "drizzle-orm";

/** Ids as Postgres reads them: one parameter, however many there are. */
export const uuids = (ids: readonly string[]): SQL => sql`${`{${ids.join(",")}}`}::uuid[]`;
