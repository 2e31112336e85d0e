import type { Claim } from "@/lib/payments/ledger";
import { shareOut } from "@/lib/platform/share-out";
import { type Discount, discountOf, lineTotal, type Priced, vatWithin } from "./rules";

/** What a sale comes to. Pure; whole minor units only. */

export type Bill = {
  subtotalMinor: number;
  /** All that is let off; and what of it a voucher takes. */
  discountMinor: number;
  voucherMinor: number;
  tipMinor: number;
  totalMinor: number;
  /** Tax that the prices hold. */
  vatMinor: number;
  /** Each line's part of what is let off and of the tip. */
  lines: { discountMinor: number; tipMinor: number }[];
  /** The same as the ledger has it. */
  claim: Claim;
};

const sum = (parts: readonly number[]) => parts.reduce((all, part) => all + part, 0);

export function priceSale(wish: {
  lines: readonly Priced[];
  discount?: Discount | undefined;
  /** What a voucher takes off each line: first of all, and what is let off otherwise comes off the rest. */
  voucherOff?: readonly number[] | undefined;
  tipMinor: number;
  vatPercent: number | null;
}): Bill {
  const { lines, tipMinor, vatPercent } = wish;
  const totals = lines.map(lineTotal);
  const subtotalMinor = sum(totals);
  const byVoucher = wish.voucherOff ?? totals.map(() => 0);
  const voucherMinor = sum(byVoucher);
  const after = totals.map((total, at) => total - byVoucher[at]!);
  const letOffMinor = discountOf(subtotalMinor - voucherMinor, wish.discount);
  const discounts = shareOut(letOffMinor, after).map((part, at) => part + byVoucher[at]!);
  const discountMinor = voucherMinor + letOffMinor;
  const left = totals.map((total, at) => total - discounts[at]!);
  // A tip is for those who served; where nobody did, for whoever sold.
  const served = left.map((total, at) => (lines[at]!.kind === "service" ? total : 0));
  const tips = shareOut(tipMinor, sum(served) > 0 ? served : sum(left) > 0 ? left : lines.map(() => 1));
  const of = (kind: Priced["kind"], parts: readonly number[]) => sum(parts.filter((_, at) => lines[at]!.kind === kind));
  const vatMinor = vatWithin(subtotalMinor - discountMinor, vatPercent);
  const [onServices = 0, onProducts = 0] = shareOut(vatMinor, [of("service", left), of("product", left)]);
  return {
    subtotalMinor,
    discountMinor,
    voucherMinor,
    tipMinor,
    totalMinor: subtotalMinor - discountMinor + tipMinor,
    vatMinor,
    lines: discounts.map((discount, at) => ({ discountMinor: discount, tipMinor: tips[at]! })),
    claim: {
      servicesMinor: of("service", totals) - onServices,
      productsMinor: of("product", totals) - onProducts,
      vatMinor,
      tipsMinor: tipMinor,
      discountsMinor: discountMinor,
    },
  };
}

/** The part of a claim that is given back, so that all of it given back bit by bit leaves nothing. */
export function partOf(claim: Claim, totalMinor: number, amountMinor: number): Claim {
  const discountsMinor =
    totalMinor === 0 ? 0 : Number((BigInt(claim.discountsMinor) * BigInt(amountMinor)) / BigInt(totalMinor));
  const [servicesMinor = 0, productsMinor = 0, vatMinor = 0, tipsMinor = 0] = shareOut(amountMinor + discountsMinor, [
    claim.servicesMinor,
    claim.productsMinor,
    claim.vatMinor,
    claim.tipsMinor,
  ]);
  return { servicesMinor, productsMinor, vatMinor, tipsMinor, discountsMinor };
}
