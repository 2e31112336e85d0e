import type pg from "pg";
import { platformPool } from "@/db/platform-client";
import { type Ask, everyTable } from "@/lib/archive/tables";
import { tellPlatform } from "@/lib/closing/tell-platform";
import { now } from "@/lib/platform/clock";
import { files } from "@/lib/platform/files";

/** Clocks of two machines differ, and whoever keeps a business in its last minute keeps it. */
const graceMs = 10 * 60_000;
/** A piece is one transaction. A job ends after so long, for others wait for its slot; the next sweep brings another one. */
const pieceRows = 1_000;
const mostMs = 15_000;

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
export async function deleteClosed(tenantId: string, forMs = mostMs): Promise<boolean> {
  const client = await platformPool().connect();
  const key = `delete ${tenantId}`;
  let broken: Error | undefined;
  try {
    // Two at once would only wait for each other's rows.
    const lock = await client.query<{ mine: boolean }>("select pg_try_advisory_lock(hashtextextended($1, 0)) as mine", [
      key,
    ]);
    return lock.rows[0]!.mine && (await deleteSome(client, tenantId, performance.now() + forMs));
  } finally {
    // With its connection the lock goes, too.
    await client.query("select pg_advisory_unlock(hashtextextended($1, 0))", [key]).catch((error: Error) => {
      broken = error;
    });
    client.release(broken);
  }
}

async function deleteSome(client: pg.PoolClient, tenantId: string, until: number): Promise<boolean> {
  const at = over();
  const closed = await begin(client, tenantId, at);
  if (!closed) return true;
  for (const { name } of (await everyTable(asker(client))).toReversed()) {
    while ((await deletePiece(client, tenantId, name, at)) > 0) if (performance.now() >= until) return false;
  }
  await files()?.removeAll(tenantId);
  // Before its last row goes: whoever is stopped in between finds it again, and says it only once.
  await tellPlatform(
    { name: "closing.moved", tenantId, business: closed.name, what: "is deleted" },
    `deleted ${tenantId} ${closed.since.toISOString()}`,
  );
  await end(client, tenantId, at);
  return true;
}

type Closed = { name: string; since: Date };

/** Nobody comes in any more, nothing of it waits to be done, and what is left of it is written down. */
async function begin(client: pg.PoolClient, tenantId: string, at: Date): Promise<Closed | null> {
  const closed = await client.query<Closed>(
    `update tenants set status = 'suspended' where id = $1 and kind = 'business' and closes_at <= $2
     returning name, closing_since as since`,
    [tenantId, at],
  );
  if (!closed.rows[0]) return null;
  await client.query(
    `insert into deleted_tenants (id, slugs, closing_since, begun_at)
     select id, former_slugs || slug, closing_since, $2 from tenants where id = $1
     on conflict (id) do update set slugs = array(select distinct unnest(deleted_tenants.slugs || excluded.slugs)),
       closing_since = excluded.closing_since, deleted_at = null`,
    [tenantId, now()],
  );
  await client.query(
    "select graphile_worker.remove_job(key) from graphile_worker.jobs where key like $1 || ' %' and locked_at is null",
    [tenantId],
  );
  return closed.rows[0];
}

/** The rows, and how many of them have gone so far: both or neither. */
const deletePiece = (client: pg.PoolClient, tenantId: string, table: string, at: Date): Promise<number> =>
  inTransaction(client, async () => {
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

/** The business itself. */
const end = (client: pg.PoolClient, tenantId: string, at: Date): Promise<void> =>
  inTransaction(client, async () => {
    await client.query("delete from tenants where id = $1 and kind = 'business' and closes_at <= $2", [tenantId, at]);
    await client.query("update deleted_tenants set deleted_at = $2 where id = $1 and deleted_at is null", [
      tenantId,
      now(),
    ]);
  });

const asker =
  (client: pg.PoolClient): Ask =>
  async <R extends object>(text: string) =>
    (await client.query<R & pg.QueryResultRow>(text)).rows;

async function inTransaction<T>(client: pg.PoolClient, work: () => Promise<T>): Promise<T> {
  try {
    await client.query("begin");
    const value = await work();
    await client.query("commit");
    return value;
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  }
}
