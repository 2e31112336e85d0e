import { sql } from "drizzle-orm";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { LockedExpense } from "./lock-expense";
import { spend } from "./spend";

export type MoveDayRefusal =
  /** Nothing is written for such a day any more, and nothing taken out of it. */
  | { refusal: "day_closed" }
  /** Cash counts for the day on which it left the drawer. */
  | { refusal: "left_the_drawer" };

/** The ledger follows where an expense counts for another day: back on the one, and written anew on the other. */
export async function moveDay(
  scope: Scope,
  id: string,
  { amountMinor, paidFrom, description: words }: LockedExpense,
  day: string,
): Promise<Result<null, MoveDayRefusal>> {
  if (paidFrom === "cash") return refuse("left_the_drawer");
  const { tenantId, tx } = scope;
  const source = `expense ${id}`;
  const written = await tx.execute<{ day: string }>(sql`
    select day::text as day from ledger_transactions
    where tenant_id = ${tenantId} and (source = ${source} or source like ${`${source} day %`})
    order by length(source), source`);
  const before = written.at(-1)?.day;
  if (!before) throw new Error(`${source} is not in the ledger`);
  const [closed] = await tx.execute(sql`
    select 1 from day_closes where tenant_id = ${tenantId} and day in (${before}, ${day})`);
  if (closed) return refuse("day_closed");
  const nth = written.length;
  const back = { amountMinor: -amountMinor, paidFrom, words, source: `${source} back ${nth}`, day: before };
  await spend(scope, back);
  await spend(scope, { amountMinor, paidFrom, words, source: `${source} day ${nth}`, day });
  return ok(null);
}
