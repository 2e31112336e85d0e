import { addDays, localDate } from "@/lib/platform/calendar";
import type { Scope } from "@/lib/tenancy/scope";
import type { Candidates, House } from "./internal/house";
import { type OpenSlot, openSlots } from "./list-open-slots";

/** The free starts closest to the one wanted, in order of time. */
export async function nearestSlots(
  scope: Scope,
  house: House,
  wanted: Candidates,
  at: Date,
  most = 3,
): Promise<OpenSlot[]> {
  const date = localDate(at, house.timeZone);
  const distance = (slot: OpenSlot) => Math.abs(Date.parse(slot.startsAt) - at.getTime());
  const around = await openSlots(scope, house, wanted, { from: addDays(date, -1), to: addDays(date, 7) });
  return around
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, most)
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt));
}
