import type { PoolClient } from "pg";
import { platformPool } from "@/db/platform-client";
import type { EventName } from "@/lib/events/rules";
import { hasFault } from "@/lib/platform/env";
import { reactions } from "@/lib/reactions";

const batch = 200;

/**
 * Turns a tenant's new events into jobs and moves the cursor on, in one transaction: a job exists exactly when its
 * event is behind the cursor. Another process at the same tenant is left to it.
 */
export async function react(tenantId: string): Promise<void> {
  if (hasFault("no-reactor")) return;
  const client = await platformPool().connect();
  try {
    while ((await advance(client, tenantId)) === batch);
  } finally {
    client.release();
  }
}

async function advance(client: PoolClient, tenantId: string): Promise<number> {
  await client.query("begin");
  try {
    const cursor = await client.query<{ seq: string }>(
      "select seq from event_cursors where tenant_id = $1 and consumer = 'reactor' for update skip locked",
      [tenantId],
    );
    const after = cursor.rows[0]?.seq;
    const events = after === undefined ? [] : await eventsAfter(client, tenantId, after);
    for (const { seq, name } of events) {
      for (const reaction of Object.keys(reactions[name] ?? {})) {
        await client.query("select graphile_worker.add_job('react', $1::json, job_key := $2, max_attempts := 12)", [
          JSON.stringify({ tenantId, seq: Number(seq), reaction }),
          `${tenantId} ${seq} ${reaction}`,
        ]);
      }
    }
    const last = events.at(-1);
    if (last) {
      await client.query("update event_cursors set seq = $2 where tenant_id = $1 and consumer = 'reactor'", [
        tenantId,
        last.seq,
      ]);
    }
    await client.query("commit");
    return events.length;
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  }
}

async function eventsAfter(client: PoolClient, tenantId: string, seq: string) {
  const found = await client.query<{ seq: string; name: EventName }>(
    "select seq, name from events where tenant_id = $1 and seq > $2 order by seq limit $3",
    [tenantId, seq, batch],
  );
  return found.rows;
}

/** Every tenant whose log has grown past its cursor: what a lost ring or a stopped worker left behind. */
export async function reactToAll(): Promise<void> {
  const behind = await platformPool().query<{ tenant_id: string }>(
    `select c.tenant_id from event_cursors c join event_heads h on h.tenant_id = c.tenant_id
     where c.consumer = 'reactor' and c.seq < h.seq`,
  );
  for (const { tenant_id } of behind.rows) await react(tenant_id);
}
