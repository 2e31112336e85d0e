import { type SQL, sql } from "drizzle-orm";
import { isCheck, isOverlap } from "@/db/errors";
import { type BookingStatus, type HoldEnd, occupancies } from "@/db/schema/bookings";
import { now } from "@/lib/platform/clock";
import { hasFault } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";
import { type Insertion, rowsOf } from "@/lib/platform/insert-together";
import type { Scope } from "@/lib/tenancy/scope";
import { instantOf } from "./internal/engine-input";
import { uuids } from "./internal/house";
import type { Stretch } from "./internal/seating";

/**
 * Waits for everybody else who is deciding about the same people and resources; released at commit. All locks in one sorted
 * statement, before anything is read, so that nobody waits in a circle.
 */
export async function lockTime(scope: Scope, ids: readonly string[], customerPhone: string): Promise<void> {
  if (hasFault("no-locks")) return;
  const keys = [...ids, customerPhone].map((key) => `${scope.tenantId} ${key}`);
  await scope.tx.execute(sql`
    select pg_advisory_xact_lock(key) from (
      select distinct hashtextextended(name, 0) as key from jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb) as name
      order by key
    ) as sorted`);
}

type Kept = { id: string; before: number; after: number };

/** A booking's own time; time kept until an instant, for a booking or a hold; or over what is taken, on purpose. */
export type As =
  | { source: "booking" | "overbooking" }
  | { source: "hold"; expiresAt: string; holdId?: string | undefined };

/** What somebody keeps for something else; refused in the same way. With `timeOf` the only maker of occupancies. */
export const spanOf = (scope: Scope, block: { id: string; staffId: string; startsAt: Date; endsAt: Date }): Insertion =>
  rowsOf(occupancies, [
    {
      tenantId: scope.tenantId,
      id: newId(),
      staffId: block.staffId,
      span: `[${block.startsAt.toISOString()},${block.endsAt.toISOString()})`,
      source: "block",
      blockId: block.id,
    },
  ]);

/** A block is taken off: its time is anybody's. */
export const freeBlock = (scope: Scope, blockId: string) =>
  scope.tx.execute(sql`
    update occupancies o set active = false
    where o.tenant_id = ${scope.tenantId} and o.block_id = ${blockId} and o.active`);

/** What a booking or a hold takes. The exclusion constraints refuse (23P01) what somebody else has. */
export const timeOf = (scope: Scope, stretches: readonly Stretch[], lines: readonly Kept[], as: As): Insertion =>
  rowsOf(
    occupancies,
    stretches.map(({ line, staffId, resourceId, seatOf, from, to, lane }) => ({
      tenantId: scope.tenantId,
      id: newId(),
      staffId,
      resourceId,
      seatOf,
      span: `[${instantOf(from).toISOString()},${instantOf(to).toISOString()})`,
      lanes: lane === null ? "[0,)" : `[${lane},${lane + 1})`,
      source: as.source,
      bookingLineId: "holdId" in as && as.holdId ? null : lines[line]!.id,
      holdId: ("holdId" in as && as.holdId) || null,
      expiresAt: as.source === "hold" ? new Date(as.expiresAt) : null,
      // Resources are handed on as they are.
      bufferBeforeMinutes: staffId ? lines[line]!.before : 0,
      bufferAfterMinutes: staffId ? lines[line]!.after : 0,
    })),
  );

type Room = {
  moved: readonly { id: string; lane: number }[];
  expired: readonly string[];
  /** What was kept for whoever comes in now. */
  own?: string | undefined;
};

/** What has to happen before: others move to another seat or chair, and holds that have run out let go. Answers what was their own. */
export async function makeRoom(scope: Scope, { moved, expired, own }: Room): Promise<Freed[]> {
  const [freed] = await Promise.all([
    own ? letGo(scope, sql`h.id = ${own} and h.visitor is not null`, "taken") : [],
    expired.length > 0 &&
      scope.tx.execute(sql`
        update occupancies set active = false
        where tenant_id = ${scope.tenantId} and id = any(${uuids(expired)}) and expires_at <= ${now().toISOString()}`),
    // All in one statement: the constraint looks when it has ended, so two may change places.
    moved.length > 0 &&
      scope.tx.execute(sql`
        update occupancies o set lanes = int4range(m.lane, m.lane + 1)
        from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as m (id uuid, lane int)
        where o.tenant_id = ${scope.tenantId} and o.id = m.id`),
  ]);
  return freed;
}

const ofBooking = (scope: Scope, bookingId: string) => sql`
  from booking_lines l
  where l.tenant_id = ${scope.tenantId} and l.booking_id = ${bookingId}
    and o.tenant_id = l.tenant_id and o.booking_line_id = l.id`;

/** Nothing of it will happen; or what has not happened yet will not. */
const givesBackAll: ReadonlySet<BookingStatus> = new Set(["cancelled", "rejected", "expired"]);
const givesBackRest: ReadonlySet<BookingStatus> = new Set(["completed", "no_show"]);

/**
 * Keeps a booking's time level with its status: all of it or the rest given back to the house, or taken again as it was
 * planned. False when it is to be taken again and somebody else has it.
 */
export async function keepTime(
  scope: Scope,
  bookingId: string,
  { was, is, at, expiresAt }: { was: BookingStatus; is: BookingStatus; at: Date; expiresAt: string | null },
): Promise<boolean> {
  const lines = ofBooking(scope, bookingId);
  const moment = sql`${at.toISOString()}::timestamptz`;
  if (givesBackAll.has(is)) await giveBack(scope, [bookingId]);
  else if (givesBackRest.has(is))
    await scope.tx.execute(sql`
      update occupancies o set planned = coalesce(planned, span), active = active and lower(span) < ${moment},
        span = case when lower(span) < ${moment} then tstzrange(lower(span), ${moment}) else span end
      ${lines} and upper(span) > ${moment}`);
  else if (givesBackAll.has(was) || givesBackRest.has(was)) return takeAgain(scope, lines);
  else if (was === "held" || is === "held")
    await scope.tx.execute(sql`
      update occupancies o set source = ${is === "held" ? "hold" : "booking"}, expires_at = ${is === "held" ? expiresAt : null}
      ${lines} and o.active`);
  return true;
}

/** All that these bookings take is anybody's again. */
export const giveBack = (scope: Scope, bookingIds: readonly string[]) =>
  scope.tx.execute(sql`
    update occupancies o set active = false from booking_lines l
    where l.tenant_id = ${scope.tenantId} and l.booking_id = any(${uuids(bookingIds)})
      and o.tenant_id = l.tenant_id and o.booking_line_id = l.id and o.active`);

/** Holds that `which` (over `h`) picks are kept no longer; answers those whose time nobody has taken meanwhile. */
export async function letGo(scope: Scope, which: SQL, ended: HoldEnd): Promise<Freed[]> {
  const rows = await scope.tx.execute<{
    id: string;
    staff_ids: string[];
    starts_at: string;
    ends_at: string;
    free: boolean;
  }>(sql`
    with gone as (
      update holds h set ended = ${ended} where h.tenant_id = ${scope.tenantId} and h.ended is null and ${which}
      returning h.id, h.staff_ids, h.starts_at, h.ends_at
    ), freed as (
      update occupancies o set active = false from gone
      where o.tenant_id = ${scope.tenantId} and o.hold_id = gone.id and o.active returning o.hold_id
    )
    select gone.*, exists (select 1 from freed where freed.hold_id = gone.id) as free from gone`);
  return rows
    .filter(({ free }) => free)
    .map(({ id, staff_ids, starts_at, ends_at }) => ({
      holdId: id,
      staffIds: staff_ids,
      startsAt: new Date(starts_at).toISOString(),
      endsAt: new Date(ends_at).toISOString(),
    }));
}

export type Freed = { holdId: string; staffIds: string[]; startsAt: string; endsAt: string };

/** Whoever had a person alone for this service has one seat of its class from now on: the others can be had. */
export const becomeClass = (scope: Scope, serviceId: string) =>
  scope.tx.execute(sql`
    update occupancies o set seat_of = ${serviceId}, lanes = '[0,1)' from booking_lines l
    where l.tenant_id = ${scope.tenantId} and l.service_id = ${serviceId} and o.tenant_id = l.tenant_id
      and o.booking_line_id = l.id and o.staff_id is not null and o.seat_of is null and o.active
      and o.source <> 'overbooking' and o.ends_at > ${now().toISOString()}`);

/** A booking's time is kept until another instant. */
export const keepUntil = (scope: Scope, bookingId: string, expiresAt: Date) =>
  scope.tx.execute(sql`
    update occupancies o set expires_at = ${expiresAt.toISOString()} ${ofBooking(scope, bookingId)} and o.active`);

async function takeAgain(scope: Scope, lines: SQL): Promise<boolean> {
  try {
    await scope.tx.transaction(async (savepoint) => {
      // Seats and chairs: any that is free in that time, and none beyond those that there are.
      await savepoint.execute(sql`
        update occupancies o set lanes = coalesce((
          select int4range(n, n + 1) from generate_series(0, (
            select coalesce(r.quantity, s.seats) from booking_lines own
            left join resources r on r.tenant_id = own.tenant_id and r.id = o.resource_id
            left join services s on s.tenant_id = own.tenant_id and s.id = o.seat_of
            where own.tenant_id = o.tenant_id and own.id = o.booking_line_id) - 1) n
          where not exists (select 1 from occupancies other
            where other.tenant_id = o.tenant_id and other.active and other.id <> o.id
              and other.resource_id is not distinct from o.resource_id and other.staff_id is not distinct from o.staff_id
              and other.ends_at > lower(o.span) and other.span && coalesce(o.planned, o.span)
              and other.lanes && int4range(n, n + 1))
          order by n limit 1), 'empty')
        ${lines} and (o.resource_id is not null or o.seat_of is not null)`);
      await savepoint.execute(
        sql`update occupancies o set active = true, span = coalesce(planned, span), planned = null ${lines}`,
      );
    });
    return true;
  } catch (error) {
    // No lane is left: the constraint on them says so.
    if (isOverlap(error) || isCheck(error, "occupancies_lanes_bounded")) return false;
    throw error;
  }
}

/** All of a booking's time, to be taken anew in the same transaction. */
export const dropTime = (scope: Scope, bookingId: string) =>
  scope.tx.execute(sql`
    delete from occupancies o using booking_lines l
    where l.tenant_id = ${scope.tenantId} and l.booking_id = ${bookingId}
      and o.tenant_id = l.tenant_id and o.booking_line_id = l.id`);
