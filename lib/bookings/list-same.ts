import type { CancellationTerms } from "@/db/schema/tenants";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { loadAgain } from "./internal/again";
import type { OpenSlot } from "./list-open-slots";
import { nearestSlots } from "./nearest-slots";

/** Its own time where that is free, otherwise the free times nearest to it. */
export type SameOffer = { own: OpenSlot | null; near: OpenSlot[]; terms: CancellationTerms | null };

/** What a booking that lapsed before it was paid can be had as once more; null when it is over or no longer sold. */
export async function listSame(scope: Scope, id: string): Promise<SameOffer | null> {
  const again = await loadAgain(scope, id);
  if (!again) return null;
  const { house, wanted, startsAt } = again;
  const near = await nearestSlots(scope, house, wanted, startsAt > now() ? startsAt : now(), { channel: "public" });
  const own = near.find((slot) => Date.parse(slot.startsAt) === startsAt.getTime()) ?? null;
  return { own, near: own ? [] : near, terms: house.policy.cancellation ?? null };
}
