import type { BillingInterval, InvoiceTarget } from "@/db/schema/subscriptions";
import { addDays, addMonths, atMinute, daysBetween, startOfDay } from "@/lib/platform/calendar";
import { askDays, changeCost, forgottenDays, graceDays, leftOf, lookMinute, remindDays } from "./rules";

/** What is paid for, until when, and at which price. */
export type Terms = InvoiceTarget;
export type Wanted = { planId: string; interval: BillingInterval; priceMinor: number };
/** Where a subscription stands by the calendar. */
export type Standing = { status: string; periodEnd: string; freeDays: number; cancelsAtEnd: boolean };

const monthsOf: Record<BillingInterval, number> = { month: 1, year: 12 };

/** The end of the period that begins on a day of the row of months that is counted from `anchorOn`. */
export function periodEnd(anchorOn: string, interval: BillingInterval, from: string): string {
  let months = 0;
  while (addMonths(anchorOn, months + 1) <= from) months += 1;
  return addMonths(anchorOn, months + monthsOf[interval]);
}

/** The day on which something is due: what is paid is over, and so are the days that were given. */
export const dueDay = ({ periodEnd: end, freeDays }: Pick<Standing, "periodEnd" | "freeDays">): string =>
  addDays(end, freeDays);

const isEnded = ({ status, cancelsAtEnd }: Standing): boolean => cancelsAtEnd || status === "cancelled";

/** The first day on which nothing can be changed any more. */
export const restsOn = (standing: Standing): string => addDays(dueDay(standing), isEnded(standing) ? 0 : graceDays);

/** Until when everything can be done. */
export const worksUntil = (standing: Standing, timeZone: string): Date => startOfDay(restsOn(standing), timeZone);

/**
 * The period after the one that is paid. Who has let it lie until nothing could be changed begins anew: the days of grace, on
 * which everything could, are charged, and those on which nothing could are not.
 */
export function nextTerms(had: Standing & { anchorOn: string }, wanted: Wanted, today: string): Terms {
  const due = dueDay(had);
  const isAnew = today >= restsOn(had);
  const from = isAnew ? addDays(today, isEnded(had) ? 0 : -graceDays) : due;
  const anchorOn = isAnew || had.freeDays > 0 ? from : had.anchorOn;
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

/** Days that were given are worth as much of a dearer plan as they were of the one that they were given for, and no more. */
export const freeDaysOf = (freeDays: number, hadMonthlyMinor: number, newMonthlyMinor: number): number =>
  Math.floor(freeDays * Math.min(1, hadMonthlyMinor / newMonthlyMinor));

/** When there is something to do next; null when there is nothing any more. */
export function nextLook(standing: Standing, timeZone: string, after: Date): Date | null {
  if (standing.status === "cancelled") return null;
  const days = standing.cancelsAtEnd ? [-remindDays, 0] : [-remindDays, ...askDays, graceDays, forgottenDays];
  const due = dueDay(standing);
  const moments = days.map((day) => atMinute(addDays(due, day), lookMinute, timeZone));
  return moments.find((moment) => moment > after) ?? null;
}
