import { shareOut } from "@/lib/platform/share-out";

/** What points come to. Pure; whole points and minor units only. */

/** A line of a sale: what was charged for it, and how much of that is one point; null earns nothing. */
export type EarningLine = { leftMinor: number; minorPerPoint: number | null };

/** The points of a paid sale of which so much is kept. Lines of one rate count together, so that no shilling is lost to rounding. */
export function pointsFor(lines: readonly EarningLine[], keptMinor: number): number {
  const lefts = lines.map(({ leftMinor }) => leftMinor);
  const whole = lefts.reduce((sum, left) => sum + left, 0);
  const kept = Math.max(0, Math.min(keptMinor, whole));
  const parts = kept === whole ? lefts : shareOut(kept, lefts);
  const byRate = new Map<number, number>();
  lines.forEach(({ minorPerPoint }, at) => {
    if (minorPerPoint !== null) byRate.set(minorPerPoint, (byRate.get(minorPerPoint) ?? 0) + parts[at]!);
  });
  return [...byRate].reduce((sum, [rate, minor]) => sum + Math.floor(minor / rate), 0);
}

/** Of points that were earned by `baseMinor`, those that stand when only so much of it is kept. */
export const pointsKept = (points: number, baseMinor: number, keptMinor: number): number =>
  baseMinor <= 0 || keptMinor <= 0
    ? 0
    : Number((BigInt(points) * BigInt(Math.min(keptMinor, baseMinor))) / BigInt(baseMinor));

/** An entry as it counts for what runs out. */
export type Lot = { points: number; moved?: boolean; saleId: string | null; expiresAt: Date | null };

/**
 * How much of somebody's points is gone when a moment has come. What was spent came from what runs out first; what was
 * taken back of a sale comes off that sale's own points. What went to somebody else or came from them runs out there.
 */
export function goneBy(entries: readonly Lot[], at: Date): number {
  const lots = new Map<string, { points: number; expiresAt: Date | null }>();
  let spent = 0;
  let ripe = 0;
  entries.forEach(({ points, moved, saleId, expiresAt }, nth) => {
    if (moved) ripe += expiresAt && expiresAt <= at ? points : 0;
    else if (!saleId && points < 0) spent -= points;
    else {
      const key = saleId ?? `${nth}`;
      const lot = lots.get(key) ?? { points: 0, expiresAt: null };
      // The first that is written of a sale says until when, and what is earned of it anew lasts as long.
      lots.set(key, { points: lot.points + points, expiresAt: lot.expiresAt ?? expiresAt });
    }
  });
  for (const { points, expiresAt } of lots.values()) {
    // Taken back of a sale whose points came from somebody else.
    if (points < 0) spent -= points;
    else if (expiresAt && expiresAt <= at) ripe += points;
  }
  return Math.max(0, ripe - spent);
}

/** What is left of somebody's points, by when it runs out; null: never. */
export function leftByTime(
  entries: readonly Lot[],
  points: number,
  after: Date,
): { points: number; expiresAt: Date | null }[] {
  const times = entries.flatMap(({ expiresAt }) => (expiresAt && expiresAt > after ? [expiresAt.getTime()] : []));
  const parts: { points: number; expiresAt: Date | null }[] = [];
  let gone = goneBy(entries, after);
  let left = points;
  for (const time of [...new Set(times)].sort((a, b) => a - b)) {
    const expiresAt = new Date(time);
    const then = goneBy(entries, expiresAt);
    const part = Math.min(left, then - gone);
    if (part > 0) parts.push({ points: part, expiresAt });
    left -= Math.max(0, part);
    gone = then;
  }
  return left > 0 ? [...parts, { points: left, expiresAt: null }] : parts;
}

/** What runs out next: when, and how much; null when nothing does. */
export function nextToGo(entries: readonly Lot[], after: Date): { at: Date; points: number } | null {
  const gone = goneBy(entries, after);
  const times = entries.flatMap(({ expiresAt }) => (expiresAt && expiresAt > after ? [expiresAt.getTime()] : []));
  for (const time of [...new Set(times)].sort((a, b) => a - b)) {
    const points = goneBy(entries, new Date(time)) - gone;
    if (points > 0) return { at: new Date(time), points };
  }
  return null;
}
