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
