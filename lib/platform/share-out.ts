import { allocate, dinero, toSnapshot } from "dinero.js/bigint";

/** Money is shared out in whole minor units; what that is called elsewhere does not matter to it. */
const whole = { code: "minor", base: 10n, exponent: 0n };

/** Shares an amount out by weights: the parts add up to it to the last unit. Nothing to weigh by is nothing shared. */
export function shareOut(amountMinor: number, weights: readonly number[]): number[] {
  if (amountMinor === 0 || weights.every((weight) => weight === 0)) return weights.map(() => 0);
  const parts = allocate(
    dinero({ amount: BigInt(amountMinor), currency: whole }),
    weights.map((weight) => BigInt(weight)),
  );
  return parts.map((part) => Number(toSnapshot(part).amount));
}
