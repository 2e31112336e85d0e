import { performance } from "node:perf_hooks";
import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/**
 * All of the heap is looked through when it has trebled since the last time, not when it has grown by half: that look takes
 * both of two processors for a tenth of a second, and whoever books meanwhile waits (decision what-v8-is-told). Where
 * memory is short V8 looks earlier all the same. A V8 that has lost the flag says so and goes on.
 */
export const lookThroughHeapLess = (): void => setFlagsFromString("--heap-growing-percent=200");

const lookEveryMs = 250;
/** What the thread may have worked in that time and still had nothing to do: one answer takes as long. */
const quietShare = 0.05;
const worthBytes = 16 * 1_048_576;

/**
 * Looks through the heap when nobody is waiting: as soon as this thread has nothing to do after a rush that left something
 * behind. A V8 that hands no collector out is left as it is.
 */
export function collectWhenQuiet(): NodeJS.Timeout | null {
  const collect = collector();
  if (!collect) return null;
  let from = performance.eventLoopUtilization();
  let least = keptBytes();
  const look = () => {
    const to = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(to, from);
    from = to;
    const kept = keptBytes();
    least = Math.min(least, kept);
    if (utilization > quietShare || !isWorthIt(kept, least)) return;
    collect();
    least = keptBytes();
  };
  return setInterval(look, lookEveryMs).unref();
}

/** Grown by a quarter over the least that was kept since the last look, and by more than a few requests leave behind. */
export const isWorthIt = (keptBytes: number, leastBytes: number): boolean =>
  keptBytes - leastBytes >= Math.max(worthBytes, leastBytes / 4);

/** What has outlived its youth: only a look through all of the heap can take it away. */
function keptBytes(): number {
  return getHeapSpaceStatistics()
    .filter(({ space_name }) => space_name === "old_space" || space_name === "large_object_space")
    .reduce((sum, space) => sum + space.space_used_size, 0);
}

/**
 * Looks through all of this thread's heap, now. V8 shows it to contexts that are made while it is told to: to this one, and
 * to no later one.
 */
export function collector(): (() => void) | null {
  setFlagsFromString("--expose-gc");
  const found: unknown = runInNewContext("globalThis.gc");
  setFlagsFromString("--no-expose-gc");
  return typeof found === "function" ? () => void found() : null;
}
