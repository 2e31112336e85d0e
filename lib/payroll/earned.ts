import type { Claim } from "@/lib/payments/ledger";
import { shareOut } from "@/lib/platform/share-out";
import { commissionOf, type Rate, rateFor } from "./rules";

/** What people earn by one sale. Pure; whole minor units only. */

/** What was done or sold. */
export type SoldLine = {
  id: string;
  staffId: string | null;
  name: string;
  kind: "service" | "product";
  thingId: string;
  quantity: number;
  /** What it costs, less its part of what was let off; tax included. */
  leftMinor: number;
  tipMinor: number;
};

/** What is earned by a line, or has been written for it so far. */
export type Earned = {
  staffId: string;
  lineId: string;
  kind: "commission" | "tip";
  name: string;
  baseMinor: number;
  amountMinor: number;
  rate: Pick<Rate, "kind" | "rate"> | null;
};

type Sold = {
  lines: readonly SoldLine[];
  /** What the sale is charged for by now, less what was given back. */
  claim: Claim;
  /** What it was charged for as it was paid, without tax and tips. */
  wholeMinor: number;
  /** On which it was paid: the rates of that day count. */
  day: string;
  rates: readonly Rate[];
  /** What has been written keeps the rate that it was written by. */
  written: readonly Earned[];
};

/** By what the sale is charged for now: what it brought is shared out over its lines, and its tips by theirs. */
export function earnedBy({ lines, claim, wholeMinor, day, rates, written }: Sold): Earned[] {
  const kept = claim.servicesMinor + claim.productsMinor - claim.discountsMinor;
  const bases = shareOut(
    kept,
    lines.map(({ leftMinor }) => leftMinor),
  );
  const tips = shareOut(
    claim.tipsMinor,
    lines.map(({ tipMinor }) => tipMinor),
  );
  return lines.flatMap(({ id: lineId, staffId, name, kind, thingId, quantity }, at): Earned[] => {
    if (!staffId) return [];
    const before = written.find((one) => one.kind === "commission" && one.lineId === lineId);
    const rate = before?.rate ?? rateFor(rates, { staffId, kind, thingId, quantity }, day);
    const baseMinor = bases[at]!;
    const amountMinor = rate ? commissionOf(rate, { baseMinor, quantity, kept, whole: wholeMinor }) : 0;
    return [
      { staffId, lineId, kind: "commission", name, baseMinor, amountMinor, rate },
      { staffId, lineId, kind: "tip", name, baseMinor: 0, amountMinor: tips[at]!, rate: null },
    ];
  });
}

const keyOf = ({ staffId, lineId, kind }: Earned) => `${staffId} ${lineId} ${kind}`;

/** What has to be written, in an order of its own. */
export function differences(earned: readonly Earned[], written: readonly Earned[]): Earned[] {
  const before = new Map(written.map((one) => [keyOf(one), one]));
  const after = new Map(earned.map((one) => [keyOf(one), one]));
  const all = new Map([...before, ...after]);
  return [...all]
    .map(([key, one]) => ({
      ...one,
      baseMinor: (after.get(key)?.baseMinor ?? 0) - (before.get(key)?.baseMinor ?? 0),
      amountMinor: (after.get(key)?.amountMinor ?? 0) - (before.get(key)?.amountMinor ?? 0),
    }))
    .filter(({ amountMinor }) => amountMinor !== 0);
}
