import { describe, expect, test, vi } from "vitest";
import { Applier } from "./applier";
import { eventAt } from "./testing/event";

function applierFrom(seq: number) {
  const parts = { apply: vi.fn(), reset: vi.fn(), missing: vi.fn() };
  const applier = new Applier({ epoch: 1, seq }, parts);
  const applied = () => parts.apply.mock.calls.map(([event]) => event.at.seq);
  return { ...parts, applier, applied };
}

describe("Applier", () => {
  test("applies each event once and in order", () => {
    const { applier, applied } = applierFrom(4);
    for (const seq of [3, 4, 5, 5, 6, 4, 7]) applier.take(eventAt(seq));
    expect(applied()).toEqual([5, 6, 7]);
  });

  test("asks for what is missing and applies nothing past it", () => {
    const { applier, applied, missing } = applierFrom(4);
    applier.take(eventAt(6));
    expect(applied()).toEqual([]);
    expect(missing).toHaveBeenCalledExactlyOnceWith({ epoch: 1, seq: 4 });
    for (const seq of [5, 6]) applier.take(eventAt(seq));
    expect(applied()).toEqual([5, 6]);
  });

  test("goes on from a reset, backwards and into another epoch too", () => {
    const { applier, applied, reset } = applierFrom(9);
    applier.reset({ epoch: 1, seq: 2 });
    applier.take(eventAt(3));
    applier.reset({ epoch: 2, seq: 50 });
    applier.take(eventAt(51, { at: { epoch: 2, seq: 51 } }));
    expect(applied()).toEqual([3, 51]);
    expect(reset).toHaveBeenCalledTimes(2);
  });

  test("is not disturbed by a reset to where it stands", () => {
    const { applier, reset } = applierFrom(9);
    applier.reset({ epoch: 1, seq: 9 });
    expect(reset).not.toHaveBeenCalled();
  });

  test("notices without an event that the stream is ahead", () => {
    const { applier, missing } = applierFrom(9);
    expect(applier.isLevelWith({ epoch: 1, seq: 9 })).toBe(true);
    expect(applier.isLevelWith({ epoch: 1, seq: 8 })).toBe(true);
    expect(missing).not.toHaveBeenCalled();
    expect(applier.isLevelWith({ epoch: 1, seq: 10 })).toBe(false);
    expect(missing).toHaveBeenCalledExactlyOnceWith({ epoch: 1, seq: 9 });
  });
});
