import type { Say } from "@/app/_words/say";
import type { Cost } from "@/lib/rewards/rules";

export const pointsOf = (say: Say, points: number): string =>
  say("{points, plural, one {{points} point} other {{points} points}}", { points });
export const visitsOf = (say: Say, visits: number): string =>
  say("{visits, plural, one {# visit} other {# visits}}", { visits });
export const codesOf = (say: Say, codes: number): string =>
  say("{codes, plural, one {{codes} code} other {{codes} codes}}", { codes });

/** What a reward takes. */
export function costWords(say: Say, { pointsRequired, visitsRequired }: Cost): string {
  const points = pointsRequired ? pointsOf(say, pointsRequired) : "";
  const visits = visitsRequired ? visitsOf(say, visitsRequired) : "";
  if (points && visits) return say("{one} and {other}", { one: points, other: visits });
  return points || visits || say("Only the house gives it");
}
