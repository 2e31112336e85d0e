import { type SQL, sql } from "drizzle-orm";
import { isOverlap } from "@/db/errors";
import { type BookingStatus, occupancies } from "@/db/schema/bookings";
import type { Placed } from "@/lib/availability/visit";
import { hasFault } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";
import { type Insertion, rowsOf } from "@/lib/platform/insert-together";
import type { Scope } from "@/lib/tenancy/scope";
import { instantOf } from "./internal/house";

/**
 * Waits for everybody else who is deciding about the same people; released at commit. All locks in one sorted
 * statement, before anything is read, so that nobody waits in a circle.
 */
export async function lockTime(scope: Scope, staffIds: string[], customerPhone: string): Promise<void> {
  if (hasFault("no-locks")) return;
  const keys = [...staffIds, customerPhone].map((key) => `${scope.tenantId} ${key}`);
  await scope.tx.execute(sql`
    select pg_advisory_xact_lock(key) from (
      select distinct hashtextextended(name, 0) as key from jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb) as name
      order by key
    ) as sorted`);
}

type Taking = { lineId: string; placed: Placed; before: number; after: number };

/** The only maker of occupancies. The exclusion constraint refuses (23P01) what somebody else has. */
export const timeOf = (scope: Scope, takings: Taking[]): Insertion =>
  rowsOf(
    occupancies,
    takings.flatMap(({ lineId, placed, before, after }) =>
      placed.work.map((work) => ({
        tenantId: scope.tenantId,
        id: newId(),
        staffId: placed.staffId,
        span: `[${instantOf(work.from).toISOString()},${instantOf(work.to).toISOString()})`,
        source: "booking" as const,
        bookingLineId: lineId,
        bufferBeforeMinutes: before,
        bufferAfterMinutes: after,
      })),
    ),
  );

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
  else if (givesBackAll.has(was) || givesBackRest.has(was)) return takeAgain(scope, lines);
  return true;
}

async function takeAgain(scope: Scope, lines: SQL): Promise<boolean> {
  try {
    await scope.tx.transaction((savepoint) =>
      savepoint.execute(
        sql`update occupancies o set active = true, span = coalesce(planned, span), planned = null ${lines}`,
      ),
    );
    return true;
  } catch (error) {
    if (isOverlap(error)) return false;
    throw error;
  }
}
