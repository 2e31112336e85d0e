import { getTableColumns, getTableName, sql } from "drizzle-orm";
import { CasingCache } from "drizzle-orm/casing";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Scope } from "@/lib/tenancy/scope";

/** Rows to be, and where; made by `rowsOf`, which sees that they fit. All rows of one have the same keys. */
export type Insertion = { table: PgTable; rows: readonly object[] };

export const rowsOf = <T extends PgTable>(table: T, rows: T["$inferInsert"][]): Insertion => ({ table, rows });

/**
 * Inserts into several tables in one statement with one parameter, which costs what one insert costs. Foreign keys among
 * the rows hold: Postgres checks them when the statement ends. Keys that are left out take the column's default.
 */
export async function insertTogether(scope: Scope, insertions: readonly Insertion[]): Promise<void> {
  const shapes = insertions.map(shapeOf);
  const given = JSON.stringify(insertions.map(({ rows }, at) => rows.map(shapes[at]!.rename)));
  const writes = shapes.map(
    ({ table, columns }, at) => `w${at} as (insert into ${table} (${columns})
      select ${columns} from json_populate_recordset(null::${table}, (select rows->${at} from given)))`,
  );
  await scope.tx.execute(
    sql`with given as materialized (select ${given}::json as rows), ${sql.raw(writes.join(", "))} select 1`,
  );
}

type Shape = { table: string; columns: string; rename(row: object): object };

/** As the database client is set up, too: see db/client.ts. */
const casing = new CasingCache("snake_case");
const known = new WeakMap<PgTable, Map<string, Shape>>();

function shapeOf({ table, rows }: Insertion): Shape {
  const keys = Object.keys(rows[0] ?? {});
  const shapes = known.get(table) ?? new Map<string, Shape>();
  known.set(table, shapes);
  const signature = keys.join();
  const shape = shapes.get(signature) ?? makeShape(table, keys);
  shapes.set(signature, shape);
  return shape;
}

function makeShape(table: PgTable, keys: string[]): Shape {
  const columns = getTableColumns(table);
  const names = keys.map((key) => [key, casing.getColumnCasing(columns[key]!)] as const);
  return {
    table: `"${getTableName(table)}"`,
    columns: names.map(([, name]) => `"${name}"`).join(", "),
    rename: (row) => Object.fromEntries(names.map(([key, name]) => [name, (row as Record<string, unknown>)[key]])),
  };
}
