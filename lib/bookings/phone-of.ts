import { sql } from "drizzle-orm";
import { reachedPhone } from "@/lib/customers/reached";
import type { Scope } from "@/lib/tenancy/scope";

/** The number of whoever is booked; null where there is none to call. */
export async function phoneOf({ tx, tenantId }: Scope, bookingId: string): Promise<string | null> {
  const [row] = await tx.execute<{ phone: string | null }>(sql`
    select ${reachedPhone} as phone from bookings b join customers c on c.tenant_id = b.tenant_id and c.id = b.customer_id
    where b.tenant_id = ${tenantId} and b.id = ${bookingId}`);
  return row?.phone ?? null;
}
