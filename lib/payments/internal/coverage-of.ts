import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";
import type { Coverage } from "./coverage";

type Row = { pulled_since: string | null; pulled_to: string | null };

/** How far Safaricom's list is known of the number and keys that there are now. `lock`: nobody else changes it meanwhile. */
export async function coverageOf({ tx, tenantId }: Scope, lock = false): Promise<Coverage> {
  const [row] = await tx.execute<Row>(sql`
    select pulled_since, pulled_to from mpesa_accounts where tenant_id = ${tenantId} ${lock ? sql`for update` : sql``}`);
  const at = (text: string | null | undefined) => (text ? new Date(text) : null);
  // It is not known any more from when on it was read: it is read anew.
  if (!row?.pulled_since) return { since: null, to: null };
  return { since: at(row.pulled_since), to: at(row.pulled_to) };
}
