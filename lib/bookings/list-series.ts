import { atMinute } from "@/lib/platform/calendar";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { candidates, priceOf } from "./internal/candidates";
import { loadHouse } from "./internal/house";
import { freeOn, lookOver, type SeriesWish, verdictOn } from "./internal/series";
import type { OpenSlot } from "./list-open-slots";
import type { Clash } from "./rules";
import { type SeriesDate, seriesDates } from "./series-dates";
import type { SeriesQuery } from "./series-input";
import { termsSeen } from "./terms";

export type SeriesDay = {
  date: string;
  /** Null on a day without such a time. */
  startsAt: string | null;
  /** Of one that can be had. */
  staffNames: string[];
  totalMinor: number;
  clash: Clash | null;
  /** Of one that cannot: the other free times of its day, and the nearest of them. */
  free: OpenSlot[];
  nearest: OpenSlot | null;
};

export type SeriesDays = { dates: SeriesDay[]; currency: string; terms: string };

/** Every date of a visit that comes round: who would do it, or what is in the way and what is free instead. Nothing is booked. */
export async function listSeries(
  scope: Scope,
  { service, staff, addons, more, customer, startsAt, weeks, times }: SeriesQuery,
): Promise<Result<SeriesDays, { refusal: "unknown_service" } | { refusal: "unknown_staff" }>> {
  const first = { serviceId: service, staffId: staff === "any" ? undefined : staff, addonIds: addons };
  const asked = [first, ...more];
  const house = await loadHouse(
    scope,
    asked.map(({ serviceId }) => serviceId),
  );
  const wanted = candidates(house, asked);
  if (!wanted.found) return refuse(wanted.missing === "service" ? "unknown_service" : "unknown_staff");
  const input = { lines: asked, startsAt, customer: { name: "", phone: "" } };
  const who = customer ? { who: { customerId: customer } } : {};
  const wish: SeriesWish = { house, lines: wanted.found, input, how: { source: "desk" }, ...who };
  const dates = seriesDates(startsAt, { weeks, times }, house.timeZone);
  const seen = await lookOver(scope, wish, dates);
  const nameOf = (id: string) => house.staff.find((person) => person.id === id)?.name ?? "";
  const dayOf = (one: SeriesDate): SeriesDay => {
    const verdict = verdictOn(wish, seen, one);
    const day = { date: one.date, startsAt: one.at?.toISOString() ?? null };
    if ("found" in verdict) {
      const { placed } = verdict.found;
      const staffNames = [...new Set(placed.map(({ staffId }) => nameOf(staffId)))];
      return { ...day, staffNames, totalMinor: priceOf(wish.lines, placed), clash: null, free: [], nearest: null };
    }
    const free = freeOn(wish, seen, one.date);
    return {
      ...day,
      staffNames: [],
      totalMinor: 0,
      clash: verdict.clash,
      free,
      nearest: nearestTo(free, one.at ?? noonOf(one.date, house.timeZone)) ?? null,
    };
  };
  return ok({ dates: dates.map(dayOf), currency: house.currency, terms: termsSeen(house.policy.cancellation) });
}

const noonOf = (date: string, timeZone: string) => atMinute(date, 720, timeZone);

function nearestTo(slots: readonly OpenSlot[], at: Date): OpenSlot | undefined {
  const away = ({ startsAt }: OpenSlot) => Math.abs(Date.parse(startsAt) - at.getTime());
  return slots.toSorted((a, b) => away(a) - away(b))[0];
}
