import type { z } from "zod";
import { recordAudit } from "@/lib/auth/audit";
import { subscriptionWasPaid } from "@/lib/payments/ledger";
import { recordEntries } from "@/lib/payments/record-entries";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import type { Actor, Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import type { settleByHandInput } from "./input";
import { addCredit, findInvoice, type Invoice, isStale, settleInvoice } from "./internal/invoices";
import { lockSubscription } from "./internal/subscription";

export type SettleByHandRefusal = { refusal: "unknown_invoice" } | { refusal: "not_open" };
type Settled = Result<{ id: string }, SettleByHandRefusal>;

/**
 * It was paid into the bank, or however else: the platform says so. The platform's books are written first, once; where the
 * invoice was paid or void in that moment, what was written is credit.
 */
export async function settleByHand(
  tenantId: string,
  actor: Actor,
  { invoiceId, note }: z.output<typeof settleByHandInput>,
): Promise<Settled> {
  const asked = await withTenant(tenantId, actor, (scope) => openOne(scope, invoiceId));
  if (!asked.ok) return asked;
  const { amountMinor, currency, number } = asked.value;
  await withTenant(platformTenantId, actor, (platform) =>
    recordEntries(platform, {
      kind: "subscription",
      source: `invoice ${invoiceId}`,
      entries: subscriptionWasPaid("elsewhere", amountMinor),
      currency,
      timeZone: "Africa/Nairobi",
    }),
  );
  return withTenant<Settled>(tenantId, actor, async (scope) => {
    const subscription = (await lockSubscription(scope))!;
    const invoice = (await findInvoice(scope, invoiceId))!;
    if (invoice.status === "open")
      await settleInvoice(scope, subscription, invoice, { by: "elsewhere", receipt: note, paymentId: null });
    else await addCredit(scope, { amountMinor, why: "paid_twice", invoiceId, source: `by hand ${invoiceId}` });
    await recordAudit(scope, {
      action: "invoice.settled",
      entity: "invoice",
      entityId: invoiceId,
      after: { number, amountMinor, note },
    });
    return ok({ id: invoiceId });
  });
}

async function openOne(scope: Scope, invoiceId: string): Promise<Result<Invoice, SettleByHandRefusal>> {
  const subscription = await lockSubscription(scope);
  const invoice = subscription && (await findInvoice(scope, invoiceId));
  if (!subscription || !invoice) return refuse("unknown_invoice");
  return invoice.status === "open" && !isStale(invoice, subscription.today) ? ok(invoice) : refuse("not_open");
}
