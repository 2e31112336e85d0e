import { sql } from "drizzle-orm";
import { type AskRefusal, askToPay } from "@/lib/payments/ask-to-pay";
import { sendPrompt } from "@/lib/payments/send-prompt";
import { readPhone } from "@/lib/platform/phone";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import type { Actor } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { dueInvoice } from "./internal/due-invoice";
import { findInvoice, type Invoice } from "./internal/invoices";
import { lockSubscription } from "./internal/subscription";

export type PayRefusal = AskRefusal | { refusal: "not_charged" };
export type Asked = { amountMinor: number };

/** The phone is asked for what is due, by the platform's own number, and is asked again when the next period is due. */
export async function payInvoice(
  tenantId: string,
  actor: Actor,
  { phone }: { phone: string },
): Promise<Result<Asked, PayRefusal>> {
  const payer = readPhone(phone);
  if (!payer) return refuse("invalid_phone");
  const invoice = await withTenant<Invoice | "not_charged" | null>(tenantId, actor, async (scope) => {
    const subscription = await lockSubscription(scope);
    if (!subscription) return "not_charged";
    const due = await dueInvoice(scope, subscription);
    await scope.tx.execute(sql`update subscriptions set payer_phone = ${payer} where tenant_id = ${tenantId}`);
    return due?.status === "open" ? due : null;
  });
  if (invoice === "not_charged") return refuse("not_charged");
  if (!invoice) return refuse("nothing_due");
  const asked = await ask(tenantId, invoice, payer);
  return asked.ok ? ok({ amountMinor: invoice.amountMinor }) : asked;
}

/** The same with nobody at the screen, on the days for it. What M-Pesa refuses is tried again on the next of them. */
export async function askForSubscription(tenantId: string, invoiceId: string): Promise<void> {
  const due = await withTenant(tenantId, { kind: "system", job: "ask for subscription" }, async (scope) => {
    const subscription = await lockSubscription(scope);
    const invoice = await findInvoice(scope, invoiceId);
    return subscription?.payerPhone && invoice?.status === "open" ? { invoice, phone: subscription.payerPhone } : null;
  });
  if (due) await ask(tenantId, due.invoice, due.phone);
}

async function ask(businessId: string, { id, amountMinor, currency }: Invoice, phone: string) {
  const actor = { kind: "system", job: "ask for subscription" } as const;
  const asked = await withTenant(platformTenantId, actor, (scope) =>
    askToPay(scope, { invoiceId: id, businessId, amountMinor, currency, phone }),
  );
  if (asked.ok) await sendPrompt(platformTenantId, asked.value.paymentId);
  return asked;
}
