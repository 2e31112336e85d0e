import { sql } from "drizzle-orm";
import type { Language } from "@/lib/platform/format";
import { tenantOfToken } from "@/lib/tenancy/doors/tenant-of-token";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { reachedLanguage } from "./reached";

/** Whose a link is: the rows that name its customer. */
const rowsBehind = {
  booking: sql`select customer_id from bookings where tenant_id = c.tenant_id and id =`,
  ticket: sql`select customer_id from queue_tickets where tenant_id = c.tenant_id and id =`,
  waitlist: sql`select customer_id from waitlist_entries where tenant_id = c.tenant_id and id =`,
  review: sql`select customer_id from visits where tenant_id = c.tenant_id and id =`,
  receipt: sql`select customer_id from sales where tenant_id = c.tenant_id and id =`,
  opt_out: sql`select id from customers where tenant_id = c.tenant_id and id =`,
};

/** What is read by whoever a link was sent to: the customer, or who answers for them; null where it is nobody's, or of another kind. */
export async function languageOfLink(token: string): Promise<Language | null> {
  const owner = await tenantOfToken(token);
  if (!owner || !(owner.kind in rowsBehind)) return null;
  const { tenantId, subjectId } = owner;
  return readTenant(tenantId, { kind: "public", via: "page" }, async (scope) => {
    const [row] = await scope.tx.execute<{ language: Language }>(sql`
      select ${reachedLanguage} as language from customers c where c.tenant_id = ${tenantId}
        and c.id = (${rowsBehind[owner.kind as keyof typeof rowsBehind]} ${subjectId})`);
    return row?.language ?? null;
  });
}
