import fc from "fast-check";
import { expect, test } from "vitest";
import {
  assertBalanced,
  balanceOf,
  claimLess,
  claimTotal,
  type Entry,
  noClaim,
  saleBecame,
  saleWasPaid,
  type Tender,
  wasGivenBack,
} from "@/lib/payments/ledger";
import { shareOut } from "@/lib/platform/share-out";
import { partOf, priceSale } from "./price";
import { type Discount, discountOf, mayDiscount, quickCash, vatWithin } from "./rules";

const sum = (all: readonly number[]) => all.reduce((one, other) => one + other, 0);
const amount = fc.integer({ min: 0, max: 5_000_000 });
const line = fc.record({
  kind: fc.constantFrom<"service" | "product">("service", "product"),
  quantity: fc.integer({ min: 1, max: 9 }),
  unitMinor: amount,
});
const discount = fc.option(
  fc.oneof(
    fc.record({ kind: fc.constant("percent" as const), percent: fc.integer({ min: 1, max: 100 }) }),
    fc.record({ kind: fc.constant("fixed" as const), amountMinor: fc.integer({ min: 1, max: 9_000_000 }) }),
  ),
  { nil: undefined },
) as fc.Arbitrary<Discount | undefined>;
const wish = fc.record({
  lines: fc.array(line, { minLength: 1, maxLength: 8 }),
  discount,
  tipMinor: amount,
  vatPercent: fc.option(fc.integer({ min: 1, max: 50 })),
});
const tender = fc.constantFrom<Tender>("cash", "card", "other", "mpesa", "mpesa_by_hand");
/** Parts of what there is, in thousandths: of what is owed when it is paid, of what was kept when it is given back. */
const part = fc.record({ tender, of: fc.integer({ min: 1, max: 1_000 }), owedAgain: fc.boolean() });
const some = (minor: number, of: number) => Math.min(minor, Math.max(1, Math.floor((minor * of) / 1_000)));

test("10,000 sales with lines, discount, tip, tax, changes, part payments and refunds: the books balance and what is owed is right", () => {
  fc.assert(
    fc.property(
      wish,
      wish,
      fc.array(part, { maxLength: 5 }),
      fc.array(part, { maxLength: 4 }),
      (first, then, pays, backs) => {
        const book: Entry[] = [];
        const write = (entries: Entry[]) => {
          if (entries.length === 0) return;
          assertBalanced(entries);
          book.push(...entries);
        };
        const [before, bill] = [priceSale(first), priceSale(then)];
        for (const one of [before, bill]) {
          expect(sum(one.lines.map(({ discountMinor }) => discountMinor))).toBe(one.discountMinor);
          expect(sum(one.lines.map(({ tipMinor }) => tipMinor))).toBe(one.tipMinor);
          expect(claimTotal(one.claim)).toBe(one.totalMinor);
          expect(Math.min(...Object.values(one.claim))).toBeGreaterThanOrEqual(0);
        }
        write(saleBecame(noClaim, before.claim));
        write(saleBecame(before.claim, bill.claim));
        let [paid, refunded, claim] = [0, 0, bill.claim];
        for (const { tender, of } of pays) {
          const owed = claimTotal(claim) - paid;
          if (owed <= 0) break;
          const minor = some(owed, of);
          write(saleWasPaid(tender, minor));
          paid += minor;
        }
        for (const { tender, of, owedAgain } of backs) {
          const kept = paid - refunded;
          if (kept <= 0) break;
          const minor = some(kept, of);
          const given = owedAgain ? noClaim : partOf(claim, claimTotal(claim), minor);
          expect(Math.min(...Object.values(given))).toBeGreaterThanOrEqual(0);
          write([...saleBecame(claim, claimLess(claim, given)), ...wasGivenBack("customers", tender, minor)]);
          claim = claimLess(claim, given);
          refunded += minor;
          expect(Math.min(...Object.values(claim))).toBeGreaterThanOrEqual(0);
        }
        // What is still charged, less what was paid, and what was given back on top.
        expect(balanceOf(book, "customers")).toBe(claimTotal(claim) - paid + refunded);
        const tenders = (["cash", "card", "other", "mpesa", "mpesa_by_hand"] as const).map((one) =>
          balanceOf(book, one),
        );
        expect(sum(tenders)).toBe(paid - refunded);
      },
    ),
    { numRuns: 10_000 },
  );
}, 60_000);

test("all of it given back bit by bit leaves nothing on any account", () => {
  fc.assert(
    fc.property(wish, fc.array(fc.integer({ min: 1, max: 1_000 }), { maxLength: 6 }), (one, parts) => {
      let claim = priceSale(one).claim;
      for (const of of [...parts, 1_000]) {
        const total = claimTotal(claim);
        if (total === 0) break;
        claim = claimLess(claim, partOf(claim, total, some(total, of)));
      }
      expect(claimTotal(claim)).toBe(0);
      expect(claim.servicesMinor + claim.productsMinor + claim.vatMinor + claim.tipsMinor).toBe(claim.discountsMinor);
    }),
  );
});

test.each([
  [100_00, 13_79],
  [350_00, 48_28],
  [1000_00, 137_93],
  [1160_00, 160_00],
  [2500_00, 344_83],
  [4999_00, 689_52],
])("of %i with 16 percent in it the tax is %i", (gross, vat) => {
  expect(vatWithin(gross, 16)).toBe(vat);
  expect(vatWithin(gross, null)).toBe(0);
});

test("whatever is shared out adds up to it, and who has no part has none", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10_000_000_000 }),
      fc.array(fc.integer({ min: 0, max: 10_000_000_000 }), { minLength: 1, maxLength: 12 }),
      (much, weights) => {
        const parts = shareOut(much, weights);
        expect(sum(parts)).toBe(sum(weights) === 0 ? 0 : much);
        for (const [at, weight] of weights.entries()) if (weight === 0) expect(parts[at]).toBe(0);
      },
    ),
  );
});

test("a discount is never more than there is to let off, and the desk lets off a tenth by itself", () => {
  expect(discountOf(1_005, { kind: "percent", percent: 50 })).toBe(503);
  expect(discountOf(1_000, { kind: "fixed", amountMinor: 5_000 })).toBe(1_000);
  expect(mayDiscount("front_desk", 250_000, 25_000)).toBe(true);
  expect(mayDiscount("front_desk", 250_000, 25_001)).toBe(false);
  expect(mayDiscount("manager", 250_000, 250_000)).toBe(true);
  expect(mayDiscount("staff", 250_000, 1)).toBe(false);
});

test("cash at hand is the sum itself and the next notes", () => {
  expect(quickCash(147_000)).toEqual([147_000, 150_000, 160_000, 200_000]);
  expect(quickCash(100_000)).toEqual([100_000]);
  expect(quickCash(30_000)).toEqual([30_000, 40_000, 50_000, 100_000]);
  expect(quickCash(0)).not.toContain(0);
});

test("a voucher comes off first, and what is let off by hand comes off the rest", () => {
  const line = { kind: "service" as const, quantity: 1, unitMinor: 100_00 };
  const bill = priceSale({
    ...{ lines: [line, { ...line, unitMinor: 50_00 }], voucherOff: [40_00, 0], tipMinor: 0, vatPercent: null },
    discount: { kind: "percent", percent: 10 },
  });
  expect(bill).toMatchObject({ voucherMinor: 40_00, discountMinor: 51_00, totalMinor: 99_00 });
  expect(bill.lines.map(({ discountMinor }) => discountMinor)).toEqual([46_00, 5_00]);
});
