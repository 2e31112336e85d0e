const leastWaitMs = 50;
const mostWaitMs = 1_000;

/**
 * Gathers names for 50 ms and hands them over together; never two runs at a time. In a burst the wait is as long as the
 * last run took, so that half of a slow phone's time is left for its owner.
 */
export function coalesce(run: (names: ReadonlySet<string>) => Promise<unknown>): (names: readonly string[]) => void {
  let waiting = new Set<string>();
  let busy = false;
  const turn = async () => {
    const names = waiting;
    waiting = new Set();
    const began = performance.now();
    await run(names).catch(() => {});
    const tookMs = performance.now() - began;
    busy = false;
    if (waiting.size > 0) start(Math.min(Math.max(tookMs, leastWaitMs), mostWaitMs));
  };
  const start = (waitMs: number) => {
    busy = true;
    setTimeout(turn, waitMs);
  };
  return (names) => {
    for (const name of names) waiting.add(name);
    if (!busy && waiting.size > 0) start(leastWaitMs);
  };
}
