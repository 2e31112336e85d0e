import { gridsOf, isOnGrid, startsOf } from "./grid";
import { peak, type Span } from "./spans";
import { type Line, lengthOf, type Person, type Placed, type Rules, widened, workOf } from "./visit";

/**
 * The one question of the engine: can the visit begin at this minute, and who does what? Offering asks it of every
 * step of the grid, accepting asks it of one, so that what is offered is accepted and the other way round.
 */
export const placeVisit = (lines: readonly Line[], start: number, rules: Rules): Placed[] | null =>
  rules.starts === "any" || isOnGrid(gridsOf(lines, rules), start, rules) ? placedAt(lines, start, rules) : null;

/** Every start on the grid that placeVisit accepts, in order. */
export const openStarts = (lines: readonly Line[], rules: Rules): { start: number; placed: Placed[] }[] =>
  startsOf(gridsOf(lines, rules), rules).flatMap((start) => {
    const placed = placedAt(lines, start, rules);
    return placed ? [{ start, placed }] : [];
  });

function placedAt(lines: readonly Line[], start: number, rules: Rules): Placed[] | null {
  if (start < rules.notBefore || start >= rules.until) return null;
  const placed: Placed[] = [];
  let at = start;
  for (const line of lines) {
    const to = at + lengthOf(line.segments);
    const work = workOf(line.segments, at);
    const person = line.staff.find((candidate) => isFree(candidate, line, work, rules));
    if (!person || isUsedUp(line, { from: at, to })) return null;
    placed.push({ staffId: person.id, from: at, to, work });
    at = to;
  }
  return placed;
}

const isUsedUp = ({ pools = [] }: Line, visit: Span): boolean =>
  pools.some(({ quantity, used }) => peak(used, visit) >= quantity);

function isFree(person: Person, line: Line, work: readonly Span[], rules: Rules): boolean {
  const inHours = (stretch: Span) =>
    person.windows.some((window) => window.from <= stretch.from && stretch.to <= window.to);
  if (!work.every(inHours)) return false;
  const kept = person.busy.map((busy) => widened(busy, line, rules));
  return work.every((stretch) => peak(kept, stretch) < (line.seats ?? 1));
}
