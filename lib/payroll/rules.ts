/** What people earn, reckoned. No imports: the browser has it too. Whole minor units only. */

export type RateKind = "percent" | "amount";
export type RateAbout = "service" | "product" | "services" | "products";

/** A rate as it was set; `rate` in hundredths of a percent or in minor units. */
export type Rate = {
  staffId: string | null;
  about: RateAbout;
  thingId: string | null;
  kind: RateKind;
  rate: number;
  fromDay: string;
};

/** What somebody did or sold. */
export type Work = { staffId: string; kind: "service" | "product"; thingId: string; quantity: number };

/** The whole of it, in hundredths of a percent. */
export const wholePercent = 10_000;

/**
 * The rate that counts for a piece of work on a day. One's own goes before everybody's, and the one for just this thing
 * before the one for all; of the same kind the newest that had begun by then.
 */
export function rateFor(rates: readonly Rate[], work: Work, day: string): Rate | null {
  const all = work.kind === "service" ? "services" : "products";
  const ranks: ((rate: Rate) => boolean)[] = [
    (rate) => rate.staffId === work.staffId && rate.about === work.kind && rate.thingId === work.thingId,
    (rate) => rate.staffId === work.staffId && rate.about === all,
    (rate) => rate.staffId === null && rate.about === work.kind && rate.thingId === work.thingId,
    (rate) => rate.staffId === null && rate.about === all,
  ];
  const begun = rates.filter(({ fromDay }) => fromDay <= day);
  for (const fits of ranks) {
    let newest: Rate | null = null;
    // Of two that begin on one day the one that was set last counts: they come in that order.
    for (const rate of begun.filter(fits)) if (!newest || rate.fromDay >= newest.fromDay) newest = rate;
    if (newest) return newest;
  }
  return null;
}

/** A part of an amount, half a unit up. In big integers: money times a rate leaves the safe range of numbers. */
export const partOf = (amountMinor: number, of: number, whole: number): number =>
  Number((2n * BigInt(amountMinor) * BigInt(of) + BigInt(whole)) / (2n * BigInt(whole)));

/**
 * What a rate comes to. A percentage is of what the line brought; an amount is for each one sold. Where a part was given
 * back, `kept` of `whole` is left of the sale, and of the amount as much.
 */
export function commissionOf(
  { kind, rate }: Pick<Rate, "kind" | "rate">,
  { baseMinor, quantity, kept, whole }: { baseMinor: number; quantity: number; kept: number; whole: number },
): number {
  if (kind === "percent") return partOf(baseMinor, rate, wholePercent);
  return whole === 0 ? rate * quantity : partOf(rate * quantity, kept, whole);
}

/** What of somebody's period stands on a payslip. */
export type Sums = {
  commissionMinor: number;
  tipsMinor: number;
  advancesMinor: number;
  /** Left from the period before, below nothing. */
  broughtMinor: number;
  payMinor: number;
  /** What could not be taken off, for the next period. */
  carriedMinor: number;
};

/** Nobody is paid less than nothing: what is more than they have earned is taken off next time. */
export function sumsOf(
  lines: readonly { kind: "commission" | "tip" | "advance"; amountMinor: number }[],
  broughtMinor: number,
): Sums {
  const of = (kind: string) => lines.reduce((sum, line) => (line.kind === kind ? sum + line.amountMinor : sum), 0);
  const [commissionMinor, tipsMinor, advancesMinor] = [of("commission"), of("tip"), of("advance")];
  const left = broughtMinor + commissionMinor + tipsMinor - advancesMinor;
  return {
    commissionMinor,
    tipsMinor,
    advancesMinor,
    broughtMinor,
    payMinor: Math.max(0, left),
    carriedMinor: Math.min(0, left),
  };
}

/** `12.5%`, or an amount that the caller words. */
export const percentWords = (rate: number): string => `${rate / 100}%`;
