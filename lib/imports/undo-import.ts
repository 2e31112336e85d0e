import { and, eq, sql } from "drizzle-orm";
import { customerImports } from "@/db/schema/privacy";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { uuids } from "@/lib/platform/uuids";
import { held } from "@/lib/records/held";
import type { Scope } from "@/lib/tenancy/scope";
import { findImport } from "./internal/find-import";

export type UndoRefusal = { refusal: "unknown_import" } | { refusal: "not_done" };

/** What an import itself, or its undoing, leaves behind. */
const ofItself = new Set(["customer_import_rows", "customer_keys", "events", "notifications", "consents"]);

/**
 * Takes back whom a file added, unless something of them is newer: a booking, a sale, a change, a word of theirs. Those stay.
 * Their rows stay empty, as nothing of customers is ever deleted.
 */
export async function undoImport(
  scope: Scope,
  importId: string,
): Promise<Result<{ takenBack: number; stays: number }, UndoRefusal>> {
  const { tx, tenantId } = scope;
  const found = await findImport(scope, importId, true);
  if (!found) return refuse("unknown_import");
  if (found.status !== "done") return refuse("not_done");
  // Held until the end, so that nobody is booked for while they are taken back.
  const added = await tx.execute<{ id: string }>(sql`
    select c.id from customers c join customer_import_rows r on r.tenant_id = c.tenant_id and r.customer_id = c.id
    where r.tenant_id = ${tenantId} and r.import_id = ${importId} and r.outcome = 'added' order by c.id for update of c`);
  const ids = added.map(({ id }) => id);
  const touched = new Set(await touchedAmong(scope, ids));
  const alone = ids.filter((id) => !touched.has(id));
  await tx.execute(sql`
    update customers set name = 'Taken back', phone = null, email = null, location = '', birthday = null, tags = '{}',
      allergies = '', notes = '', service_notes = '', archived_at = ${now().toISOString()}
    where tenant_id = ${tenantId} and id = any(${uuids(alone)})`);
  await tx.execute(sql`
    update customer_import_rows set outcome = case when customer_id = any(${uuids(alone)}) then 'taken_back' else 'stays' end
    where tenant_id = ${tenantId} and import_id = ${importId} and outcome = 'added'`);
  await tx.execute(sql`
    delete from customer_import_rows where tenant_id = ${tenantId} and import_id = ${importId} and customer_id is null`);
  await tx
    .update(customerImports)
    .set({ status: "undone", endedAt: now() })
    .where(and(eq(customerImports.tenantId, tenantId), eq(customerImports.id, importId)));
  const done = { takenBack: alone.length, stays: touched.size };
  const { fileName: file } = found;
  await recordAudit(scope, {
    action: "customers.import_undone",
    entity: "import",
    entityId: importId,
    after: { file, ...done },
  });
  recordEvent(scope, { name: "import.moved", importId });
  return ok(done);
}

/** Who has anything that the import did not bring, in one look at each table. */
async function touchedAmong({ tx, tenantId }: Scope, ids: readonly string[]): Promise<string[]> {
  const tables = Object.entries(held).filter(([table, { of }]) => !of && !ofItself.has(table));
  const looks = [
    sql`select id from customers where tenant_id = ${tenantId} and id = any(${uuids(ids)})
      and (account_id is not null or archived_at is not null)`,
    sql`select guardian_id from customers where tenant_id = ${tenantId} and guardian_id = any(${uuids(ids)})`,
    sql`select customer_id from consents where tenant_id = ${tenantId} and customer_id = any(${uuids(ids)})
      and source <> 'import'`,
    ...tables.map(
      ([table]) => sql`select t.customer_id from ${sql.identifier(table)} t
        where t.tenant_id = ${tenantId} and t.customer_id = any(${uuids(ids)})`,
    ),
  ];
  const rows = await tx.execute<{ id: string }>(sql.join(looks, sql` union `));
  return rows.map(({ id }) => id);
}
