import { dayOf, inPreference, reasonFor } from "./any-staff";
import { type Diary, diariesOf, isAble } from "./diary";
import { gridsOf } from "./grid";
import { later, type Span } from "./spans";
import type { Line, Placed, Rules } from "./visit";

type Step = { line: Line; staff: Diary[] };

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
  steps: lines.map((line) => ({ line, staff: diariesOf(line, rules) })),
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
    step.staff.filter((diary) => isAble(diary, at)),
    step.line,
    at,
    plan.rules,
  );
  for (const [place, diary] of able.entries()) {
    const rest = restFrom(plan, index + 1, at + diary.length);
    if (!rest) continue;
    const because = reasonFor(able.slice(place), step.line, at, plan.rules);
    const visit = [{ line: step.line, diary, placed: placedBy(diary, at, because) }, ...rest];
    if (accept(visit)) return visit;
  }
  return null;
}

/** The visit begun by this person, or null. */
export function visitBy(plan: Plan, diary: Diary, at: number): Chosen[] | null {
  const step = plan.steps[0]!;
  const rest = isAble(diary, at) ? restFrom(plan, 1, at + diary.length) : null;
  return rest && [{ line: step.line, diary, placed: placedBy(diary, at, "only_one_free") }, ...rest];
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

const placedBy = ({ candidate, length, work, uses }: Diary, at: number, because: Placed["because"]): Placed => ({
  staffId: candidate.person.id,
  because,
  from: at,
  to: at + length,
  work: work.map((span) => later(span, at)),
  uses: uses.map((use) => ({ poolId: use.poolId, ...later(use, at) })),
});
