import { addDays, localDate, startOfDay } from "@/lib/platform/calendar";
import type { Scope } from "@/lib/tenancy/scope";
import { type Candidates, candidates, involved, ownOffer } from "./internal/candidates";
import { type Found, findPlace } from "./internal/decide";
import { loadHouse } from "./internal/house";
import { loadTaken, seatsOf, type TakenTime } from "./internal/taken-time";
import type { AskedLine } from "./list-open-slots";

export type FitWish = { lines: readonly AskedLine[]; startsAt: Date };
/** Free, over what is taken, out of hours or too far ahead, or not on offer. */
export type Fit = "free" | "taken" | "shut" | "unknown";
/** What earlier ones would take, so that later ones are judged as if those stood. */
export type Standing = ((taken: TakenTime) => void)[];

const nobodys = { usual: {}, visits: [] };

/** Whether these could all be booked, in their order; nothing is. As many statements for one as for hundreds. */
export async function fitBookings(
  scope: Scope,
  wishes: readonly FitWish[],
  { overlaps = false, standing = [] }: { overlaps?: boolean; standing?: Standing } = {},
): Promise<Fit[]> {
  if (wishes.length === 0) return [];
  const house = await loadHouse(scope, [
    ...new Set(wishes.flatMap(({ lines }) => lines.map(({ serviceId }) => serviceId))),
  ]);
  const wanted = wishes.map(({ lines }) => candidates(house, lines).found ?? null);
  const dates = wishes.map(({ startsAt }) => localDate(startsAt, house.timeZone)).sort();
  // A day of margin on both sides: shifts and visits run over midnight.
  const from = startOfDay(addDays(dates[0]!, -1), house.timeZone);
  const to = startOfDay(addDays(dates.at(-1)!, 3), house.timeZone);
  const taken = await loadTaken(scope, involved(wanted.flatMap((lines) => lines ?? [])), from, to);
  for (const stand of standing) stand(taken);
  const how = { source: "desk" as const, anyway: { reason: "" } };
  return wanted.map((lines, at): Fit => {
    if (!lines) return "unknown";
    const wish = { house, lines, how, input: { startsAt: wishes[at]!.startsAt } };
    const found = findPlace(wish, { taken, habits: nobodys });
    if (!found) return "shut";
    if (found.overbooked && !overlaps) return "taken";
    const stand = standsAs(lines, found);
    stand(taken);
    standing.push(stand);
    return found.overbooked ? "taken" : "free";
  });
}

function standsAs(lines: Candidates, { placed, seating }: Found): (taken: TakenTime) => void {
  return ({ staff, lanes }) => {
    for (const { line, staffId, resourceId, seatOf, from, to, lane } of seating.stretches) {
      const { service, staff: people } = lines[line]!;
      const { before, after } = ownOffer(service, people.find(({ id }) => id === placed[line]!.staffId)!);
      if (staffId) add(staff, staffId, { from, to, before, after, seatOf: seatOf ?? undefined });
      const key = resourceId ?? (staffId && seatOf ? seatsOf(staffId, seatOf) : null);
      if (key) add(lanes, key, { from, to, id: `${key} ${from}`, lane: lane ?? 0 });
    }
  };
}

function add<T>(map: Map<string, T[]>, key: string, one: T): void {
  map.set(key, [...(map.get(key) ?? []), one]);
}
