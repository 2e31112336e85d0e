import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, tenantId } from "./columns";

/** A row of the old system that came in, and what it is here: the same row is not brought again. Rows are only added. */
export const movedRows = pgTable(
  "moved_rows",
  {
    tenantId: tenantId(),
    model: text().notNull(),
    oldId: text().notNull(),
    /** Of one that was merged: what it went into. */
    newId: uuid().notNull(),
    merged: boolean().notNull().default(false),
    /** Of what stood in the old row, so that a later dump can be told to say something else. */
    digest: text().notNull(),
    run: uuid().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.model, t.oldId] }),
    index("moved_rows_by_new").on(t.tenantId, t.model, t.newId),
  ],
);

export type TimesAnswer = "waiting" | "right" | "moved";

/** A business that came from the old system; its owner says whether its bookings stand at the right times. */
export const movesIn = pgTable(
  "moves_in",
  {
    tenantId: tenantId().primaryKey(),
    times: text().$type<TimesAnswer>().notNull().default("waiting"),
    /** By so much they were moved; what comes in later is moved as well. */
    minutes: smallint().notNull().default(0),
    decidedBy: uuid(),
    decidedAt: instant(),
    createdAt: createdAt(),
  },
  () => [
    check("moves_in_times", sql`times in ('waiting', 'right', 'moved')`),
    check("moves_in_minutes", sql`(minutes <> 0) = (times = 'moved')`),
    check("moves_in_decided", sql`(times = 'waiting') = (decided_at is null)`),
  ],
);
