import type pg from "pg";
import { platformPool } from "@/db/platform-client";
import { tellDeleted } from "@/lib/admin/tell-deleted";
import { type Ask, everyTable } from "@/lib/archive/tables";
import { now } from "@/lib/platform/clock";
import { files } from "@/lib/platform/files";

/** Clocks of two machines differ, and whoever keeps a business in its last minute keeps it. */
const graceMs = 10 * 60_000;
/** A piece is one transaction; a job takes so many rows at most, and the next sweep brings another one. */
const pieceRows = 2_000;
const mostPieces = 200;

/** The time of these is over. One that is being deleted is found until its last row has gone. */
export async function queueClosed(): Promise<void> {
  await platformPool().query({
    name: "queue-closed",
    text: `
      select graphile_worker.add_job('delete', json_build_object('tenantId', t.id), job_key := 'delete ' || t.id,
        max_attempts := 12, job_key_mode := 'unsafe_dedupe')
      from tenants t where t.closes_at <= $1 and t.kind = 'business'`,
    values: [over()],
  });
}

const over = (): Date => new Date(now().getTime() - graceMs);

/**
 * Deletes a business whose time is over, table by table, each after those that point to it, in pieces that hold nobody up.
 * Whatever was done stays done: killed anywhere, the next one goes on from there. Answers whether it is gone.
 */
export async function deleteClosed(tenantId: string, most = mostPieces): Promise<boolean> {
  const at = over();
  if (!(await begin(tenantId, at))) return true;
  const tables = await inTransaction((ask) => everyTable(ask));
  let pieces = 0;
  for (const { name } of tables.toReversed()) {
    while ((await deletePiece(tenantId, name, at)) > 0) {
      pieces += 1;
      if (pieces === most) return false;
    }
  }
  await files()?.removeAll(tenantId);
  const name = await end(tenantId, at);
  if (name !== null) await tellDeleted(tenantId, name);
  return true;
}

/** Nobody comes in any more, nothing of it waits to be done, and what is left of it is written down. */
async function begin(tenantId: string, at: Date): Promise<boolean> {
  const pool = platformPool();
  const closed = await pool.query(
    `update tenants set status = 'suspended' where id = $1 and kind = 'business' and closes_at <= $2`,
    [tenantId, at],
  );
  if (closed.rowCount === 0) return false;
  await pool.query(
    `insert into deleted_tenants (id, slugs, closing_since, begun_at)
     select id, former_slugs || slug, closing_since, $2 from tenants where id = $1
     on conflict (id) do update set slugs = array(select distinct unnest(deleted_tenants.slugs || excluded.slugs)),
       closing_since = excluded.closing_since, deleted_at = null`,
    [tenantId, now()],
  );
  await pool.query(
    "select graphile_worker.remove_job(key) from graphile_worker.jobs where key like $1 || ' %' and locked_at is null",
    [tenantId],
  );
  return true;
}

/** The rows, and how many of them have gone so far: both or neither. */
const deletePiece = (tenantId: string, table: string, at: Date): Promise<number> =>
  inTransaction(async (_, client) => {
    const gone = await client.query<{ n: string }>("select door_delete_closed($1, $2::regclass, $3, $4) as n", [
      ...[tenantId, table, at, pieceRows],
    ]);
    const rows = Number(gone.rows[0]!.n);
    if (rows > 0)
      await client.query(
        `update deleted_tenants set counts = counts || jsonb_build_object($2::text, coalesce((counts ->> $2)::int, 0) + $3::int)
         where id = $1`,
        [tenantId, table, rows],
      );
    return rows;
  });

/** The business itself; its name once, for whoever runs the platform, and null for who comes second. */
const end = (tenantId: string, at: Date): Promise<string | null> =>
  inTransaction(async (_, client) => {
    const gone = await client.query<{ name: string }>(
      "delete from tenants where id = $1 and kind = 'business' and closes_at <= $2 returning name",
      [tenantId, at],
    );
    await client.query("update deleted_tenants set deleted_at = $2 where id = $1 and deleted_at is null", [
      tenantId,
      now(),
    ]);
    return gone.rows[0]?.name ?? null;
  });

async function inTransaction<T>(work: (ask: Ask, client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await platformPool().connect();
  try {
    await client.query("begin");
    const ask: Ask = async <R extends object>(text: string) => (await client.query<R & pg.QueryResultRow>(text)).rows;
    const value = await work(ask, client);
    await client.query("commit");
    return value;
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
