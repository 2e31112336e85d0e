import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, localDate, startOfDay } from "@/lib/platform/calendar";
import { type Card, hourMarks, hoursShown, keepInside, layOut, snap } from "./layout";

const grid = { from: 0, to: 1_440, leastMinutes: 15 };
const card = fc
  .record({
    from: fc.integer({ min: -200, max: 1_500 }),
    long: fc.integer({ min: 0, max: 300 }),
    column: fc.constantFrom("a", "b"),
  })
  .map(({ from, long, column }) => ({ from, to: from + long, column }));
const cards = fc
  .array(card, { maxLength: 30 })
  .map((list) => list.map((one, at): Card => ({ ...one, id: String(at).padStart(2, "0") })));

describe("always", () => {
  test("no two cards of a column cover each other, and each is inside its column and the grid", () => {
    fc.assert(
      fc.property(cards, (given) => {
        const placed = layOut(given, grid);
        for (const one of placed) {
          expect(one.slot).toBeGreaterThanOrEqual(0);
          expect(one.slot).toBeLessThan(one.of);
          expect(one.top).toBeGreaterThanOrEqual(0);
          expect(one.top + one.height).toBeLessThanOrEqual(1_440);
          expect(one.height).toBeGreaterThanOrEqual(15);
          for (const other of placed) {
            if (other === one || other.column !== one.column) continue;
            const isBeside =
              one.slot / one.of >= (other.slot + 1) / other.of || other.slot / other.of >= (one.slot + 1) / one.of;
            const isApart = one.top >= other.top + other.height || other.top >= one.top + one.height;
            expect(isBeside || isApart).toBe(true);
          }
        }
        const seen = given.filter(({ from, to }) => to > from && to > 0 && from < 1_440);
        expect(placed.map(({ id }) => id).sort()).toEqual(seen.map(({ id }) => id).sort());
      }),
      { numRuns: 1_000 },
    );
  });

  test("the order in which cards are told makes no difference", () => {
    fc.assert(
      fc.property(cards, fc.integer(), (given, seed) => {
        const byId = (list: ReturnType<typeof layOut>) => list.toSorted((a, b) => Number(a.id) - Number(b.id));
        const mixed = given.toSorted(
          (a, b) => ((Number(a.id) * 7919 + seed) % 31) - ((Number(b.id) * 7919 + seed) % 31),
        );
        expect(byId(layOut(mixed, grid))).toEqual(byId(layOut(given, grid)));
      }),
      { numRuns: 500 },
    );
  });

  test("a step snaps once, and what is moved stays in the grid", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -500, max: 2_000 }),
        fc.constantFrom(5, 10, 15, 20, 30),
        fc.integer({ min: 5, max: 600 }),
        (minute, step, minutes) => {
          const at = snap(minute, grid, step);
          expect(snap(at, grid, step)).toBe(at);
          expect(Math.abs(at - minute)).toBeLessThanOrEqual(step / 2);
          const inside = keepInside(at, minutes, grid);
          expect(inside).toBeGreaterThanOrEqual(grid.from);
          expect(inside + minutes).toBeLessThanOrEqual(grid.to);
        },
      ),
    );
  });
});

test("what stands alone has the whole column; three at once have a third each", () => {
  const at = (id: string, from: number, to: number): Card => ({ id, column: "a", from, to });
  const shares = layOut([at("1", 60, 120), at("2", 120, 180), at("3", 130, 160), at("4", 150, 200)], grid);
  expect(shares.map(({ id, slot, of }) => `${id} ${slot}/${of}`)).toEqual(["1 0/1", "2 0/3", "3 1/3", "4 2/3"]);
});

test("a day on which clocks change is as long as it is, and its hours are those that the clock shows", () => {
  const day = (date: string, zone: string) => ({
    from: startOfDay(date, zone).getTime() / 60_000,
    to: startOfDay(addDays(date, 1), zone).getTime() / 60_000,
  });
  const hours = (date: string, zone: string) => {
    const clock = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" });
    const wall = (minute: number) => {
      const [hour = 0, rest = 0] = clock
        .format(minute * 60_000)
        .split(":")
        .map(Number);
      return hour * 60 + rest;
    };
    const whole = day(date, zone);
    return { minutes: whole.to - whole.from, marks: hourMarks(whole, wall).map((at) => wall(at) / 60) };
  };
  const usual = Array.from({ length: 25 }, (_, hour) => hour % 24);
  expect(hours("2026-11-28", "Africa/Nairobi")).toEqual({ minutes: 1_440, marks: usual });
  const spring = hours("2026-03-29", "Europe/London");
  expect([spring.minutes, spring.marks.slice(0, 3)]).toEqual([1_380, [0, 2, 3]]);
  const autumn = hours("2026-10-25", "Europe/London");
  expect([autumn.minutes, autumn.marks.slice(0, 4)]).toEqual([1_500, [0, 1, 1, 2]]);
  // Half an hour there.
  expect(hours("2026-04-05", "Australia/Lord_Howe").minutes).toBe(1_470);
  expect(localDate(new Date("2026-03-29T00:30:00Z"), "Europe/London")).toBe("2026-03-29");
});

test("the grid shows the usual hours, and further ones where somebody works or something is booked", () => {
  const day = { from: 0, to: 1_440 };
  const usual = { from: 540, to: 1_080 };
  expect(hoursShown(day, [], usual)).toEqual(usual);
  expect(
    hoursShown(
      day,
      [
        { from: 505, to: 600 },
        { from: 1_060, to: 1_130 },
      ],
      usual,
    ),
  ).toEqual({ from: 480, to: 1_140 });
  // A shift over midnight ends with the day.
  expect(
    hoursShown(
      day,
      [
        { from: 1_200, to: 1_560 },
        { from: -120, to: 60 },
      ],
      usual,
    ),
  ).toEqual({ from: 0, to: 1_440 });
});
