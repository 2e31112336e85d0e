import { sql } from "drizzle-orm";
import { addDays, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { listOpenSlots } from "./list-open-slots";

/** So far ahead it is looked. */
const days = 7;

/**
 * When a business has time for somebody next: for the shortest of what is booked there, by anybody. Null: not within a week,
 * or nothing is sold.
 */
export async function nextFree(scope: Scope): Promise<string | null> {
  const { tx, tenantId } = scope;
  const [shortest] = await tx.execute<{ id: string; timeZone: string }>(sql`
    select s.id, t.time_zone as "timeZone" from services s join tenants t on t.id = s.tenant_id
    where s.tenant_id = ${tenantId} and s.active and s.archived_at is null and exists (
      select 1 from staff_services c join staff p on p.tenant_id = c.tenant_id and p.id = c.staff_id
      where c.tenant_id = s.tenant_id and c.service_id = s.id and p.active and p.archived_at is null)
    order by s.duration_minutes, s.position, s.id limit 1`);
  if (!shortest) return null;
  const from = localDate(now(), shortest.timeZone);
  const found = await listOpenSlots(scope, {
    serviceId: shortest.id,
    staffId: "any",
    from,
    to: addDays(from, days),
  });
  return (found.ok && found.value.days.flatMap(({ slots }) => slots)[0]?.startsAt) || null;
}
