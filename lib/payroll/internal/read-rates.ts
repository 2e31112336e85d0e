import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";
import type { Rate } from "../rules";

/**
 * Every rate that was ever set, in the order in which they were. What somebody's own profile says of all their services
 * stands there and nowhere else; none of their own is nought.
 */
export async function readRates({ tx, tenantId }: Scope): Promise<Rate[]> {
  const rows = await tx.execute<Rate>(sql`
    select "staffId", about, "thingId", kind, rate, "fromDay" from (
      select id as "staffId", 'services' as about, null::uuid as "thingId", 'percent' as kind, commission_bp as rate,
        '2000-01-01' as "fromDay", created_at, id
      from staff where tenant_id = ${tenantId} and commission_bp > 0
      union all
      select staff_id, about, coalesce(service_id, product_id), kind, rate, from_day::text, created_at, id
      from commission_rates where tenant_id = ${tenantId}) r order by created_at, id`);
  return [...rows];
}
