import { expect, test } from "vitest";
import { type DeskService, lineOf, measureOf } from "./desk-choices";

const offer = (id: string, durationMinutes: number, priceMinor: number) => ({
  id,
  name: id,
  durationMinutes,
  priceMinor,
});
const colour: DeskService = {
  id: "colour",
  name: "Colour",
  durationMinutes: 90,
  priceMinor: 400_000,
  currency: "KES",
  addons: [{ id: "toner", name: "Toner", minutes: 15, priceMinor: 50_000 }],
  offers: [offer("senior", 75, 500_000), offer("junior", 90, 400_000)],
};

test("a line takes the minutes and the price of who does it, with its extras", () => {
  const line = { ...lineOf(colour), staff: "senior", addons: ["toner"] };
  expect(measureOf(colour, line)).toEqual({ minutes: 90, isSure: true, leastMinor: 550_000, mostMinor: 550_000 });
});

test("while anybody may do it the price has a range and the minutes are the usual ones", () => {
  expect(measureOf(colour, lineOf(colour))).toEqual({
    minutes: 90,
    isSure: false,
    leastMinor: 400_000,
    mostMinor: 500_000,
  });
  const alone = { ...colour, offers: [offer("senior", 75, 500_000)] };
  expect(measureOf(alone, lineOf(alone))).toEqual({
    minutes: 75,
    isSure: true,
    leastMinor: 500_000,
    mostMinor: 500_000,
  });
});

test("what nobody does any more, or is gone, is measured without a fault", () => {
  expect(measureOf({ ...colour, offers: [] }, lineOf(colour))).toMatchObject({
    leastMinor: 400_000,
    mostMinor: 400_000,
  });
  expect(measureOf(undefined, lineOf(undefined))).toEqual({ minutes: 0, isSure: false, leastMinor: 0, mostMinor: 0 });
});
