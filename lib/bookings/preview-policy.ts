import { sql } from "drizzle-orm";
import { addDays, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { candidates } from "./internal/candidates";
import { loadHabits } from "./internal/customer-habits";
import { loadHouse } from "./internal/house";
import { withRules } from "./internal/with-rules";
import { openSlots } from "./list-open-slots";
import type { PolicyInput } from "./policy-input";

/** What a customer would be offered by rules that nobody has saved. */
export type PolicyPreview = {
  house: string;
  /** The first of the price list that anybody does; null where nothing is sold yet. */
  service: string | null;
  /** The next starts that would be free. */
  times: string[];
  confirm: "auto" | "desk";
};

const mostShown = 6;
/** Further off than that nobody looks for an example. */
const daysLooked = 21;

/** Works it out as the booking page would, and writes nothing. */
export async function previewPolicy(scope: Scope, input: PolicyInput): Promise<PolicyPreview> {
  const { tx, tenantId } = scope;
  const [first] = await tx.execute<{ id: string; name: string }>(sql`
    select s.id, s.name from services s
    where s.tenant_id = ${tenantId} and s.active and s.archived_at is null and exists (
      select 1 from staff_services d join staff p on p.tenant_id = d.tenant_id and p.id = d.staff_id
      where d.tenant_id = s.tenant_id and d.service_id = s.id and p.active and p.archived_at is null)
    order by s.position, s.name limit 1`);
  const saved = await loadHouse(scope, first ? [first.id] : []);
  const house = { ...saved, policy: withRules(saved.policy, input) };
  const shown = { house: house.name, confirm: house.policy.confirm };
  const wanted = first ? candidates(house, [{ serviceId: first.id }]) : null;
  if (!first || !wanted?.found) return { ...shown, service: null, times: [] };
  const today = localDate(now(), house.timeZone);
  const dates = { from: today, to: addDays(today, Math.min(house.policy.horizonDays, daysLooked)) };
  const habits = await loadHabits(scope, house, wanted.found, undefined, dates);
  const slots = await openSlots(scope, house, wanted.found, dates, { channel: "public", habits });
  const times = [...new Set(slots.map(({ startsAt }) => startsAt))];
  return { ...shown, service: first.name, times: times.slice(0, mostShown) };
}
