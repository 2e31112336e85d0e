import type { Placed } from "@/lib/availability/visit";
import { openStarts, placeVisit } from "@/lib/availability/visit-plan";
import { atMinute, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { ownOffer } from "./internal/candidates";
import { instantOf, minuteOf } from "./internal/engine-input";
import type { House } from "./internal/house";
import { seatVisit } from "./internal/seating";
import { asked, loadSeveral, type Wanted } from "./internal/several";
import { seatsOf, type TakenTime } from "./internal/taken-time";

/** When somebody who is here now could begin today, and with whom. */
export type StartToday = { startsAt: string; endsAt: string; staffId: string; staffName: string; isNow: boolean };

/** Somebody who is here sits down when a chair is free, not when the quarter strikes. */
const stepMinutes = 5;

/**
 * The engine's earliest start today for each who waits, one after the other: whoever comes first has taken their time
 * when the next one is reckoned. `after` are wishes that come behind all of them, each for itself. Null for not today.
 */
export async function startsInTurn(scope: Scope, waiting: readonly Wanted[], after: readonly Wanted[] = []) {
  const todayIn = (timeZone: string) => {
    const today = localDate(now(), timeZone);
    return { from: today, to: today };
  };
  const { house, dates, taken } = await loadSeveral(scope, [...waiting, ...after], todayIn);
  const earliest = (one: Wanted, busy: TakenTime) => {
    const question = asked(house, one, dates, busy);
    if (!question) return null;
    const { lines, rules } = question;
    const atOnce = Math.ceil(minuteOf(now()));
    const here = placeVisit(lines, atOnce, { ...rules, starts: "any" });
    const range = { from: atOnce, to: minuteOf(atMinute(dates.from, 24 * 60, house.timeZone)) };
    const placed = here ?? openStarts(lines, { ...rules, step: stepMinutes }, range)[0]?.placed;
    return placed ? { placed, isNow: here !== null, found: question.found } : null;
  };
  let busy = taken;
  const inTurn = waiting.map((one) => {
    const start = earliest(one, busy);
    if (start) busy = withVisit(house, start, busy);
    return start && told(house, start);
  });
  const behind = after.map((one) => {
    const start = earliest(one, busy);
    return start && told(house, start);
  });
  return { inTurn, behind };
}

type Start = { placed: Placed[]; isNow: boolean; found: NonNullable<ReturnType<typeof asked>>["found"] };

function told(house: House, { placed, isNow }: Start): StartToday {
  const [first] = placed as [Placed];
  return {
    startsAt: instantOf(first.from).toISOString(),
    endsAt: instantOf(placed.at(-1)!.to).toISOString(),
    staffId: first.staffId,
    staffName: house.staff.find(({ id }) => id === first.staffId)?.name ?? "",
    isNow,
  };
}

/** What is taken once they sit there, too. */
function withVisit(house: House, { placed, found }: Start, taken: TakenTime): TakenTime {
  const next = { ...taken, staff: new Map(taken.staff), lanes: new Map(taken.lanes) };
  const put = <T>(map: Map<string, T[]>, key: string, one: T) => map.set(key, [...(map.get(key) ?? []), one]);
  for (const [at, stretch] of (seatVisit(house, found, placed, taken)?.stretches ?? []).entries()) {
    const { staffId, resourceId, seatOf, from, to, lane } = stretch;
    const { service, staff } = found[stretch.line]!;
    const { before, after } = ownOffer(service, staff.find(({ id }) => id === placed[stretch.line]!.staffId)!);
    if (staffId) put(next.staff, staffId, { from, to, before, after, seatOf: seatOf ?? undefined });
    const seat = { from, to, id: `waiting ${at}`, lane: lane ?? 0 };
    if (resourceId) put(next.lanes, resourceId, seat);
    else if (staffId && seatOf) put(next.lanes, seatsOf(staffId, seatOf), seat);
  }
  return next;
}
