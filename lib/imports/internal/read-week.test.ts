import { expect, test } from "vitest";
import { weekWords } from "@/lib/staff/rules";
import { dayOf, minuteOf } from "./cells";
import { lengthIn } from "./read-length";
import { weekIn } from "./read-week";

test.each([
  [
    "Mon–Fri 09:00–18:00; Sat 9-14",
    "Mon 09:00–18:00; Tue 09:00–18:00; Wed 09:00–18:00; Thu 09:00–18:00; Fri 09:00–18:00; Sat 09:00–14:00",
  ],
  ["Mon, Wed: 8am-1pm & 2pm-5.30pm", "Mon 08:00–13:00, 14:00–17:30; Wed 08:00–13:00, 14:00–17:30"],
  ["Jumatatu hadi Jumatano 9-17", "Mon 09:00–17:00; Tue 09:00–17:00; Wed 09:00–17:00"],
  ["Fri-Sat 20:00 to 2:00", "Fri 20:00–02:00; Sat 20:00–02:00"],
  ["Sat 10-16, Sun 10-14", "Sun 10:00–14:00; Sat 10:00–16:00"],
  ["", ""],
])("hours as somebody writes them: %s", (said, words) => {
  expect(weekWords(weekIn(said))).toBe(words);
});

test("every day is each of them", () => {
  expect(weekIn("Daily 8-20")).toHaveLength(7);
});

test.each(["whenever", "Mon", "9-17", "Funday 9-17", "Mon 9-9-9", "Mon 9-25"])("no hours: %s", (said) => {
  expect(() => weekIn(said)).toThrow(/Hours “/);
});

test.each([
  ["90", 90],
  ["1:30", 90],
  ["1 h 30 min", 90],
  ["1.5h", 90],
  ["2 hrs", 120],
  ["45 mins", 45],
])("a length as somebody writes it: %s", (said, minutes) => {
  expect(lengthIn("Minutes", said)).toBe(minutes);
});

test("what is no length, day or time is told", () => {
  expect(() => lengthIn("Minutes", "long")).toThrow("Minutes “long” are no time like 90 or 1:30");
  expect([dayOf("31/12/2026 14:30"), dayOf("2026-12-31T14:30"), dayOf("12/31/2026")]).toEqual([
    "2026-12-31",
    "2026-12-31",
    null,
  ]);
  expect(["14:30", "2.30 pm", "9", "12am", "12:15 pm", "25:00", "noon"].map(minuteOf)).toEqual([
    870,
    870,
    540,
    0,
    735,
    null,
    null,
  ]);
});
