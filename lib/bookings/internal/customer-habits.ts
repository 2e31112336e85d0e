import { sql } from "drizzle-orm";
import type { BookingPolicy } from "@/db/schema/tenants";
import { isKnownBy, type KnownBy } from "@/lib/customers/customer-by-phone";
import { addDays, startOfDay } from "@/lib/platform/calendar";
import type { Scope } from "@/lib/tenancy/scope";
import type { Candidates } from "./candidates";
import type { Dates } from "./engine-input";
import { type House, uuids } from "./house";

/** What the rules ask about a customer: who served them last, and what they have on these days. */
export type Habits = {
  /** Staff by service. */
  usual: Record<string, string>;
  /** Beginnings of their visits, in epoch minutes. */
  visits: number[];
};

const asksForThem = ({ anyStaff, visitsPerDay }: BookingPolicy) => anyStaff === "usual" || visitsPerDay !== undefined;

/** One statement, and none when no rule of the house asks. */
export async function loadHabits(
  scope: Scope,
  house: House,
  lines: Candidates,
  who: KnownBy | undefined,
  dates: Dates,
): Promise<Habits> {
  if (!who || !asksForThem(house.policy)) return { usual: {}, visits: [] };
  const [from, to] = [dates.from, addDays(dates.to, 1)].map((date) => startOfDay(date, house.timeZone).toISOString());
  const [row] = await scope.tx.execute<{ habits: Habits }>(sql`
    select json_build_object(
      'usual', (select coalesce(json_object_agg(last.service_id, last.staff_id), '{}') from (
        select distinct on (l.service_id) l.service_id, l.staff_id
        from bookings b join booking_lines l on l.tenant_id = b.tenant_id and l.booking_id = b.id
        where b.tenant_id = c.tenant_id and b.customer_id = c.id and b.status in ${alive}
          and l.service_id = any(${uuids(lines.map(({ service }) => service.id))})
        order by l.service_id, l.starts_at desc) last),
      'visits', (select coalesce(json_agg(floor(extract(epoch from b.starts_at) / 60)::int), '[]') from bookings b
        where b.tenant_id = c.tenant_id and b.customer_id = c.id and b.status in ${alive}
          and b.starts_at >= ${from} and b.starts_at < ${to})) as habits
    from customers c where c.tenant_id = ${scope.tenantId} and ${isKnownBy(who)}`);
  return row?.habits ?? { usual: {}, visits: [] };
}

const alive = sql`('requested', 'held', 'confirmed', 'arrived', 'in_service', 'completed')`;
