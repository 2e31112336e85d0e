import type { RewardKind } from "@/db/schema/rewards";

/** How points are earned and what they are good for, where a house has not said otherwise. */
export const usualRules = {
  active: true,
  /** KES 100. */
  minorPerPoint: 100_00,
  expiresAfterDays: null as number | null,
  referralPoints: 50,
  birthdayRewardId: null as string | null,
};
export type Rules = typeof usualRules;

export const rewardKinds = [
  { value: "discount", label: "Discount" },
  { value: "free_service", label: "Free service" },
  { value: "gift", label: "Gift" },
  { value: "cashback", label: "Cashback" },
] as const satisfies readonly { value: RewardKind; label: string }[];
export const kindWords = (kind: RewardKind): string => rewardKinds.find(({ value }) => value === kind)!.label;

export const mostRewardWords = 300;
export const mostPoints = 1_000_000;
/** So many rewards a house has at most: they are shown and read all at once. */
export const mostRewards = 100;

export type Balance = { points: number; visits: number };
export type Cost = { pointsRequired: number | null; visitsRequired: number | null };

/** Nobody turns in anything for what costs nothing: that the house gives. */
export const isForClaiming = ({ pointsRequired, visitsRequired }: Cost): boolean =>
  pointsRequired !== null || visitsRequired !== null;

/** What is still missing; of both where it costs both. */
export const missing = ({ points, visits }: Balance, { pointsRequired, visitsRequired }: Cost): Balance => ({
  points: Math.max(0, (pointsRequired ?? 0) - points),
  visits: Math.max(0, (visitsRequired ?? 0) - visits),
});

/** How far somebody is on the way to it, from 0 to 1: the shorter of the two ways counts. */
export function progress({ points, visits }: Balance, { pointsRequired, visitsRequired }: Cost): number {
  const parts = [
    ...(pointsRequired ? [points / pointsRequired] : []),
    ...(visitsRequired ? [visits / visitsRequired] : []),
  ];
  return parts.length === 0 ? 0 : Math.min(1, ...parts);
}

export const countOf = (n: number, one: string): string => `${n} ${one}${n === 1 ? "" : "s"}`;
