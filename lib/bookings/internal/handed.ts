import { sql } from "drizzle-orm";
import type { HandoverChoice } from "@/db/schema/customer-files";
import type { Scope } from "@/lib/tenancy/scope";

/** It came in on `onNumberOf` under the name that was typed, until somebody said whose it is. */
export type Handed = { choice: HandoverChoice; typed: string; onNumberOf: string; who: string | null };

/** Null for a booking that nobody had to think about, or that was given back. */
export async function handedOver({ tx, tenantId }: Scope, bookingId: string): Promise<Handed | null> {
  const [row] = await tx.execute<Handed>(sql`
    select h.choice, h.booked_as->>'name' as typed, c.name as "onNumberOf", u.name as who
    from booking_handovers h
    join bookings b on b.tenant_id = h.tenant_id and b.id = h.booking_id and b.customer_id = h.to_customer_id
    join customers c on c.tenant_id = h.tenant_id and c.id = h.from_customer_id
    left join users u on u.id = h.by_user_id
    where h.tenant_id = ${tenantId} and h.booking_id = ${bookingId} and h.undone_at is null
    order by h.created_at desc, h.id desc limit 1`);
  return row ? { ...row } : null;
}
