import { isOnGrid, startsOf } from "./grid";
import { mayBegin, type Plan, planOf, visitFrom } from "./plan";
import { always, type Span } from "./spans";
import { isTidyEnough } from "./tidy";
import type { Line, Placed, Rules } from "./visit";

/**
 * The one question of the engine: can the visit begin at this minute, and who does what? Offering asks it of every
 * step of the grid, accepting asks it of one, so that what is offered is accepted and the other way round.
 */
export function placeVisit(lines: readonly Line[], start: number, rules: Rules): Placed[] | null {
  const plan = planOf(lines, rules);
  return rules.starts === "any" || isOnGrid(plan.grids, start, rules) ? placedAt(plan, start) : null;
}

type OpenStart = { start: number; placed: Placed[] };

/** Every start on the grid that placeVisit accepts, in order; those of a range, when only that is asked about. */
export const openStarts = (lines: readonly Line[], rules: Rules, asked: Span = always): OpenStart[] =>
  startsInTurn(lines, rules)(asked);

/** The same for one range after the other: what is worked out for all of them is worked out once. */
export function startsInTurn(lines: readonly Line[], rules: Rules): (asked: Span) => OpenStart[] {
  const plan = planOf(lines, rules);
  return (asked) => {
    const range = { from: Math.max(asked.from, rules.notBefore), to: Math.min(asked.to, rules.until) };
    return startsOf(plan.grids, rules, range).flatMap((start) => {
      const placed = placedAt(plan, start);
      return placed ? [{ start, placed }] : [];
    });
  };
}

function placedAt(plan: Plan, start: number): Placed[] | null {
  if (!mayBegin(start, plan.rules)) return null;
  const visit = visitFrom(plan, 0, start, (wanted) => isTidyEnough(plan, wanted));
  return visit?.map(({ placed }) => placed) ?? null;
}
