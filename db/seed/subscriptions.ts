import type { TransactionSql } from "postgres";
import { subscriptionWasPaid } from "@/lib/payments/ledger";
import { simulatedAccounts } from "@/lib/payments/simulator/accounts";
import { addDays, addMonths } from "@/lib/platform/calendar";
import { lineOf } from "@/lib/subscriptions/internal/plan-of";
import { nextLook, nextTerms, type Terms, worksUntil } from "@/lib/subscriptions/terms";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import { amani } from "./amani";
import { malaika } from "./applicants";
import { baraka } from "./baraka";
import { tenantIdOf } from "./base";
import { paidBySimulator } from "./money";
import { insertRows } from "./rows";
import { demoId } from "./stable";
import { clock } from "./wall-clock";

const currency = "KES";
const plain = { freeDays: 0, cancelsAtEnd: false };
const payer = "+254712345000";
const prices = { enterprise: 1_200_000, professional: 500_000, starter: 250_000 } as const;
const names = { enterprise: "Enterprise", professional: "Professional", starter: "Starter" } as const;
type PlanId = keyof typeof prices;

/** One has paid for months, one is trying, and one has not paid in time. Rolled forward like everything else. */
export async function seedSubscriptions(sql: TransactionSql, today: string, now: Date): Promise<void> {
  await paidBySimulator(sql, platformTenantId, simulatedAccounts.platform);
  const begun = addMonths(addDays(today, -12), -2);
  const paid = [0, 1, 2].map((nth) => month("enterprise", addMonths(begun, nth), addMonths(begun, nth + 1)));
  for (const [nth, terms] of paid.entries()) await seedPaid(sql, terms, nth + 1);
  const last = paid.at(-1)!;
  await seedRow(sql, { of: amani, terms: last, status: "active", nextNumber: paid.length + 1 }, now);

  const tried = { ...month("professional", addDays(today, -6), addDays(today, 8)), priceMinor: 0 };
  await seedRow(sql, { of: baraka, terms: tried, status: "trialing", nextNumber: 1 }, now);

  const owed = { ...month("starter", addDays(today, -17), addDays(today, -3)), priceMinor: 0 };
  await seedRow(sql, { of: malaika, terms: owed, status: "past_due", nextNumber: 2 }, now);
  const wanted = { planId: "starter", interval: "month" as const, priceMinor: prices.starter };
  await seedInvoice(sql, malaika, nextTerms({ ...owed, status: "past_due", ...plain }, wanted, today), 1, {
    status: "open",
    asked: 2,
  });
}

const month = (planId: PlanId, from: string, to: string): Terms & { planId: PlanId } => ({
  ...{ planId, interval: "month", priceMinor: prices[planId] },
  ...{ periodStart: from, periodEnd: to, anchorOn: to },
});

type Seeded = {
  of: { slug: string; timeZone: string };
  terms: Terms;
  status: "active" | "trialing" | "past_due";
  nextNumber: number;
};

async function seedRow(sql: TransactionSql, { of, terms, status, nextNumber }: Seeded, now: Date): Promise<void> {
  const tenantId = tenantIdOf(of);
  const standing = { ...terms, status, ...plain };
  const lookAt = nextLook(standing, of.timeZone, now);
  const made = await insertRows(sql, "subscriptions", [
    {
      ...{ tenant_id: tenantId, plan_id: terms.planId, interval: terms.interval, status, next_number: nextNumber },
      ...{ period_start: terms.periodStart, period_end: terms.periodEnd, price_minor: terms.priceMinor },
      ...{ anchor_on: terms.anchorOn, cancels_at_end: false, next_look_at: lookAt, created_at: now },
      // Who pays is asked by the simulator, so that it renews itself however long the demo runs.
      payer_phone: status === "active" ? payer : null,
    },
  ]);
  if (made.size === 0) return;
  await sql`update tenants set works_until = ${worksUntil(standing, of.timeZone)} where id = ${tenantId}`;
  if (lookAt)
    await insertRows(sql, "due", [
      {
        ...{ tenant_id: tenantId, id: demoId(`look/${of.slug}/${lookAt.toISOString()}`), kind: "look_at_subscription" },
        ...{ due_at: lookAt, payload: { lookAt: lookAt.toISOString() }, created_at: now },
      },
    ]);
}

const invoiceIdOf = (of: { slug: string }, number: number) => demoId(`invoice/${of.slug}/${number}`);

const seedInvoice = (
  sql: TransactionSql,
  of: { slug: string; timeZone: string },
  terms: Terms,
  number: number,
  more: Record<string, unknown>,
) => {
  return insertRows(sql, "subscription_invoices", [
    {
      ...{ tenant_id: tenantIdOf(of), id: invoiceIdOf(of, number), number, kind: "renewal", due_on: terms.periodStart },
      ...{
        lines: [lineOf({ name: names[terms.planId as PlanId] }, terms)],
        credit_used_minor: 0,
        currency,
        target: terms,
      },
      ...{ amount_minor: terms.priceMinor, created_at: clock(terms.periodStart, 9 * 60, of.timeZone), ...more },
    },
  ]);
};

/** An invoice that was paid by M-Pesa, with its money in the platform's own books. */
async function seedPaid(sql: TransactionSql, terms: Terms, number: number): Promise<void> {
  const at = clock(terms.periodStart, 9 * 60 + 1, amani.timeZone);
  const [paymentId, entryId] = [demoId(`subscription payment/${number}`), demoId(`subscription ledger/${number}`)];
  const receipt = `UKS8RT4${String.fromCharCode(64 + number)}QZ`;
  const source = `payment ${paymentId}`;
  const paid = { status: "paid", paid_at: at, paid_by: "mpesa", receipt, payment_id: paymentId, asked: 1 };
  await seedInvoice(sql, amani, terms, number, paid);
  const about = { tenant_id: platformTenantId, amount_minor: terms.priceMinor, currency, created_at: at };
  await insertRows(sql, "payments", [
    {
      ...{ ...about, id: paymentId, purpose: "subscription", invoice_id: invoiceIdOf(amani, number) },
      ...{ business_id: tenantIdOf(amani), method: "prompt", status: "paid", phone: payer, receipt },
      ...{ proof: "callback", reference: receipt.slice(0, 8), asked_at: at, settled_at: at, looks: 0, said_paid: 0 },
    },
  ]);
  const { amount_minor, currency: _, ...row } = about;
  await insertRows(sql, "mpesa_receipts", [
    { ...row, receipt, amount_minor, reference: "", paid_at: at, source: "callback", payment_id: paymentId },
  ]);
  await insertRows(sql, "ledger_transactions", [
    { ...row, id: entryId, kind: "subscription", source, at, day: terms.periodStart, payment_id: paymentId },
  ]);
  await insertRows(
    sql,
    "ledger_entries",
    subscriptionWasPaid("mpesa", terms.priceMinor).map(({ account, debitMinor, creditMinor }, position) => ({
      ...{ tenant_id: platformTenantId, transaction_id: entryId, position, account, currency },
      ...{ debit_minor: debitMinor, credit_minor: creditMinor },
    })),
  );
}
