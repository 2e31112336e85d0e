import { describe, expect, test } from "vitest";
import { isBefore, readPosition, writePosition } from "./position";

describe("a position", () => {
  test("is read as it is written", () => {
    expect(readPosition(writePosition({ epoch: 3, seq: 41 }))).toEqual({ epoch: 3, seq: 41 });
  });

  test.each(["", "41", "3-", "-41", "3-41-1", "a-b", "3-4.1", "3-1234567890123456"])("%j is none", (text) => {
    expect(readPosition(text)).toBeNull();
  });

  test("comes before another only within one epoch", () => {
    expect(isBefore({ epoch: 1, seq: 4 }, { epoch: 1, seq: 5 })).toBe(true);
    expect(isBefore({ epoch: 1, seq: 5 }, { epoch: 1, seq: 5 })).toBe(false);
    expect(isBefore({ epoch: 1, seq: 4 }, { epoch: 2, seq: 5 })).toBe(false);
  });
});
