import type { MessageStatus } from "@/db/schema/notifications";

const words: Record<MessageStatus, string> = {
  queued: "waiting to go",
  sending: "on its way",
  sent: "sent",
  delivered: "arrived",
  failed: "not sent",
};

/** What has become of a message; with why, where it did not go or is tried again. */
export const messageStateWords = (status: MessageStatus, failure: string): string =>
  failure ? `${words[status]}: ${failure}` : words[status];

const kinds: Record<string, string> = {
  "booking-placed": "Booking received",
  "series-placed": "Bookings that come round",
  "booking-accept": "Booking approved",
  "booking-confirm": "Booking confirmed",
  "booking-agree": "Booking confirmed",
  "booking-pay": "Deposit received",
  "booking-deposit": "Deposit asked for",
  "booking-decline": "Booking declined",
  "booking-release": "Time no longer kept",
  "booking-expire": "Booking ran out",
  "booking-move": "Booking moved",
  "booking-propose": "Other times proposed",
  "booking-ask": "Another time needed",
  "booking-keep": "Stands as booked",
  "booking-cancel": "Booking cancelled",
  "bookings-cancel": "Bookings cancelled",
  "booking-reminder": "Reminder",
  "booking-for-member": "New booking, to a member",
  "check-in-link": "Check-in",
  "late-money": "Money that came late",
  campaign: "Campaign",
  "miss-you": "We miss you",
  receipt: "Receipt",
  invitation: "Invitation",
  subscription: "Subscription",
  "turn-called": "Their turn",
  "waitlist-joined": "On the waiting list",
  "waitlist-left": "Off the waiting list",
  "test-message": "Test",
};

/** What kind of message it is, for people. */
export const messageKind = (template: string): string =>
  kinds[template] ?? template.replaceAll("-", " ").replace(/^./, (letter) => letter.toUpperCase());
