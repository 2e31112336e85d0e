import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { nobodyKnown } from "./deposit-rules";
import { candidates, involved, priceOf } from "./internal/candidates";
import { depositDue } from "./internal/customer-history";
import { instantOf } from "./internal/engine-input";
import { loadHouse } from "./internal/house";
import { around, placeAt } from "./internal/place-at";
import { loadTaken } from "./internal/taken-time";
import type { AskedLine } from "./list-open-slots";

/** Who would do which service, and when. Null where that depends on who comes: the house gives everybody whom they know. */
export type PlannedLine = { staffId: string | null; staffName: string | null; startsAt: string; endsAt: string };
/** `depositMinor`: what is paid beforehand by somebody whom the house does not know. */
export type Plan = { totalMinor: number; depositMinor: number | null; lines: PlannedLine[] };

type Asked = { lines: readonly AskedLine[]; startsAt: Date; hold?: string | undefined };

/** A visit of one or more services as it would be at this time, for somebody who looks at it on the public page. */
export async function planVisit(scope: Scope, asked: Asked): Promise<Result<Plan, { refusal: "not_free" }>> {
  const { lines, startsAt, hold } = asked;
  const house = await loadHouse(
    scope,
    lines.map(({ serviceId }) => serviceId),
  );
  const wanted = candidates(house, lines).found;
  if (!wanted) return refuse("not_free");
  const taken = await loadTaken(scope, involved(wanted), ...around(startsAt), hold ? { hold } : undefined);
  const habits = { usual: {}, visits: [] };
  const placed = placeAt(house, wanted, startsAt, { channel: "public", habits, taken });
  if (!placed) return refuse("not_free");
  const isOpen = ({ any }: { any: boolean }) => any && house.policy.anyStaff === "usual";
  return ok({
    totalMinor: priceOf(wanted, placed),
    depositMinor: depositDue(house, wanted, placed, { startsAt, history: nobodyKnown }),
    lines: placed.map(({ staffId, from, to }, at) => ({
      staffId: isOpen(wanted[at]!) ? null : staffId,
      staffName: isOpen(wanted[at]!) ? null : (wanted[at]!.staff.find(({ id }) => id === staffId)?.name ?? null),
      startsAt: instantOf(from).toISOString(),
      endsAt: instantOf(to).toISOString(),
    })),
  });
}
