import { sql } from "drizzle-orm";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";

/**
 * What the same customer has booked since this one was placed, and holds now: one of its services once more, or
 * something in its time. What waits for its deposit comes first. Null for nothing.
 */
export async function bookedInstead({ tx, tenantId }: Scope, bookingId: string): Promise<string | null> {
  const at = now().toISOString();
  const [row] = await tx.execute<{ id: string }>(sql`
    select o.id from bookings b
    join bookings o on o.tenant_id = b.tenant_id and o.customer_id = b.customer_id and o.id <> b.id
      and o.created_at >= b.created_at and o.ends_at > ${at}
      and (o.status in ('requested', 'confirmed', 'arrived', 'in_service')
        or (o.status = 'held' and (o.expires_at is null or o.expires_at > ${at})))
    where b.tenant_id = ${tenantId} and b.id = ${bookingId}
      and ((o.starts_at < b.ends_at and o.ends_at > b.starts_at) or exists (
        select 1 from booking_lines l join booking_lines mine on mine.tenant_id = l.tenant_id
          and mine.booking_id = b.id and mine.service_id = l.service_id
        where l.tenant_id = o.tenant_id and l.booking_id = o.id))
    order by (o.deposit is not distinct from 'due' and o.status = 'held') desc, o.created_at desc, o.id desc limit 1`);
  return row?.id ?? null;
}
