import { type SQL, sql } from "drizzle-orm";
import { now } from "@/lib/platform/clock";
import { askedForMs, heldUpMs } from "../rules";

const instant = (ms: number) => sql`${new Date(now().getTime() + ms).toISOString()}::timestamptz`;

/**
 * Over `b`: it is about to begin, or should have, and whoever serves in it is busy with one that is still in service when
 * its time is over, and was not merely forgotten.
 */
export const heldUp = (): SQL => sql`(
  b.status in ('requested', 'confirmed', 'arrived') and b.starts_at <= ${instant(heldUpMs)} and b.ends_at > ${instant(-askedForMs)}
  and exists (
    select 1 from booking_lines m
    join booking_lines o on o.tenant_id = m.tenant_id and o.staff_id = m.staff_id and o.ends_at <= m.starts_at
      and o.starts_at > ${instant(-2 * askedForMs)}
    join bookings r on r.tenant_id = o.tenant_id and r.id = o.booking_id and r.ends_at = o.ends_at
    where m.tenant_id = b.tenant_id and m.booking_id = b.id and m.starts_at <= ${instant(heldUpMs)}
      and r.status = 'in_service' and r.ends_at < ${instant(0)} and r.ends_at > ${instant(-askedForMs)}))`;
