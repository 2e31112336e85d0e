import type postgres from "postgres";
import { sha256 } from "@/lib/platform/ids";

/** What a database holds, by table: a hash of all rows. `but`: columns that are made anew each time. */
export async function stateOf(sql: postgres.Sql, but: readonly string[] = []): Promise<Record<string, string>> {
  const tables = await sql<{ name: string }[]>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and c.relname not in ('rate_limits', 'worker_heartbeats') order by 1`;
  const state: Record<string, string> = {};
  for (const { name } of tables) {
    const rows = await sql<{ row: string }[]>`
      select (to_jsonb(t) - ${but as string[]}::text[])::text as row from ${sql(name)} t order by 1`;
    if (rows.length > 0) state[name] = `${rows.length} ${sha256(rows.map(({ row }) => row).join("\n")).slice(0, 16)}`;
  }
  return state;
}
