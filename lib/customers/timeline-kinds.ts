/** What there is to be told of somebody. No imports: the browser has it too. */
export const timelineKinds = [
  { value: "booking", label: "Bookings" },
  { value: "visit", label: "Visits" },
  { value: "payment", label: "Payments" },
  { value: "message", label: "Messages" },
  { value: "note", label: "Notes" },
  { value: "photo", label: "Photos" },
] as const;
export type TimelineKind = (typeof timelineKinds)[number]["value"];
