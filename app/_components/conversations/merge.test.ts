import { expect, test } from "vitest";
import { merged } from "./merge";

const of = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => ({ seq: from + n }));
const seqs = (all: { seq: number }[]) => all.map(({ seq }) => seq);

test("what is read later joins on without a gap and without a double", () => {
  expect(seqs(merged([], of(3, 5)))).toEqual([3, 4, 5]);
  expect(seqs(merged(of(1, 4), of(3, 6)))).toEqual([1, 2, 3, 4, 5, 6]);
  expect(seqs(merged(of(1, 4), of(5, 6)))).toEqual([1, 2, 3, 4, 5, 6]);
  expect(seqs(merged(of(1, 4), of(9, 10)))).toEqual([9, 10]);
  expect(seqs(merged(of(1, 4), []))).toEqual([]);
});
