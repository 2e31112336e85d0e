import { dayOf, inPreference, reasonFor } from "./any-staff";
import { type Diary, diaryOf } from "./diary";
import { gridsOf } from "./grid";
import { crowded, holderOf, meets, type Span } from "./spans";
import { type Line, type Placed, type PoolNeed, type Rules, stretchesOf, workOf } from "./visit";

type Step = { line: Line; staff: Diary[]; usedUp: { need: PoolNeed; times: Span[] }[] };

/** A line of the visit with the person who does it. */
export type Chosen = { line: Line; diary: Diary; placed: Placed };

/** A wish and all that is worked out once for every start of it. */
export type Plan = {
  rules: Rules;
  grids: Span[];
  steps: Step[];
  /** Who does the rest of the visit, by line and minute. */
  rests: Map<string, Chosen[] | null>;
  /** Free stretches in which the visit could begin without wasting time, by person and minute. */
  tidyStretches: Map<string, boolean>;
};

export const planOf = (lines: readonly Line[], rules: Rules): Plan => ({
  rules,
  grids: gridsOf(lines, rules),
  steps: lines.map((line) => ({
    line,
    staff: line.staff.map((candidate) => diaryOf(candidate, line, rules)),
    usedUp: (line.pools ?? []).map((need) => ({ need, times: crowded(need.pool.used, need.pool.quantity) })),
  })),
  rests: new Map(),
  tidyStretches: new Map(),
});

/** Notice, horizon and what one customer may have in a day. */
export function mayBegin(start: number, rules: Rules): boolean {
  if (start < rules.notBefore || start >= rules.until) return false;
  if (!rules.perDay) return true;
  const day = dayOf(start, rules);
  return rules.perDay.taken.filter((at) => day.from <= at && at < day.to).length < rules.perDay.most;
}

/** The lines from this one on, one after the other, by the people whom the house prefers as far as all can be done. */
export function visitFrom(
  plan: Plan,
  index: number,
  at: number,
  accept: (visit: Chosen[]) => boolean = () => true,
): Chosen[] | null {
  const step = plan.steps[index];
  if (!step) return [];
  const able = inPreference(
    step.staff.filter((diary) => isAble(step, diary, at)),
    step.line,
    at,
    plan.rules,
  );
  for (const [place, diary] of able.entries()) {
    const rest = restFrom(plan, index + 1, at + diary.length);
    if (!rest) continue;
    const because = reasonFor(able.slice(place), step.line, at, plan.rules);
    const visit = [{ line: step.line, diary, placed: placedBy(diary, step, at, because) }, ...rest];
    if (accept(visit)) return visit;
  }
  return null;
}

/** The visit begun by this person, or null. */
export function visitBy(plan: Plan, diary: Diary, at: number): Chosen[] | null {
  const step = plan.steps[0]!;
  const rest = isAble(step, diary, at) ? restFrom(plan, 1, at + diary.length) : null;
  return rest && [{ line: step.line, diary, placed: placedBy(diary, step, at, "only_one_free") }, ...rest];
}

/** Whoever does the line before, the rest from the same minute on is the same: asked once. */
function restFrom(plan: Plan, index: number, at: number): Chosen[] | null {
  const key = `${index} ${at}`;
  const known = plan.rests.get(key);
  if (known !== undefined) return known;
  const rest = visitFrom(plan, index, at);
  plan.rests.set(key, rest);
  return rest;
}

const isAble = (step: Step, diary: Diary, at: number): boolean => isFree(diary, at) && hasUnits(step, diary, at);

const isFree = ({ candidate, free }: Diary, at: number): boolean =>
  workOf(candidate.segments, at).every((work) => holderOf(free, work));

const hasUnits = ({ usedUp }: Step, diary: Diary, at: number): boolean =>
  usedUp.every(({ need, times }) => usesOf(need, diary, at).every((use) => !meets(times, use)));

/** When the pool is needed: in some segments, or from the beginning of the service to its end. */
const usesOf = ({ segments }: PoolNeed, { candidate, length }: Diary, at: number): Span[] =>
  segments
    ? stretchesOf(candidate.segments, at)
        .filter((_, place) => segments.includes(place))
        .map(({ from, to }) => ({ from, to }))
    : [{ from: at, to: at + length }];

const placedBy = (diary: Diary, { usedUp }: Step, at: number, because: Placed["because"]): Placed => ({
  staffId: diary.candidate.person.id,
  because,
  from: at,
  to: at + diary.length,
  work: workOf(diary.candidate.segments, at),
  uses: usedUp.flatMap(({ need }) => usesOf(need, diary, at).map((use) => ({ poolId: need.pool.id, ...use }))),
});
