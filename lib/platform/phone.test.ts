import { expect, test } from "vitest";
import { readPhone } from "./phone";

test.each([
  ["0712 345 678", "+254712345678"],
  ["+254 712-345-678", "+254712345678"],
  ["254712345678", "+254712345678"],
  ["+44 20 7946 0958", "+442079460958"],
  ["call 0712345678 please", null],
  ["+254712345678 ext 5", null],
  ["0712", null],
  ["", null],
])("%j is read as %j", (typed, phone) => {
  expect(readPhone(typed)).toBe(phone);
});
