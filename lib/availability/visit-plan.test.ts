import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Busy, type Line, type Rules, workOf } from "./visit";
import { openStarts, placeVisit } from "./visit-plan";

const rules: Rules = { buffers: "larger", step: 30, starts: "on_step", notBefore: 0, until: 10_000 };
const hour = [{ kind: "work" as const, minutes: 60 }];
const nine = { from: 540, to: 660 };
const line = (busy: Busy[] = [], more: Partial<Line> = {}): Line => ({
  segments: hour,
  before: 0,
  after: 0,
  staff: [{ id: "a", shifts: [nine], windows: [nine], busy }],
  ...more,
});
const starts = (lines: Line[], more: Partial<Rules> = {}) =>
  openStarts(lines, { ...rules, ...more }).map((o) => o.start);
const taken = (from: number, to: number, before = 0, after = 0): Busy => ({ from, to, before, after });

describe("open starts", () => {
  test("every step that fits the working window", () => expect(starts([line()])).toEqual([540, 570, 600]));
  test("a booking that ends as the slot begins is no conflict", () =>
    expect(starts([line([taken(480, 540)])])).toEqual([540, 570, 600]));
  test("nothing before now plus the notice", () => expect(starts([line()], { notBefore: 571 })).toEqual([600]));
  test("the larger of two buffers is kept", () =>
    expect(starts([line([taken(480, 540, 0, 10)], { before: 30 })])).toEqual([570, 600]));
  test("or both, when the business says so", () =>
    expect(starts([line([taken(480, 540, 0, 10)], { before: 30 })], { buffers: "add" })).toEqual([600]));
  test("another service fits into a processing gap", () => {
    const colour = workOf(
      [
        { kind: "work", minutes: 30 },
        { kind: "gap", minutes: 60 },
        { kind: "work", minutes: 30 },
      ],
      540,
    );
    expect(starts([line(colour.map((w) => taken(w.from, w.to)))])).toEqual([570]);
  });
  test("anybody free will do, in the order given", () => {
    const two = {
      ...line(),
      staff: [
        { id: "a", shifts: [nine], windows: [nine], busy: [taken(540, 600)] },
        { id: "b", shifts: [nine], windows: [nine], busy: [] },
      ],
    };
    expect(openStarts([two], rules).map((o) => `${o.start} ${o.placed[0]?.staffId}`)).toEqual([
      "540 b",
      "570 b",
      "600 a",
    ]);
  });
  test("the next service begins when the one before ends", () => {
    const half = { ...line(), segments: [{ kind: "work" as const, minutes: 30 }] };
    expect(openStarts([half, line()], rules).map((o) => o.placed.map((p) => p.from))).toEqual([
      [540, 570],
      [570, 600],
    ]);
  });
});

describe("a start between two steps", () => {
  test("is refused to customers and open to the desk", () => {
    expect(placeVisit([line()], 547, rules)).toBeNull();
    expect(placeVisit([line()], 547, { ...rules, starts: "any" })?.[0]?.from).toBe(547);
  });
  test("a second shift that follows the first at once begins steps of its own", () => {
    const shifts = [
      { from: 540, to: 580 },
      { from: 580, to: 660 },
    ];
    const short = [{ kind: "work" as const, minutes: 20 }];
    expect(starts([line([], { segments: short, staff: [{ id: "a", shifts, windows: [nine], busy: [] }] })])).toEqual([
      540, 570, 580, 610, 640,
    ]);
  });
});

const minutes = fc.integer({ min: 0, max: 40 }).map((n) => n * 15);
const busyOf = fc
  .tuple(minutes, fc.integer({ min: 1, max: 8 }), fc.nat(2), fc.nat(2))
  .map(
    ([from, length, before, after]): Busy => ({ from, to: from + length * 15, before: before * 5, after: after * 5 }),
  );
const scenario = fc.record({
  busy: fc.array(busyOf, { maxLength: 6 }),
  segments: fc.array(
    fc.record({
      kind: fc.constantFrom("work" as const, "gap" as const),
      minutes: fc.integer({ min: 1, max: 6 }).map((n) => n * 15),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  buffers: fc.constantFrom("larger" as const, "add" as const),
  before: fc.nat(2).map((n) => n * 10),
  notBefore: minutes,
  /** Where a second shift begins, right after the first and not on its steps. */
  lunch: fc.integer({ min: 121, max: 539 }),
  step: fc.constantFrom(15, 20, 45),
  /** Steps counted from each shift, or from round times; the clock on the wall is some minutes ahead of ours. */
  ahead: fc.option(fc.constantFrom(0, 15, 30)),
  seats: fc.integer({ min: 1, max: 3 }),
  pool: fc.record({ quantity: fc.integer({ min: 1, max: 2 }), used: fc.array(busyOf, { maxLength: 4 }) }),
});
type Scenario = typeof scenario extends fc.Arbitrary<infer T> ? T : never;

const shiftsOf = (lunch: number) => [
  { from: 120, to: lunch },
  { from: lunch, to: 540 },
];

/** The rules said once more, the slow way. */
function isFreeByTheMinute(s: Scenario, start: number): boolean {
  const both = (a: number, b: number) => (s.buffers === "add" ? a + b : Math.max(a, b));
  const keptBy = (b: Busy, minute: number) =>
    b.from - both(b.before, 0) <= minute && minute < b.to + both(b.after, s.before);
  if (start < s.notBefore || start >= 600) return false;
  let at = start;
  for (const { kind, minutes: length } of s.segments) {
    for (const end = at + length; at < end; at++) {
      if (s.pool.used.filter((use) => use.from <= at && at < use.to).length >= s.pool.quantity) return false;
      if (kind === "gap") continue;
      if (at < 120 || at >= 540) return false;
      if (s.busy.filter((busy) => keptBy(busy, at)).length >= s.seats) return false;
    }
  }
  return true;
}

describe("always", () => {
  const numRuns = process.env.TEST_SIZE === "full" ? 50_000 : 2_000;
  const build = (s: Scenario) => ({
    lines: [
      {
        segments: s.segments,
        before: s.before,
        after: 0,
        staff: [{ id: "a", shifts: shiftsOf(s.lunch), windows: [{ from: 120, to: 540 }], busy: s.busy }],
        seats: s.seats,
        pools: [s.pool],
      },
    ],
    rules: {
      buffers: s.buffers,
      step: s.step,
      starts: "on_step" as const,
      anchor: s.ahead === null ? ("shift" as const) : (minute: number) => (minute + s.ahead!) % 1440,
      notBefore: s.notBefore,
      until: 600,
    },
  });

  test("offered and accepted are the same", () => {
    fc.assert(
      fc.property(scenario, fc.integer({ min: 0, max: 600 }), (s, start) => {
        const { lines, rules: r } = build(s);
        const offered = openStarts(lines, r).map((o) => o.start);
        expect(offered.includes(start)).toBe(placeVisit(lines, start, r) !== null);
        for (const one of offered) expect(placeVisit(lines, one, r)).not.toBeNull();
      }),
      { numRuns },
    );
  });

  test("the desk may begin exactly where, minute by minute, there is somebody, a seat and a chair", () => {
    let open = 0;
    let shut = 0;
    fc.assert(
      fc.property(scenario, fc.integer({ min: 100, max: 560 }), (s, start) => {
        const { lines, rules: r } = build(s);
        const placed = placeVisit(lines, start, { ...r, starts: "any" });
        expect(placed !== null).toBe(isFreeByTheMinute(s, start));
        if (placed) open++;
        else shut++;
      }),
      { numRuns },
    );
    // Neither answer is the easy one.
    expect(Math.min(open, shut)).toBeGreaterThan(numRuns / 20);
  });

  test("what is offered lies on the grid: steps of a shift, or round times and steps from them", () => {
    fc.assert(
      fc.property(scenario, (s) => {
        const { lines, rules: r } = build(s);
        for (const { start } of openStarts(lines, r)) {
          const fromShift = shiftsOf(s.lunch).some(({ from }) => (start - from) % s.step === 0);
          const round = s.step === 45 ? 15 : s.step;
          expect(s.ahead === null ? fromShift : (start + s.ahead) % round === 0).toBe(true);
        }
      }),
      { numRuns },
    );
  });

  test("taking more time never opens a start on a fixed grid", () => {
    fc.assert(
      fc.property(scenario, busyOf, (drawn, more) => {
        const s = { ...drawn, ahead: null };
        const { lines, rules: r } = build(s);
        const fewer = new Set(openStarts(build({ ...s, busy: [...s.busy, more] }).lines, r).map((o) => o.start));
        const all = new Set(openStarts(lines, r).map((o) => o.start));
        for (const start of fewer) expect(all.has(start)).toBe(true);
      }),
      { numRuns },
    );
  });
});
