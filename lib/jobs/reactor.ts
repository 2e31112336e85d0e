import { platformPool } from "@/db/platform-client";
import { hasFault } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { singleton } from "@/lib/platform/singleton";
import { reactions } from "@/lib/reactions";

/** Events of one tenant, which become one job, and tenants that one look takes in. */
const eventsAtOnce = 50;
const tenantsAtOnce = 100;
/**
 * The first ring is answered after so long, those in a busy hour this far apart and the farther the more there is: a batch
 * costs the same however many are told of in it, and nobody waits for a message that keenly.
 */
const soonMs = 50;
const pauseAfter = (events: number) => Math.min(500 + 20 * events, 2_000);

/** Each row is one job of each such event. */
const rows = Object.entries(reactions).flatMap(([name, followed]) =>
  Object.keys(followed).map((reaction) => ({ name, reaction })),
);
const names = rows.map((row) => row.name);
const followed = rows.map((row) => row.reaction);

const gathered = () =>
  singleton("reactor-gathered", () => ({ waiting: new Set<string>(), looking: false, readyMs: 0 }));

/** Reacts before long, together with whatever else is rung for meanwhile; for the doorbell, which waits for nobody. */
export function reactSoon(tenantId: string): void {
  const state = gathered();
  state.waiting.add(tenantId);
  if (state.looking) return;
  state.looking = true;
  const calm = Math.max(soonMs, state.readyMs - performance.now());
  setTimeout(() => void lookAtGathered(state), calm).unref();
}

async function lookAtGathered(state: ReturnType<typeof gathered>): Promise<void> {
  const tenantIds = [...state.waiting];
  state.waiting.clear();
  const fromMs = performance.now();
  // What fails is found by the sweep.
  const events = await react(...tenantIds).catch((error) => {
    log().warn({ err: error }, "events not reacted to");
    return 0;
  });
  state.readyMs = fromMs + pauseAfter(events);
  state.looking = false;
  const [more] = state.waiting;
  if (more) reactSoon(more);
}

/** Turns these tenants' new events into jobs, up to the head of each; answers how many there were. */
export async function react(...tenantIds: string[]): Promise<number> {
  let events = 0;
  if (hasFault("no-reactor")) return events;
  for (let from = 0; from < tenantIds.length; from += tenantsAtOnce) {
    const some = tenantIds.slice(from, from + tenantsAtOnce);
    for (let more = true; more; ) {
      const looked = await advance(some);
      events += looked.events;
      more = looked.more;
    }
  }
  return events;
}

/**
 * Adds a job per tenant and moves the cursors on, in one statement: a reaction is in a job exactly when its event is
 * behind the cursor.
 * Another process at the same tenant waits its turn, so the newest event is never left to nobody. `more`: it has not come
 * to the head everywhere.
 */
async function advance(tenantIds: string[]): Promise<{ events: number; more: boolean }> {
  const looked = await platformPool().query<{ events: number; more: boolean }>({
    name: "react",
    text: `
      with cursors as materialized (
        select tenant_id, seq from event_cursors where tenant_id = any($1::uuid[]) and consumer = 'reactor'
        order by tenant_id for update
      ), fresh as materialized (
        select c.tenant_id, e.seq, e.name from cursors c cross join lateral (
          select seq, name from events e where e.tenant_id = c.tenant_id and e.seq > c.seq order by e.seq limit $4
        ) e
      ), added as materialized (
        select job.id from (
          select array_agg(('react', work, null, null, 12, key, null, null)::graphile_worker.job_spec) as specs from (
            select concat_ws(' ', f.tenant_id, min(f.seq)) as key,
              json_agg(json_build_object('tenantId', f.tenant_id, 'seq', f.seq, 'reaction', r.reaction) order by f.seq) as work
            from fresh f join unnest($2::text[], $3::text[]) as r (name, reaction) on r.name = f.name
            group by f.tenant_id
          ) each_tenants having count(*) > 0
        ) wanted cross join lateral graphile_worker.add_jobs(wanted.specs) job
      ), reached as materialized (
        select tenant_id, max(seq) as seq, count(*) as events from fresh group by tenant_id
      ), moved as (
        update event_cursors c set seq = r.seq from reached r
        where c.tenant_id = r.tenant_id and c.consumer = 'reactor'
      )
      select coalesce((select sum(events) from reached), 0)::int as events, (select count(*) from added) as jobs,
        exists (select from reached where events = $4) as more`,
    values: [tenantIds, names, followed, eventsAtOnce],
  });
  return looked.rows[0]!;
}

/** Every tenant whose log has grown past its cursor: what a lost ring or a stopped worker left behind. */
export async function reactToAll(): Promise<void> {
  const behind = await platformPool().query<{ tenant_id: string }>(
    `select c.tenant_id from event_cursors c join event_heads h on h.tenant_id = c.tenant_id
     where c.consumer = 'reactor' and c.seq < h.seq`,
  );
  await react(...behind.rows.map((row) => row.tenant_id));
}
