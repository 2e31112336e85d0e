import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changeCost, creditUsed, leftOf, shareOf } from "./rules";

const price = fc.integer({ min: 1, max: 20_000 }).map((shillings) => shillings * 100);

describe("parts of a period", () => {
  test("by hand: Starter to Professional on the eleventh day of thirty", () => {
    // Starter 2,500: ten days of thirty are 833 (833.33), so 1,667 are left.
    expect(shareOf(250_000, 10, 30)).toBe(83_300);
    expect(leftOf(250_000, 10, 30)).toBe(166_700);
    // Professional 5,000: ten days are 1,666 (1,666.67), so 3,334 are left; 3,334 − 1,667 = 1,667 to pay.
    expect(changeCost({ priceMinor: 250_000, days: 10, ofDays: 30 }, 500_000)).toBe(166_700);
    // And back on the same day: the same as credit.
    expect(changeCost({ priceMinor: 500_000, days: 10, ofDays: 30 }, 250_000)).toBe(-166_700);
  });

  test("what stretches cost adds up to the whole, wherever a period is divided", () => {
    fc.assert(
      fc.property(
        price,
        fc.integer({ min: 28, max: 366 }),
        fc.array(fc.nat(366), { maxLength: 40 }),
        (p, ofDays, cuts) => {
          const at = [0, ...cuts.map((cut) => cut % (ofDays + 1)).sort((a, b) => a - b), ofDays];
          const parts = at.slice(1).map((to, n) => shareOf(p, to, ofDays) - shareOf(p, at[n]!, ofDays));
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(p);
          expect(parts.every((part) => part >= 0 && part % 100 === 0)).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test("changes within a period charge what each plan costs for its own days, to the shilling", () => {
    const changes = fc.array(fc.record({ day: fc.nat(366), price }), { maxLength: 30 });
    fc.assert(
      fc.property(price, fc.integer({ min: 28, max: 366 }), changes, (first, ofDays, all) => {
        let had = { price: first, since: 0 };
        let charged = first;
        let used = 0;
        for (const { day, price: next } of all
          .map((one) => ({ ...one, day: one.day % ofDays }))
          .sort((a, b) => a.day - b.day)) {
          charged += changeCost({ priceMinor: had.price, days: day, ofDays }, next);
          used += shareOf(had.price, day, ofDays) - shareOf(had.price, had.since, ofDays);
          had = { price: next, since: day };
        }
        used += had.price - shareOf(had.price, had.since, ofDays);
        expect(charged).toBe(used);
      }),
      { numRuns: 2_000 },
    );
  });

  test("credit pays no more than there is, and no more than is asked", () => {
    expect([creditUsed(500, 200), creditUsed(500, 900), creditUsed(500, 0), creditUsed(0, 900)]).toEqual([
      200, 500, 0, 0,
    ]);
  });
});
