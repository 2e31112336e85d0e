import { and, eq, isNull } from "drizzle-orm";
import { platformPool } from "@/db/platform-client";
import { due } from "@/db/schema/events";
import { expireBooking } from "@/lib/bookings/expire-booking";
import type { DueKind, OutsideKind } from "@/lib/events/plan-due";
import { addMessages, type OutgoingMessage } from "@/lib/notifications/queue-message";
import { sendQueuedMessages } from "@/lib/notifications/send-messages";
import { now } from "@/lib/platform/clock";
import { inWords } from "@/lib/platform/log";
import { whenDue, whenDueOutside } from "@/lib/reactions";
import type { Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { deliverSoon, leaves } from "./deliveries";

export type Waiting = { tenantId: string; id: string };

const atOnce = 500;

/** What has become due anywhere becomes a job; one that is a job already stays the one that it is. */
export async function queueDue(): Promise<void> {
  await platformPool().query({
    name: "queue-due",
    text: `
      select graphile_worker.add_job('due', json_build_object('tenantId', d.tenant_id, 'id', d.id),
        job_key := concat_ws(' ', d.tenant_id, 'due', d.id), max_attempts := 12, job_key_mode := 'unsafe_dedupe')
      from (
        select tenant_id, id from due d where done_at is null and due_at <= $1
          and not exists (select from graphile_worker.jobs j where j.key = concat_ws(' ', d.tenant_id, 'due', d.id))
        order by due_at limit $2
      ) d`,
    values: [now(), atOnce],
  });
}

/** Requests that have waited and times that were held long enough: by what stands in the booking, however it came to stand there. */
export async function queueExpired(): Promise<void> {
  await platformPool().query({
    name: "queue-expired",
    text: `
      select graphile_worker.add_job('expire', json_build_object('tenantId', b.tenant_id, 'id', b.id),
        job_key := concat_ws(' ', b.tenant_id, 'expire', b.id, extract(epoch from b.expires_at)), max_attempts := 12,
        job_key_mode := 'unsafe_dedupe')
      from (
        select t.id as tenant_id, b.id, b.expires_at from tenants t cross join lateral (
          select id, expires_at from bookings
          where tenant_id = t.id and status in ('requested', 'held') and expires_at <= $1 order by expires_at limit 50
        ) b limit $2
      ) b`,
    values: [now(), atOnce],
  });
}

/** What nobody answered or confirmed in time; what was answered, or waits longer now, stays what it is. */
export const expire = ({ tenantId, id }: Waiting): Promise<void> =>
  withTenant(tenantId, { kind: "system", job: "expire" }, (scope) => expireBooking(scope, id)).catch(inWordsOnly);

/** Does it and marks it as done, both or neither; what is done already is left alone. */
export async function doDue(waiting: Waiting): Promise<void> {
  const { tenantId, id } = waiting;
  if (await doOutside(waiting)) return;
  const outside = await withTenant(tenantId, { kind: "system", job: "due" }, async (scope) => {
    const [claimed] = await scope.tx
      .update(due)
      .set({ doneAt: now() })
      .where(and(eq(due.tenantId, tenantId), eq(due.id, id), isNull(due.doneAt)))
      .returning({ kind: due.kind, payload: due.payload });
    // What an older or newer version planned and this one does not know waits for it.
    const work = claimed && (whenDue[claimed.kind as DueKind] as Work | undefined);
    if (!claimed) return false;
    if (!work) throw new Error(`nothing is known of ${claimed.kind}`);
    const messages = await work(scope, claimed.payload);
    await addMessages(scope, messages);
    await sendQueuedMessages(scope);
    return messages.some(leaves);
  }).catch(inWordsOnly);
  if (outside) await deliverSoon(tenantId);
}

/** What calls somebody outside minds being done twice by itself: it is marked afterwards. */
async function doOutside({ tenantId, id }: Waiting): Promise<boolean> {
  const actor = { kind: "system", job: "due" } as const;
  const mine = and(eq(due.tenantId, tenantId), eq(due.id, id), isNull(due.doneAt));
  try {
    const [found] = await withTenant(tenantId, actor, ({ tx }) =>
      tx.select({ kind: due.kind, payload: due.payload }).from(due).where(mine),
    );
    const work = found && (whenDueOutside[found.kind as OutsideKind] as OutsideWork | undefined);
    if (!work) return false;
    await work(tenantId, found.payload);
    await withTenant(tenantId, actor, ({ tx }) => tx.update(due).set({ doneAt: now() }).where(mine));
    return true;
  } catch (error) {
    return inWordsOnly(error);
  }
}

type OutsideWork = (tenantId: string, payload: Record<string, unknown>) => Promise<void>;

/** What went wrong is kept beside the job, where nobody's name or number has a place. */
export const inWordsOnly = (error: unknown): never => {
  throw new Error(inWords(error));
};

type Work = (scope: Scope, payload: Record<string, unknown>) => Promise<readonly OutgoingMessage[]>;
