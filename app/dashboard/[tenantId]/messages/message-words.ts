import { phrase } from "@/app/_words/phrase";
import type { Phrase, Say } from "@/app/_words/say";
import type { MessageStatus } from "@/db/schema/notifications";

const words: Record<MessageStatus, Phrase> = {
  queued: phrase("waiting to go"),
  sending: phrase("on its way"),
  sent: phrase("sent"),
  delivered: phrase("arrived"),
  failed: phrase("not sent"),
};

/** What has become of a message; with why, where it did not go or is tried again. */
export const messageStateWords = (say: Say, status: MessageStatus, failure: string): string =>
  failure ? `${say(words[status])}: ${say.known(failure)}` : say(words[status]);

const kinds: Record<string, Phrase> = {
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
  "booking-reminder": phrase("Reminder"),
  "booking-for-member": phrase("New booking, to a member"),
  "check-in-link": phrase("Check-in"),
  "late-money": phrase("Money that came late"),
  campaign: phrase("Campaign"),
  "miss-you": phrase("We miss you"),
  receipt: phrase("Receipt"),
  invitation: phrase("Invitation"),
  subscription: phrase("Subscription"),
  "turn-called": phrase("Their turn"),
  "waitlist-joined": phrase("On the waiting list"),
  "waitlist-left": phrase("Off the waiting list"),
  "test-message": phrase("Test"),
};

/** What kind of message it is, for people. */
export const messageKind = (say: Say, template: string): string =>
  kinds[template]
    ? say(kinds[template])
    : template.replaceAll("-", " ").replace(/^./, (letter) => letter.toUpperCase());
