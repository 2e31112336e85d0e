import type { z } from "zod";
import { recordAudit } from "@/lib/auth/audit";
import { subscriptionWasPaid } from "@/lib/payments/ledger";
import { recordEntries } from "@/lib/payments/record-entries";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import type { Actor } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import type { settleByHandInput } from "./input";
import { findInvoice, payInvoice } from "./internal/invoices";
import { lockSubscription } from "./internal/subscription";

export type SettleByHandRefusal = { refusal: "unknown_invoice" } | { refusal: "not_open" };

/** It was paid into the bank, or however else: the platform says so. Its own books have it once, whatever happens between. */
export async function settleByHand(
  tenantId: string,
  actor: Actor,
  { invoiceId, note }: z.output<typeof settleByHandInput>,
): Promise<Result<{ id: string }, SettleByHandRefusal>> {
  return withTenant<Result<{ id: string }, SettleByHandRefusal>>(tenantId, actor, async (scope) => {
    const subscription = await lockSubscription(scope);
    const invoice = subscription && (await findInvoice(scope, invoiceId));
    if (!subscription || !invoice) return refuse("unknown_invoice");
    if (invoice.status !== "open") return refuse("not_open");
    await payInvoice(scope, subscription, invoice, { by: "elsewhere", receipt: note, paymentId: null });
    await recordAudit(scope, {
      action: "invoice.settled",
      entity: "invoice",
      entityId: invoiceId,
      after: { number: invoice.number, amountMinor: invoice.amountMinor, note },
    });
    // Written last and before this one is kept: a business that is paid up stands in the platform's books.
    await withTenant(platformTenantId, actor, (platform) =>
      recordEntries(platform, {
        kind: "subscription",
        source: `invoice ${invoiceId}`,
        entries: subscriptionWasPaid("elsewhere", invoice.amountMinor),
        currency: invoice.currency,
        timeZone: "Africa/Nairobi",
      }),
    );
    return ok({ id: invoiceId });
  });
}
