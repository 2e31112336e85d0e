const first = 1_000;
const longest = 30_000;

/** Milliseconds before try number `attempt` (from 0): 1 s doubling to 30 s, the upper half of it left to chance. */
export function backoff(attempt: number, random: () => number = Math.random): number {
  const ceiling = Math.min(longest, first * 2 ** Math.min(attempt, 10));
  return Math.round(ceiling * (0.5 + random() / 2));
}
