/** What is counted of customers and their visits. No imports: the browser has it too. */

/** In days: whoever was here so lately is active. */
export const activeDays = 30;
/** In days: whoever has another booking by then has booked again. */
export const rebookDays = 7;

/** What each number of customers opens to. */
export const customersOf = [
  "total",
  "new",
  "signed_in",
  "desk_only",
  "children",
  "active",
  "visitors",
  "first_time",
  "returning",
  "prior",
  "retained",
  "not_retained",
  "coming",
  "overdue",
] as const;
export type CustomersOf = (typeof customersOf)[number];

/** What each number of visits opens to. */
export const visitsOf = [
  "visits",
  "paid_visits",
  "child_visits",
  "had_time",
  "booked_again",
  "not_booked_again",
] as const;
export type VisitsOf = (typeof visitsOf)[number];

/** So many of so many. */
export type Share = { part: number; of: number };

/** In percent, with one decimal; of nothing there is none. */
export const percentOf = ({ part, of }: Share): number | null =>
  of === 0 ? null : Math.round((part / of) * 1000) / 10;
