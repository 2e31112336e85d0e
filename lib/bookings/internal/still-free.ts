import type { BookingStatus } from "@/db/schema/bookings";
import { placeVisit } from "@/lib/availability/visit-plan";
import { addDays, localDate } from "@/lib/platform/calendar";
import type { Scope } from "@/lib/tenancy/scope";
import { givesTimeBack, lockTime } from "../take-time";
import { candidates, involved } from "./candidates";
import { linesFor, minuteOf } from "./engine-input";
import { loadHouse } from "./house";
import type { LockedBooking } from "./lock-booking";
import { asAccepted, asItWas, atAnyHour, loadMoving } from "./moving";
import { rulesFor } from "./rules-in-force";
import { holdRules } from "./rules-lock";
import { loadTaken } from "./taken-time";

const dayMs = 86_400_000;

/** Whether time that was given back can be taken again: nobody else's buffers reach into it, and who did it is not away. */
export async function isStillFree(scope: Scope, booking: LockedBooking, becoming: BookingStatus): Promise<boolean> {
  if (!givesTimeBack(booking.status) || givesTimeBack(becoming)) return true;
  const moving = await loadMoving(scope, booking.id);
  const ids = [...new Set(moving.lines.map(({ serviceId }) => serviceId))];
  const [, house] = await Promise.all([holdRules(scope), loadHouse(scope, ids, "promised")]);
  const wanted = candidates(house, moving.lines);
  if (!wanted.found) return false;
  const lines = wanted.found;
  const { staffIds, resourceIds } = involved(lines);
  const startsAt = new Date(booking.startsAt);
  const [from, to] = [new Date(startsAt.getTime() - dayMs), new Date(startsAt.getTime() + 2 * dayMs)];
  const [, taken] = await Promise.all([
    lockTime(scope, [...staffIds, ...resourceIds], booking.phone ?? booking.customerId),
    loadTaken(scope, { staffIds, resourceIds }, from, to, [booking.id]),
  ]);
  const date = localDate(startsAt, house.timeZone);
  const habits = { usual: {}, visits: [] };
  const offered = linesFor(house, lines, { from: date, to: addDays(date, 1) }, taken, habits);
  const rules = rulesFor(house, lines, { from: date, to: date }, { channel: "desk", habits }, "any");
  return placeVisit(atAnyHour(asAccepted(offered, moving)), minuteOf(startsAt), { ...rules, ...asItWas }) !== null;
}
