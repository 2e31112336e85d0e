import { sql } from "drizzle-orm";
import type { z } from "zod";
import { planDue } from "@/lib/events/plan-due";
import { type AskRefusal, askToPay } from "@/lib/payments/ask-to-pay";
import { sendPrompt } from "@/lib/payments/send-prompt";
import { readPhone } from "@/lib/platform/phone";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import type { Actor } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import type { payInvoiceInput } from "./input";
import { dueInvoice } from "./internal/due-invoice";
import { findInvoice, type Invoice } from "./internal/invoices";
import { lockSubscription } from "./internal/subscription";

export type PayRefusal =
  | AskRefusal
  | { refusal: "not_charged" }
  /** It is something else than what was shown. */
  | { refusal: "other_price"; amountMinor: number };
export type Asked = { amountMinor: number };

const actorOfJob = { kind: "system", job: "ask for subscription" } as const;

/** The phone is asked for what is due, by the platform's own number, and is asked again when the next period is due. */
export async function payInvoice(
  tenantId: string,
  actor: Actor,
  { phone, expectedMinor }: z.output<typeof payInvoiceInput>,
): Promise<Result<Asked, PayRefusal>> {
  const payer = readPhone(phone);
  if (!payer) return refuse("invalid_phone");
  const invoice = await withTenant<Invoice | "not_charged" | null>(tenantId, actor, async (scope) => {
    const subscription = await lockSubscription(scope);
    if (!subscription) return "not_charged";
    const due = await dueInvoice(scope, subscription);
    return due?.status === "open" ? due : null;
  });
  if (invoice === "not_charged") return refuse("not_charged");
  if (!invoice) return refuse("nothing_due");
  const { amountMinor } = invoice;
  if (expectedMinor !== undefined && expectedMinor !== amountMinor) return refuse("other_price", { amountMinor });
  const asked = await ask(tenantId, invoice, payer);
  if (!asked.ok) return asked;
  // Whoever was really asked is who is asked again.
  await withTenant(tenantId, actor, ({ tx }) =>
    tx.execute(sql`update subscriptions set payer_phone = ${payer} where tenant_id = ${tenantId}`),
  );
  return ok({ amountMinor });
}

/** The same with nobody at the screen, on the days for it. Where the phone was asked a moment ago, a little later. */
export async function askForSubscription(tenantId: string, invoiceId: string): Promise<void> {
  const due = await withTenant(tenantId, actorOfJob, async (scope) => {
    const subscription = await lockSubscription(scope);
    const invoice = await findInvoice(scope, invoiceId);
    return subscription?.payerPhone && invoice?.status === "open" ? { invoice, phone: subscription.payerPhone } : null;
  });
  const asked = due && (await ask(tenantId, due.invoice, due.phone));
  if (!asked || asked.ok || !("retryAt" in asked)) return;
  const { retryAt } = asked;
  await withTenant(tenantId, actorOfJob, (scope) =>
    planDue(scope, { kind: "ask_for_subscription", at: new Date(retryAt), payload: { invoiceId } }),
  );
}

async function ask(businessId: string, { id, amountMinor, currency }: Invoice, phone: string) {
  const asked = await withTenant(platformTenantId, actorOfJob, (scope) =>
    askToPay(scope, { invoiceId: id, businessId, amountMinor, currency, phone }),
  );
  if (asked.ok) await sendPrompt(platformTenantId, asked.value.paymentId);
  return asked;
}
