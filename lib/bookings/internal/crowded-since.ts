import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";

/**
 * Whether what has come since then leaves a booking no room where it was, though nothing lies upon it: somebody's time
 * whose buffers reach into it, a lesson that begins at another time, or time off. What was there before was there with it, and is for people to judge.
 */
export async function crowdedSince(scope: Scope, bookingId: string, since: Date): Promise<boolean> {
  const { tenantId } = scope;
  const after = since.toISOString();
  const minutes = (column: string) => sql.raw(`${column} * interval '1 minute'`);
  const between = (own: string, other: string) => sql`case when t.policy->>'buffers' = 'add'
    then ${minutes(own)} + ${minutes(other)} else greatest(${minutes(own)}, ${minutes(other)}) end`;
  const rows = await scope.tx.execute(sql`
    with own as (
      select o.id, o.staff_id, coalesce(o.planned, o.span) as span, o.seat_of,
        o.buffer_before_minutes as before, o.buffer_after_minutes as after
      from occupancies o join booking_lines l on l.tenant_id = o.tenant_id and l.id = o.booking_line_id
      where o.tenant_id = ${tenantId} and l.booking_id = ${bookingId} and o.staff_id is not null and o.source <> 'overbooking'
    )
    select 1 from own cross join tenants t where t.id = ${tenantId} and (
      exists (
        select 1 from occupancies o
        left join booking_lines l on l.tenant_id = o.tenant_id and l.id = o.booking_line_id
        left join bookings b on b.tenant_id = l.tenant_id and b.id = l.booking_id
        left join holds h on h.tenant_id = o.tenant_id and h.id = o.hold_id
        where o.tenant_id = t.id and o.staff_id = own.staff_id and o.active and o.source <> 'overbooking'
          and l.booking_id is distinct from ${bookingId} and o.ends_at > lower(own.span) - interval '1 day'
          and (own.seat_of is null or o.seat_of is distinct from own.seat_of or (
            o.span && own.span and lower(o.span) <> lower(own.span) and exists (select 1 from services s
              where s.tenant_id = t.id and s.id = own.seat_of and s.together and s.seats > 1)))
          and o.span && tstzrange(lower(own.span) - (${between("own.before", "o.buffer_after_minutes")}),
            upper(own.span) + (${between("own.after", "o.buffer_before_minutes")}))
          and (b.created_at > ${after} or h.created_at > ${after} or exists (select 1 from booking_changes c
            where c.tenant_id = b.tenant_id and c.booking_id = b.id and c.created_at > ${after})))
      or exists (
        select 1 from time_off a where a.tenant_id = t.id and a.staff_id = own.staff_id and a.status = 'approved'
          and a.span && own.span and coalesce(a.decided_at, a.asked_at) > ${after})
    ) limit 1`);
  return rows.length > 0;
}
