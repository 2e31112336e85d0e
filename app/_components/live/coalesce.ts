const waitMs = 50;

/** Gathers names for 50 ms and hands them over together; never two runs at a time. */
export function coalesce(run: (names: ReadonlySet<string>) => Promise<unknown>): (names: readonly string[]) => void {
  let waiting = new Set<string>();
  let busy = false;
  const turn = async () => {
    const names = waiting;
    waiting = new Set();
    await run(names).catch(() => {});
    busy = false;
    if (waiting.size > 0) start();
  };
  const start = () => {
    busy = true;
    setTimeout(turn, waitMs);
  };
  return (names) => {
    for (const name of names) waiting.add(name);
    if (!busy && waiting.size > 0) start();
  };
}
