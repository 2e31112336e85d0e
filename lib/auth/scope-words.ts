import type { ApiScope } from "./scopes";

/** What a key may do, as whoever gives it reads it. */
export const scopeWords: Record<ApiScope, string> = {
  "bookings:read": "See bookings and the calendar",
  "bookings:write": "Book, move and step bookings on",
  "customers:read": "See customers and their numbers",
  "customers:write": "Add and change customers",
  "services:read": "See services and prices",
  "staff:read": "See who serves, and when",
  "visits:read": "See visits",
  "payments:read": "See payments",
  "reviews:read": "See reviews",
  "waiting:write": "Keep the queue and the waitlist",
  "events:read": "Hear what happens, as it happens",
};
