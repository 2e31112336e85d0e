import fc from "fast-check";
import { expect, test } from "vitest";
import { costOf, hasRunLow, revaluedBy, type Stock, squaredBy } from "./rules";

const stock = (more: Partial<Stock>): Stock => ({ onHand: 0, valueMinor: 0, lastCostMinor: 0, lastUnits: 1, ...more });

test("what goes costs its part of what is there, and the last takes the rest", () => {
  // 7 bottles for KES 1,000: two are 285.71, and the five that are left 714.29.
  const seven = stock({ onHand: 7, valueMinor: 100_000, lastCostMinor: 100_000, lastUnits: 7 });
  expect(costOf(seven, -2)).toBe(-28_571);
  expect(costOf({ ...seven, onHand: 5, valueMinor: 71_429 }, -5)).toBe(-71_429);
  // Two more than there are: they cost what the last did.
  expect(costOf({ ...seven, onHand: 5, valueMinor: 71_429 }, -7)).toBe(-71_429 - 28_571);
  expect(costOf({ ...seven, onHand: -2, valueMinor: -28_571 }, -1)).toBe(-14_286);
  // One that comes back costs what those there cost; into an empty shelf what the last did.
  expect(costOf({ ...seven, onHand: 4, valueMinor: 40_000 }, 1)).toBe(10_000);
  expect(costOf({ ...seven, onHand: 0, valueMinor: 0 }, 1)).toBe(14_286);
  expect(costOf(stock({}), -3)).toBe(0);
});

test("few is said once, until there are more again", () => {
  expect([hasRunLow(6, 5, 5), hasRunLow(5, 4, 5), hasRunLow(4, 6, 5), hasRunLow(9, 1, null)]).toEqual([
    true,
    false,
    false,
    false,
  ]);
  // A delivery that is too small for an empty shelf says so; being used up after that was said.
  expect([hasRunLow(0, 3, 5), hasRunLow(3, 0, 5), hasRunLow(0, 9, 5)]).toEqual([true, false, false]);
});

test("what was taken before it came costs what it then came for", () => {
  // Three were taken that were not there, at 100 each; five come for 900: two are left, worth 360, and the three cost 540.
  const below = stock({ onHand: -3, valueMinor: -300, lastCostMinor: 100, lastUnits: 1 });
  expect(revaluedBy(below, 5, 900)).toBe(360 - (-300 + 900));
  expect(revaluedBy(below, 2, 360)).toBe(-180 - (-300 + 360));
  expect(revaluedBy(stock({ onHand: 3, valueMinor: 300 }), 5, 900)).toBe(0);
});

test("what comes back is worth what it was as it went; nothing on the shelf is worth nothing", () => {
  expect(squaredBy(stock({ onHand: 2, valueMinor: 300 }), 3, 900)).toBe(0);
  // Three at 80 and two that were not there at 100 went, and all of them come back: as it was.
  expect(squaredBy(stock({ onHand: -2, valueMinor: -200 }), 5, 440)).toBe(0);
  expect(squaredBy(stock({ onHand: -1, valueMinor: -100 }), 1, 240)).toBe(-140);
  expect(squaredBy(stock({ onHand: -3, valueMinor: -100 }), 1, 240)).toBe(-140);
});

test("whatever comes and goes, the shelf is worth the sum of what it cost, an empty one nothing, and no sign is wrong", () => {
  const move = fc.record({
    change: fc.integer({ min: -40, max: 40 }),
    priceMinor: fc.option(fc.integer({ min: 0, max: 90_000 }), { nil: null }),
    comesBack: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(move, { maxLength: 60 }), (moves) => {
      let now = stock({});
      let [units, cost] = [0, 0];
      for (const { change, priceMinor, comesBack } of moves) {
        if (change === 0) continue;
        const priced = change > 0 && priceMinor !== null;
        const square = comesBack ? squaredBy : revaluedBy;
        const costs = priced ? priceMinor + square(now, change, priceMinor) : costOf(now, change);
        units += change;
        cost += costs;
        const last = priced && !comesBack ? { lastCostMinor: priceMinor, lastUnits: change } : now;
        now = { ...last, onHand: now.onHand + change, valueMinor: now.valueMinor + costs };
        expect([now.onHand, now.valueMinor]).toEqual([units, cost]);
        expect(Math.sign(now.onHand) * now.valueMinor).toBeGreaterThanOrEqual(0);
        if (now.onHand === 0) expect(now.valueMinor).toBe(0);
      }
    }),
    { numRuns: 500 },
  );
});
