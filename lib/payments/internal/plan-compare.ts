import { sql } from "drizzle-orm";
import { planDue } from "@/lib/events/plan-due";
import { addDays, atMinute, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";

/** When the house sleeps, and everything of the day before has been told. */
const atMinutes = 3 * 60;

/** Our books and Safaricom's list are compared every night: the next time, planned once. */
export async function planCompare(scope: Scope): Promise<void> {
  const [row] = await scope.tx.execute<{ time_zone: string; planned: boolean }>(sql`
    select time_zone, exists (select 1 from due d where d.tenant_id = t.id and d.kind = 'compare_days'
      and d.done_at is null and d.due_at > ${now().toISOString()}) as planned
    from tenants t where id = ${scope.tenantId}`);
  if (!row || row.planned) return;
  const today = localDate(now(), row.time_zone);
  const next = [today, addDays(today, 1)].map((day) => atMinute(day, atMinutes, row.time_zone));
  await planDue(scope, { kind: "compare_days", at: next.find((at) => at > now())!, payload: {} });
}
