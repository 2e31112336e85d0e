import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { coalesce } from "./coalesce";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("thirty events within 50 ms make one run", async () => {
  const run = vi.fn(async (_: ReadonlySet<string>) => {});
  const add = coalesce(run);
  for (let count = 0; count < 30; count++) add(["stats", "bookings"]);
  await vi.advanceTimersByTimeAsync(49);
  expect(run).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(run).toHaveBeenCalledExactlyOnceWith(new Set(["stats", "bookings"]));
});

test("what comes during a run waits for the next, and a failed run is not the last", async () => {
  let finish = () => {};
  const run = vi.fn(
    (_: ReadonlySet<string>) => new Promise<void>((_done, fail) => (finish = () => fail(new Error("offline")))),
  );
  const add = coalesce(run);
  add(["stats"]);
  await vi.advanceTimersByTimeAsync(50);
  add(["notifications"]);
  await vi.advanceTimersByTimeAsync(500);
  expect(run).toHaveBeenCalledTimes(1);
  finish();
  // The run took half a second, so the next waits as long.
  await vi.advanceTimersByTimeAsync(499);
  expect(run).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(run).toHaveBeenLastCalledWith(new Set(["notifications"]));
});

test("no names, no run", async () => {
  const run = vi.fn(async () => {});
  coalesce(run)([]);
  await vi.advanceTimersByTimeAsync(100);
  expect(run).not.toHaveBeenCalled();
});
