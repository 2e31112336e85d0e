import { sql } from "drizzle-orm";
import { recordAudit } from "@/lib/auth/audit";
import { withMerged } from "@/lib/customers/with-merged";
import { now } from "@/lib/platform/clock";
import { writeCsv } from "@/lib/platform/csv";
import { uuids } from "@/lib/platform/uuids";
import type { Scope } from "@/lib/tenancy/scope";
import { held, rowsOf } from "./held";
import { changesOf } from "./internal/changes-of";
import { whose } from "./internal/held-sql";

type Row = Record<string, unknown>;

/** Everything held of a customer, by what it is. */
export type CustomerExport = { house: string; exportedAt: string; sections: Record<string, Row[]> };

const ofThemself =
  sql.raw(`id, name, phone, email, status, location, birthday, tags, preferred_staff_id, service_notes, notes,
  allergies, language, wishes, guardian_id, created_at`);

/** Of them, and of whom they were before two became one; from one moment, in one statement. Null for nobody. */
export async function exportCustomer(scope: Scope, customerId: string): Promise<CustomerExport | null> {
  const { tx, tenantId } = scope;
  const ids = await withMerged(scope, customerId);
  const sections = Object.entries(held).flatMap(([table, rows]) => {
    const { told } = rows;
    if ("not" in told) return [];
    const columns = told.columns.map((column) =>
      column === "bytes" ? sql`encode(t.bytes, 'base64') as bytes` : sql`t.${sql.identifier(column)}`,
    );
    const order = sql.identifier(told.by ?? "created_at");
    return sql`${sql.raw(`'${told.as}'`)}, (select coalesce(json_agg(x), '[]') from (select ${sql.join(columns, sql`, `)}
      from ${sql.identifier(table)} t where ${whose(scope, rowsOf(rows), ids)} order by t.${order}) x)`;
  });
  const [row] = await tx.execute<{ house: string; customer: Row[]; sections: Record<string, Row[]> }>(sql`
    select t.name as house,
      (select coalesce(json_agg(x), '[]') from (select ${ofThemself} from customers
        where tenant_id = ${tenantId} and id = any(${uuids(ids)}) and (archived_at is null or id <> ${customerId})) x) as customer,
      json_build_object(${sql.join(sections, sql`, `)}) as sections
    from tenants t where t.id = ${tenantId}`);
  if (!row?.customer.some(({ id }) => id === customerId)) return null;
  const changes = (await changesOf(scope, ids)) as Row[];
  await recordAudit(scope, { action: "customer.exported", entity: "customer", entityId: customerId });
  return {
    house: row.house,
    exportedAt: now().toISOString(),
    sections: { customer: row.customer, ...row.sections, changes },
  };
}

/** One line per value: what it is of, which of them, and what stands there. Safe to be opened as a table. */
export function exportAsCsv({ house, exportedAt, sections }: CustomerExport): string {
  const lines = Object.entries(sections).flatMap(([section, rows]) =>
    rows.flatMap((row, at) =>
      Object.entries(row)
        .filter(([, value]) => value !== null && value !== "")
        .map(([field, value]) => [
          section,
          String(at + 1),
          field,
          typeof value === "object" ? JSON.stringify(value) : String(value),
        ]),
    ),
  );
  const about = [
    ["about", "1", "business", house],
    ["about", "1", "exported_at", exportedAt],
  ];
  return writeCsv([["section", "number", "field", "value"], ...about, ...lines]);
}
