import type { Span } from "./spans";

/** Work that is taken already, and what is kept free around it. Minutes. */
export type Busy = Span & {
  before: number;
  after: number;
  /** A seat of this service: the others are still to be had. Without it the whole person is taken. */
  seatOf?: string | undefined;
  /** Not there at all (a break, time off, another calendar), rather than serving somebody. */
  away?: boolean;
};

export type Segment = { kind: "work" | "gap"; minutes: number };

/** Chairs, rooms or machines: how many there are, and when one is in use. */
export type Pool = { id: string; quantity: number; used: readonly Span[] };

/** A unit of the pool, for the segments named by their place in the service; for all of the visit when none is. */
export type PoolNeed = { pool: Pool; segments?: readonly number[] | undefined };

/**
 * Shifts as they were agreed: each begins a grid of starts. Windows are the same time united (see spans.ts: sorted, and
 * none touches another), since work may run on from one shift into the next.
 */
export type Person = {
  id: string;
  shifts: readonly Span[];
  windows: readonly Span[];
  busy: readonly Busy[];
  /** The shortest thing they sell: free time shorter than this is lost. */
  shortest?: number | undefined;
};

/** Somebody who may do a service, in the time and with the buffers that they need for it. */
export type Candidate = { person: Person; segments: readonly Segment[]; before: number; after: number };

/** One service to be done, and the people who may do it in the business's own order. */
export type Line = {
  serviceId: string;
  staff: readonly Candidate[];
  /** The customer named this person. */
  asked?: boolean;
  /** So many visits at once: one, but for a class. */
  seats?: number;
  /** Whoever comes begins with those who are there, as in a lesson; otherwise each begins when they like. */
  together?: boolean;
  pools?: readonly PoolNeed[];
  /** Who did it for this customer the last time. */
  usual?: string | undefined;
};

export type AnyStaff = "order" | "fairest" | "least_gaps" | "usual";

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
  /** No start before this minute (now plus the notice), and none from `until` on (the horizon). */
  notBefore: number;
  until: number;
  /** Who serves those who have no wish; ties go by the business's own order. */
  anyStaff?: AnyStaff;
  /** The business's days, in order: what is counted by the day is counted within one of them. */
  days?: readonly Span[];
  /** While a free stretch has a start that wastes no time, only such starts are offered in it. */
  gapAware?: boolean;
  /** So many visits a day for one customer, and when those they have begin. */
  perDay?: { most: number; taken: readonly number[] } | undefined;
};

/** Why this person: they were asked for, nobody else could, or what the rule of the house says. */
export type Because = "asked" | "only_one_free" | "joined" | AnyStaff;

/** Who does each line, when, and with which pools. */
export type Placed = {
  staffId: string;
  because: Because;
  from: number;
  to: number;
  work: Span[];
  uses: (Span & { poolId: string })[];
};

export const lengthOf = (segments: readonly Segment[]) => segments.reduce((sum, segment) => sum + segment.minutes, 0);

/** The stretches in which somebody works; in the gaps between them they are free. */
export const workOf = (segments: readonly Segment[], start: number): Span[] =>
  stretchesOf(segments, start)
    .filter(({ kind }) => kind === "work")
    .map(({ from, to }) => ({ from, to }));

/** Each segment on the clock, in order. */
export function stretchesOf(segments: readonly Segment[], start: number): (Span & { kind: Segment["kind"] })[] {
  let at = start;
  return segments.map(({ kind, minutes }) => {
    at += minutes;
    return { kind, from: at - minutes, to: at };
  });
}

/** The same service done in another time: who is quicker works quicker, but colour takes as long as it takes. */
export function segmentsLasting(segments: readonly Segment[], minutes: number): Segment[] {
  const waiting = lengthOf(segments.filter(({ kind }) => kind === "gap"));
  const works = segments.filter(({ kind }) => kind === "work");
  const usual = lengthOf(works);
  const wanted = Math.max(minutes - waiting, works.length);
  let done = 0;
  let given = 0;
  return segments.map((segment) => {
    if (segment.kind === "gap") return segment;
    done += segment.minutes;
    const upTo = Math.max(Math.round((wanted * done) / usual), given + 1);
    const own = { ...segment, minutes: upTo - given };
    given = upTo;
    return own;
  });
}

/** The same service with something added: the last piece of work is longer. */
export const segmentsWith = (segments: readonly Segment[], moreMinutes: number): Segment[] =>
  segments.map((segment, at) =>
    at === segments.length - 1 ? { ...segment, minutes: segment.minutes + moreMinutes } : segment,
  );

/** A neighbour keeps its own time free, and ours with it: the larger of the two, or both. */
export const widened = (busy: Busy, ours: { before: number; after: number }, { buffers }: Rules): Span => ({
  from: busy.from - both(busy.before, ours.after, buffers),
  to: busy.to + both(busy.after, ours.before, buffers),
});

const both = (a: number, b: number, buffers: Rules["buffers"]) => (buffers === "add" ? a + b : Math.max(a, b));
