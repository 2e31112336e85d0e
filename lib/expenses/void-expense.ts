import { sql } from "drizzle-orm";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { holdLedger } from "@/lib/payments/ledger-lock";
import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { NoDrawer } from "@/lib/till/take-from-drawer";
import { lockExpense } from "./internal/lock-expense";
import { spend } from "./internal/spend";

export type VoidExpenseRefusal = NoDrawer | { refusal: "unknown_expense" };

/** It was not spent after all, or written down wrong: its money is written back, and it counts for nothing. */
export async function voidExpense(
  scope: Scope,
  { expenseId, reason }: { expenseId: string; reason: string },
): Promise<Result<{ id: string }, VoidExpenseRefusal>> {
  await holdLedger(scope);
  const found = await lockExpense(scope, expenseId);
  if (!found) return refuse("unknown_expense");
  if (found.voided) return ok({ id: expenseId });
  const { amountMinor, paidFrom, description, day, currency } = found;
  const words = `Came back: ${description}`;
  const source = `expense ${expenseId} void`;
  const back = await spend(scope, { amountMinor: -amountMinor, paidFrom, words, source, day });
  if (!back.ok) return back;
  const { actor, tenantId, tx } = scope;
  await tx.execute(sql`
    update expenses set voided_at = ${now().toISOString()}, void_reason = ${reason},
      voided_by = ${actor.kind === "member" ? actor.userId : null}
    where tenant_id = ${tenantId} and id = ${expenseId}`);
  await recordAudit(scope, {
    action: "expense.voided",
    entity: "expense",
    entityId: expenseId,
    after: { amountMinor, currency, reason },
  });
  recordEvent(scope, { name: "expense.changed", expenseId });
  return ok({ id: expenseId });
}
