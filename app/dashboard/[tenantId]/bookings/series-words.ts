import type { Clash } from "@/lib/bookings/rules";

/** `every 2 weeks` */
export const everyWeeks = (weeks: number): string => (weeks === 1 ? "every week" : `every ${weeks} weeks`);

/** What is in the way of a date, in a sentence. */
export function clashWords({ why, about }: Clash): string {
  switch (why) {
    case "no_such_time":
      return "The clocks go forward then: that time does not exist.";
    case "past":
      return "That time is over.";
    case "too_soon":
      return "It begins sooner than anything may be booked.";
    case "beyond":
      return "That is farther ahead than anything may be booked.";
    case "holiday":
      return `Closed: ${about}.`;
    case "closed":
      return "Closed at that time.";
    case "away":
      return about ? `${about} is not there then.` : "Nobody who does it is there then.";
    case "taken":
      return about ? `${about} is taken then.` : "Taken at that time.";
  }
}
