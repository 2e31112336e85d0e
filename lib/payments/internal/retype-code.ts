import { sql } from "drizzle-orm";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { sentBack, wasDenied } from "../used-code";
import type { PaidFor } from "./owed";
import { factsOf, lockPayment } from "./payment";
import { settle } from "./settle";

type Retyped = Result<{ paymentId: string; checking: boolean }, { refusal: "nothing_due" } | { refusal: "code_used" }>;

/**
 * A code that was taken on somebody's word, and mistyped: as long as nothing vouches for it the right one is typed in its
 * place. No money is written for it once more.
 */
export async function retypeCode(scope: Scope, wish: PaidFor, code: string): Promise<Retyped> {
  if (!("bookingId" in wish)) return refuse("nothing_due");
  const { tx, tenantId, actor } = scope;
  const isHouse = actor.kind === "member";
  const mine = actor.kind === "customer" ? sql`and customer_id = ${actor.customerId}` : sql``;
  const [found] = await tx.execute<{ id: string }>(sql`
    select id from payments where tenant_id = ${tenantId} and booking_id = ${wish.bookingId} and method = 'code'
      and status in ('paid', 'paid_late') and proof = 'word' ${mine} order by settled_at desc limit 1`);
  const payment = found ? await lockPayment(scope, found.id) : null;
  if (payment?.proof !== "word") return refuse("nothing_due");
  const { id, receipt } = payment;
  if (receipt === code) return ok({ paymentId: id, checking: false });
  const [used] = await tx.execute(sql`
    select 1 from payments where tenant_id = ${tenantId} and receipt = ${code}
    union all select 1 from mpesa_receipts where tenant_id = ${tenantId} and receipt = ${code}
      and (payment_id is not null or settled_as is not null or amount_minor <> ${payment.amountMinor})
    union all ${sentBack(tenantId, code)}`);
  if (used || (!isHouse && (await wasDenied(scope, code)))) return refuse("code_used");
  await tx.execute(sql`
    update payments set receipt = ${code}, doubt = case when ${isHouse} and doubt = 'not_in_statement' then null else doubt end
    where tenant_id = ${tenantId} and id = ${id}`);
  await recordAudit(scope, {
    action: "payment.code_retyped",
    entity: "payment",
    entityId: id,
    before: { receipt },
    after: { receipt: code },
  });
  recordEvent(scope, { name: "payment.looked", ...factsOf(payment) });
  const [listed] = await tx.execute(sql`
    select 1 from mpesa_receipts where tenant_id = ${tenantId} and receipt = ${code} and payment_id is null`);
  if (listed) await settle(scope, { ...payment, receipt: code }, { receipt: code, at: null, proof: "statement" });
  return ok({ paymentId: id, checking: false });
}
