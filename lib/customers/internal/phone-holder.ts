import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";

/** A number is one customer's: whose it is already, and whether they were put away. */
export type PhoneHolder = { id: string; name: string; archived: boolean };

export async function phoneHolder({ tx, tenantId }: Scope, phone: string): Promise<PhoneHolder | null> {
  const [row] = await tx.execute<PhoneHolder>(sql`
    select id, name, archived_at is not null as archived from customers where tenant_id = ${tenantId} and phone = ${phone}`);
  return row ? { ...row } : null;
}
