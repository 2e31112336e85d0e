import { sql } from "drizzle-orm";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { holdLedger } from "@/lib/payments/ledger-lock";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import type { NoDrawer } from "@/lib/till/take-from-drawer";
import type { PayDueInput } from "./input";
import { spend } from "./internal/spend";
import { writeExpense } from "./internal/write-expense";
import { type Category, categoryWords, nextAfter } from "./rules";

export type DueRefusal =
  | NoDrawer
  | { refusal: "unknown_recurring" }
  /** Somebody was quicker, or it is not due yet. */
  | { refusal: "not_due" };

type Recurring = {
  id: string;
  category: Category;
  description: string;
  currency: string;
  every: "week" | "month";
  fromDay: string;
  nextDay: string;
  untilDay: string | null;
  forStock: boolean;
};

/** What was due has been paid; it counts for the day on which it was due. */
export async function payDue(
  scope: Scope,
  { recurringId, dueDay, amountMinor, paidFrom }: PayDueInput,
): Promise<Result<{ id: string }, DueRefusal>> {
  await holdLedger(scope);
  const due = await lockDue(scope, recurringId, dueDay);
  if (!due.ok) return due;
  const { category, description, currency, forStock } = due.value;
  const id = newId();
  const words = `${categoryWords(category)}: ${description}`;
  const spent = await spend(scope, { amountMinor, paidFrom, words, source: `expense ${id}`, day: dueDay });
  if (!spent.ok) return spent;
  await goOn(scope, due.value);
  await writeExpense(scope, {
    ...{ id, category, amountMinor, currency, description, day: dueDay, paidFrom, forStock },
    ...{ recurringId, dueDay },
  });
  return ok({ id });
}

/** It is not paid this time. */
export async function skipDue(
  scope: Scope,
  { recurringId, dueDay }: { recurringId: string; dueDay: string },
): Promise<Result<{ id: string }, DueRefusal>> {
  const due = await lockDue(scope, recurringId, dueDay);
  if (!due.ok) return due;
  await goOn(scope, due.value);
  await writeDown(scope, recurringId, "recurring.skipped", { dueDay });
  return ok({ id: recurringId });
}

/** It comes no more. What was due before and nobody has paid is not asked for any longer either. */
export async function endRecurring(
  scope: Scope,
  { recurringId }: { recurringId: string },
): Promise<Result<{ id: string }, { refusal: "unknown_recurring" }>> {
  const [found] = await scope.tx.execute(sql`
    update recurring_expenses set ended_at = coalesce(ended_at, ${now().toISOString()})
    where tenant_id = ${scope.tenantId} and id = ${recurringId} returning id`);
  if (!found) return refuse("unknown_recurring");
  await writeDown(scope, recurringId, "recurring.ended", {});
  return ok({ id: recurringId });
}

async function lockDue(scope: Scope, id: string, dueDay: string): Promise<Result<Recurring, DueRefusal>> {
  const [row] = await scope.tx.execute<Recurring & { ended: boolean }>(sql`
    select id, category, description, currency, every, from_day::text as "fromDay", next_day::text as "nextDay",
      until_day::text as "untilDay", for_stock as "forStock", ended_at is not null as ended
    from recurring_expenses where tenant_id = ${scope.tenantId} and id = ${id} for update`);
  if (!row) return refuse("unknown_recurring");
  const { timeZone } = await houseOf(scope);
  const isDue = !row.ended && row.nextDay === dueDay && dueDay <= localDate(now(), timeZone);
  return isDue ? ok(row) : refuse("not_due");
}

/** On to its next day; after the last one it has ended. */
async function goOn({ tx, tenantId }: Scope, { id, every, fromDay, nextDay, untilDay }: Recurring): Promise<void> {
  const next = nextAfter(fromDay, every, nextDay);
  const endedAt = untilDay && next > untilDay ? now().toISOString() : null;
  await tx.execute(sql`
    update recurring_expenses set next_day = ${next}, ended_at = ${endedAt}
    where tenant_id = ${tenantId} and id = ${id}`);
}

async function writeDown(scope: Scope, id: string, action: string, after: Record<string, unknown>): Promise<void> {
  await recordAudit(scope, { action, entity: "expense", entityId: id, after });
  recordEvent(scope, { name: "expense.changed", expenseId: id });
}
