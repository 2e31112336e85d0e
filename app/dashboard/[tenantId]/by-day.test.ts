import { expect, test } from "vitest";
import { sayIn } from "@/app/_words/say";
import { wordsIn } from "@/app/_words/swahili";
import { byDay } from "./by-day";

const say = sayIn("en", wordsIn("en"));

const at = (startsAt: string) => ({ startsAt });

test("appointments are told by the day of the business, not of the reader", () => {
  // 23:30 in London is the next morning in Nairobi.
  const days = byDay(
    say,
    [at("2026-11-24T08:00:00Z"), at("2026-11-24T23:30:00Z"), at("2026-11-25T09:00:00Z"), at("2026-11-27T09:00:00Z")],
    "2026-11-24T06:00:00Z",
    "Africa/Nairobi",
  );
  expect(days.map((day) => [day.name, day.items.length])).toEqual([
    ["Today", 1],
    ["Tomorrow", 2],
    ["Fri 27 Nov", 1],
  ]);
});

test("nothing makes no days", () => {
  expect(byDay(say, [], "2026-11-24T06:00:00Z", "Africa/Nairobi")).toEqual([]);
});
