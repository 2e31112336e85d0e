import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";

/** A service as this person does it: in their own time and at their own price, where they have one. */
export type StaffOffer = { id: string; name: string; priceMinor: number; durationMinutes: number };

type Row = StaffOffer & { serviceId: string; priceMinor: string | number };

/** Who does each of these services, in the house's order. */
export async function listOffers(
  { tx, tenantId }: Scope,
  serviceIds: readonly string[],
): Promise<Map<string, StaffOffer[]>> {
  const rows = await tx.execute<Row>(sql`
    select c.service_id as "serviceId", p.id, p.name, coalesce(c.price_minor, s.price_minor) as "priceMinor",
      coalesce(c.duration_minutes, s.duration_minutes) as "durationMinutes"
    from staff_services c
    join staff p on p.tenant_id = c.tenant_id and p.id = c.staff_id and p.active and p.archived_at is null
    join services s on s.tenant_id = c.tenant_id and s.id = c.service_id and s.active and s.archived_at is null
    where c.tenant_id = ${tenantId} and c.service_id = any(${`{${serviceIds.join(",")}}`}::uuid[])
    order by p.position, p.name`);
  const offers = new Map(serviceIds.map((id) => [id, [] as StaffOffer[]]));
  for (const { serviceId, ...row } of rows) offers.get(serviceId)?.push({ ...row, priceMinor: Number(row.priceMinor) });
  return offers;
}
