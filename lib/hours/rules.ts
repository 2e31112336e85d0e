/** What the browser knows of opening hours, too: no imports but types. */
import type { Windows } from "@/db/schema/hours";
import type { BookingPolicy } from "@/db/schema/tenants";

export type DatedWindows = [date: string, windows: Windows];

/** Dates unlike the week, and what of public holidays is decided. */
export type DayRules = {
  days: readonly DatedWindows[];
  policy: Pick<BookingPolicy, "closedOnHolidays" | "openOnHolidays">;
};

/** The dates with this one open as its windows say; shut without any. */
export const withDay = (days: readonly DatedWindows[], date: string, windows: Windows): DatedWindows[] => [
  ...withoutDay(days, date),
  [date, windows],
];

/** The dates with this one like any other of its weekday. */
export const withoutDay = (days: readonly DatedWindows[], date: string): DatedWindows[] =>
  days.filter(([other]) => other !== date);

/** Whether the house is shut on a public holiday as things stand. */
export function isShutOn(date: string, { days, policy }: DayRules): boolean {
  const own = days.find(([other]) => other === date);
  if (own) return own[1].length === 0;
  return policy.closedOnHolidays === true && !policy.openOnHolidays?.includes(date);
}

/** A public holiday shut or open, whatever the rule for all of them says; `isKnown` when it stands in the calendar of holidays. */
export function withHoliday<R extends DayRules>(rules: R, { date, open, isKnown }: HolidayWish): R {
  const days = withoutDay(rules.days, date);
  const others = (rules.policy.openOnHolidays ?? []).filter((other) => other !== date);
  const isRule = isKnown && rules.policy.closedOnHolidays === true;
  if (!open) {
    return { ...rules, policy: openOn(rules.policy, others), days: isRule ? days : [...days, [date, []]] };
  }
  return { ...rules, policy: openOn(rules.policy, isRule ? [...others, date].sort() : others), days };
}

export type HolidayWish = { date: string; open: boolean; isKnown: boolean };

function openOn<P extends DayRules["policy"]>({ openOnHolidays: _, ...policy }: P, dates: string[]): P {
  return (dates.length > 0 ? { ...policy, openOnHolidays: dates } : policy) as P;
}
