import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";

export type Till = { lastNumber: number; vatPercent: number | null; currency: string; timeZone: string };

/** The business's till, which nobody else numbers until this transaction ends. The first to come makes it. */
export async function lockTill({ tx, tenantId }: Scope): Promise<Till> {
  await tx.execute(sql`insert into tills (tenant_id) values (${tenantId}) on conflict do nothing`);
  const [till] = await tx.execute<Till>(sql`
    select l.last_number as "lastNumber", l.vat_percent as "vatPercent", t.currency, t.time_zone as "timeZone"
    from tills l join tenants t on t.id = l.tenant_id where l.tenant_id = ${tenantId} for update of l`);
  if (!till) throw new Error(`tenant ${tenantId} is not there`);
  return till;
}
