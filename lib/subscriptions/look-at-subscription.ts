import { sql } from "drizzle-orm";
import { planDue } from "@/lib/events/plan-due";
import { recordEvent } from "@/lib/events/record-event";
import { notificationOf } from "@/lib/notifications/create-notification";
import { addDays, atMinute, daysBetween } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { formatCalendarDate, formatMoney } from "@/lib/platform/format";
import { insertTogether } from "@/lib/platform/insert-together";
import type { Scope } from "@/lib/tenancy/scope";
import { dueInvoice } from "./internal/due-invoice";
import { type Invoice, voidOpen } from "./internal/invoices";
import { planOf } from "./internal/plan-of";
import { chosenOf, lockSubscription, type Subscription } from "./internal/subscription";
import { tellOwners } from "./internal/tell-owners";
import { planLook, writeTerms } from "./internal/write-terms";
import { askDays, forgottenDays, graceDays, lookMinute, remindDays } from "./rules";
import { dueDay } from "./terms";

/** What there is to do today: remind, ask, tell, or let it go. Said by what stands there, so a look that comes twice or late is well. */
export async function lookAtSubscription(scope: Scope, { lookAt }: { lookAt: string }): Promise<void> {
  const subscription = await lockSubscription(scope);
  if (!subscription || subscription.nextLookAt?.toISOString() !== lookAt) return;
  const { today, cancelsAtEnd, timeZone, isOpen } = subscription;
  // Nobody is asked for what they may not use.
  if (!isOpen) return planLook(scope, atMinute(addDays(today, 1), lookMinute, timeZone));
  const late = daysBetween(dueDay(subscription), today);
  if (late < 0) {
    if (late >= -remindDays) await remind(scope, subscription);
    return writeTerms(scope, subscription);
  }
  if (cancelsAtEnd || late >= forgottenDays) return letGo(scope, subscription);
  const invoice = await dueInvoice(scope, subscription);
  // Credit paid for it, and the next period runs.
  if (invoice?.status !== "open") return;
  await askFor(scope, subscription, invoice, late);
  await writeTerms(scope, { ...subscription, status: "past_due" });
}

async function letGo(scope: Scope, subscription: Subscription): Promise<void> {
  await voidOpen(scope);
  await writeTerms(scope, { ...subscription, status: "cancelled" });
  await tellOwners(scope, `over ${dueDay(subscription)}`, (say) => say.over());
}

async function remind(scope: Scope, subscription: Subscription): Promise<void> {
  const { status, cancelsAtEnd, payerPhone } = subscription;
  const { planId, interval } = chosenOf(subscription);
  const plan = (await planOf(scope, planId))!;
  const last = addDays(dueDay(subscription), -1);
  const price = formatMoney(interval === "month" ? plan.monthlyMinor : plan.yearlyMinor, plan.currency);
  await tellOwners(scope, `reminder ${last}`, (say, language) => {
    const day = formatCalendarDate(last, language);
    const costs = interval === "month" ? say.costsMonthly(plan.name, price) : say.costsYearly(plan.name, price);
    return {
      subject: status === "trialing" ? say.trialEnds(day) : say.paidUntil(day),
      body: cancelsAtEnd ? say.notRenewed : `${costs} ${payerPhone ? say.askedDayAfter(payerPhone) : say.payWhenever}`,
    };
  });
}

/** On the days for it M-Pesa asks the phone that was given, and the owners are told in any case. */
async function askFor(scope: Scope, subscription: Subscription, invoice: Invoice, late: number): Promise<void> {
  const { payerPhone } = subscription;
  const periodEnd = dueDay(subscription);
  const amount = formatMoney(invoice.amountMinor, invoice.currency);
  if (late >= graceDays) return tellOwners(scope, `closed ${periodEnd}`, (say) => say.notPaid(amount));
  const times = askDays.filter((day) => day <= late).length;
  if (invoice.asked >= times) return;
  await scope.tx.execute(sql`
    update subscription_invoices set asked = ${times} where tenant_id = ${scope.tenantId} and id = ${invoice.id}`);
  if (payerPhone) await planDue(scope, { kind: "ask_for_subscription", at: now(), payload: { invoiceId: invoice.id } });
  if (invoice.asked > 0) return;
  const event = { name: "subscription.due", tenantId: scope.tenantId, amountMinor: invoice.amountMinor } as const;
  recordEvent(scope, { ...event, currency: invoice.currency });
  await insertTogether(scope, [
    notificationOf(scope, { ...event, currency: invoice.currency }, { customerName: null, timeZone: "UTC" }),
  ]);
  await tellOwners(scope, `due ${periodEnd}`, (say) => ({
    subject: say.due(amount),
    body: `${payerPhone ? say.askedToday(payerPhone) : say.payBelow} ${say.goesOn(`${graceDays}`)}`,
  }));
}
