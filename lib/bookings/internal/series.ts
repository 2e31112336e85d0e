import { shiftsOn } from "@/lib/availability/hours";
import { holderOf, overlaps, type Span, unite } from "@/lib/availability/spans";
import { openStarts } from "@/lib/availability/visit-plan";
import { findKnown } from "@/lib/customers/customer-by-phone";
import { addDays, startOfDay } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import type { Wish } from "../book-slot";
import { nobodyKnown } from "../deposit-rules";
import type { OpenSlot } from "../list-open-slots";
import type { Clash } from "../rules";
import type { SeriesDate } from "../series-dates";
import { involved, priceOf } from "./candidates";
import { loadHabits } from "./customer-habits";
import { type Found, findPlace, type Seen } from "./decide";
import { businessHoursOf, holidaysShut, instantOf, linesFor, localTimeIn, minuteOf } from "./engine-input";
import { around } from "./place-at";
import { rulesFor } from "./rules-in-force";
import { loadTaken, nothingTaken, type TakenTime } from "./taken-time";

/** A visit that comes round, which a person is known for or not yet. */
export type SeriesWish = Omit<Wish, "who"> & Partial<Pick<Wish, "who">>;

/** What is taken on all of these dates and what the rules ask, in as many statements as for one. */
export async function lookOver(scope: Scope, wish: SeriesWish, dates: readonly SeriesDate[]): Promise<Seen> {
  const { house, lines, who } = wish;
  const days = { from: dates[0]!.date, to: dates.at(-1)!.date };
  const { until } = rulesFor(house, lines, days, { channel: "desk", habits: nobodys }, "any");
  const [from] = around(startOfDay(days.from, house.timeZone));
  const [, last] = around(startOfDay(days.to, house.timeZone));
  // Beyond the horizon nothing is on offer, so nobody asks what is taken there.
  const to = new Date(Math.min(last.getTime(), around(instantOf(until))[1].getTime()));
  const [taken, customer, habits] = await Promise.all([
    from < to ? loadTaken(scope, involved(lines), from, to) : nothingTaken,
    who ? findKnown(scope, who) : null,
    loadHabits(scope, house, lines, who, days),
  ]);
  return { taken, customer, habits, history: nobodyKnown };
}

const nobodys = { usual: {}, visits: [] };

export type Verdict = { date: string } & ({ found: Found } | { clash: Clash });

/** Whether one of them can be had, by the rules by which the desk books; what is in the way when not. */
export function verdictOn(wish: SeriesWish, seen: Seen, { date, at }: SeriesDate): Verdict {
  if (!at) return { date, clash: { why: "no_such_time" } };
  const there = { ...seen, taken: takenAround(seen.taken, at) };
  const found = findPlace(startingAt(wish, at), there);
  return found ? { date, found } : { date, clash: whyNot(wish, there, date, at) };
}

const startingAt = (wish: SeriesWish, startsAt: Date) => ({ ...wish, input: { ...wish.input, startsAt } });

function whyNot(wish: SeriesWish, seen: Seen, date: string, at: Date): Clash {
  const { house, lines } = wish;
  const rules = rulesFor(house, lines, { from: date, to: date }, { channel: "desk", habits: seen.habits }, "any");
  const start = minuteOf(at);
  if (at < now()) return { why: "past" };
  if (start < rules.notBefore) return { why: "too_soon" };
  if (start >= rules.until) return { why: "beyond" };
  const holiday = holidaysShut(house.policy, { from: date, to: date }).get(date);
  if (holiday && !house.days.some(([day]) => day === date)) return { why: "holiday", about: holiday };
  const named = lines.every(({ any }) => !any) ? [...new Set(lines.map(({ staff }) => staff[0]!.name))] : [];
  const about = named.length === 1 ? { about: named[0]! } : {};
  const needsRoom = lines.some(({ service }) => service.needs.length > 0);
  const isFreeOtherwise = findPlace(startingAt(wish, at), { ...seen, taken: nothingTaken });
  // It may be a chair that is wanting.
  if (isFreeOtherwise) return needsRoom ? { why: "taken" } : { why: "taken", ...about };
  return isShut(wish, date, start) ? { why: "closed" } : { why: "away", ...about };
}

/** Whether the house itself is shut then, whoever would work: a house that says nothing of its hours never is. */
function isShut({ house, lines }: SeriesWish, date: string, start: number): boolean {
  const dates = { from: date, to: addDays(date, 1) };
  const business = businessHoursOf(house, dates);
  if (business.weekly.length === 0 && !business.dated?.has(date)) return false;
  const open = unite(shiftsOn({ weekly: [] }, dates, localTimeIn(house.timeZone), business));
  const minutes = lines.reduce((sum, { service }) => sum + service.durationMinutes, 0);
  return !holderOf(open, { from: start, to: start + minutes });
}

/** The day's other free times, in order. */
export function freeOn({ house, lines }: SeriesWish, { taken, habits }: Seen, date: string): OpenSlot[] {
  const { from, to } = dayOf(date, house.timeZone);
  const dates = { from: date, to: date };
  const rules = rulesFor(house, lines, dates, { channel: "desk", habits });
  const there = takenAround(taken, instantOf(from));
  const offered = linesFor(house, lines, { from: date, to: addDays(date, 1) }, there, habits);
  return openStarts(offered, rules, { from, to }).map(({ start, placed }) => ({
    startsAt: instantOf(start).toISOString(),
    staffId: placed[0]!.staffId,
    totalMinor: priceOf(lines, placed),
  }));
}

const dayOf = (date: string, timeZone: string): Span => ({
  from: minuteOf(startOfDay(date, timeZone)),
  to: minuteOf(startOfDay(addDays(date, 1), timeZone)),
});

/** What matters to a start, out of what is taken in half a year. */
function takenAround({ staff, lanes, expired }: TakenTime, at: Date): TakenTime {
  const [from, to] = around(at).map(minuteOf) as [number, number];
  const near = <T extends Span>(all: Map<string, T[]>) =>
    new Map([...all].map(([owner, spans]) => [owner, spans.filter((span) => overlaps(span, { from, to }))]));
  return { staff: near(staff), lanes: near(lanes), expired };
}
