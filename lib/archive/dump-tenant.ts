import { unseal } from "@/lib/platform/seal";
import { type ArchiveTable, firstBy, goesAs, keyTables, userColumns } from "./rules";
import { type Ask, exact, ownColumns, quoted, type Table, tenantTables } from "./tables";

const atOnce = 500;

/**
 * Every row of one business as lines of JSON: a line that names a table and its columns, then its rows as arrays of texts,
 * the tables in the order in which they can be read in again and the rows by their keys. The same rows are the same lines.
 */
export async function* dumpTenant(ask: Ask, tenantId: string): AsyncGenerator<string, Record<string, number>> {
  for (const setting of exact) await ask(setting);
  const counts: Record<string, number> = {};
  const ofTenant = await ownColumns(ask);
  yield* table("tenants", ofTenant, `select ${asTexts("tenants", ofTenant)} from tenants where id = '${tenantId}'`);
  yield* table(
    "users",
    userColumns,
    // Of who has left, their name: where they are reached by now is nobody's business here.
    `select ${asTexts("u", userColumns)} from (
       select id, name, language, preferences, created_at, case when works then email end as email,
         case when works then phone end as phone
       from users join (select user_id, bool_or(removed_at is null) as works from members
         where tenant_id = '${tenantId}' group by user_id) m on m.user_id = id) u order by id`,
  );
  for (const one of await tenantTables(ask)) {
    const byKey = one.key.map((column) => `${quoted(column)}::text collate "C"`);
    const order = [firstBy[one.name], ...byKey].filter(Boolean).join(", ");
    yield* table(
      one.name,
      one.columns,
      `select ${asTexts(one.name, one.columns)} from ${quoted(one.name)} where tenant_id = '${tenantId}' order by ${order}`,
      one,
    );
  }
  return counts;

  async function* table(name: string, columns: string[], query: string, fenced?: Table): AsyncGenerator<string> {
    yield JSON.stringify({ table: name, columns } satisfies ArchiveTable);
    counts[name] = 0;
    await ask(`declare archive no scroll cursor for ${query}`);
    for (;;) {
      const rows = await ask<{ row: string }>(`fetch ${atOnce} from archive`);
      for (const { row } of rows) yield fenced ? opened(fenced, row, tenantId) : row;
      counts[name] += rows.length;
      if (rows.length < atOnce) break;
    }
    await ask("close archive");
  }
}

/** As text every value keeps its exact form, and a JSON null cannot be taken for no value. */
const asTexts = (table: string, columns: readonly string[]): string =>
  `json_build_array(${columns.map((name) => `(${goesAs[table]?.[name] ?? quoted(name)})::text`).join(", ")})::text as row`;

/** The key that personal values are sealed with, itself no longer sealed: whoever has the archive has all of it anyway. */
function opened({ name, columns }: Table, row: string, tenantId: string): string {
  const keys = keyTables[name];
  if (!keys) return row;
  const values = JSON.parse(row) as (string | null)[];
  const at = columns.indexOf("sealed_key");
  const sealed = values[at];
  if (typeof sealed === "string")
    values[at] = unseal(sealed, `${keys.kind} ${tenantId} ${values[columns.indexOf(keys.idColumn)]}`);
  return JSON.stringify(values);
}
