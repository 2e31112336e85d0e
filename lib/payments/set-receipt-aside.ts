import { sql } from "drizzle-orm";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { SetAsideInput } from "./input";
import { compareAgain } from "./internal/compare-again";

export type AsideRefusal = { refusal: "unknown_receipt" } | { refusal: "moved_on" } | { refusal: "needs_note" };

/** Money that came in and is for nothing of ours, with why; or, taken up again, a question once more. */
export async function setReceiptAside(
  scope: Scope,
  { receipt, as, note }: SetAsideInput,
): Promise<Result<true, AsideRefusal>> {
  const { tenantId, tx } = scope;
  if (as === "other" && note === "") return refuse("needs_note");
  const [row] = await tx.execute<{
    paid_at: string;
    amount_minor: string;
    payment_id: string | null;
    settled_as: string | null;
  }>(sql`
    select paid_at, amount_minor, payment_id, settled_as from mpesa_receipts
    where tenant_id = ${tenantId} and receipt = ${receipt} for update`);
  if (!row) return refuse("unknown_receipt");
  if (row.payment_id || (row.settled_as === null) === (as === null)) return refuse("moved_on");
  const said = as && (note ? `${as}: ${note}` : as);
  await tx.execute(
    sql`update mpesa_receipts set settled_as = ${said} where tenant_id = ${tenantId} and receipt = ${receipt}`,
  );
  await recordAudit(scope, {
    action: as ? "receipt.dismissed" : "receipt.taken_up",
    entity: "tenant",
    entityId: tenantId,
    after: { receipt, amount: Number(row.amount_minor) / 100, ...(said ? { as: said } : {}) },
  });
  await compareAgain(scope, new Date(row.paid_at));
  recordEvent(scope, { name: "money.sorted", tenantId });
  return ok(true as const);
}
