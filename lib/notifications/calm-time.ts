import { sql } from "drizzle-orm";
import { wallMinute } from "@/lib/platform/calendar";
import type { Scope } from "@/lib/tenancy/scope";
import { messageDefaults, minutesOfQuiet } from "./rules";

type House = { time_zone: string; quiet_from: number | null; quiet_until: number | null };

/** When what can wait may go: at once, or when the business's quiet hours are over. */
export async function calmTime(scope: Scope, at: Date): Promise<Date> {
  const [house] = await scope.tx.execute<House>(sql`
    select t.time_zone, w.quiet_from, w.quiet_until from tenants t
    left join message_settings w on w.tenant_id = t.id where t.id = ${scope.tenantId}`);
  const { time_zone, quiet_from, quiet_until } = house!;
  const hours = {
    quietFrom: quiet_from ?? messageDefaults.quietFrom,
    quietUntil: quiet_until ?? messageDefaults.quietUntil,
  };
  return new Date(at.getTime() + minutesOfQuiet(hours, wallMinute(at, time_zone)) * 60_000);
}
