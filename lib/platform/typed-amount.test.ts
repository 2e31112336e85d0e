import { expect, test } from "vitest";
import { typedAmount } from "./typed-amount";

test.each([
  ["1500", 1_500],
  ["1,500", 1_500],
  ["12,500.50", 12_500.5],
  ["1 500", 1_500],
  ["1,234,567", 1_234_567],
  ["12.50", 12.5],
  ["12,5", 12.5],
  ["12,50", 12.5],
  ["0", 0],
])("%s is %d", (typed, amount) => expect(typedAmount(typed)).toBe(amount));

test.each(["", " ", "1,50,0", "1.500.000", "1,5000", "KES 5", "-5", "1e3", ",5"])("%s is no amount", (typed) =>
  expect(typedAmount(typed)).toBeNaN(),
);
