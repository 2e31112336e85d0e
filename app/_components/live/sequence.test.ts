import { describe, expect, test } from "vitest";
import { judge } from "./sequence";

const last = { epoch: 2, seq: 10 };

describe("judge", () => {
  test.each([
    ["the next one", { epoch: 2, seq: 11 }, "apply"],
    ["the one just applied", { epoch: 2, seq: 10 }, "duplicate"],
    ["an old one", { epoch: 2, seq: 3 }, "duplicate"],
    ["one that skips", { epoch: 2, seq: 12 }, "gap"],
    ["one of another epoch, whatever its number", { epoch: 3, seq: 11 }, "gap"],
    ["one of an epoch before", { epoch: 1, seq: 4 }, "gap"],
  ] as const)("%s", (_, at, verdict) => {
    expect(judge(last, at)).toBe(verdict);
  });
});
