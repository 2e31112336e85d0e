import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { breaksOn, shiftsOn } from "./hours";
import { ask, type Engine } from "./testing/ask";
import { agreement, preference, type Tally } from "./testing/check";
import { type Scenario, scenario } from "./testing/scenario";
import { openStarts, placeVisit } from "./visit-plan";

const engine: Engine = { openStarts, placeVisit, shiftsOn, breaksOn };
const full = process.env.TEST_SIZE === "full";
const numRuns = full ? 100_000 : 2_000;
const fewer = numRuns / 2;
const patience = full ? 1_800_000 : 60_000;

const startsIn = (s: Scenario, more: object = {}) => {
  const { lines, rules } = ask(s, engine);
  return openStarts(lines, { ...rules, ...more }).map(({ start }) => start);
};

test("the engine says what an oracle says that goes minute by minute", { timeout: patience }, () => {
  const tally: Tally = { scenarios: 0, both: 0 };
  fc.assert(agreement(engine, tally), { numRuns });
  expect(tally.scenarios).toBe(numRuns);
  // Neither answer is the easy one: most days have a start that is offered and one that is refused.
  expect(tally.both / tally.scenarios).toBeGreaterThanOrEqual(0.7);
});

test("who serves, and which starts leave a hole, is what minutes say that are counted one by one", {
  timeout: patience,
}, () => {
  fc.assert(preference(engine), { numRuns: fewer });
});

describe("always", { timeout: patience }, () => {
  test("what is offered is accepted, by the same people for the same reason, and nothing else is", () => {
    fc.assert(
      fc.property(scenario, fc.integer({ min: 400, max: 1500 }), (s, start) => {
        const { lines, rules } = ask(s, engine);
        const offered = new Map(openStarts(lines, rules).map((one) => [one.start, one.placed]));
        for (const [at, placed] of offered) expect(placeVisit(lines, at, rules)).toEqual(placed);
        if (!offered.has(start)) expect(placeVisit(lines, start, rules)).toBeNull();
      }),
      { numRuns },
    );
  });

  test("taking more time never opens a start on a fixed grid, and giving it back restores the answer", () => {
    fc.assert(
      fc.property(scenario, scenario, (drawn, other) => {
        const s = { ...drawn, ahead: null, gapAware: false };
        // A lesson in pieces stands with all of them: half of one, as it is drawn here, is never booked.
        for (const line of s.lines) line.together &&= line.segments.length === 1;
        const more = structuredClone(s);
        more.people[0]!.busy.push(...other.people[0]!.busy);
        more.people[0]!.timeOff.push(...other.people[0]!.timeOff);
        more.lines[0]!.pool?.used.push(...(other.lines[0]!.pool?.used ?? []));
        const all = startsIn(s);
        // A lesson that has begun may be joined where no step falls.
        const begun = s.lines[0]!.together ? more.people[0]!.busy.map(({ span }) => span.from) : [];
        expect(startsIn(more).filter((start) => !all.includes(start) && !begun.includes(start))).toEqual([]);
        for (const person of more.people) person.busy.length = s.people[more.people.indexOf(person)]!.busy.length;
        more.people[0]!.timeOff = s.people[0]!.timeOff;
        if (more.lines[0]!.pool) more.lines[0]!.pool.used = s.lines[0]!.pool!.used;
        expect(startsIn(more)).toEqual(all);
      }),
      { numRuns },
    );
  });

  test("the order in which things are told makes no difference", () => {
    fc.assert(
      fc.property(scenario, (s) => {
        const turned = structuredClone(s);
        for (const person of turned.people) {
          person.busy.reverse();
          person.weekly?.reverse();
          person.dated?.reverse();
        }
        turned.business.weekly.reverse();
        for (const { pool } of turned.lines) pool?.used.reverse();
        expect(startsIn(turned)).toEqual(startsIn(s));
        // Who stands where in the house's order decides who serves, not when somebody can.
        const { lines, rules } = ask(s, engine);
        const others = lines.map((line) => ({ ...line, staff: [...line.staff].reverse() }));
        const starts = (of: typeof lines) => openStarts(of, { ...rules, gapAware: false }).map(({ start }) => start);
        expect(starts(others)).toEqual(starts(lines));
      }),
      { numRuns: fewer },
    );
  });

  test("two halves of a range are the whole of it", () => {
    fc.assert(
      fc.property(scenario, fc.integer({ min: 0, max: 1500 }), (s, middle) => {
        const { lines, rules } = ask(s, engine);
        const halves = [
          { from: -1440, to: middle },
          { from: middle, to: 2880 },
        ].flatMap((asked) => openStarts(lines, rules, asked));
        expect(halves).toEqual(openStarts(lines, rules));
      }),
      { numRuns: fewer },
    );
  });

  test("gap-aware offering leaves something wherever there was something", () => {
    fc.assert(
      fc.property(scenario, (s) => {
        const all = startsIn(s, { gapAware: false });
        const tidy = startsIn(s, { gapAware: true });
        expect(tidy.filter((start) => !all.includes(start))).toEqual([]);
        expect(tidy.length > 0).toBe(all.length > 0);
      }),
      { numRuns: fewer },
    );
  });
});
