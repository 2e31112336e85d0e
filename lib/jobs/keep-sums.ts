import { platformPool } from "@/db/platform-client";
import { keepDaySums } from "@/lib/analytics/keep-day-sums";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { inWords, log } from "@/lib/platform/log";
import { withTenant } from "@/lib/tenancy/with-tenant";

const actor = { kind: "system", job: "tidy" } as const;

/** The days that are over, of every business; one in which that fails keeps none of the others back. */
export async function keepSums(): Promise<void> {
  const tenants = await platformPool().query<{ id: string; time_zone: string }>(
    "select id, time_zone from tenants where kind = 'business'",
  );
  for (const { id, time_zone } of tenants.rows) {
    const today = localDate(now(), time_zone);
    try {
      while (await withTenant(id, actor, (scope) => keepDaySums(scope, today)));
    } catch (error) {
      log().warn({ tenantId: id, why: inWords(error) }, "sums of days not kept");
    }
  }
}
