import journal from "@/db/migrations/meta/_journal.json";
import { comesAfter, leftOut, leftOutOfTenant } from "./rules";

/** Asks the database something, in one transaction that sees one moment. */
export type Ask = <R extends object>(text: string) => Promise<R[]>;

export type Table = { name: string; columns: string[]; key: string[] };

/** How values are written as text and read back, whatever the settings of the server are. */
export const exact = [
  "set local timezone = 'UTC'",
  "set local datestyle = 'ISO'",
  "set local intervalstyle = 'postgres'",
  "set local bytea_output = 'hex'",
];

/** The last change of the tables that this program knows: archives go between equals. */
export const schemaNow = String(Math.max(...journal.entries.map(({ when }) => when)));

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The tables of a business that go into its archive, each after those that its rows point to. */
export const tenantTables = async (ask: Ask): Promise<Table[]> =>
  (await everyTable(ask)).filter(({ name }) => !(name in leftOut));

/** All that hold rows of a business, in the same order. */
export async function everyTable(ask: Ask): Promise<Table[]> {
  const tables = await ask<Table>(`
    select c.relname as name,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select array_agg(a.attname::text order by k.place) from pg_index i
        cross join unnest(i.indkey::int[]) with ordinality k (attnum, place)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
        where i.indrelid = c.oid and i.indisprimary) as key
    from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)
    order by c.relname collate "C"`);
  const points = await ask<{ from: string; to: string }>(`
    select f.relname as "from", t.relname as "to" from pg_constraint k
    join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
    where k.contype = 'f' and k.connamespace = 'public'::regnamespace and f.oid <> t.oid`);
  return inOrder(tables, points);
}

/** Every table after those it needs. Throws when they need one another. */
export function inOrder(tables: readonly Table[], points: readonly { from: string; to: string }[]): Table[] {
  const needs = new Map(
    tables.map(({ name }) => [
      name,
      new Set([...points.filter(({ from }) => from === name).map(({ to }) => to), ...(comesAfter[name] ?? [])]),
    ]),
  );
  const done: Table[] = [];
  let left = [...tables];
  while (left.length > 0) {
    const open = new Set(left.map(({ name }) => name));
    const next = left.filter(
      ({ name }) => ![...(needs.get(name) ?? [])].some((other) => other !== name && open.has(other)),
    );
    if (next.length === 0) throw new Error(`these tables need one another: ${[...open].join(", ")}`);
    done.push(...next);
    left = left.filter((table) => !next.includes(table));
  }
  return done;
}

/** What the business itself is, without what the platform decides about it. */
export async function ownColumns(ask: Ask): Promise<string[]> {
  const rows = await ask<{ name: string }>(`
    select attname::text as name from pg_attribute
    where attrelid = 'tenants'::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`);
  return rows.map(({ name }) => name).filter((name) => !leftOutOfTenant.includes(name));
}
