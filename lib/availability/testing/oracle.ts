import type { Span } from "../spans";
import { paced } from "./ask";
import { canDo, type Scenario } from "./scenario";

// The rules said once more, minute by minute and the slow way, sharing nothing with the engine.

const first = -1440;
const last = 2880;

export type Oracle = {
  /** Whether the visit can begin at this minute; the grid and gap-aware offering left aside. */
  able(start: number): boolean;
  /** Whether this person can do this line from here. */
  ableBy(place: number, lineNumber: number, at: number): boolean;
  /** Whether somebody who comes for this line now joins a lesson of theirs that stands. */
  joins(place: number, lineNumber: number, at: number): boolean;
  /** Whether nothing is in the way of this person's work for this line in this minute. */
  isFree(place: number, lineNumber: number, at: number): boolean;
  /** Minutes on which a step falls. */
  grid: Set<number>;
};

export function oracleOf(s: Scenario): Oracle {
  const shifts = s.people.map((person) => [-1, 0, 1].flatMap((day) => shiftsOf(s, person, day)));
  const works = shifts.map((own) => minutesIn(own));

  const free = s.lines.map((line, n) =>
    s.people.map((person, place) => {
      const both = (a: number, b: number) => (s.buffers === "add" ? a + b : Math.max(a, b));
      const count = new Int32Array(last - first);
      const isSeat = (kind: string) => kind === "seat" && n === 0;
      const put = (span: Span, before: number, after: number, much: number) => {
        for (let at = span.from - both(before, line.after); at < span.to + both(after, line.before); at++)
          if (at >= first && at < last) count[at - first]! += much;
      };
      for (const { span, before, after, kind } of person.busy) put(span, before, after, isSeat(kind) ? 1 : 1000);
      for (const span of [...person.breaks, ...person.timeOff]) put(span, 0, 0, 1000);
      return (at: number) => works[place]![at - first] === 1 && count[at - first]! < line.seats;
    }),
  );
  const unitFree = s.lines.map(({ pool }) => {
    const used = new Int32Array(last - first);
    for (const { from, to } of pool?.used ?? []) for (let at = from; at < to; at++) used[at - first]!++;
    return (at: number) => !pool || used[at - first]! < pool.quantity;
  });

  const lessons = s.people.map(({ busy }) => busy.filter(({ kind }) => kind === "seat"));
  /** When the lessons begin that this minute of work would be given in, or keep too little time from. */
  const lessonsAt = (place: number, n: number, at: number): Set<number> => {
    const both = (a: number, b: number) => (s.buffers === "add" ? a + b : Math.max(a, b));
    const { before, after } = s.lines[n]!;
    const near = lessons[place]!.filter(
      (one) => at >= one.span.from - both(one.before, after) && at < one.span.to + both(one.after, before),
    );
    return new Set(near.map(({ span }) => span.from));
  };
  /** For each piece of work: in no lesson at all, in one that begins with it, or in another's way. */
  const beside = (place: number, n: number, start: number): ("none" | "begins" | "another")[] => {
    let at = start;
    return paced(s.lines[n]!.segments, s.people[place]!.pace).flatMap(({ kind, minutes }) => {
      const from = at;
      at += minutes;
      if (kind === "gap") return [];
      const begun = new Set<number>();
      for (let minute = from; minute < at; minute++) for (const one of lessonsAt(place, n, minute)) begun.add(one);
      if (begun.size === 0) return ["none" as const];
      return [begun.size === 1 && begun.has(from) ? ("begins" as const) : ("another" as const)];
    });
  };
  const joins = (place: number, n: number, at: number) =>
    n === 0 && s.lines[n]!.together && beside(place, n, at).every((how) => how === "begins");
  const isApart = (place: number, n: number, at: number) => {
    if (n > 0 || !s.lines[n]!.together) return true;
    const how = beside(place, n, at);
    return how.every((one) => one === "begins") || how.every((one) => one === "none");
  };

  const ableBy = (place: number, n: number, start: number): boolean => {
    const line = s.lines[n]!;
    if (!canDo(s, n, place) || !isApart(place, n, start)) return false;
    let at = start;
    for (const [number, segment] of paced(line.segments, s.people[place]!.pace).entries()) {
      const needsUnit = !line.pool?.segments || line.pool.segments.includes(number);
      for (const end = at + segment.minutes; at < end; at++) {
        if (at < first || at >= last) return false;
        if (segment.kind === "work" && !free[n]![place]!(at)) return false;
        if (needsUnit && !unitFree[n]!(at)) return false;
      }
    }
    return true;
  };
  const canGoOn = (n: number, at: number): boolean => {
    if (n === s.lines.length) return true;
    return s.people.some((person, place) => {
      const length = paced(s.lines[n]!.segments, person.pace).reduce((sum, { minutes }) => sum + minutes, 0);
      return ableBy(place, n, at) && canGoOn(n + 1, at + length);
    });
  };
  const mayBegin = (start: number) => {
    const sameDay = (at: number) => Math.floor(at / 1440) === Math.floor(start / 1440);
    return (
      start >= s.notBefore && start < s.until && (!s.perDay || s.perDay.taken.filter(sameDay).length < s.perDay.most)
    );
  };
  const able = (start: number) => mayBegin(start) && canGoOn(0, start);
  const isFree = (place: number, n: number, at: number) => at >= first && at < last && free[n]![place]!(at);
  return { able, ableBy, joins, isFree, grid: gridOf(s, shifts) };
}

function shiftsOf(s: Scenario, person: Scenario["people"][number], day: number): Span[] {
  const { weekly, dated, holiday } = s.business;
  const special = day === 0 ? (dated ?? (holiday ? [] : null)) : null;
  const own = (day === 0 ? person.dated : null) ?? person.weekly;
  const move = ({ from, to }: Span) => ({ from: from + day * 1440, to: to + day * 1440 });
  if (!own) return (special ?? weekly).map(move);
  if (!special) return own.map(move);
  // Minute by minute: what of each own window lies in the business's.
  return own.flatMap((window) =>
    runsOf((at) => at >= window.from && at < window.to && special.some((one) => one.from <= at && at < one.to)).map(
      move,
    ),
  );
}

function minutesIn(spans: readonly Span[]): Uint8Array {
  const marks = new Uint8Array(last - first);
  for (const { from, to } of spans)
    for (let at = from; at < to && at < last; at++) if (at >= first) marks[at - first] = 1;
  return marks;
}

export function runsOf(holds: (at: number) => boolean): Span[] {
  const runs: Span[] = [];
  for (let at = first; at < last; at++) {
    if (!holds(at)) continue;
    const run = runs.at(-1);
    if (run?.to === at) run.to++;
    else runs.push({ from: at, to: at + 1 });
  }
  return runs;
}

/** Where steps fall: counted from each shift, or from the first round time of each free stretch. */
function gridOf(s: Scenario, shifts: Span[][]): Set<number> {
  const grid = new Set<number>();
  for (const [place, own] of shifts.entries()) {
    if (!canDo(s, 0, place)) continue;
    const begins = s.ahead === null ? own : roundBeginnings(s, place, own);
    for (const { from, to } of begins) for (let at = from; at < to; at += s.step) grid.add(at);
    const lessons = s.lines[0]!.together ? s.people[place]!.busy.filter(({ kind }) => kind === "seat") : [];
    for (const { span } of lessons) grid.add(span.from);
  }
  return grid;
}

function roundBeginnings(s: Scenario, place: number, shifts: Span[]): Span[] {
  const line = s.lines[0]!;
  const person = s.people[place]!;
  const both = (a: number, b: number) => (s.buffers === "add" ? a + b : Math.max(a, b));
  const alone = [...person.breaks, ...person.timeOff].map((span) => ({ span, before: 0, after: 0, kind: "away" }));
  const open = minutesIn(shifts);
  for (const { span, before, after, kind } of [...person.busy, ...alone]) {
    if (line.segments.length > 1 || (kind !== "away" && line.seats > 1)) continue;
    open.fill(0, span.from - both(before, line.after) - first, span.to + both(after, line.before) - first);
  }
  const round = s.step === 45 ? 15 : s.step;
  return runsOf((at) => open[at - first] === 1).map(({ from, to }) => {
    let begins = Math.max(from, s.notBefore);
    while ((begins + s.ahead! + 1440) % round !== 0) begins++;
    return { from: begins, to };
  });
}
