import { sql } from "drizzle-orm";
import { recordEvent } from "@/lib/events/record-event";
import { notificationOf } from "@/lib/notifications/create-notification";
import { now } from "@/lib/platform/clock";
import { insertTogether } from "@/lib/platform/insert-together";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { workWords } from "./stuck-words";
import { listStuck } from "./stuck-work";

const hourMs = 3_600_000;

/**
 * A job was given up: the admins' screens hear of it at once. It becomes one of their notifications once an hour at most,
 * because faults seldom come alone.
 */
export async function tellFailed(jobId: string): Promise<void> {
  const [stuck] = await listStuck(jobId);
  if (!stuck) return;
  const failed = { name: "work.failed", tenantId: stuck.tenantId ?? platformTenantId, what: workWords(stuck) } as const;
  await withTenant(platformTenantId, { kind: "system", job: "tellFailed" }, async (scope) => {
    // Two that come at once: the other one finds what this one has told.
    await scope.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('work.failed', 0))`);
    const since = new Date(now().getTime() - hourMs).toISOString();
    const [told] = await scope.tx.execute(sql`select 1 from notifications
      where tenant_id = ${scope.tenantId} and name = ${failed.name} and created_at > ${since} limit 1`);
    const words = { customerName: null, timeZone: "Africa/Nairobi" };
    if (!told) await insertTogether(scope, [notificationOf(scope, failed, words)]);
    recordEvent(scope, failed);
  });
}
