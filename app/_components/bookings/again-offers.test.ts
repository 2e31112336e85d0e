import { expect, test } from "vitest";
import { againOffers } from "./again-offers";

const slot = (startsAt: string) => ({ startsAt, staffId: "s", totalMinor: 1 });

test("the day is said once where all of it is on one day, and with each time where it is not", () => {
  const offers = againOffers(
    [
      { weeks: 1, slots: [slot("2026-12-05T06:00:00Z"), slot("2026-12-05T06:30:00Z")] },
      { weeks: 2, slots: [slot("2026-12-11T16:00:00Z"), slot("2026-12-12T06:00:00Z")] },
    ],
    "Africa/Nairobi",
  );
  expect(offers.map(({ title, choices }) => [title, ...choices.map(({ label }) => label)])).toEqual([
    ["In 1 week, Sat 5 Dec", "09:00", "09:30"],
    ["In 2 weeks", "Fri 11 Dec, 19:00", "Sat 12 Dec, 09:00"],
  ]);
});
