import type { Channel } from "@/db/schema/tenants";
import type { Placed } from "@/lib/availability/visit";
import { placeVisit } from "@/lib/availability/visit-plan";
import { addDays, localDate } from "@/lib/platform/calendar";
import type { Candidates } from "./candidates";
import type { Habits } from "./customer-habits";
import { linesFor, minuteOf } from "./engine-input";
import type { House } from "./house";
import { apart, asAccepted, asItWas, atAnyHour, type Moving } from "./moving";
import { rulesFor } from "./rules-in-force";
import type { TakenTime } from "./taken-time";

export type Asking = {
  channel: Channel;
  habits: Habits;
  taken: TakenTime;
  /** A booking that is put elsewhere: what was accepted with it holds. */
  moving?: Moving;
  /** What is put back stands again though the house is shut by now, or it has begun. */
  asItWas?: boolean;
  /** What was kept for a customer is theirs though nobody else would be offered it by now: the rules were others then. */
  kept?: boolean;
};

/** Whether a visit can begin at that instant and who would do it, by the rules that offer times. */
export function placeAt(house: House, lines: Candidates, startsAt: Date, asking: Asking): Placed[] | null {
  const { channel, habits, taken, moving } = asking;
  const date = localDate(startsAt, house.timeZone);
  const offered = linesFor(house, lines, { from: date, to: addDays(date, 1) }, taken, habits);
  const starts = channel === "desk" ? "any" : "on_step";
  const rules = rulesFor(house, lines, { from: date, to: date }, { channel, habits }, starts);
  const accepted = moving ? asAccepted(offered, moving) : offered;
  const judgedBy = asking.asItWas || asking.kept ? { ...rules, ...asItWas } : rules;
  const wanted = asking.asItWas ? atAnyHour(accepted) : asking.kept ? apart(accepted) : accepted;
  return placeVisit(wanted, minuteOf(startsAt), judgedBy);
}

const dayMs = 86_400_000;

/** So much around a start can matter to it. */
export const around = (startsAt: Date): [from: Date, to: Date] => [
  new Date(startsAt.getTime() - dayMs),
  new Date(startsAt.getTime() + 2 * dayMs),
];
