import { expenses } from "@/db/schema/expenses";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";

type Row = Pick<
  typeof expenses.$inferInsert,
  "id" | "category" | "amountMinor" | "currency" | "description" | "day" | "paidFrom" | "forStock"
> & { recurringId: string | null; dueDay: string | null };

/** Writes it down, and who did. */
export async function writeExpense(scope: Scope, row: Row): Promise<void> {
  const { actor, tenantId, tx } = scope;
  const byUserId = actor.kind === "member" ? actor.userId : null;
  await tx.insert(expenses).values({ ...row, tenantId, byUserId, createdAt: now() });
  const { id, category, amountMinor, currency, description, day, paidFrom } = row;
  await recordAudit(scope, {
    action: "expense.paid",
    entity: "expense",
    entityId: id,
    after: { category, amountMinor, currency, description, day, paidFrom },
  });
  recordEvent(scope, { name: "expense.changed", expenseId: id });
}
