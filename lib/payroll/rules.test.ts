import fc from "fast-check";
import { expect, test } from "vitest";
import { commissionOf, partOf, type Rate, rateFor, sumsOf } from "./rules";

const rate = (wish: Partial<Rate>): Rate => ({
  staffId: null,
  about: "services",
  thingId: null,
  kind: "percent",
  rate: 1_000,
  fromDay: "2026-01-01",
  ...wish,
});
const work = { staffId: "amina", kind: "service", thingId: "braids", quantity: 1 } as const;

test("the most particular rate counts, and of those the newest that has begun", () => {
  const all = rate({ rate: 1_000 });
  const braids = rate({ about: "service", thingId: "braids", rate: 2_000 });
  const aminas = rate({ staffId: "amina", rate: 3_000 });
  const aminasBraids = rate({ staffId: "amina", about: "service", thingId: "braids", rate: 4_000 });
  const day = "2026-06-01";
  expect(rateFor([], work, day)).toBeNull();
  expect(rateFor([all], work, day)).toBe(all);
  expect(rateFor([all, braids], work, day)).toBe(braids);
  expect(rateFor([all, braids, aminas], work, day)).toBe(aminas);
  expect(rateFor([aminasBraids, all, braids, aminas], work, day)).toBe(aminasBraids);
  expect(rateFor([all, braids, aminas, aminasBraids], { ...work, staffId: "brian" }, day)).toBe(braids);
  expect(rateFor([all, braids], { ...work, kind: "product" }, day)).toBeNull();
  const later = rate({ rate: 5_000, fromDay: "2026-06-02" });
  expect(rateFor([all, later], work, day)).toBe(all);
  expect(rateFor([all, later], work, "2026-06-02")).toBe(later);
  const sameDay = rate({ rate: 6_000, fromDay: "2026-06-02" });
  expect(rateFor([all, later, sameDay], work, "2026-06-03")).toBe(sameDay);
});

test("a percentage is of what the line brought, half a cent up; an amount is for each one", () => {
  const one = { quantity: 1, kept: 129_310, whole: 129_310 };
  // 40 % of KES 1,293.10 is 517.24; 12.5 % of 0.04 is half a cent.
  expect(commissionOf({ kind: "percent", rate: 4_000 }, { ...one, baseMinor: 129_310 })).toBe(51_724);
  expect(commissionOf({ kind: "percent", rate: 1_250 }, { ...one, baseMinor: 4 })).toBe(1);
  expect(commissionOf({ kind: "amount", rate: 5_000 }, { ...one, baseMinor: 90_000, quantity: 3 })).toBe(15_000);
  // A third of the sale was given back, so a third of the amount is lost; of a free one it is whole.
  const returned = { baseMinor: 60_000, quantity: 3, kept: 60_000, whole: 90_000 };
  expect(commissionOf({ kind: "amount", rate: 5_000 }, returned)).toBe(10_000);
  expect(commissionOf({ kind: "amount", rate: 5_000 }, { baseMinor: 0, quantity: 1, kept: 0, whole: 0 })).toBe(5_000);
});

test("a part is never more than the whole, and grows with what it is of", () => {
  const minor = fc.integer({ min: 0, max: 1_000_000_000_000 });
  fc.assert(
    fc.property(minor, fc.integer({ min: 0, max: 10_000 }), (amount, of) => {
      const part = partOf(amount, of, 10_000);
      expect(part).toBeGreaterThanOrEqual(0);
      expect(part).toBeLessThanOrEqual(amount);
      expect(partOf(amount + 10_000, of, 10_000) - part).toBe(of);
    }),
  );
});

test("what is paid and carried over any number of periods is the sum of all lines, and nobody pays in", () => {
  const line = fc.record({
    kind: fc.constantFrom("commission" as const, "tip" as const, "advance" as const),
    amountMinor: fc.integer({ min: -500_000, max: 500_000 }),
  });
  fc.assert(
    fc.property(fc.array(fc.array(line, { maxLength: 12 }), { maxLength: 12 }), (periods) => {
      let brought = 0;
      let paid = 0;
      let earned = 0;
      for (const lines of periods) {
        const sums = sumsOf(lines, brought);
        for (const { kind, amountMinor } of lines) earned += kind === "advance" ? -amountMinor : amountMinor;
        expect(sums.payMinor).toBeGreaterThanOrEqual(0);
        expect(sums.payMinor === 0 || sums.carriedMinor === 0).toBe(true);
        paid += sums.payMinor;
        brought = sums.carriedMinor;
      }
      expect(paid + brought).toBe(earned);
    }),
  );
});
