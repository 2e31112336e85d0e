import { eq } from "drizzle-orm";
import { type BillingInterval, type InvoiceLine, plans } from "@/db/schema/subscriptions";
import { addDays } from "@/lib/platform/calendar";
import { formatCalendarDate } from "@/lib/platform/format";
import type { Scope } from "@/lib/tenancy/scope";
import { priceFor } from "../rules";
import type { Terms, Wanted } from "../terms";

export type Plan = typeof plans.$inferSelect;

export async function planOf({ tx }: Scope, id: string): Promise<Plan | null> {
  const [plan] = await tx.select().from(plans).where(eq(plans.id, id));
  return plan ?? null;
}

/** The plan at today's price. */
export const wantedOf = (plan: Plan, interval: BillingInterval): Wanted => ({
  ...{ planId: plan.id, interval },
  priceMinor: priceFor(plan, interval),
});

/** What a period of it is called on an invoice, to its last day; `from` is another day where only its rest is paid. */
export const lineOf = (
  { name }: Pick<Plan, "name">,
  { periodStart, periodEnd, priceMinor }: Terms,
  { from = periodStart, amountMinor = priceMinor } = {},
): InvoiceLine => ({
  text: `${name}, ${formatCalendarDate(from)} to ${formatCalendarDate(addDays(periodEnd, -1))}`,
  amountMinor,
});
