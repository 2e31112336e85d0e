import { platformPool } from "@/db/platform-client";
import { hasFault } from "@/lib/platform/env";
import { singleton } from "@/lib/platform/singleton";
import { reactions } from "@/lib/reactions";

const batch = 200;

/** Each row is one job of each such event. */
const reactionRows = Object.entries(reactions).flatMap(([name, followed]) =>
  Object.keys(followed).map((reaction) => ({ name, reaction })),
);
const names = reactionRows.map((row) => row.name);
const followed = reactionRows.map((row) => row.reaction);

/** The next look of each tenant that is being looked at, promised to all who ask meanwhile. */
const looks = () => singleton("reactor-looks", () => new Map<string, { now: Promise<void>; next?: Promise<void> }>());

/**
 * Turns a tenant's new events into jobs. Who asks while a look is under way gets the next one, which sees all that was
 * committed before they asked: a hundred rings cost two looks.
 */
export function react(tenantId: string): Promise<void> {
  if (hasFault("no-reactor")) return Promise.resolve();
  const running = looks().get(tenantId);
  if (!running) return begin(tenantId);
  running.next ??= running.now.catch(() => undefined).then(() => begin(tenantId));
  return running.next;
}

function begin(tenantId: string): Promise<void> {
  const look = {
    now: lookUntilLevel(tenantId).finally(() => looks().get(tenantId) === look && looks().delete(tenantId)),
  };
  looks().set(tenantId, look);
  return look.now;
}

async function lookUntilLevel(tenantId: string): Promise<void> {
  while ((await advance(tenantId)) === batch);
}

/**
 * Adds the jobs and moves the cursor on, in one statement: a job exists exactly when its event is behind the cursor.
 * Another process at the same tenant waits its turn and goes on from where the first one stopped.
 */
async function advance(tenantId: string): Promise<number> {
  const looked = await platformPool().query<{ events: number }>({
    name: "react",
    text: `
      with cursor as materialized (
        select seq from event_cursors where tenant_id = $1 and consumer = 'reactor' for update
      ), fresh as materialized (
        select e.seq, e.name from cursor, events e where e.tenant_id = $1 and e.seq > cursor.seq order by e.seq limit $4
      ), added as materialized (
        select graphile_worker.add_job('react', json_build_object('tenantId', $1::uuid, 'seq', fresh.seq, 'reaction', r.reaction),
            job_key := concat_ws(' ', $1::uuid, fresh.seq, r.reaction), max_attempts := 12)
        from fresh join unnest($2::text[], $3::text[]) as r (name, reaction) on r.name = fresh.name
      ), moved as (
        update event_cursors set seq = (select max(seq) from fresh)
        where tenant_id = $1 and consumer = 'reactor' and exists (select from fresh)
      )
      select (select count(*) from fresh)::int as events, (select count(*) from added)::int as jobs`,
    values: [tenantId, names, followed, batch],
  });
  return looked.rows[0]?.events ?? 0;
}

/** Every tenant whose log has grown past its cursor: what a lost ring or a stopped worker left behind. */
export async function reactToAll(): Promise<void> {
  const behind = await platformPool().query<{ tenant_id: string }>(
    `select c.tenant_id from event_cursors c join event_heads h on h.tenant_id = c.tenant_id
     where c.consumer = 'reactor' and c.seq < h.seq`,
  );
  for (const { tenant_id } of behind.rows) await react(tenant_id);
}
