import { platformPool } from "@/db/platform-client";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import type { Actor } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";

export type StuckWork = {
  id: string;
  /** The job's name, and what was due. */
  job: string;
  due: string | null;
  /** Null when the business is no longer there. */
  tenantId: string | null;
  slug: string | null;
  since: string;
  tries: number;
  /** As it was written down; see stuckWords before it is shown. */
  fault: string;
};

const most = 100;

/** What was tried as often as it may be and failed each time: nobody tries it again by itself. Oldest first. */
export async function listStuck(id: string | null = null): Promise<StuckWork[]> {
  const { rows } = await platformPool().query<Omit<StuckWork, "since"> & { since: Date }>({
    name: "list-stuck",
    text: `
      select j.id::text as id, j.task_identifier as job, d.kind as due, t.id as "tenantId", t.slug, coalesce(d.due_at, j.created_at) as since,
        j.attempts as tries, coalesce(j.last_error, '') as fault
      from graphile_worker.jobs j
      left join tenants t on t.id::text = split_part(j.key, ' ', 1)
      left join due d on j.task_identifier = 'due' and d.tenant_id = t.id and d.id::text = split_part(j.key, ' ', 3)
      where j.attempts >= j.max_attempts and ($2::bigint is null or j.id = $2)
      order by since, j.id limit $1`,
    values: [most, id],
  });
  return rows.map((row) => ({ ...row, since: row.since.toISOString() }));
}

/** As often once more, from now on. False when it is done by now, or on its way again. */
export async function tryAgain(actor: Extract<Actor, { kind: "admin" }>, id: string): Promise<boolean> {
  const { rows } = await platformPool().query<{ job: string; tenantId: string | null }>(
    `select j.task_identifier as job, t.id as "tenantId" from graphile_worker.jobs j
     left join tenants t on t.id::text = split_part(j.key, ' ', 1) where j.id = $1 and j.attempts >= j.max_attempts`,
    [id],
  );
  const [stuck] = rows;
  if (!stuck) return false;
  const { job } = stuck;
  const tenantId = stuck.tenantId ?? platformTenantId;
  await withTenant(platformTenantId, actor, async (scope) => {
    const after = { job, number: id };
    await recordAudit(scope, { action: "work.retried", entity: "tenant", entityId: tenantId, after });
    recordEvent(scope, { name: "work.retried", tenantId });
  });
  // The queue has a connection of its own. Whatever happens between the two, nothing is put back that no line tells of;
  // a line of what was only asked for does no harm.
  const { rowCount } = await platformPool().query(
    `select 1 from (select id from graphile_worker.jobs where id = $1 and attempts >= max_attempts) stuck
     cross join lateral graphile_worker.reschedule_jobs(array[stuck.id], $2, null, 0)`,
    [id, now()],
  );
  return rowCount === 1;
}
