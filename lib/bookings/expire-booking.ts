import { sql } from "drizzle-orm";
import type { BookingStatus } from "@/db/schema/bookings";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { changeBooking } from "./change-booking";

type Due = { status: BookingStatus; starts_at: string; ends_at: string; staff_ids: string[] | null };

/** A request that nobody answered and time that nobody confirmed end; what was answered or waits longer by now stays. */
export async function expireBooking(scope: Scope, id: string): Promise<void> {
  const due = await scope.tx.execute(sql`
    select 1 from bookings where tenant_id = ${scope.tenantId} and id = ${id} and status in ('requested', 'held')
      and expires_at <= ${now().toISOString()} for update`);
  if (due.length === 0) return;
  const [booking] = await scope.tx.execute<Due>(sql`
    select b.status, b.starts_at, b.ends_at, (select array_agg(distinct o.staff_id)
      from booking_lines l join occupancies o on o.tenant_id = l.tenant_id and o.booking_line_id = l.id and o.active
      where l.tenant_id = b.tenant_id and l.booking_id = b.id and o.staff_id is not null) as staff_ids
    from bookings b where b.tenant_id = ${scope.tenantId} and b.id = ${id}`);
  const { status, staff_ids } = booking!;
  const expired = await changeBooking(scope, { id, move: "expire", from: status });
  // Who was quicker than this job has its time already.
  if (!expired.ok || !staff_ids) return;
  const [startsAt, endsAt] = [booking!.starts_at, booking!.ends_at].map((at) => new Date(at).toISOString());
  recordEvent(scope, { name: "slot.freed", holdId: id, staffIds: staff_ids, startsAt: startsAt!, endsAt: endsAt! });
}
