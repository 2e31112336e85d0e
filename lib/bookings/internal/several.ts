import type { Channel } from "@/db/schema/tenants";
import type { Line } from "@/lib/availability/visit";
import { addDays, startOfDay } from "@/lib/platform/calendar";
import type { Scope } from "@/lib/tenancy/scope";
import { candidates, involved } from "./candidates";
import { type Dates, linesFor } from "./engine-input";
import { type House, loadHouse } from "./house";
import { rulesFor } from "./rules-in-force";
import { loadTaken, type TakenTime } from "./taken-time";

/** What somebody wants: a service, by one person or by anyone, through the desk or another door. */
export type Wanted = { serviceId: string; staffId?: string | null; channel?: Channel };

const nobodyKnown = { usual: {}, visits: [] };

/** One look at the house for many people's wishes on dates of its zone: as many statements for one as for a hundred. */
export async function loadSeveral(scope: Scope, wanted: readonly Wanted[], datesIn: (timeZone: string) => Dates) {
  const house = await loadHouse(scope, [...new Set(wanted.map(({ serviceId }) => serviceId))]);
  const dates = datesIn(house.timeZone);
  const all = wanted.flatMap((one) => candidatesOf(house, one) ?? []);
  // A day of margin on both sides: shifts and visits run over midnight.
  const from = startOfDay(addDays(dates.from, -1), house.timeZone);
  const to = startOfDay(addDays(dates.to, 2), house.timeZone);
  return { house, dates, taken: await loadTaken(scope, involved(all), from, to) };
}

const candidatesOf = (house: House, { serviceId, staffId }: Wanted) =>
  candidates(house, [{ serviceId, staffId: staffId ?? undefined }]).found;

/** What the engine asks about one of them, by the rules of their door; null for what nobody does any more. */
export function asked(house: House, wanted: Wanted, dates: Dates, taken: TakenTime): Asked | null {
  const found = candidatesOf(house, wanted);
  if (!found) return null;
  const asker = { channel: wanted.channel ?? "desk", habits: nobodyKnown };
  return {
    found,
    lines: linesFor(house, found, { from: dates.from, to: addDays(dates.to, 1) }, taken, nobodyKnown),
    rules: rulesFor(house, found, dates, asker),
  };
}

type Asked = {
  found: NonNullable<ReturnType<typeof candidatesOf>>;
  lines: Line[];
  rules: ReturnType<typeof rulesFor>;
};
