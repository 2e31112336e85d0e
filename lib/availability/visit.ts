import type { Span } from "./spans";

/** Work that is taken already, and what is kept free around it. Minutes. */
export type Busy = Span & { before: number; after: number };

export type Segment = { kind: "work" | "gap"; minutes: number };

/** Chairs, rooms or machines: how many there are, and when one is in use. */
export type Pool = { quantity: number; used: readonly Span[] };

/** One service to be done, and the people who may do it. */
export type Line = {
  segments: readonly Segment[];
  before: number;
  after: number;
  staff: readonly Person[];
  /** So many visits at once: one, but for a class. */
  seats?: number;
  /** What the visit needs from its beginning to its end, gaps included. */
  pools?: readonly Pool[];
};

/**
 * Shifts as they were agreed: each begins a grid of starts. Windows are the same time united (see spans.ts: sorted, and
 * none touches another), since work may run on from one shift into the next.
 */
export type Person = { id: string; shifts: readonly Span[]; windows: readonly Span[]; busy: readonly Busy[] };

export type Rules = {
  buffers: "larger" | "add";
  /** Distance between offered starts. */
  step: number;
  /**
   * Where steps are counted from: the start of each shift; or, in each free stretch, its first round time on the wall
   * clock. The function answers an instant's minute of the day there, all in minutes.
   */
  anchor?: "shift" | ((minute: number) => number);
  /** The desk may begin at any minute; everybody else where a step falls. */
  starts: "on_step" | "any";
  /** No start before this minute (now plus the notice), and none from `until` on. */
  notBefore: number;
  until: number;
};

/** Who does each line, and when. */
export type Placed = { staffId: string; from: number; to: number; work: Span[] };

export const lengthOf = (segments: readonly Segment[]) => segments.reduce((sum, segment) => sum + segment.minutes, 0);

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

/** A neighbour keeps its own time free, and ours with it: the larger of the two, or both. */
export function widened(busy: Busy, line: Line, { buffers }: Rules): Span {
  const both = (a: number, b: number) => (buffers === "add" ? a + b : Math.max(a, b));
  return { from: busy.from - both(busy.before, line.after), to: busy.to + both(busy.after, line.before) };
}
