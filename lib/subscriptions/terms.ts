import type { BillingInterval, InvoiceTarget } from "@/db/schema/subscriptions";
import { addDays, addMonths, atMinute, daysBetween, startOfDay } from "@/lib/platform/calendar";
import { askDays, changeCost, forgottenDays, graceDays, leftOf, lookMinute, remindDays } from "./rules";

/** What is paid for, until when, and at which price. */
export type Terms = InvoiceTarget;
export type Wanted = { planId: string; interval: BillingInterval; priceMinor: number };

const monthsOf: Record<BillingInterval, number> = { month: 1, year: 12 };

/** The end of the period that begins then: the next day of the row that is counted from `anchorOn`. */
export function periodEnd(anchorOn: string, interval: BillingInterval, from: string): string {
  let steps = 0;
  while (addMonths(anchorOn, steps) <= from) steps += monthsOf[interval];
  return addMonths(anchorOn, steps);
}

/** The period after the one that is paid; begun anew on `today` by who has let it lie so long that nothing worked. */
export function nextTerms(had: { periodEnd: string; anchorOn: string }, wanted: Wanted, today: string): Terms {
  const anew = today > addDays(had.periodEnd, graceDays);
  const from = anew ? today : had.periodEnd;
  const anchorOn = anew ? today : had.anchorOn;
  return { ...wanted, periodStart: from, periodEnd: periodEnd(anchorOn, wanted.interval, from), anchorOn };
}

export type Change = { target: Terms; newMinor: number; leftMinor: number };

/**
 * Another plan from today on. For the same interval the rest of the period changes hands; for another one a period of its
 * own begins, and what is left of the old one counts towards it.
 */
export function changeOf(had: Terms, wanted: Wanted, today: string): Change {
  const [days, ofDays] = [daysBetween(had.periodStart, today), daysBetween(had.periodStart, had.periodEnd)];
  const leftMinor = leftOf(had.priceMinor, days, ofDays);
  if (wanted.interval === had.interval) {
    const cost = changeCost({ priceMinor: had.priceMinor, days, ofDays }, wanted.priceMinor);
    return { target: { ...had, ...wanted }, newMinor: cost + leftMinor, leftMinor };
  }
  const fresh = { periodStart: today, periodEnd: periodEnd(today, wanted.interval, today), anchorOn: today };
  return { target: { ...wanted, ...fresh }, newMinor: wanted.priceMinor, leftMinor };
}

export type Standing = { status: string; periodEnd: string; cancelsAtEnd: boolean };

/** Until when everything can be done: after the grace, or with the period for who does not go on. */
export const worksUntil = ({ status, periodEnd: end, cancelsAtEnd }: Standing, timeZone: string): Date =>
  startOfDay(cancelsAtEnd || status === "cancelled" ? end : addDays(end, graceDays), timeZone);

/** When there is something to do next; null when there is nothing any more. */
export function nextLook(
  { status, periodEnd: end, cancelsAtEnd }: Standing,
  timeZone: string,
  after: Date,
): Date | null {
  if (status === "cancelled") return null;
  const days = cancelsAtEnd ? [-remindDays, 0] : [-remindDays, ...askDays, graceDays, forgottenDays];
  const moments = days.map((day) => atMinute(addDays(end, day), lookMinute, timeZone));
  return moments.find((moment) => moment > after) ?? null;
}
