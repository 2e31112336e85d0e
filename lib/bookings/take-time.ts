import { type SQL, sql } from "drizzle-orm";
import { isCheck, isOverlap } from "@/db/errors";
import { type BookingStatus, occupancies } from "@/db/schema/bookings";
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

/** The only maker of occupancies. The exclusion constraints refuse (23P01) what somebody else has. */
export const timeOf = (scope: Scope, stretches: readonly Stretch[], lines: readonly Kept[]): Insertion =>
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
      source: "booking" as const,
      bookingLineId: lines[line]!.id,
      // Resources are handed on as they are.
      bufferBeforeMinutes: staffId ? lines[line]!.before : 0,
      bufferAfterMinutes: staffId ? lines[line]!.after : 0,
    })),
  );

/** What has to happen before: others move to another seat or chair, and holds that have run out let go. */
export async function makeRoom(
  scope: Scope,
  { moved, expired }: { moved: readonly { id: string; lane: number }[]; expired: readonly string[] },
): Promise<void> {
  await Promise.all([
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
}

const ofBooking = (scope: Scope, bookingId: string) => sql`
  from booking_lines l
  where l.tenant_id = ${scope.tenantId} and l.booking_id = ${bookingId}
    and o.tenant_id = l.tenant_id and o.booking_line_id = l.id`;

/** Nothing of it will happen; or what has not happened yet will not. */
const givesBackAll: ReadonlySet<BookingStatus> = new Set(["cancelled", "rejected", "expired"]);
const givesBackRest: ReadonlySet<BookingStatus> = new Set(["completed", "no_show"]);

export const givesTimeBack = (status: BookingStatus): boolean => givesBackAll.has(status) || givesBackRest.has(status);

/**
 * Keeps a booking's time level with its status: all of it or the rest given back to the house, or taken again as it was
 * planned. False when it is to be taken again and somebody else has it.
 */
export async function keepTime(
  scope: Scope,
  bookingId: string,
  { was, is, at }: { was: BookingStatus; is: BookingStatus; at: Date },
): Promise<boolean> {
  const lines = ofBooking(scope, bookingId);
  const moment = sql`${at.toISOString()}::timestamptz`;
  if (givesBackAll.has(is)) await scope.tx.execute(sql`update occupancies o set active = false ${lines} and o.active`);
  else if (givesBackRest.has(is))
    await scope.tx.execute(sql`
      update occupancies o set planned = coalesce(planned, span), active = active and lower(span) < ${moment},
        span = case when lower(span) < ${moment} then tstzrange(lower(span), ${moment}) else span end
      ${lines} and upper(span) > ${moment}`);
  else if (givesTimeBack(was)) return takeAgain(scope, lines);
  return true;
}

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
