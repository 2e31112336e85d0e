import { overlaps, type Span } from "./spans";

/** Work that is taken already, and what is kept free around it. Minutes. */
export type Busy = Span & { before: number; after: number };

export type Segment = { kind: "work" | "gap"; minutes: number };

/** One service to be done, and the people who may do it. */
export type Line = { segments: readonly Segment[]; before: number; after: number; staff: readonly Person[] };

/**
 * Shifts as they were agreed: each begins a grid of starts. Windows are the same time united (see spans.ts: sorted, and
 * none touches another), since work may run on from one shift into the next.
 */
export type Person = { id: string; shifts: readonly Span[]; windows: readonly Span[]; busy: readonly Busy[] };

export type Rules = {
  buffers: "larger" | "add";
  /** Distance between offered starts, counted from the start of each shift. */
  step: number;
  /** The desk may begin at any minute; everybody else where a step falls. */
  starts: "on_step" | "any";
  /** No start before this minute (now plus the notice), and none from `until` on. */
  notBefore: number;
  until: number;
};

/** Who does each line, and when. */
export type Placed = { staffId: string; from: number; to: number; work: Span[] };

const length = (segments: readonly Segment[]) => segments.reduce((sum, segment) => sum + segment.minutes, 0);

/** The stretches in which somebody works; in the gaps between them they are free. */
export function workOf(segments: readonly Segment[], start: number): Span[] {
  const work: Span[] = [];
  let at = start;
  for (const { kind, minutes } of segments) {
    if (kind === "work") work.push({ from: at, to: at + minutes });
    at += minutes;
  }
  return work;
}

/**
 * The one question of the engine: can the visit begin at this minute, and who does what? Offering asks it of every
 * step of the grid, accepting asks it of one, so that what is offered is accepted and the other way round.
 */
export function placeVisit(lines: readonly Line[], start: number, rules: Rules): Placed[] | null {
  if (start < rules.notBefore || start >= rules.until) return null;
  if (rules.starts === "on_step" && !isOnStep(lines, start, rules.step)) return null;
  const placed: Placed[] = [];
  let at = start;
  for (const line of lines) {
    const to = at + length(line.segments);
    const work = workOf(line.segments, at);
    const person = line.staff.find((candidate) => isFree(candidate, line, work, rules));
    if (!person) return null;
    placed.push({ staffId: person.id, from: at, to, work });
    at = to;
  }
  return placed;
}

/** Whoever could do the first service offers the steps of their own shifts; another of them may then do it. */
const isOnStep = (lines: readonly Line[], start: number, step: number): boolean =>
  (lines[0]?.staff ?? []).some((person) =>
    person.shifts.some((shift) => shift.from <= start && start < shift.to && (start - shift.from) % step === 0),
  );

function isFree(person: Person, line: Line, work: readonly Span[], rules: Rules): boolean {
  const inHours = (stretch: Span) =>
    person.windows.some((window) => window.from <= stretch.from && stretch.to <= window.to);
  if (!work.every(inHours)) return false;
  return !person.busy.some((busy) => {
    const kept = widened(busy, line, rules);
    return work.some((stretch) => overlaps(kept, stretch));
  });
}

/** A neighbour keeps its own time free, and ours with it: the larger of the two, or both. */
function widened(busy: Busy, line: Line, { buffers }: Rules): Span {
  const both = (a: number, b: number) => (buffers === "add" ? a + b : Math.max(a, b));
  return { from: busy.from - both(busy.before, line.after), to: busy.to + both(busy.after, line.before) };
}

/** Every start on the grid that placeVisit accepts, in order. */
export function openStarts(lines: readonly Line[], rules: Rules): { start: number; placed: Placed[] }[] {
  const grid = new Set<number>();
  for (const person of lines[0]?.staff ?? []) {
    for (const shift of person.shifts) {
      for (let start = shift.from; start < shift.to; start += rules.step) grid.add(start);
    }
  }
  return [...grid]
    .sort((a, b) => a - b)
    .flatMap((start) => {
      const placed = placeVisit(lines, start, rules);
      return placed ? [{ start, placed }] : [];
    });
}
