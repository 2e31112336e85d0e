/** What stock costs, reckoned. No imports: the browser has it too. Whole units and whole minor units only. */

export const units = [
  { value: "piece", label: "Pieces" },
  { value: "ml", label: "Millilitres" },
  { value: "g", label: "Grams" },
] as const;
export type Unit = (typeof units)[number]["value"];
const grouped = new Intl.NumberFormat("en-KE");
/** `1,840 ml`; of pieces the number alone. */
export const inUnit = (count: number, unit: Unit): string =>
  unit === "piece" ? grouped.format(count) : `${grouped.format(count)} ${unit}`;

/** Why something moved. */
export const stockReasons = [
  "received",
  "used",
  "sold",
  "returned",
  "given",
  "given_back",
  "damaged",
  "adjusted",
  "counted",
  "revalued",
] as const;

export type Stock = {
  onHand: number;
  /** What the units on hand have cost. */
  valueMinor: number;
  /** The last that came in: so much for so many. */
  lastCostMinor: number;
  lastUnits: number;
};

/** A share of an amount, half a unit up, in big integers: money times units leaves the safe range of numbers. */
export const share = (amountMinor: number, units: number, of: number): number => {
  const [amount, part, whole] = [BigInt(amountMinor), BigInt(units), BigInt(of)];
  const twice = 2n * amount * part + whole;
  return Number(twice / (2n * whole));
};

/**
 * What so many units cost that come or go now, with the same sign. What goes costs its part of what is there, and the last
 * unit takes all that is left; what is taken beyond that, and what comes back without a price, costs what the last cost.
 */
export function costOf({ onHand, valueMinor, lastCostMinor, lastUnits }: Stock, change: number): number {
  const atLast = (units: number) => share(lastCostMinor, units, lastUnits);
  if (change > 0) {
    if (onHand > 0) return share(valueMinor, change, onHand);
    // First what was taken too much: once nothing is missing, nothing is owed for it either.
    const missing = Math.min(change, -onHand);
    const ofMissing = missing === -onHand ? -valueMinor : Math.min(atLast(missing), -valueMinor);
    return 0 + ofMissing + atLast(change - missing);
  }
  const gone = -change;
  const there = Math.min(gone, Math.max(0, onHand));
  const ofThere = there === 0 ? 0 : there === onHand ? valueMinor : share(valueMinor, there, onHand);
  // Not less than nothing as a nought with a sign.
  return 0 - (ofThere + atLast(gone - there));
}

/**
 * What came in with a price while some had been taken that were not there: those cost what these cost, and no longer what
 * the last before them did. Answers by how much the shelf is worth more; nought where nothing was missing.
 */
export function revaluedBy({ onHand, valueMinor }: Stock, change: number, costMinor: number): number {
  if (onHand >= 0) return 0;
  const after = onHand + change;
  const worth = after >= 0 ? share(costMinor, after, change) : 0 - share(costMinor, -after, change);
  return worth - (valueMinor + costMinor);
}

/**
 * What went came back, for what it had cost as it went. Answers by how much the shelf is then worth more or less than that:
 * where nothing is, nothing is worth anything, and what is missing is never worth something.
 */
export function squaredBy({ onHand, valueMinor }: Stock, change: number, costMinor: number): number {
  const [units, worth] = [onHand + change, valueMinor + costMinor];
  return units === 0 || (worth !== 0 && units > 0 !== worth > 0) ? 0 - worth : 0;
}

export const isLow = (onHand: number, level: number | null): boolean => level !== null && onHand <= level;
/** It is few now and was not before, or what came in after there was none is few: said once, until there are more again. */
export const hasRunLow = (before: number, after: number, level: number | null): boolean =>
  isLow(after, level) && (!isLow(before, level) || (before <= 0 && after > 0));
