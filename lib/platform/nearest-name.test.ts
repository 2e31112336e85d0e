import { expect, test } from "vitest";
import { nearestName } from "./nearest-name";

const names = ["Box braids", "Gel manicure", "Wanjirũ Kamau", "Cut"];

test.each([
  ["box briads", "Box braids"],
  ["Wanjiru Kamau", "Wanjirũ Kamau"],
  ["manicure", "Gel manicure"],
  ["Massage of the whole body", null],
])("%s is probably %s", (typed, meant) => {
  expect(nearestName(typed, names)).toBe(meant);
});
