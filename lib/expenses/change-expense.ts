import { and, eq } from "drizzle-orm";
import { expenses } from "@/db/schema/expenses";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { holdLedger } from "@/lib/payments/ledger-lock";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { differenceOf } from "@/lib/platform/difference";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import type { ChangeExpenseInput } from "./input";
import { lockExpense } from "./internal/lock-expense";
import { type MoveDayRefusal, moveDay } from "./internal/move-day";

export type ChangeExpenseRefusal =
  | { refusal: "unknown_expense" }
  | { refusal: "expense_void" }
  | { refusal: "not_yet_spent" }
  | MoveDayRefusal;

/** What is said of it. How much it was and where it came from stays: for that it is made void and written anew. */
export async function changeExpense(
  scope: Scope,
  { expenseId, ...wish }: ChangeExpenseInput,
): Promise<Result<{ id: string }, ChangeExpenseRefusal>> {
  // Before any row: another day is another one in the ledger as well.
  await holdLedger(scope);
  const found = await lockExpense(scope, expenseId);
  if (!found) return refuse("unknown_expense");
  if (found.voided) return refuse("expense_void");
  const { timeZone } = await houseOf(scope);
  if (wish.day > localDate(now(), timeZone)) return refuse("not_yet_spent");
  const { category, description, day, forStock } = found;
  const { before, after } = differenceOf({ category, description, day, forStock }, wish);
  if (Object.keys(after).length === 0) return ok({ id: expenseId });
  if (after.day) {
    const moved = await moveDay(scope, expenseId, found, wish.day);
    if (!moved.ok) return moved;
  }
  await scope.tx
    .update(expenses)
    .set(after)
    .where(and(eq(expenses.tenantId, scope.tenantId), eq(expenses.id, expenseId)));
  await recordAudit(scope, { action: "expense.changed", entity: "expense", entityId: expenseId, before, after });
  recordEvent(scope, { name: "expense.changed", expenseId });
  return ok({ id: expenseId });
}
