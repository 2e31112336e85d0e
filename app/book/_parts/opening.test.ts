import { expect, test } from "vitest";
import { openingNow } from "./opening";

const day = (date: string, windows: [number, number][] = [], reason = "") => ({
  date,
  windows: windows.map(([from, to]) => ({ from, to })),
  reason,
});
const at = (hour: number, minute = 0) => hour * 60 + minute;

test("open, closed for now, closed for today and why", () => {
  const days = [
    day("2026-11-23"),
    day("2026-11-24", [
      [540, 720],
      [840, 1140],
    ]),
    day("2026-11-25"),
    day("2026-11-26", [[480, 600]]),
  ];
  expect(openingNow(days, at(10))).toEqual({ open: true, words: "Open until 12:00" });
  expect(openingNow(days, at(12))).toEqual({ open: false, words: "Closed now, opens at 14:00" });
  expect(openingNow(days, at(19))).toEqual({ open: false, words: "Closed now, opens Thu 26 Nov at 08:00" });
  expect(openingNow([...days.slice(1, 2), day("2026-11-25", [], "Jamhuri Day"), ...days.slice(3)], at(9))).toEqual({
    open: false,
    words: "Closed today (Jamhuri Day), opens Thu 26 Nov at 08:00",
  });
  expect(openingNow([day("2026-11-23"), day("2026-11-24")], at(9)).words).toBe("Closed today");
});

test("a night that began yesterday is still on, and round the clock has no end", () => {
  const night = day("2026-11-23", [[1320, 1560]]);
  expect(openingNow([night, day("2026-11-24")], at(1, 30))).toEqual({ open: true, words: "Open until 02:00" });
  expect(openingNow([night, day("2026-11-24", [[0, 1440]])], at(0)).words).toBe("Open day and night");
});
