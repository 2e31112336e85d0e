/** What is counted of bookings. No imports: the browser has it too. */

/** What each number of bookings opens to; statuses, sources and hours are further words of the question. */
export const bookingsOf = [
  "made",
  "come",
  "converted",
  "not_converted",
  "promised",
  "cancelled",
  "cancelled_by_customer",
  "cancelled_by_house",
  "cancelled_late",
  "expected",
  "no_shows",
  "standing",
  "lead",
] as const;
export type BookingsOf = (typeof bookingsOf)[number];

export const sources = ["page", "api", "desk", "walk_in", "file"] as const;
export type Source = (typeof sources)[number];

export const bookingsWords: Record<BookingsOf, string> = {
  made: "Bookings",
  come: "Whose time has come",
  converted: "Became visits",
  not_converted: "Became none",
  promised: "Promised",
  cancelled: "Cancelled",
  cancelled_by_customer: "By customers",
  cancelled_by_house: "By the house",
  cancelled_late: "Too late for nothing",
  expected: "Were expected",
  no_shows: "Did not come",
  standing: "Stand",
  lead: "Booked ahead",
};

/** Numbers that say more beside one another: whoever looks at one goes on to the others. */
export const bookingsBeside: readonly (readonly BookingsOf[])[] = [
  ["converted", "not_converted", "come"],
  ["cancelled", "cancelled_by_customer", "cancelled_by_house", "cancelled_late", "promised"],
  ["no_shows", "expected"],
];

export const sourceWords: Record<Source, string> = {
  page: "The booking page",
  api: "The public API",
  desk: "The desk, or a key",
  walk_in: "Walked in",
  file: "Read in from a file",
};
