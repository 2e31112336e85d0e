import { type Span, subtract } from "./spans";
import { type Candidate, type Line, type Rules, widened } from "./visit";

/** Starts `from`, `from + step`, … before `to`. */
type Grid = Span;

/**
 * Whoever could do the first service offers the steps of their own time; another of them may then do it. A lesson is joined
 * when it begins, wherever that is: it may follow another service, or have been set by the desk.
 */
export const gridsOf = (lines: readonly Line[], rules: Rules): Grid[] =>
  lines
    .slice(0, 1)
    .flatMap((line) =>
      line.staff.flatMap((candidate) => [
        ...(typeof rules.anchor === "function"
          ? roundGrids(candidate, line, rules, rules.anchor)
          : candidate.person.shifts),
        ...(line.together ? lessonsBegun(candidate, line) : []),
      ]),
    );

const lessonsBegun = ({ person }: Candidate, { serviceId }: Line): Grid[] =>
  person.busy.filter(({ seatOf }) => seatOf === serviceId).map(({ from }) => ({ from, to: from + 1 }));

export const isOnGrid = (grids: readonly Grid[], start: number, { step }: Rules): boolean =>
  grids.some(({ from, to }) => from <= start && start < to && (start - from) % step === 0);

/** In order, each once; those before `from` and from `to` on are not asked for. */
export function startsOf(grids: readonly Grid[], { step }: Rules, { from, to }: Span): number[] {
  const starts = new Set<number>();
  for (const grid of grids) {
    const passed = Math.max(0, Math.ceil((from - grid.from) / step));
    for (let start = grid.from + passed * step; start < Math.min(grid.to, to); start += step) starts.add(start);
  }
  return [...starts].sort((a, b) => a - b);
}

const roundSteps = [60, 30, 20, 15, 10, 5];

/** Steps begin anew in each free stretch, at its first round time: after a visit that ends at 11:50 at noon, not at 11:50. */
function roundGrids(candidate: Candidate, line: Line, rules: Rules, wallMinute: (minute: number) => number): Grid[] {
  const round = roundSteps.find((minutes) => rules.step % minutes === 0) ?? 1;
  return freeStretches(candidate, line, rules).flatMap(({ from, to }) => {
    const earliest = Math.max(from, rules.notBefore);
    const past = wallMinute(earliest) % round;
    const first = past === 0 ? earliest : earliest + round - past;
    return first < to ? [{ from: first, to }] : [];
  });
}

/** Other work fits into gaps: there the whole window counts as free. A class begins beside others of its kind. */
function freeStretches(candidate: Candidate, line: Line, rules: Rules): readonly Span[] {
  const { person, segments } = candidate;
  if (segments.length > 1) return person.windows;
  const inTheWay = person.busy.filter((busy) => busy.away || (line.seats ?? 1) === 1);
  return subtract(
    person.windows,
    inTheWay.map((busy) => widened(busy, candidate, rules)),
  );
}
