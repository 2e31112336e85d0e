import { type Span, subtract } from "./spans";
import { type Line, type Person, type Rules, widened } from "./visit";

/** Starts `from`, `from + step`, … before `to`. */
type Grid = Span;

/** Whoever could do the first service offers the steps of their own time; another of them may then do it. */
export const gridsOf = (lines: readonly Line[], rules: Rules): Grid[] =>
  lines
    .slice(0, 1)
    .flatMap((line) =>
      line.staff.flatMap((person) =>
        typeof rules.anchor === "function" ? roundGrids(person, line, rules, rules.anchor) : [...person.shifts],
      ),
    );

export const isOnGrid = (grids: readonly Grid[], start: number, { step }: Rules): boolean =>
  grids.some(({ from, to }) => from <= start && start < to && (start - from) % step === 0);

/** In order, each once. */
export function startsOf(grids: readonly Grid[], { step }: Rules): number[] {
  const starts = new Set<number>();
  for (const { from, to } of grids) for (let start = from; start < to; start += step) starts.add(start);
  return [...starts].sort((a, b) => a - b);
}

const roundSteps = [60, 30, 20, 15, 10, 5];

/** Steps begin anew in each free stretch, at its first round time: after a visit that ends at 11:50 at noon, not at 11:50. */
function roundGrids(person: Person, line: Line, rules: Rules, wallMinute: (minute: number) => number): Grid[] {
  const round = roundSteps.find((minutes) => rules.step % minutes === 0) ?? 1;
  return freeStretches(person, line, rules).flatMap(({ from, to }) => {
    const earliest = Math.max(from, rules.notBefore);
    const past = wallMinute(earliest) % round;
    const first = past === 0 ? earliest : earliest + round - past;
    return first < to ? [{ from: first, to }] : [];
  });
}

/** Other work fits into gaps, and a class into a class: there the whole window counts as free. */
function freeStretches(person: Person, line: Line, rules: Rules): readonly Span[] {
  const isSolid = line.segments.length === 1 && (line.seats ?? 1) === 1;
  if (!isSolid) return person.windows;
  return subtract(
    person.windows,
    person.busy.map((busy) => widened(busy, line, rules)),
  );
}
