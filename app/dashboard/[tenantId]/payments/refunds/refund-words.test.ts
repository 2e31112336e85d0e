import { expect, test } from "vitest";
import { sayIn } from "@/app/_words/say";
import { wordsIn } from "@/app/_words/swahili";
import { noteWords } from "./refund-words";

const say = sayIn("en", wordsIn("en"));

test.each([
  [{ note: "R000002", saleId: null, status: "failed" }, /does not know the code of that payment/],
  [{ note: "21", saleId: "sale", status: "failed" }, /initiator may not give money back/],
  [{ note: "not answered", saleId: null, status: "needs_review" }, /did not answer/],
  [{ note: "The service request failed", saleId: null, status: "queued" }, /^M-Pesa says: “The service/],
  [{ note: "Some words of theirs", saleId: "sale", status: "failed" }, /^M-Pesa says/],
  [{ note: "The colour came out wrong", saleId: "sale", status: "asked" }, /^“The colour came out wrong”$/],
] as const)("%o is said in words", (refund, words) => {
  expect(noteWords(say, refund)).toMatch(words);
});
