import { sql } from "drizzle-orm";
import { type InvoiceLine, subscriptionCredits, subscriptionInvoices } from "@/db/schema/subscriptions";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";
import { creditUsed } from "../rules";
import { freeDaysOf, nextTerms, type Terms } from "../terms";
import { planOf } from "./plan-of";
import type { Subscription } from "./subscription";
import { writeTerms } from "./write-terms";

export type Invoice = {
  id: string;
  number: number;
  kind: "renewal" | "change";
  status: "open" | "paid" | "void";
  dueOn: string;
  amountMinor: number;
  creditUsedMinor: number;
  currency: string;
  asked: number;
  target: Terms;
  paymentId: string | null;
};

type Row = Omit<Invoice, "amountMinor" | "creditUsedMinor"> & { amountMinor: string; creditUsedMinor: string };

/** A change is priced for its day: tomorrow it is another one. */
export const isStale = ({ kind, dueOn }: Pick<Invoice, "kind" | "dueOn">, today: string): boolean =>
  kind === "change" && dueOn < today;

/** The one that is open, or the one that is named. Called with the subscription locked. */
export async function findInvoice({ tx, tenantId }: Scope, id?: string): Promise<Invoice | null> {
  const [row] = await tx.execute<Row>(sql`
    select id, number, kind, status, due_on::text as "dueOn", amount_minor as "amountMinor", currency, asked, target,
      credit_used_minor as "creditUsedMinor", payment_id as "paymentId"
    from subscription_invoices where tenant_id = ${tenantId} and ${id ? sql`id = ${id}` : sql`status = 'open'`}`);
  return row ? { ...row, amountMinor: Number(row.amountMinor), creditUsedMinor: Number(row.creditUsedMinor) } : null;
}

type Asked = { kind: Invoice["kind"]; lines: InvoiceLine[]; target: Terms; currency: string };

/** Another one in place of what is open. What credit pays in whole is paid at once. */
export async function putInvoice(scope: Scope, subscription: Subscription, asked: Asked): Promise<Invoice> {
  const { tenantId, tx } = scope;
  await voidOpen(scope);
  const wholeMinor = asked.lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const used = creditUsed(wholeMinor, subscription.creditMinor);
  const [counted] = await tx.execute<{ number: number }>(sql`
    update subscriptions set next_number = next_number + 1 where tenant_id = ${tenantId}
    returning next_number - 1 as number`);
  const { number } = counted!;
  const invoice = {
    ...{ id: newId(), number, kind: asked.kind, status: "open" as const, dueOn: subscription.today, asked: 0 },
    ...{ amountMinor: wholeMinor - used, creditUsedMinor: used, currency: asked.currency },
    ...{ target: asked.target, paymentId: null },
  };
  await tx.insert(subscriptionInvoices).values({
    ...{ ...invoice, tenantId, createdAt: now() },
    lines: used > 0 ? [...asked.lines, { text: "Credit", amountMinor: -used }] : asked.lines,
  });
  if (invoice.amountMinor > 0) {
    recordEvent(scope, { name: "subscription.changed", tenantId });
    return invoice;
  }
  await settleInvoice(scope, subscription, invoice, { by: "credit", receipt: null, paymentId: null });
  return { ...invoice, status: "paid" };
}

/** Nobody is asked for it any more; whoever pays it all the same has credit. */
export async function voidOpen({ tx, tenantId }: Scope): Promise<void> {
  await tx.execute(sql`
    update subscription_invoices set status = 'void' where tenant_id = ${tenantId} and status = 'open'`);
}

export type How = { by: "mpesa" | "elsewhere" | "credit"; receipt: string | null; paymentId: string | null };

/**
 * It is paid: what it was for holds from now on. Called with the subscription locked and the invoice open. A period begins
 * by the day on which it is paid, however long ago it was asked for.
 */
export async function settleInvoice(
  scope: Scope,
  subscription: Subscription,
  invoice: Invoice,
  how: How,
): Promise<void> {
  const { tenantId, tx } = scope;
  await tx.execute(sql`
    update subscription_invoices set status = 'paid', paid_at = ${now().toISOString()}, paid_by = ${how.by},
      receipt = ${how.receipt}, payment_id = ${how.paymentId} where tenant_id = ${tenantId} and id = ${invoice.id}`);
  if (invoice.creditUsedMinor > 0)
    await addCredit(scope, {
      ...{ amountMinor: -invoice.creditUsedMinor, why: "used", invoiceId: invoice.id },
      source: `invoice ${invoice.id}`,
    });
  const { timeZone, today, cancelsAtEnd } = subscription;
  const isRenewal = invoice.kind === "renewal";
  await writeTerms(scope, {
    ...(isRenewal ? nextTerms(subscription, invoice.target, today) : invoice.target),
    ...{ status: "active", timeZone, nextPlanId: null, nextInterval: null },
    ...(isRenewal
      ? { cancelsAtEnd: false, freeDays: 0 }
      : { cancelsAtEnd, freeDays: await freeDaysAfter(scope, subscription, invoice.target.planId) }),
  });
  const { id: invoiceId, number, amountMinor, currency } = invoice;
  recordEvent(scope, { name: "invoice.paid", invoiceId, number, amountMinor, currency });
}

/** What is left of the days that were given, when the plan is another one. */
export async function freeDaysAfter(
  scope: Scope,
  { freeDays, planId }: Subscription,
  toPlanId: string,
): Promise<number> {
  const [had, next] = [await planOf(scope, planId), await planOf(scope, toPlanId)];
  return freeDaysOf(freeDays, had!.monthlyMinor, next!.monthlyMinor);
}

type Credit = Pick<typeof subscriptionCredits.$inferInsert, "amountMinor" | "why" | "source" | "invoiceId">;

/** False when it was written before. */
export async function addCredit({ tx, tenantId }: Scope, credit: Credit): Promise<boolean> {
  const made = await tx
    .insert(subscriptionCredits)
    .values({ ...credit, tenantId, id: newId(), createdAt: now() })
    .onConflictDoNothing({ target: [subscriptionCredits.tenantId, subscriptionCredits.source] })
    .returning({ id: subscriptionCredits.id });
  return made.length > 0;
}
