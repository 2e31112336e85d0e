import { openStarts } from "@/lib/availability/visit-plan";
import { addDays, daysBetween, startOfDay } from "@/lib/platform/calendar";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import {
  type Candidates,
  candidates,
  type House,
  instantOf,
  linesFor,
  loadBusy,
  loadHouse,
  rulesFor,
} from "./internal/house";

export type OpenSlot = { startsAt: string; staffId: string };
export type OpenDays = { timeZone: string; days: { date: string; slots: OpenSlot[] }[] };

/** Free times of a service by local date, for one staff member or anyone. Days without any are there, empty. */
export async function listOpenSlots(
  scope: Scope,
  asked: { serviceId: string; staffId: string | "any"; from: string; to: string },
): Promise<Result<OpenDays, { refusal: "unknown_service" } | { refusal: "unknown_staff" }>> {
  const house = await loadHouse(scope, [asked.serviceId]);
  const staffId = asked.staffId === "any" ? undefined : asked.staffId;
  const wanted = candidates(house, [{ serviceId: asked.serviceId, staffId }]);
  if (!wanted.found) return refuse(wanted.missing === "service" ? "unknown_service" : "unknown_staff");

  const length = daysBetween(asked.from, asked.to);
  const dates = { from: asked.from, to: asked.to };
  const slots = await openSlots(scope, house, wanted.found, dates);
  const days = Array.from({ length: length + 1 }, (_, day) => addDays(dates.from, day)).map((date) => ({
    date,
    slots: [] as OpenSlot[],
    ends: startOfDay(addDays(date, 1), house.timeZone).toISOString(),
  }));
  // Both are in order, so each slot is looked at once.
  let at = 0;
  for (const slot of slots) {
    while (at < length && slot.startsAt >= days[at]!.ends) at++;
    days[at]!.slots.push(slot);
  }
  return ok({ timeZone: house.timeZone, days: days.map(({ date, slots: open }) => ({ date, slots: open })) });
}

/** Free starts of a visit, with who would do its first service. */
export async function openSlots(
  scope: Scope,
  house: House,
  wanted: Candidates,
  dates: { from: string; to: string },
): Promise<OpenSlot[]> {
  const rules = rulesFor(house, dates);
  const staffIds = [...new Set(wanted.flatMap((line) => line.staff.map((person) => person.id)))];
  // A day of margin on both sides: shifts and visits run over midnight.
  const from = startOfDay(addDays(dates.from, -1), house.timeZone);
  const to = startOfDay(addDays(rules.lastDate, 2), house.timeZone);
  const busy = from < to ? await loadBusy(scope, staffIds, from, to) : new Map();
  return openStarts(linesFor(house, wanted, { from: dates.from, to: addDays(rules.lastDate, 1) }, busy), rules).map(
    ({ start, placed }) => ({
      startsAt: instantOf(start).toISOString(),
      staffId: placed[0]!.staffId,
    }),
  );
}
