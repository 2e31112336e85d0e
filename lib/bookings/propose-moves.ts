import { sql } from "drizzle-orm";
import { overlaps, type Span } from "@/lib/availability/spans";
import type { Placed } from "@/lib/availability/visit";
import { openStarts, placeVisit } from "@/lib/availability/visit-plan";
import { addDays, daysBetween, localDate, startOfDay } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { askedAmong } from "./internal/asked";
import { type BookingItem, bookingItems } from "./internal/booking-items";
import { type Candidates, candidates, involved } from "./internal/candidates";
import { instantOf, linesFor, minuteOf } from "./internal/engine-input";
import { type House, loadHouse, uuids } from "./internal/house";
import { type Misfit, type PromisedLine, promisedLines, whyMisfit } from "./internal/misfits";
import { asAccepted, asItWas, atAnyHour, loadMovings, type Moving } from "./internal/moving";
import { rulesFor } from "./internal/rules-in-force";
import { loadTaken, type TakenTime } from "./internal/taken-time";

/** What matters more when not both can be kept. */
export type Preferring = "person" | "time";

export type Proposal = {
  booking: BookingItem;
  /** What is wrong with where it is: nobody there to do it, or not what it needs; null when nothing is. */
  why: Misfit | "room" | null;
  /** Its customer is asked to choose another time, and has not. */
  askedAt: string | null;
  /** As the verb that moves it takes it; null when nothing near is free. */
  to: { startsAt: string; staffId?: string | "any"; staffNames: string[] } | null;
};

type Reach = { before: number; after: number };
const farthest: Reach = { before: 3, after: 14 };
/** The days around first: most find their place there, and two weeks of everybody's time take long to look through. */
const reaches: readonly Reach[] = [{ before: 1, after: 1 }, { before: 3, after: 3 }, farthest];
const nobodyKnown = { usual: {}, visits: [] };

/**
 * For each of these bookings that cannot stay the nearest free time, as if those before it had been moved already. Nothing
 * is changed: whoever agrees moves them one by one, and the same engine decides again.
 */
export async function proposeMoves(
  scope: Scope,
  { ids, prefer }: { ids: readonly string[]; prefer: Preferring },
): Promise<Proposal[]> {
  const found = sql`b.id = any(${uuids(ids)})`;
  const [bookings, lines] = [await bookingItems(scope, found, ids.length), await promisedLines(scope, found)];
  if (bookings.length === 0) return [];
  const house = await loadHouse(
    scope,
    lines.map(({ serviceId }) => serviceId),
    "promised",
  );
  const asked = await askedAmong(scope, ids);
  const misplaced = new Map([...whyMisfit(house, lines)].map(([{ bookingId }, why]) => [bookingId, why]));
  const movable = bookings.filter(({ status }) => status === "requested" || status === "confirmed");
  const movings = await loadMovings(
    scope,
    movable.map(({ id }) => id),
  );
  const everybody =
    candidates(
      house,
      lines.map(({ serviceId }) => ({ serviceId })),
    ).found ?? [];
  const taken = await takenAround(scope, house, movable, everybody);
  // Whoever is there and finds a chair stays; the others find their place beside them.
  const staying = new Set<string>();
  for (const booking of bookings) {
    if (misplaced.has(booking.id)) continue;
    const moving = movings.get(booking.id);
    const place = moving && ownPlace(house, booking, moving, taken);
    if (place) take(taken, house, moving, place);
    if (place || !moving) staying.add(booking.id);
  }
  const lessons = lessonsOf(house, movings, lines);
  return bookings.map((booking) => {
    const moving = movings.get(booking.id);
    const askedAt = asked.get(booking.id)?.at ?? null;
    const why = staying.has(booking.id) ? null : (misplaced.get(booking.id) ?? "room");
    if (!moving || !why) return { booking, why, askedAt, to: null };
    const place = nearest(house, booking, moving, taken, prefer, (there) => crossesLesson(there, moving, lessons));
    if (place) take(taken, house, moving, place);
    return { booking, why, askedAt, to: place && toMove(house, moving, place) };
  });
}

/** Where it is, when it can stay there; nobody asks whether it would be offered so. */
function ownPlace(house: House, { startsAt }: BookingItem, moving: Moving, taken: TakenTime): Place | null {
  const wanted = candidates(house, moving.lines).found;
  if (!wanted) return null;
  const date = localDate(new Date(startsAt), house.timeZone);
  const dates = { from: date, to: addDays(date, 1) };
  const lines = asAccepted(linesFor(house, wanted, dates, taken, nobodyKnown), moving);
  const rules = rulesFor(house, wanted, { from: date, to: date }, { channel: "desk", habits: nobodyKnown });
  const start = minuteOf(new Date(startsAt));
  const placed = placeVisit(atAnyHour(lines), start, { ...rules, ...asItWas });
  return placed && { start, placed };
}

async function takenAround(scope: Scope, house: House, movable: BookingItem[], everybody: Candidates) {
  const ranges = movable.map((booking) => datesAround(house, booking));
  const dates = {
    from: ranges.map(({ from }) => from).sort()[0],
    to: ranges
      .map(({ to }) => to)
      .sort()
      .at(-1),
  };
  const [from, to] = [dates.from ?? "2000-01-02", dates.to ?? "2000-01-02"];
  const margin = [addDays(from, -1), addDays(to, 3)].map((date) => startOfDay(date, house.timeZone));
  return loadTaken(scope, involved(everybody), margin[0]!, margin[1]!, { bookings: movable.map(({ id }) => id) });
}

/** Days within reach of where it is, from today on. */
function datesAround({ timeZone }: House, { startsAt }: BookingItem, { before, after }: Reach = farthest) {
  const [today, date] = [localDate(now(), timeZone), localDate(new Date(startsAt), timeZone)];
  const earliest = addDays(date, -before);
  return { from: daysBetween(today, earliest) < 0 ? today : earliest, to: addDays(date, after) };
}

type Place = { start: number; placed: Placed[] };

function nearest(
  house: House,
  booking: BookingItem,
  moving: Moving,
  taken: TakenTime,
  prefer: Preferring,
  isInTheWay: (place: Place) => boolean,
): Place | null {
  const at = minuteOf(new Date(booking.startsAt));
  const among = (same: boolean): Place | null => {
    const asked = moving.lines.map(({ serviceId, staffId }) => ({ serviceId, staffId: same ? staffId : undefined }));
    const wanted = candidates(house, asked).found;
    if (!wanted) return null;
    for (const reach of reaches) {
      const places = startsFor(house, booking, moving, wanted, taken, reach);
      const found = closest(
        places.filter((place) => !isInTheWay(place)),
        at,
      );
      if (found) return found;
    }
    return null;
  };
  const withSame = among(true);
  if (withSame && prefer === "person") return withSame;
  return closest(
    [withSame, among(false)].filter((place) => place !== null),
    at,
  );
}

type Lesson = Span & { bookingId: string; staffId: string; serviceId: string };

/** Where lessons stand whose customers are moved one by one: until the last has gone, none of them begins at another time there. */
function lessonsOf(house: House, movings: ReadonlyMap<string, Moving>, lines: readonly PromisedLine[]): Lesson[] {
  const isLesson = ({ serviceId }: PromisedLine) => {
    const { together = false, seats = 1 } = house.services.get(serviceId) ?? {};
    return together && seats > 1;
  };
  return lines.filter((line) => movings.has(line.bookingId) && isLesson(line));
}

const crossesLesson = ({ placed }: Place, { id, lines }: Moving, lessons: readonly Lesson[]): boolean =>
  placed.some(({ staffId, from, to }, at) =>
    lessons.some(
      (lesson) =>
        lesson.bookingId !== id &&
        lesson.staffId === staffId &&
        lesson.serviceId === lines[at]?.serviceId &&
        lesson.from !== from &&
        overlaps(lesson, { from, to }),
    ),
  );

function startsFor(
  house: House,
  booking: BookingItem,
  moving: Moving,
  wanted: Candidates,
  taken: TakenTime,
  reach: Reach,
): Place[] {
  const dates = datesAround(house, booking, reach);
  const rules = rulesFor(house, wanted, dates, { channel: "desk", habits: nobodyKnown });
  const offered = linesFor(house, wanted, { from: dates.from, to: addDays(rules.lastDate, 1) }, taken, nobodyKnown);
  const range = [dates.from, addDays(rules.lastDate, 1)].map((date) => minuteOf(startOfDay(date, house.timeZone)));
  return openStarts(asAccepted(offered, moving), rules, { from: range[0]!, to: range[1]! });
}

const closest = (places: readonly Place[], at: number): Place | null =>
  places.reduce<Place | null>(
    (best, place) => (best === null || Math.abs(place.start - at) < Math.abs(best.start - at) ? place : best),
    null,
  );

/** The next ones are proposed beside it. */
function take(taken: TakenTime, house: House, { lines }: Moving, { placed }: Place): void {
  for (const [at, { staffId, work, uses }] of placed.entries()) {
    const { before, after, serviceId } = lines[at]!;
    const seatOf = (house.services.get(serviceId)?.seats ?? 1) > 1 ? serviceId : undefined;
    const busy = work.map((span) => ({ ...span, before, after, seatOf }));
    taken.staff.set(staffId, [...(taken.staff.get(staffId) ?? []), ...busy]);
    for (const { poolId, from, to } of uses) {
      taken.lanes.set(poolId, [...(taken.lanes.get(poolId) ?? []), { from, to, id: "", lane: 0 }]);
    }
  }
}

function toMove(house: House, { lines }: Moving, { start, placed }: Place): NonNullable<Proposal["to"]> {
  const staffIds = [...new Set(placed.map(({ staffId }) => staffId))];
  const isSame = placed.every(({ staffId }, at) => staffId === lines[at]!.staffId);
  return {
    startsAt: instantOf(start).toISOString(),
    ...(isSame ? {} : { staffId: staffIds.length === 1 ? staffIds[0]! : "any" }),
    staffNames: staffIds.flatMap((id) => house.staff.find((staff) => staff.id === id)?.name ?? []),
  };
}
