import type { Scope } from "@/lib/tenancy/scope";
import { candidates } from "./internal/candidates";
import { loadHouse } from "./internal/house";
import type { AskedLine, OpenSlot } from "./list-open-slots";
import { nearestSlots } from "./nearest-slots";

type Chosen = { lines: readonly AskedLine[]; startsAt: Date };

/** The free times nearest to the one that a visitor has chosen; null while that is free itself, or nothing of it is sold. */
export async function nearestTo(scope: Scope, { startsAt, lines }: Chosen): Promise<OpenSlot[] | null> {
  const house = await loadHouse(
    scope,
    lines.map(({ serviceId }) => serviceId),
  );
  const wanted = candidates(house, lines).found;
  if (!wanted) return null;
  const near = await nearestSlots(scope, house, wanted, startsAt, { channel: "public" });
  return near.some((slot) => Date.parse(slot.startsAt) === startsAt.getTime()) ? null : near;
}
