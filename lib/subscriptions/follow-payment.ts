import { sql } from "drizzle-orm";
import { recordEvent } from "@/lib/events/record-event";
import type { Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { dueInvoice } from "./internal/due-invoice";
import { addCredit, findInvoice, settleInvoice, voidOpen } from "./internal/invoices";
import { lockSubscription } from "./internal/subscription";

const actor = { kind: "system", job: "follow payment" } as const;
type About = { paymentId: string; invoiceId?: string; businessId?: string };

/**
 * The platform was paid for an invoice, or was not: the business whose it is learns of it. What pays for an invoice that is
 * paid or void is credit, so that nothing is lost.
 */
export async function followPayment(platform: Scope, { paymentId, invoiceId, businessId }: About): Promise<void> {
  if (!invoiceId || !businessId) return;
  const [payment] = await platform.tx.execute<{ minor: string; receipt: string | null; paid: boolean }>(sql`
    select amount_minor as minor, receipt, status in ('paid', 'paid_late') as paid from payments
    where tenant_id = ${platform.tenantId} and id = ${paymentId}`);
  if (!payment) return;
  await withTenant(businessId, actor, async (scope) => {
    const subscription = await lockSubscription(scope);
    const invoice = await findInvoice(scope, invoiceId);
    if (!subscription) return;
    const { receipt } = payment;
    if (payment.paid && invoice?.status === "open")
      await settleInvoice(scope, subscription, invoice, { by: "mpesa", receipt, paymentId });
    else if (payment.paid && invoice?.paymentId !== paymentId)
      // Where the invoice was never kept, its money is there all the same.
      await keepAsCredit(scope, { paymentId, invoiceId: invoice?.id ?? null, amountMinor: Number(payment.minor) });
    else if (payment.paid && receipt)
      await scope.tx.execute(sql`
        update subscription_invoices set receipt = ${receipt} where tenant_id = ${businessId} and id = ${invoiceId}
          and receipt is null`);
    recordEvent(scope, { name: "subscription.changed", tenantId: businessId });
  });
}

type Kept = { paymentId: string; invoiceId: string | null; amountMinor: number };

/** It counts at once towards what is due. */
async function keepAsCredit(scope: Scope, { paymentId, invoiceId, amountMinor }: Kept): Promise<void> {
  const source = `payment ${paymentId}`;
  if (!(await addCredit(scope, { amountMinor, why: "paid_twice", invoiceId, source }))) return;
  const open = await findInvoice(scope);
  if (open?.kind !== "renewal") return;
  await voidOpen(scope);
  await dueInvoice(scope, (await lockSubscription(scope))!);
}
