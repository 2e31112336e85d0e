import { sql } from "drizzle-orm";
import { uuids } from "@/lib/platform/uuids";
import { held } from "@/lib/records/held";
import type { Scope } from "@/lib/tenancy/scope";

/** What an import itself, or its undoing, leaves behind. */
const ofItself = new Set(["import_rows", "customer_keys", "events", "notifications", "consents"]);

/** Who has anything that the import did not bring, in one look at each table. `butBookings`: those it takes back itself. */
export async function touchedCustomers(
  { tx, tenantId }: Scope,
  ids: readonly string[],
  butBookings: readonly string[] = [],
): Promise<Set<string>> {
  const tables = Object.entries(held).filter(([table, { of }]) => !of && !ofItself.has(table));
  const looks = [
    sql`select id from customers where tenant_id = ${tenantId} and id = any(${uuids(ids)})
      and (account_id is not null or archived_at is not null)`,
    sql`select guardian_id from customers where tenant_id = ${tenantId} and guardian_id = any(${uuids(ids)})`,
    sql`select customer_id from consents where tenant_id = ${tenantId} and customer_id = any(${uuids(ids)})
      and source <> 'import'`,
    ...tables.map(
      ([table]) => sql`select t.customer_id from ${sql.identifier(table)} t
        where t.tenant_id = ${tenantId} and t.customer_id = any(${uuids(ids)})
        ${table === "bookings" ? sql`and t.id <> all(${uuids(butBookings)})` : sql``}`,
    ),
  ];
  const rows = await tx.execute<{ id: string }>(sql.join(looks, sql` union `));
  return new Set(rows.map(({ id }) => id));
}
