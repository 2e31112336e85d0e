import { sql } from "drizzle-orm";
import { isOverlap } from "@/db/errors";
import { type InLane, type Sitting, sitDown, sittingOf } from "@/lib/availability/lanes";
import { crowded, meets, type Span } from "@/lib/availability/spans";
import { stretchesOf } from "@/lib/availability/visit";
import { now } from "@/lib/platform/clock";
import { insertTogether } from "@/lib/platform/insert-together";
import type { Scope } from "@/lib/tenancy/scope";
import { makeRoom, timeOf } from "../take-time";
import type { House } from "./house";
import type { PromisedLine } from "./misfits";
import type { Stretch } from "./seating";

/** A chair, room or machine that is taken: by a line of a booking, by what is proposed to a customer, or by a visitor. */
export type TakenUnit = InLane & { resourceId: string; lineId: string | null; holdId: string | null };

/** What of them is taken, and holds that have run out and still stand in the way of the constraint. */
export type TakenUnits = { units: TakenUnit[]; expired: string[] };

/** From now on, in one statement. */
export async function takenUnits(scope: Scope): Promise<TakenUnits> {
  const at = now().toISOString();
  const rows = await scope.tx.execute<TakenUnit & { over: boolean }>(sql`
    select o.id, o.resource_id as "resourceId", o.booking_line_id as "lineId", o.hold_id as "holdId", lower(o.lanes) as lane,
      floor(extract(epoch from lower(o.span)) / 60)::int as "from", ceil(extract(epoch from upper(o.span)) / 60)::int as "to",
      coalesce(o.expires_at <= ${at}, false) as over
    from occupancies o
    where o.tenant_id = ${scope.tenantId} and o.active and o.resource_id is not null and o.ends_at > ${at}
    order by lower(o.span), o.id`);
  return { units: rows.filter(({ over }) => !over), expired: rows.filter(({ over }) => over).map(({ id }) => id) };
}

/** A unit for a line that has had none so far. */
type Seat = Span & { id: string; line: PromisedLine; resourceId: string };

type Seated = {
  /** They do not find one. */
  without: PromisedLine[];
  /** They find one that they need only now. */
  seats: Seat[];
  /** Which one each of those has, and who moves over for them. */
  lanes: Map<string, number>;
};

/**
 * Who finds a chair as the house stands: more may lie in one time than there are, and what was booked when its service
 * needed none takes one that is free, soonest first. What is proposed takes none away from a booking.
 */
export function seatAll(house: House, lines: readonly PromisedLine[], taken: readonly TakenUnit[]): Seated {
  const seated: Seated = { without: [], seats: [], lanes: new Map() };
  for (const [resourceId, quantity] of house.resources) {
    const there = taken.filter((one) => one.resourceId === resourceId);
    const tooMany = {
      bookings: crowded(
        there.filter(({ lineId }) => lineId !== null),
        quantity + 1,
      ),
      all: crowded(there, quantity + 1),
    };
    const having = byOwner(there);
    let sitting = sittingOf(there);
    // Over what is there on purpose, a line takes no chair.
    for (const line of lines.filter(({ overbooked }) => !overbooked)) {
      const own = having.get(line.holdId ?? line.lineId) ?? [];
      if (own.some((one) => meets(line.holdId ? tooMany.all : tooMany.bookings, one))) seated.without.push(line);
      if (own.length > 0) continue;
      const next = seatLine(seated, line, spansIn(house, resourceId, line), { resourceId, quantity, sitting });
      if (next) sitting = next;
      else seated.without.push(line);
    }
  }
  return seated;
}

/** By the line or the hold that has them. */
function byOwner(units: readonly TakenUnit[]): Map<string, TakenUnit[]> {
  const owned = new Map<string, TakenUnit[]>();
  for (const unit of units) {
    const owner = unit.lineId ?? unit.holdId ?? unit.id;
    const list = owned.get(owner);
    if (list) list.push(unit);
    else owned.set(owner, [unit]);
  }
  return owned;
}

type Pool = { resourceId: string; quantity: number; sitting: Sitting };

/** Who sits where then; null when there is none for all of it. */
function seatLine({ seats, lanes }: Seated, line: PromisedLine, spans: Span[], pool: Pool): Sitting | null {
  let { sitting } = pool;
  if (line.holdId && spans.length > 0) return null;
  const found: Seat[] = [];
  const moves = new Map<string, number>();
  for (const [n, span] of spans.entries()) {
    const id = `${pool.resourceId} ${line.lineId} ${n}`;
    const place = sitDown(sitting, { ...span, id }, pool.quantity);
    if (!place) return null;
    for (const one of [...place.moved, { id, lane: place.lane }]) moves.set(one.id, one.lane);
    sitting = place.sitting;
    found.push({ ...span, id, line, resourceId: pool.resourceId });
  }
  seats.push(...found);
  for (const [id, lane] of moves) lanes.set(id, lane);
  return sitting;
}

/** When a line needs one of these from now on: what is over needs none any more. */
function spansIn(house: House, resourceId: string, { serviceId, segments, from, to }: PromisedLine): Span[] {
  const need = house.services.get(serviceId)?.needs.find((one) => one.resourceId === resourceId);
  if (!need) return [];
  const from0 = Math.floor(now().getTime() / 60_000);
  const spans = need.segments
    ? stretchesOf(segments, from).filter((_, at) => need.segments!.includes(at))
    : [{ from, to }];
  return spans.map((span) => ({ from: Math.max(span.from, from0), to: span.to })).filter((span) => span.from < span.to);
}

/** Writes down what `seatAll` has found; time that is only held is held here as well. False when somebody has it after all. */
export async function takeSeats(scope: Scope, { seats, lanes }: Seated, expired: readonly string[]): Promise<boolean> {
  if (seats.length === 0) return true;
  const fresh = new Set(seats.map(({ id }) => id));
  const moved = [...lanes].filter(([id]) => !fresh.has(id)).map(([id, lane]) => ({ id, lane }));
  const until = [...new Set(seats.map(({ line }) => line.heldUntil))];
  try {
    await scope.tx.transaction(async (savepoint) => {
      const inside = { ...scope, tx: savepoint } as Scope;
      await makeRoom(inside, { moved, expired });
      await insertTogether(
        inside,
        until.map((expiresAt) => {
          const some = seats.filter(({ line }) => line.heldUntil === expiresAt);
          const lines = some.map(({ line }) => ({ id: line.lineId, before: 0, after: 0 }));
          const stretches = some.map((seat, line) => stretchOf(seat, line, lanes));
          return timeOf(inside, stretches, lines, expiresAt ? { source: "hold", expiresAt } : { source: "booking" });
        }),
      );
    });
    return true;
  } catch (error) {
    if (isOverlap(error)) return false;
    throw error;
  }
}

const stretchOf = ({ id, from, to, resourceId }: Seat, line: number, lanes: Seated["lanes"]): Stretch => ({
  line,
  staffId: null,
  seatOf: null,
  resourceId,
  from,
  to,
  lane: lanes.get(id)!,
});
