import { sql } from "drizzle-orm";
import { addDays, daysBetween, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { windowInForce } from "@/lib/services/booking-window";
import type { Scope } from "@/lib/tenancy/scope";
import { nobodyKnown } from "./deposit-rules";
import { depositWords } from "./deposit-words";
import { type Candidates, candidates, isConfirmedByHand } from "./internal/candidates";
import { loadHabits } from "./internal/customer-habits";
import { loadHouse } from "./internal/house";
import { withRules } from "./internal/with-rules";
import { openSlots } from "./list-open-slots";
import type { PolicyInput } from "./policy-input";
import { termsWords } from "./terms";

/** What a customer would be offered by rules that nobody has saved. */
export type PolicyPreview = {
  house: string;
  /** The first of the price list that anybody does; null where nothing is sold yet. */
  service: string | null;
  /** The next starts that would be free. */
  times: string[];
  confirm: "auto" | "desk";
  /** What somebody new reads of paying before the first of them, and of cancelling it; empty for nothing. */
  deposit: string;
  terms: string;
};

const mostShown = 6;
/** Further off than that from the first that the notice leaves nobody looks for an example. */
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
  const nothing = { house: house.name, confirm: house.policy.confirm, times: [], deposit: "", terms: "" };
  const wanted = first ? candidates(house, [{ serviceId: first.id }]) : null;
  if (!first || !wanted?.found) return { ...nothing, service: null };
  const confirm = isConfirmedByHand(house, wanted.found) ? ("desk" as const) : ("auto" as const);
  const shown = { ...nothing, service: first.name, confirm };
  const at = now();
  const [{ service }] = wanted.found as [Candidates[number]];
  const { noticeMinutes, horizonDays } = windowInForce(house.policy, service.windows, "public");
  const from = localDate(new Date(at.getTime() + noticeMinutes * 60_000), house.timeZone);
  const left = daysBetween(from, addDays(localDate(at, house.timeZone), horizonDays));
  if (left < 0) return shown;
  const dates = { from, to: addDays(from, Math.min(left, daysLooked)) };
  const habits = await loadHabits(scope, house, wanted.found, undefined, dates);
  const slots = await openSlots(scope, house, wanted.found, dates, { channel: "public", habits, history: nobodyKnown });
  const [soonest] = slots;
  if (!soonest) return shown;
  const times = [...new Set(slots.map(({ startsAt }) => startsAt))].slice(0, mostShown);
  const { totalMinor, depositMinor = null } = soonest;
  const { currency, policy } = house;
  const visit = { startsAt: new Date(soonest.startsAt), at };
  return {
    ...{ ...shown, times },
    deposit: depositWords({ depositMinor, totalMinor, currency, terms: policy.cancellation ?? null }, visit),
    terms: termsWords(policy.cancellation, totalMinor, currency, visit),
  };
}
