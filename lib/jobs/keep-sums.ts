import { platformPool } from "@/db/platform-client";
import { keepDaySums } from "@/lib/analytics/keep-day-sums";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { inWords, log } from "@/lib/platform/log";
import { withTenant } from "@/lib/tenancy/with-tenant";

const actor = { kind: "system", job: "tidy" } as const;
/** A job ends after so long, for others wait for its slot; the next one goes on. */
const mostMs = 10_000;

/** Adds up days that are over, of every business; one in which that fails keeps none of the others back. */
export async function keepSums(): Promise<void> {
  const until = performance.now() + mostMs;
  for (const { id, time_zone } of await withDaysToKeep()) {
    const today = localDate(now(), time_zone);
    try {
      let more = true;
      while (more && performance.now() < until)
        more = await withTenant(id, actor, (scope) => keepDaySums(scope, today));
    } catch (error) {
      log().warn({ tenantId: id, why: inWords(error) }, "sums of days not kept");
    }
    if (performance.now() > until) return;
  }
}

/** In any order: who did not have their turn has it another time. */
async function withDaysToKeep(): Promise<{ id: string; time_zone: string }[]> {
  const found = await platformPool().query<{ id: string; time_zone: string }>(
    `select t.id, t.time_zone from tenants t where t.kind = 'business' and exists (
       select from ledger_transactions l where l.tenant_id = t.id and l.day < ($1::timestamptz at time zone t.time_zone)::date
         and not exists (select from day_sums d where d.tenant_id = l.tenant_id and d.day = l.day))
     order by random()`,
    [now()],
  );
  return found.rows;
}
