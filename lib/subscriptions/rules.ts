import type { BillingInterval } from "@/db/schema/subscriptions";
import type { LimitName } from "@/lib/tenancy/plan-room";

/** What a subscription costs and when what happens to it. Days are the business's own; money is whole shillings in cents. */

export const trialDays = 14;
/** So long everything goes on when something is owed; then it reads and exports. */
export const graceDays = 7;
/** So many days before the end its owners are told. */
export const remindDays = 3;
/** M-Pesa is asked on these days, counted from the one on which it was due. */
export const askDays = [0, 1, 3, 5] as const;
/** Whoever has not paid for so long does not want it any more. */
export const forgottenDays = 60;
/** Looked at, told and asked at this minute of the day. */
export const lookMinute = 9 * 60;

export type Price = { monthlyMinor: number; yearlyMinor: number };
export const priceFor = (plan: Price, interval: BillingInterval): number =>
  interval === "month" ? plan.monthlyMinor : plan.yearlyMinor;

const shilling = 100;

/**
 * What the first `days` of `ofDays` cost, in whole shillings. What two neighbouring stretches cost is what both cost in one,
 * so that nothing is lost or gained however often a period is divided.
 */
export const shareOf = (priceMinor: number, days: number, ofDays: number): number =>
  Math.floor(((priceMinor / shilling) * days) / ofDays) * shilling;

/** What is left of a period after its first `days`. */
export const leftOf = (priceMinor: number, days: number, ofDays: number): number =>
  priceMinor - shareOf(priceMinor, days, ofDays);

export type Paid = { priceMinor: number; days: number; ofDays: number };
/** What a change costs on a day: the rest by the new price less the rest by the old; below nothing it is credit. */
export const changeCost = ({ priceMinor, days, ofDays }: Paid, newPriceMinor: number): number =>
  leftOf(newPriceMinor, days, ofDays) - leftOf(priceMinor, days, ofDays);

/** How much of the credit a price uses up. */
export const creditUsed = (priceMinor: number, creditMinor: number): number =>
  Math.max(0, Math.min(priceMinor, creditMinor));

export const limitWords: Record<LimitName, string> = {
  members: "people with a login",
  activeCustomers: "active customers",
  messages: "SMS this month",
};

export const paidByWords = { mpesa: "by M-Pesa", elsewhere: "otherwise", credit: "from your credit" } as const;
