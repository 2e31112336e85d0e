/** After how long somebody is missed, by how often they come. Pure: instants in ms. */

const dayMs = 86_400_000;
/** Nobody's rhythm is taken to be shorter or longer than this, in days. */
export const rhythmDays = { least: 7, most: 120 };

type Rule = { afterPercent: number; usualDays: number };

/**
 * The usual gap between visits in days: the one in the middle, so that one long journey does not count as a habit. Who was
 * here once comes as others do; two visits on one day are one.
 */
export function usualGap(paidVisits: readonly number[], usualDays: number): number {
  const sorted = [...paidVisits].sort((a, b) => a - b);
  const gaps = sorted
    .slice(1)
    .map((at, nth) => (at - sorted[nth]!) / dayMs)
    .filter((days) => days >= 1)
    .sort((a, b) => a - b);
  if (gaps.length === 0) return usualDays;
  const middle = Math.floor(gaps.length / 2);
  const median = gaps.length % 2 === 1 ? gaps[middle]! : (gaps[middle - 1]! + gaps[middle]!) / 2;
  return Math.min(rhythmDays.most, Math.max(rhythmDays.least, median));
}

/** From when on somebody is missed, whose last visit was then. */
export const missedFrom = (
  lastVisit: number,
  paidVisits: readonly number[],
  { afterPercent, usualDays }: Rule,
): number => lastVisit + Math.round((usualGap(paidVisits, usualDays) * afterPercent * dayMs) / 100);
