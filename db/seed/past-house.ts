import type { TransactionSql } from "postgres";
import { addDays, addMonths } from "@/lib/platform/calendar";
import { tenantIdOf } from "./base";
import type { DemoBusiness } from "./businesses";
import { again, month, ownerOf, type Paid, type Spent, writeExpenses } from "./expenses";
import { holidaysIn } from "./past";
import { historyFrom } from "./people";
import { insertRows } from "./rows";
import { demoId, dice } from "./stable";
import { clock, midnight } from "./wall-clock";

/** What comes every week stands once among those of the weeks before. */
const earlier = again.flatMap((one) =>
  (one.every === "week" ? [7, 14] : []).map((days) => ({ ...one, ago: one.ago + days })),
);
const monthly: Spent[] = [...month, ...again, ...earlier].map(({ what, category, price, ago, ...more }) => ({
  ...{ what, category, price, ago },
  ...("stock" in more ? { stock: true as const } : {}),
}));
/** Agreed upon, and the same each month. */
const fixed = ["rent", "internet", "salaries"];

/** Once, of a house that has a year behind it: the holidays on which it was shut, and what each month cost. */
export async function seedPastHouse(
  sql: TransactionSql,
  business: DemoBusiness,
  from: string,
  today: string,
): Promise<void> {
  const to = addDays(historyFrom(today), -1);
  await insertRows(
    sql,
    "business_days",
    holidaysIn({ from, to }).map(({ date, name }) => ({
      ...{ tenant_id: tenantIdOf(business), date, windows: [], reason: name },
      created_at: midnight(addDays(date, -14), business.timeZone),
    })),
  );
  const ownerId = await ownerOf(sql, business);
  if (!ownerId) return;
  const paid: Paid[] = [];
  for (let back = 1; addMonths(today, -back) >= from; back++)
    for (const one of monthly) {
      const day = addDays(addMonths(today, -back), -one.ago);
      if (day < from || day > to) continue;
      const id = demoId(`expense/${business.slug}/${one.what}/${day}`);
      const at = clock(day, 720, business.timeZone);
      paid.push({ ...one, price: priceOf(one, id), id, day, at, bookedOn: day, fromDrawer: false, recurringId: null });
    }
  await writeExpenses(sql, business, ownerId, paid);
}

/** In steps of fifty shillings, a fifth more or less. */
const priceOf = ({ price, category }: Spent, id: string): number =>
  fixed.includes(category) ? price : Math.max(50, Math.round((price * (0.8 + 0.4 * dice(id).roll())) / 50) * 50);
