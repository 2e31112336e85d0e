import type { CancellationTerms, Channel } from "@/db/schema/tenants";
import { addDays, atMinute, localDate, weekdayOf } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { formatTime } from "@/lib/platform/format";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { loadAgain } from "./internal/again";
import type { OpenSlot } from "./list-open-slots";
import { nearestSlots } from "./nearest-slots";
import { weeksAgain } from "./rules";

/** In so many weeks, the free times nearest to the same weekday and hour. */
export type AgainTimes = { weeks: number; slots: OpenSlot[] }[];

/** With what cancelling would cost. */
export type AgainOffer = { times: AgainTimes; terms: CancellationTerms | null };

/** When the same could be had again; counted from the booking, or from today when that is over. */
export async function listAgain(
  scope: Scope,
  { id, channel }: { id: string; channel: Channel },
): Promise<Result<AgainOffer, { refusal: "not_sold" }>> {
  const again = await loadAgain(scope, id);
  if (!again) return refuse("not_sold");
  const { house, wanted, startsAt } = again;
  const from = countedFrom(localDate(startsAt, house.timeZone), localDate(now(), house.timeZone));
  const [hour = 0, minute = 0] = formatTime(startsAt.toISOString(), house.timeZone).split(":").map(Number);
  const times: AgainTimes = [];
  const offered = new Set<string>();
  for (const weeks of weeksAgain) {
    const at = atMinute(addDays(from, weeks * 7), hour * 60 + minute, house.timeZone);
    const found = await nearestSlots(scope, house, wanted, at, { channel });
    const slots = found.filter((slot) => !offered.has(slot.startsAt));
    for (const slot of slots) offered.add(slot.startsAt);
    if (slots.length > 0) times.push({ weeks, slots });
  }
  return ok({ times, terms: house.policy.cancellation ?? null });
}

/** The booking's own date, or when that is over the one with its weekday that is nearest to today. */
function countedFrom(date: string, today: string): string {
  if (date >= today) return date;
  const ahead = (weekdayOf(date) - weekdayOf(today) + 7) % 7;
  return addDays(today, ahead > 3 ? ahead - 7 : ahead);
}
