import { sql } from "drizzle-orm";
import { bigint, check, date, foreignKey, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { tenantId } from "./columns";

const minor = () => bigint({ mode: "number" }).notNull();

/**
 * What the ledger says of a day that is over, kept so that a year's report need not add up its every line. Whatever changes
 * what it was made of takes it out (the trigger `day_counts_anew`); who needs a day that is not here adds it up.
 */
export const daySums = pgTable(
  "day_sums",
  {
    tenantId: tenantId(),
    day: date({ mode: "string" }).notNull(),
    earnedMinor: minor(),
    vatMinor: minor(),
    tipsMinor: minor(),
    discountsMinor: minor(),
    givenBackMinor: minor(),
    mpesaMinor: minor(),
    cashMinor: minor(),
    cardMinor: minor(),
    otherMinor: minor(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.day] })],
);

/** What was earned on that day, by what and by whom. */
export const dayParts = pgTable(
  "day_parts",
  {
    tenantId: tenantId(),
    day: date({ mode: "string" }).notNull(),
    nth: smallint().notNull(),
    kind: text().$type<"service" | "product" | "fee">().notNull(),
    serviceId: uuid(),
    productId: uuid(),
    staffId: uuid(),
    minor: minor(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.day, t.nth] }),
    foreignKey({ columns: [t.tenantId, t.day], foreignColumns: [daySums.tenantId, daySums.day] }),
    check("day_parts_kind", sql`kind in ('service', 'product', 'fee')`),
  ],
);
