import { phrase } from "@/app/_words/phrase";
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
  "booking-placed": phrase("Booking received"),
  "series-placed": phrase("Bookings that come round"),
  "booking-accept": phrase("Booking approved"),
  "booking-confirm": phrase("Booking confirmed"),
  "booking-agree": phrase("Booking confirmed"),
  "booking-pay": phrase("Deposit received"),
  "booking-deposit": phrase("Deposit asked for"),
  "booking-decline": phrase("Booking declined"),
  "booking-release": phrase("Time no longer kept"),
  "booking-expire": phrase("Booking ran out"),
  "booking-move": phrase("Booking moved"),
  "booking-propose": phrase("Other times proposed"),
  "booking-ask": phrase("Another time needed"),
  "booking-keep": phrase("Stands as booked"),
  "booking-cancel": phrase("Booking cancelled"),
  "bookings-cancel": phrase("Bookings cancelled"),
  "booking-reminder": "Reminder",
  "booking-for-member": phrase("New booking, to a member"),
  "check-in-link": "Check-in",
  "late-money": phrase("Money that came late"),
  campaign: "Campaign",
  "miss-you": phrase("We miss you"),
  receipt: "Receipt",
  invitation: "Invitation",
  subscription: "Subscription",
  "turn-called": phrase("Their turn"),
  "waitlist-joined": phrase("On the waiting list"),
  "waitlist-left": phrase("Off the waiting list"),
  "test-message": "Test",
};

/** What kind of message it is, for people. */
export const messageKind = (template: string): string =>
  kinds[template] ?? template.replaceAll("-", " ").replace(/^./, (letter) => letter.toUpperCase());
