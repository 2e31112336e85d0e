import { sql } from "drizzle-orm";
import type { Mapping } from "@/db/schema/privacy";
import type { Scope } from "@/lib/tenancy/scope";
import { type ReadCustomer, readRow } from "../read-row";

export type FileRow = { line: number; cells: string[] };
export type Judged =
  | { line: number; outcome: "added"; customer: ReadCustomer }
  | { line: number; outcome: "known" | "twice" }
  | { line: number; outcome: "wrong"; problem: string };

/** What would come of these rows. Whom the house knows by number, or by name where there is none, stays as they are. */
export async function judge(scope: Scope, rows: readonly FileRow[], how: Judging): Promise<Judged[]> {
  const read = rows.map(({ line, cells }) => ({ line, read: readRow(cells, how.mapping, how.today) }));
  const customers = read.flatMap(({ read }) => (read.ok ? [read.customer] : []));
  const there = await knownAmong(scope, customers, how.importId);
  const { seen = new Set<string>() } = how;
  return read.map(({ line, read }) => {
    if (!read.ok) return { line, outcome: "wrong", problem: read.problem };
    const key = keyOf(read.customer);
    const known = there.get(key);
    if (known === "here" || seen.has(key)) return { line, outcome: "twice" };
    if (known) return { line, outcome: "known" };
    seen.add(key);
    return { line, outcome: "added", customer: read.customer };
  });
}

/** `seen`: who stands in earlier rows of the file, where nothing of those has been written. */
type Judging = { importId: string; mapping: Mapping; today: string; seen?: Set<string> };

const keyOf = ({ phone, name }: Pick<ReadCustomer, "phone" | "name">) => phone ?? `name ${name.toLowerCase()}`;

/** `here`: by an earlier row of the same file. */
async function knownAmong({ tx, tenantId }: Scope, customers: readonly ReadCustomer[], importId: string) {
  const asked = customers.map(({ phone, name }) => ({ phone, name: phone ? null : name.toLowerCase() }));
  const rows = await tx.execute<{ phone: string | null; name: string; here: boolean }>(sql`
    select c.phone, c.name, exists (select 1 from customer_import_rows r
      where r.tenant_id = c.tenant_id and r.customer_id = c.id and r.import_id = ${importId}) as here
    from customers c
    where c.tenant_id = ${tenantId} and c.archived_at is null and (
      c.phone in (select phone from json_to_recordset(${JSON.stringify(asked)}::text::json) as a (phone text) where phone is not null)
      or c.phone is null and lower(c.name) in (
        select name from json_to_recordset(${JSON.stringify(asked)}::text::json) as a (name text) where name is not null))`);
  return new Map(rows.map((row) => [keyOf(row), row.here ? ("here" as const) : ("before" as const)]));
}
