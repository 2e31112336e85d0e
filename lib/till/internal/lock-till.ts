import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";

export type Till = { lastNumber: number; vatPercent: number | null; currency: string; timeZone: string };

/** The business's till, which nobody else numbers until this transaction ends. The first to come makes it. */
export async function lockTill({ tx, tenantId }: Scope): Promise<Till> {
  // In one step: where somebody takes it away just now, because all of its sales were made up, it is made anew.
  const [till] = await tx.execute<Till>(sql`
    with l as (insert into tills (tenant_id) values (${tenantId})
      on conflict (tenant_id) do update set last_number = tills.last_number returning tenant_id, last_number, vat_percent)
    select l.last_number as "lastNumber", l.vat_percent as "vatPercent", t.currency, t.time_zone as "timeZone"
    from l join tenants t on t.id = l.tenant_id`);
  if (!till) throw new Error(`tenant ${tenantId} is not there`);
  return till;
}
