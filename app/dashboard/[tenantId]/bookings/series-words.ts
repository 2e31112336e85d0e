import type { Say } from "@/app/_words/say";
import type { Clash } from "@/lib/bookings/rules";

/** `every 2 weeks` */
export const everyWeeks = (say: Say, weeks: number): string =>
  say("{weeks, plural, one {every week} other {every {weeks} weeks}}", { weeks });

/** What is in the way of a date, in a sentence. */
export function clashWords(say: Say, { why, about }: Clash): string {
  switch (why) {
    case "no_such_time":
      return say("The clocks go forward then: that time does not exist.");
    case "past":
      return say("That time is over.");
    case "too_soon":
      return say("It begins sooner than anything may be booked.");
    case "beyond":
      return say("That is farther ahead than anything may be booked.");
    case "holiday":
      return say("Closed: {about}.", { about: about ?? "" });
    case "closed":
      return say("Closed at that time.");
    case "away":
      return about ? say("{about} is not there then.", { about }) : say("Nobody who does it is there then.");
    case "taken":
      return about ? say("{about} is taken then.", { about }) : say("Taken at that time.");
  }
}
