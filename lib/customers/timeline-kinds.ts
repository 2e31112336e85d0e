/** What there is to be told of somebody. No imports: the browser has it too. */
export const timelineKinds = [
  { value: "booking", label: "Bookings" },
  { value: "visit", label: "Visits" },
  { value: "payment", label: "Payments" },
  { value: "message", label: "Messages" },
  { value: "conversation", label: "Conversation" },
  { value: "points", label: "Points" },
  { value: "voucher", label: "Codes" },
  { value: "review", label: "Reviews" },
  { value: "consent", label: "Allowed" },
  { value: "note", label: "Notes" },
  { value: "photo", label: "Photos" },
] as const;
export type TimelineKind = (typeof timelineKinds)[number]["value"];
