import type { TransactionSql } from "postgres";

type Row = Record<string, unknown>;

/**
 * All rows in one statement and one parameter. Rows that are there already stay as they are, unless the table's
 * constraint forbids asking for that (`fresh`). Answers the ids that are new.
 */
export async function insertRows(sql: TransactionSql, table: string, rows: Row[], how?: "fresh"): Promise<Set<string>> {
  const [first] = rows;
  if (!first) return new Set();
  const columns = Object.keys(first);
  // What looks a foreign key up was planned when the tables were empty, and would read all of them for each row.
  if (rows.length > 200) await sql`discard plans`;
  const answers = await sql<{ id: string }[]>`
    insert into ${sql(table)} (${sql(columns)})
    select ${sql(columns)} from jsonb_populate_recordset(null::${sql(table)}, ${sql.json(rows as never)})
    ${how === "fresh" ? sql`` : sql`on conflict do nothing`}
    returning ${columns.includes("id") ? sql`id` : sql`'' as id`}`;
  return new Set(answers.map(({ id }) => id));
}

export const range = (from: Date, to: Date): string => `[${from.toISOString()},${to.toISOString()})`;
