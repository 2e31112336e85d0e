import type { Span } from "./layout";

/** What a drag runs into, told while it is held: the server decides when it is let go. */

export type Work = Span & {
  id: string;
  bookingId: string;
  person: string;
  serviceId: string;
  segments: readonly { kind: "work" | "gap"; minutes: number }[];
  before: number;
  after: number;
  isSeat: boolean;
};

export type Day = {
  people: readonly { id: string; windows: readonly Span[]; away: readonly Span[] }[];
  work: readonly Work[];
  kept: readonly (Span & { person: string })[];
  /** Time that somebody keeps for something else. */
  blocked: readonly (Span & { person: string })[];
  buffers: "larger" | "add";
};

export type Conflict =
  | { kind: "closed" }
  | { kind: "away" }
  | { kind: "kept" }
  | { kind: "blocked" }
  | { kind: "taken"; by: string };

const overlaps = (a: Span, b: Span) => a.from < b.to && b.from < a.to;

/** The stretches in which somebody is busy with it; in the gaps others are served. */
export function workSpans({ from, segments }: Pick<Work, "from" | "segments">): Span[] {
  let at = from;
  return segments.flatMap(({ kind, minutes }) => {
    at += minutes;
    return kind === "work" ? [{ from: at - minutes, to: at }] : [];
  });
}

/** The first thing in the way of these lines of a booking where they would be, or null. */
export function conflictOf(moved: readonly Work[], day: Day): Conflict | null {
  const own = new Set(moved.map(({ bookingId }) => bookingId));
  const others = day.work.filter(({ bookingId }) => !own.has(bookingId));
  for (const line of moved) {
    const found = conflictOfLine(line, others, day);
    if (found) return found;
  }
  return null;
}

function conflictOfLine(line: Work, others: readonly Work[], { people, kept, blocked, buffers }: Day): Conflict | null {
  const person = people.find(({ id }) => id === line.person);
  const spans = workSpans(line);
  const isInside = (span: Span) => person?.windows.some((window) => window.from <= span.from && span.to <= window.to);
  if (!spans.every(isInside)) return { kind: "closed" };
  if (spans.some((span) => person!.away.some((away) => overlaps(away, span)))) return { kind: "away" };
  const both = (a: number, b: number) => (buffers === "add" ? a + b : Math.max(a, b));
  for (const other of others) {
    if (other.person !== line.person || isTogether(line, other)) continue;
    const near = workSpans(other).map(({ from, to }) => ({
      from: from - both(other.before, line.after),
      to: to + both(other.after, line.before),
    }));
    if (near.some((span) => spans.some((own) => overlaps(span, own)))) return { kind: "taken", by: other.id };
  }
  const isIn = (those: Day["kept"]) =>
    those.some((one) => one.person === line.person && spans.some((span) => overlaps(one, span)));
  return isIn(blocked) ? { kind: "blocked" } : isIn(kept) ? { kind: "kept" } : null;
}

/** Another place in the same class: how many there are knows the server. */
const isTogether = (line: Work, other: Work) =>
  line.isSeat && other.isSeat && line.serviceId === other.serviceId && line.from === other.from;
