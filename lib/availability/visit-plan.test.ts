import { describe, expect, test } from "vitest";
import { type Busy, type Candidate, type Line, type Person, type Rules, workOf } from "./visit";
import { openStarts, placeVisit } from "./visit-plan";

const rules: Rules = { buffers: "larger", step: 30, starts: "on_step", notBefore: 0, until: 10_000 };
const hour = [{ kind: "work" as const, minutes: 60 }];
const nine = { from: 540, to: 660 };
const person = (id: string, busy: Busy[] = [], shifts = [nine]): Person => ({ id, shifts, windows: [nine], busy });
const by = (staff: Person[], more: Partial<Candidate> = {}): Line => ({
  serviceId: "cut",
  staff: staff.map((one) => ({ person: one, segments: hour, before: 0, after: 0, ...more })),
});
const line = (busy: Busy[] = [], more: Partial<Candidate> = {}) => by([person("a", busy)], more);
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
    const two = by([person("a", [taken(540, 600)]), person("b")]);
    expect(openStarts([two], rules).map((o) => `${o.start} ${o.placed[0]?.staffId}`)).toEqual([
      "540 b",
      "570 b",
      "600 a",
    ]);
  });
  test("the next service begins when the one before ends", () => {
    const half = line([], { segments: [{ kind: "work" as const, minutes: 30 }] });
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
    expect(starts([by([person("a", [], shifts)], { segments: short })])).toEqual([540, 570, 580, 610, 640]);
  });
});
