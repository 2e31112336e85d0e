import { platformPool } from "@/db/platform-client";
import { now } from "@/lib/platform/clock";

export type Health = {
  at: string;
  database: {
    /** From asking to the answer, connection included. */
    answeredMs: number;
    sizeBytes: number;
    connections: number;
    mostConnections: number;
    version: string;
  };
  log: {
    /** In the last hour, of all businesses. */
    events: number;
    /** Written and not reacted to yet. */
    behind: number;
  };
  work: {
    waiting: number;
    running: number;
    /** Failed before, and tried again later. */
    failing: number;
    /** Failed as often as it may. */
    given_up: number;
    /** Due for a minute and more, and not done. */
    overdue: number;
    /** When each worker was heard of last. */
    workers: string[];
  };
};

type Row = {
  size: string;
  connections: number;
  most: number;
  version: string;
  events: number;
  behind: number;
  waiting: number;
  running: number;
  failing: number;
  given_up: number;
  overdue: number;
  workers: Date[] | null;
};

const minuteMs = 60_000;

/** How the database and the work that lies in it are, in one statement. Throws when the database does not answer. */
export async function getHealth(): Promise<Health> {
  const at = now();
  const began = performance.now();
  const { rows } = await platformPool().query<Row>({
    name: "health",
    text: `
      select pg_database_size(current_database()) as size,
        (select count(*)::int from pg_stat_activity where datname = current_database()) as connections,
        current_setting('max_connections')::int as most, current_setting('server_version') as version,
        (select coalesce(sum(e.many), 0)::int from tenants t cross join lateral (
          select count(*) as many from events e where e.tenant_id = t.id and e.created_at > $1::timestamptz - interval '1 hour'
        ) e) as events,
        (select coalesce(sum(greatest(h.seq - coalesce(c.seq, 0), 0)), 0)::int from event_heads h
          left join event_cursors c on c.tenant_id = h.tenant_id and c.consumer = 'reactor') as behind,
        (select count(*)::int from due where done_at is null and due_at < $2) as overdue,
        j.*, (select array_agg(beat_at order by beat_at desc) from worker_heartbeats where beat_at > $2) as workers
      from (select count(*) filter (where locked_at is null and attempts < max_attempts)::int as waiting,
          count(*) filter (where locked_at is not null)::int as running,
          count(*) filter (where attempts > 0 and attempts < max_attempts and locked_at is null)::int as failing,
          count(*) filter (where attempts >= max_attempts)::int as given_up
        from graphile_worker.jobs) j`,
    values: [at, new Date(at.getTime() - minuteMs)],
  });
  const [row] = rows as [Row];
  return {
    at: at.toISOString(),
    database: {
      answeredMs: Math.round(performance.now() - began),
      sizeBytes: Number(row.size),
      connections: row.connections,
      mostConnections: row.most,
      version: row.version,
    },
    log: { events: row.events, behind: row.behind },
    work: {
      waiting: row.waiting,
      running: row.running,
      failing: row.failing,
      given_up: row.given_up,
      overdue: row.overdue,
      workers: (row.workers ?? []).map((beat) => beat.toISOString()),
    },
  };
}
