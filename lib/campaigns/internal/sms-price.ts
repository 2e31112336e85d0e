import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";

/** What the network asks for an SMS in Kenya by its list, in cents. */
const listedMinor = 80;

/** What one SMS costs here, by what the last ones did; by the network's list where none has gone yet. */
export async function smsPrice({ tx, tenantId }: Scope): Promise<{ minor: number; isKnown: boolean }> {
  const [row] = await tx.execute<{ minor: number | null }>(sql`
    select (sum(m.cost_minor)::float / nullif(sum(m.segments), 0)) as minor from (
      select cost_minor, segments from messages
      where tenant_id = ${tenantId} and channel = 'sms' and cost_currency = 'KES' and segments > 0
      order by created_at desc limit 200) m`);
  return row?.minor == null ? { minor: listedMinor, isKnown: false } : { minor: row.minor, isKnown: true };
}
