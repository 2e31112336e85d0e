import fc from "fast-check";
import { expect, test } from "vitest";
import {
  assertBalanced,
  balanceOf,
  codeWasVerified,
  credit,
  debit,
  depositCame,
  depositWasKept,
  depositWasUsed,
  entriesOf,
  moneyCameLate,
  saleWasPaid,
  type Tender,
  wasGivenBack,
} from "./ledger";

const amount = fc.integer({ min: 1, max: 25_000_000 });
const tender = fc.constantFrom<Tender>("mpesa", "mpesa_by_hand", "cash", "card", "other");

test("whatever happens to money is as much debit as credit", () => {
  fc.assert(
    fc.property(amount, tender, (much, into) => {
      for (const entries of [
        depositCame(into, much),
        moneyCameLate(into, much),
        saleWasPaid(into, much),
        depositWasUsed(much),
        depositWasKept(much),
        wasGivenBack("deposits", into, much),
        codeWasVerified(much),
      ])
        expect(() => assertBalanced(entries)).not.toThrow();
    }),
  );
});

test("a deposit that is used up, kept in part and given back for the rest leaves nothing behind", () => {
  fc.assert(
    fc.property(amount, amount, amount, tender, (used, kept, back, into) => {
      const all = [
        ...depositCame(into, used + kept + back),
        ...depositWasUsed(used),
        ...depositWasKept(kept),
        ...wasGivenBack("deposits", into, back),
      ];
      expect(balanceOf(all, "deposits")).toBe(0);
      expect(balanceOf(all, into)).toBe(used + kept);
    }),
  );
});

test("what is no money is refused", () => {
  expect(() => assertBalanced([debit("cash", 100), credit("services", 99)])).toThrow("as much debit as credit");
  expect(() => assertBalanced([debit("cash", 0.5), credit("services", 0.5)])).toThrow("whole amount");
  expect(() => assertBalanced([debit("cash", -5), credit("services", -5)])).toThrow("whole amount");
  expect(() => assertBalanced([])).toThrow("as much debit as credit");
  expect(entriesOf(debit("cash", 5), credit("vat", 0), credit("services", 5))).toHaveLength(2);
});
