import type { Channel } from "@/db/schema/tenants";
import type { KnownBy } from "@/lib/customers/customer-by-phone";
import { addDays, localDate } from "@/lib/platform/calendar";
import type { Scope } from "@/lib/tenancy/scope";
import type { Candidates } from "./internal/candidates";
import { loadHabits } from "./internal/customer-habits";
import type { House } from "./internal/house";
import type { Moving } from "./internal/moving";
import { type OpenSlot, openSlots } from "./list-open-slots";

const mostNear = 3;

/** The free starts closest to the one wanted, in order of time. */
export async function nearestSlots(
  scope: Scope,
  house: House,
  wanted: Candidates,
  at: Date,
  asker: { channel: Channel; who?: KnownBy },
  moving?: Moving,
): Promise<OpenSlot[]> {
  const date = localDate(at, house.timeZone);
  const dates = { from: addDays(date, -1), to: addDays(date, 7) };
  const distance = (slot: OpenSlot) => Math.abs(Date.parse(slot.startsAt) - at.getTime());
  const habits = await loadHabits(scope, house, wanted, asker.who, dates);
  const around = await openSlots(scope, house, wanted, dates, { channel: asker.channel, habits }, moving);
  return around
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, mostNear)
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt));
}
