/** Minutes of the day; equal for never. */
export type QuietHours = { quietFrom: number; quietUntil: number };

export type MessageSettings = QuietHours & {
  /** What letters come from; empty for the business's name. */
  fromName: string;
  /** Empty for the business's own address. */
  replyTo: string;
  /** Minutes before a visit, longest first. */
  remindBefore: number[];
  /** Of `switches`, what is not sent. */
  off: string[];
};

/** What a business may leave unsent, by the message's template, and what it is called. */
export const switches = {
  "booking-placed": "Booking received",
  "booking-accept": "Booking approved",
  "booking-decline": "Booking declined",
  "booking-move": "Booking moved",
  "booking-cancel": "Booking cancelled",
  "booking-reminder": "Reminder of a visit",
  "booking-miss": "Did not come",
  "waitlist-joined": "On the waiting list",
  "visit-of-child": "A child’s visit is paid",
  "customer-welcome": "Welcome, to who was added by hand",
  "customer-contact": "You changed their number or e-mail",
  "customer-blocked": "May not book by themself any more",
  "customer-unblocked": "May book by themself again",
  receipt: "Receipt",
} as const satisfies Record<string, string>;

/** Messages that would have somebody come or buy: they go to who allows it, by the way they allow, and can wait. */
export const advertising = ["campaign", "miss-you", "reward-within-reach", "referral-points", "voucher-given"] as const;
export type Advertising = (typeof advertising)[number];
export const isAdvertising = (template: string): template is Advertising =>
  (advertising as readonly string[]).includes(template);

/** What can wait until quiet hours are over, also when it is tried again or goes another way. */
export const isCalm = (template: string): boolean => template === "booking-reminder" || isAdvertising(template);

export const messageDefaults = {
  fromName: "",
  replyTo: "",
  quietFrom: 21 * 60,
  quietUntil: 7 * 60,
  remindBefore: [24 * 60, 2 * 60],
  off: ["booking-miss", "customer-blocked", "customer-unblocked"],
} as const satisfies MessageSettings | { [K in keyof MessageSettings]: unknown };

export const mostReminders = 4;
/** In minutes before a visit. */
export const soonestReminder = 15;
export const earliestReminder = 14 * 24 * 60;

/** Whether a minute of the day is quiet; the hours may go over midnight. */
export function isQuiet({ quietFrom, quietUntil }: QuietHours, minute: number): boolean {
  if (quietFrom === quietUntil) return false;
  return quietFrom < quietUntil
    ? minute >= quietFrom && minute < quietUntil
    : minute >= quietFrom || minute < quietUntil;
}

/** So many minutes until it is no longer quiet; 0 when it is not. */
export const minutesOfQuiet = (hours: QuietHours, minute: number): number =>
  isQuiet(hours, minute) ? (hours.quietUntil - minute + 1440) % 1440 : 0;

/**
 * The last moment at which a reminder still makes sense: half of its time before the visit has gone by. Whoever has a
 * later reminder is told by that.
 */
export const tooLateToRemind = (startsAt: Date, minutesBefore: number): Date =>
  new Date(startsAt.getTime() - (minutesBefore * 60_000) / 2);
