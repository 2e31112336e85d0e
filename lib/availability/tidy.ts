import { dayOf } from "./any-staff";
import { startsOf } from "./grid";
import { type Entry, lostMinutes } from "./lost-time";
import { type Chosen, mayBegin, type Plan, visitBy } from "./plan";
import { holderOf, type Span } from "./spans";

/** Gap-aware offering: a visit that wastes time is in order only where none would waste less than it. */
export function isTidyEnough(plan: Plan, visit: Chosen[]): boolean {
  if (!plan.rules.gapAware || plan.rules.starts === "any") return true;
  return isTidy(plan, visit) || !couldBeTidy(plan, visit);
}

/** Leaves nobody with a hole that nothing on sale fits into. Beside others of a class there is no hole to leave. */
function isTidy({ rules }: Plan, visit: Chosen[]): boolean {
  const entries = new Map<string, Entry[]>();
  for (const { line, diary, placed } of visit) {
    if ((line.seats ?? 1) > 1) continue;
    const own = entries.get(placed.staffId) ?? [];
    entries.set(placed.staffId, [...own, ...placed.work.map((work) => ({ diary, work }))]);
  }
  return [...entries.values()].every((own) => lostMinutes(own, rules) === 0);
}

/** Whether another start of that day, by the same person in the same free stretch, would be tidy. */
function couldBeTidy(plan: Plan, visit: Chosen[]): boolean {
  const { diary, placed } = visit[0]!;
  const stretch = stretchOf(visit);
  if (!stretch) return false;
  const day = dayOf(placed.from, plan.rules);
  const key = `${placed.staffId} ${stretch.from} ${day.from}`;
  const known = plan.tidyStretches.get(key);
  if (known !== undefined) return known;
  const nearby = { from: Math.max(stretch.from - diary.length, day.from), to: Math.min(stretch.to, day.to) };
  const could = startsOf(plan.grids, plan.rules, nearby).some((start) => {
    const other = mayBegin(start, plan.rules) ? visitBy(plan, diary, start) : null;
    return other !== null && stretchOf(other) === stretch && isTidy(plan, other);
  });
  plan.tidyStretches.set(key, could);
  return could;
}

/** The free stretch that the visit's first work falls into. */
const stretchOf = ([first]: Chosen[]): Span | undefined => {
  const work = first?.placed.work[0];
  return work && holderOf(first.diary.free, work);
};
