import { sql } from "drizzle-orm";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";

/** A time that is kept for the customer of a booking to choose. */
export type Proposal = { id: string; startsAt: string; staffName: string; expiresAt: string };

export async function proposalsFor({ tx, tenantId }: Scope, bookingId: string): Promise<Proposal[]> {
  const rows = await tx.execute<{ id: string; starts_at: string; expires_at: string; staff_name: string }>(sql`
    select h.id, h.starts_at, h.expires_at, p.name as staff_name from holds h
    join staff p on p.tenant_id = h.tenant_id and p.id = (h.staff_ids->>0)::uuid
    where h.tenant_id = ${tenantId} and h.booking_id = ${bookingId} and h.ended is null
      and h.expires_at > ${now().toISOString()} order by h.starts_at`);
  return rows.map(({ id, starts_at, expires_at, staff_name }) => ({
    id,
    startsAt: new Date(starts_at).toISOString(),
    expiresAt: new Date(expires_at).toISOString(),
    staffName: staff_name,
  }));
}
