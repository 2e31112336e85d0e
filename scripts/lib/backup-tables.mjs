import { ROLES } from "../../db/roles.mjs";

/** The worker's own tables; jobs that wait belong to the state of the house as much as the log does. */
const JOB_TABLES = ["_private_job_queues", "_private_tasks", "_private_jobs"].map((name) => `graphile_worker.${name}`);

/** How values are written as text and read back, whatever the server's settings are. */
export const EXACT = "set local timezone = 'UTC'; set local datestyle = 'ISO'; set local intervalstyle = 'postgres'";

/** @typedef {import("postgres").TransactionSql} Transaction */
/** @typedef {{ name: string, columns: { name: string, type: string }[], fenced: boolean, forced: boolean }} Table */

/**
 * The tables whose rows are the application's state.
 * @param {Transaction} tx
 * @returns {Promise<Table[]>}
 */
export async function listTables(tx) {
  return tx`
    select c.oid::regclass::text as name, c.relrowsecurity as fenced, c.relforcerowsecurity as forced,
      json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum) as columns
    from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind = 'r' and (n.nspname = 'public' or n.nspname || '.' || c.relname in ${tx(JOB_TABLES)})
    group by c.oid, n.nspname order by n.nspname desc, c.relname`;
}

/** @param {Table} table */
export const isJobTable = (table) => JOB_TABLES.includes(table.name);

/**
 * Forced row-level security hides a tenant's rows from the owner; the platform's policies show all of them.
 * @param {Transaction} tx
 * @param {Table} table
 */
export async function becomeReaderOf(tx, table) {
  if (table.fenced) await tx.unsafe(`set local role ${ROLES.platform}`);
}

/** @param {Transaction} tx @returns {Promise<string[]>} */
export async function appliedMigrations(tx) {
  const rows = await tx`select hash from drizzle.__drizzle_migrations order by created_at`;
  return rows.map((row) => row.hash);
}

/** @param {string} name */
export const quoted = (name) => `"${name.replaceAll('"', '""')}"`;
