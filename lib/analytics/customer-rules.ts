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
  "friend_visits",
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

export const customersWords: Record<CustomersOf | VisitsOf, string> = {
  total: "In the books",
  new: "New in the books",
  signed_in: "Have signed in",
  desk_only: "Known at the desk alone",
  children: "Children",
  active: "Active",
  visitors: "Were here",
  first_time: "For the first time",
  returning: "Were here before",
  prior: "Were here in the days before",
  retained: "Came again",
  not_retained: "Did not come again",
  coming: "Used to come",
  overdue: "Stay away",
  visits: "Visits",
  paid_visits: "Paid visits",
  child_visits: "Visits of children",
  friend_visits: "Paid visits of friends",
  had_time: "Visits long enough ago",
  booked_again: "Booked again",
  not_booked_again: "Did not book again",
};

/** Numbers that say more beside one another: whoever looks at one goes on to the others. */
export const customersBeside: readonly (readonly (CustomersOf | VisitsOf)[])[] = [
  ["retained", "not_retained", "prior"],
  ["booked_again", "not_booked_again", "had_time"],
  ["overdue", "coming"],
  ["visitors", "first_time", "returning"],
  ["total", "signed_in", "desk_only", "children"],
  ["visits", "paid_visits", "child_visits"],
];
