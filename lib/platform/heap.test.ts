import { execFileSync } from "node:child_process";
import { constants, PerformanceObserver } from "node:perf_hooks";
import { setImmediate } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { collectWhenQuiet, isWorthIt } from "./heap";

const MB = 1_048_576;

test("the V8 at hand knows the flag that a server tells it", () => {
  expect(execFileSync(process.execPath, ["--v8-options"], { encoding: "utf8" })).toContain("--heap-growing-percent ");
});

test("a look is worth it when what is kept has grown by a quarter, and by more than a few requests leave behind", () => {
  expect(isWorthIt(125 * MB, 100 * MB)).toBe(true);
  expect(isWorthIt(124 * MB, 100 * MB)).toBe(false);
  expect(isWorthIt(26 * MB, 20 * MB)).toBe(false);
  expect(isWorthIt(36 * MB, 20 * MB)).toBe(true);
});

test("what a rush has left behind is collected when the thread has nothing to do, not while it works", async () => {
  let asked = 0;
  const seen = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { kind, flags } = (entry as unknown as { detail: { kind: number; flags: number } }).detail;
      if (kind === constants.NODE_PERFORMANCE_GC_MAJOR && flags & constants.NODE_PERFORMANCE_GC_FLAGS_FORCED) asked++;
    }
  });
  seen.observe({ entryTypes: ["gc"] });
  onTestFinished(() => seen.disconnect());
  const timer = collectWhenQuiet();
  if (!timer) throw new Error("this V8 hands no collector out");
  onTestFinished(() => clearInterval(timer));

  let rush: object[][] = [];
  const until = performance.now() + 1_000;
  while (rush.length < 400 || performance.now() < until) {
    if (rush.length < 400) rush.push(Array.from({ length: 2_000 }, (_, n) => ({ n })));
    await setImmediate();
  }
  expect(asked).toBe(0);
  rush = [];
  await expect.poll(() => asked, { timeout: 10_000 }).toBeGreaterThan(0);
});
