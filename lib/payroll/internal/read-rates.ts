import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";
import type { Rate } from "../rules";

/** Every rate that was ever set, in the order in which they were. */
export async function readRates({ tx, tenantId }: Scope): Promise<Rate[]> {
  const rows = await tx.execute<Rate>(sql`
    select staff_id as "staffId", about, coalesce(service_id, product_id) as "thingId", kind, rate,
      from_day::text as "fromDay"
    from commission_rates where tenant_id = ${tenantId} order by created_at, id`);
  return [...rows];
}
