const againMs = 1_000;

/** Being the one tab that holds something. Ends when `stop` is called or another tab takes over. */
export type Leadership = { stop(): void; take(): void };

/**
 * Waits for the lock `name` and calls `lead` while this tab holds it; what `lead` answers is called at the end.
 * A tab that was suspended keeps its lock, so whoever misses it may take it by force.
 */
export function seekLeadership(locks: LockManager, name: string, lead: () => () => void): Leadership {
  const end = new AbortController();
  const hold = () =>
    new Promise<void>((release) => {
      if (end.signal.aborted) return release();
      const stepDown = lead();
      stepDowns.add(stepDown);
      end.signal.addEventListener("abort", () => release(), { once: true });
    });
  const stepDowns = new Set<() => void>();
  const stepDownAll = () => {
    for (const stepDown of stepDowns) stepDown();
    stepDowns.clear();
  };
  const ask = async (options: LockOptions) => {
    try {
      await locks.request(name, options, hold);
    } catch {
      // Stolen by another tab, or given up while waiting. Not at once again: the thief must get its turn.
      stepDownAll();
      await new Promise((done) => setTimeout(done, againMs));
    }
    stepDownAll();
  };
  const wait = async () => {
    while (!end.signal.aborted) await ask({ signal: end.signal });
  };
  void wait();
  return {
    stop: () => {
      end.abort();
      stepDownAll();
    },
    take: () => {
      if (stepDowns.size === 0 && !end.signal.aborted) void ask({ steal: true });
    },
  };
}
