import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DepositPolicy, Fee } from "@/db/schema/tenants";
import { depositFor, depositOf, nobodyKnown, type VisitHistory } from "./deposit-rules";

const at = new Date("2026-03-10T09:00:00Z");
const tuesdayAtTen = { weekday: 2, minute: 600 };
const percent = (part: number): Fee => ({ kind: "percent", percent: part });
const fixed = (amountMinor: number): Fee => ({ kind: "fixed", amountMinor });
const daysAgo = (days: number) => new Date(at.getTime() - days * 86_400_000).toISOString();

type Case = {
  lines?: [priceMinor: number, deposit: Fee | null][];
  policy?: DepositPolicy;
  history?: VisitHistory;
  start?: { weekday: number; minute: number };
};
const due = ({ lines = [[150_000, null]], policy, history = nobodyKnown, start = tuesdayAtTen }: Case) =>
  depositFor({ lines: lines.map(([priceMinor, deposit]) => ({ priceMinor, deposit })), policy, history, start, at });

describe("a part of a price", () => {
  test.each<[number, number, number]>([
    [150_000, 30, 45_000],
    // Half a shilling goes up, less than half goes down.
    [150_100, 50, 75_100],
    [149_900, 50, 75_000],
    [100_300, 33, 33_100],
    [100_100, 33, 33_000],
    // A shilling at least.
    [1_000, 1, 100],
    [200, 10, 100],
    [0, 50, 0],
    [150_000, 100, 150_000],
  ])("of %i, %i percent is %i", (price, part, expected) => expect(depositOf(percent(part), price)).toBe(expected));
});

describe("what a visit asks for", () => {
  const bigPolicy = { newCustomers: percent(50), afterNoShow: { fee: percent(100), days: 30 } };
  test.each<[string, Case, number | null]>([
    ["nothing when nothing says so", {}, null],
    ["what the service says", { lines: [[150_000, percent(30)]] }, 45_000],
    ["a fixed amount", { lines: [[150_000, fixed(50_000)]] }, 50_000],
    ["never more than the price", { lines: [[30_000, fixed(50_000)]] }, 30_000],
    [
      "of several services the sum, each at most its price",
      {
        lines: [
          [30_000, fixed(50_000)],
          [150_000, percent(10)],
        ],
      },
      45_000,
    ],
    ["nothing of what costs nothing", { lines: [[0, fixed(50_000)]] }, null],
    ["all of it: prepayment", { lines: [[150_000, percent(100)]] }, 150_000],
    ["whole shillings of a price that is none", { lines: [[150_050, percent(100)]] }, 150_000],
    ["more of somebody new", { policy: bigPolicy }, 75_000],
    ["nothing of who has been here", { policy: bigPolicy, history: { completed: 1, lastNoShowAt: null } }, null],
    ["all of who did not come", { policy: bigPolicy, history: { completed: 4, lastNoShowAt: daysAgo(29) } }, 150_000],
    ["long ago is forgiven", { policy: bigPolicy, history: { completed: 4, lastNoShowAt: daysAgo(31) } }, null],
    ["the largest counts", { lines: [[150_000, percent(10)]], policy: bigPolicy }, 75_000],
    ["on a busy day", { policy: { busyTimes: { fee: fixed(20_000), weekdays: [2], from: 540, to: 660 } } }, 20_000],
    ["not at its end", { policy: { busyTimes: { fee: fixed(20_000), weekdays: [2], from: 540, to: 600 } } }, null],
    [
      "not on another weekday",
      { policy: { busyTimes: { fee: fixed(20_000), weekdays: [6], from: 0, to: 1440 } } },
      null,
    ],
    [
      "nothing of who is trusted",
      { lines: [[150_000, percent(30)]], policy: { trustedAfter: 3 }, history: { completed: 3, lastNoShowAt: null } },
      null,
    ],
    [
      "trust ends with a no-show",
      {
        lines: [[150_000, percent(30)]],
        policy: { trustedAfter: 3, afterNoShow: { fee: fixed(10_000), days: 60 } },
        history: { completed: 30, lastNoShowAt: daysAgo(5) },
      },
      45_000,
    ],
  ])("%s", (_, given, expected) => expect(due(given)).toBe(expected));

  const fee = fc.oneof(
    fc.integer({ min: 1, max: 100 }).map(percent),
    fc.integer({ min: 1, max: 9_999 }).map((n) => fixed(n * 100)),
  );
  const visit = fc.record({
    lines: fc.array(fc.tuple(fc.integer({ min: 0, max: 400_000 }), fc.option(fee)), { minLength: 1, maxLength: 4 }),
    policy: fc.record(
      {
        newCustomers: fee,
        afterNoShow: fc.record({ fee, days: fc.integer({ min: 1, max: 90 }) }),
        busyTimes: fc.record({
          fee,
          weekdays: fc.array(fc.integer({ min: 0, max: 6 })),
          from: fc.constant(0),
          to: fc.integer({ min: 1, max: 1_440 }),
        }),
        trustedAfter: fc.integer({ min: 1, max: 5 }),
      },
      { requiredKeys: [] },
    ),
    history: fc.record({ completed: fc.nat(6), lastNoShowAt: fc.option(fc.nat(120).map(daysAgo)) }),
    start: fc.record({ weekday: fc.integer({ min: 0, max: 6 }), minute: fc.integer({ min: 0, max: 1_439 }) }),
  });

  test("whatever is asked for is whole shillings, more than nothing and no more than the price", () => {
    fc.assert(
      fc.property(visit, (given) => {
        const asked = due(given);
        if (asked === null) return;
        const total = given.lines.reduce((sum, [price]) => sum + price, 0);
        expect(asked % 100).toBe(0);
        expect(asked).toBeGreaterThan(0);
        expect(asked).toBeLessThanOrEqual(total);
      }),
      { numRuns: 2_000 },
    );
  });

  test("what a service asks for is asked for whatever else applies, but of who is trusted", () => {
    fc.assert(
      fc.property(visit, (given) => {
        const { trustedAfter: _, ...policy } = given.policy;
        const alone = due({ ...given, policy: {} }) ?? 0;
        expect(due({ ...given, policy }) ?? 0).toBeGreaterThanOrEqual(alone);
      }),
      { numRuns: 2_000 },
    );
  });
});
