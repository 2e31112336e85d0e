import { setImmediate as othersFirst } from "node:timers/promises";
import type { Channel } from "@/db/schema/tenants";
import { mostAtOnce, overlaps, type Span } from "@/lib/availability/spans";
import type { Line, Placed } from "@/lib/availability/visit";
import { startsInTurn } from "@/lib/availability/visit-plan";
import { addDays, daysBetween, startOfDay } from "@/lib/platform/calendar";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { nobodyKnown, type VisitHistory } from "./deposit-rules";
import { type Candidates, candidates, involved, priceOf } from "./internal/candidates";
import { type Habits, loadHabits } from "./internal/customer-habits";
import { depositDue, loadHistory } from "./internal/customer-history";
import { type Dates, instantOf, linesFor, minuteOf } from "./internal/engine-input";
import { type House, loadHouse } from "./internal/house";
import { acceptedPrice, asAccepted, type Moving } from "./internal/moving";
import { rulesFor } from "./internal/rules-in-force";
import { type But, loadTaken, nothingTaken, seatsOf, type TakenTime } from "./internal/taken-time";

/** `seatsLeft` of a class: places that are still to be had. */
/** `depositMinor`: at the desk, what could be asked for beforehand. */
export type OpenSlot = {
  startsAt: string;
  staffId: string;
  totalMinor: number;
  seatsLeft?: number;
  depositMinor?: number;
};
export type OpenDays = { timeZone: string; days: { date: string; slots: OpenSlot[] }[] };

export type AskedLine = { serviceId: string; staffId?: string | undefined; addonIds?: readonly string[] | undefined };

type Asked = {
  serviceId: string;
  staffId: string | "any";
  addonIds?: readonly string[];
  /** Services that follow in the same visit. */
  more?: readonly AskedLine[];
  from: string;
  to: string;
  channel?: Channel;
  /** Of the customer, when they are known: what they have that day and who served them last may count. */
  phone?: string;
  /** What is kept for whoever asks is free to them. */
  hold?: string | undefined;
  /** The desk asks, for one of the house's customers or for somebody new. */
  asker?: { customerId: string | undefined };
};

/** Free times of a service, or of a visit that begins with it, by local date, for one staff member or anyone. Days without any are there, empty. */
export async function listOpenSlots(
  scope: Scope,
  asked: Asked,
): Promise<Result<OpenDays, { refusal: "unknown_service" } | { refusal: "unknown_staff" }>> {
  const { serviceId, addonIds, more = [] } = asked;
  const staffId = asked.staffId === "any" ? undefined : asked.staffId;
  const lines = [{ serviceId, staffId, addonIds }, ...more];
  const house = await loadHouse(
    scope,
    lines.map(({ serviceId }) => serviceId),
  );
  const wanted = candidates(house, lines);
  if (!wanted.found) return refuse(wanted.missing === "service" ? "unknown_service" : "unknown_staff");

  const dates = { from: asked.from, to: asked.to };
  const habits = await loadHabits(scope, house, wanted.found, asked.phone ? { phone: asked.phone } : undefined, dates);
  const asker = { channel: asked.channel ?? "public", habits };
  const but = asked.hold ? { hold: asked.hold } : undefined;
  const history = await historyFor(scope, house, wanted.found, asked.asker);
  const slots = await openSlots(scope, house, wanted.found, dates, { ...asker, history }, undefined, but);
  return ok({ timeZone: house.timeZone, days: inDays(slots, dates, house.timeZone) });
}

/** Null where nobody is asked for a deposit at the desk. */
async function historyFor(scope: Scope, house: House, lines: Candidates, asker: Asked["asker"]) {
  if (!asker) return null;
  const { customerId } = asker;
  if (!customerId) return nobodyKnown;
  return loadHistory(scope, house, lines, { customerId }, { source: "desk", asksDeposit: true });
}

/** Each slot under its local date; days without any are there, empty. */
export function inDays(slots: readonly OpenSlot[], dates: Dates, timeZone: string): OpenDays["days"] {
  const length = daysBetween(dates.from, dates.to);
  const days = Array.from({ length: length + 1 }, (_, day) => addDays(dates.from, day)).map((date) => ({
    date,
    slots: [] as OpenSlot[],
    ends: startOfDay(addDays(date, 1), timeZone).toISOString(),
  }));
  // Both are in order, so each slot is looked at once.
  let at = 0;
  for (const slot of slots) {
    while (at < length && slot.startsAt >= days[at]!.ends) at++;
    days[at]!.slots.push(slot);
  }
  return days.map(({ date, slots: open }) => ({ date, slots: open }));
}

/** Free starts of a visit, with who would do its first service and what it would cost. */
export async function openSlots(
  scope: Scope,
  house: House,
  wanted: Candidates,
  dates: Dates,
  asker: { channel: Channel; habits: Habits; history?: VisitHistory | null },
  moving?: Moving,
  but: But | null | undefined = moving && { bookings: [moving.id] },
): Promise<OpenSlot[]> {
  const rules = rulesFor(house, wanted, dates, asker);
  // A day of margin on both sides: shifts and visits run over midnight.
  const from = startOfDay(addDays(dates.from, -1), house.timeZone);
  const to = startOfDay(addDays(rules.lastDate, 2), house.timeZone);
  const taken = from < to ? await loadTaken(scope, involved(wanted), from, to, but ?? undefined) : nothingTaken;
  const offered = linesFor(house, wanted, { from: dates.from, to: addDays(rules.lastDate, 1) }, taken, asker.habits);
  const lines = moving ? asAccepted(offered, moving) : offered;
  const starts = startsInTurn(lines, rules);
  const found: ReturnType<typeof starts> = [];
  for (const asked of partsOf(dates.from, addDays(rules.lastDate, 1), lines.length, house.timeZone)) {
    found.push(...starts(asked));
    if (lines.length > 1) await othersFirst();
  }
  return found.map(({ start, placed }) => ({
    startsAt: instantOf(start).toISOString(),
    staffId: placed[0]!.staffId,
    totalMinor: moving ? acceptedPrice(moving) : priceOf(wanted, placed),
    ...seatsLeftOf(lines, placed, taken),
    ...(asker.history ? depositOf(house, wanted, placed, instantOf(start), asker.history) : null),
  }));
}

function depositOf(house: House, lines: Candidates, placed: Placed[], startsAt: Date, history: VisitHistory) {
  const depositMinor = depositDue(house, lines, placed, { startsAt, history });
  return depositMinor === null ? null : { depositMinor };
}

/** All at once for one service, which takes milliseconds; a visit of several day by day, so that nobody else waits for all of it. */
function partsOf(from: string, to: string, services: number, timeZone: string): Span[] {
  const length = Math.max(0, daysBetween(from, to));
  const dates = services > 1 ? Array.from({ length: length + 1 }, (_, day) => addDays(from, day)) : [from, to];
  const edges = dates.map((date) => minuteOf(startOfDay(date, timeZone)));
  return edges.slice(1).map((edge, at) => ({ from: edges[at]!, to: edge }));
}

/** Of one class by itself; in a visit of several services each may have a number of its own. */
function seatsLeftOf([line, ...more]: readonly Line[], [placed]: readonly Placed[], taken: TakenTime) {
  if (!line?.seats || line.seats === 1 || !placed || more.length > 0) return null;
  const seated = taken.lanes.get(seatsOf(placed.staffId, line.serviceId)) ?? [];
  const beside = seated.filter((seat) => overlaps(seat, placed));
  return { seatsLeft: line.seats - mostAtOnce(beside) };
}
