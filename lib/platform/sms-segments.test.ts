import { expect, test } from "vitest";
import { smsSegments } from "./sms-segments";

test.each([
  ["", 1],
  ["a".repeat(160), 1],
  ["a".repeat(161), 2],
  ["a".repeat(306), 2],
  ["a".repeat(307), 3],
  ["é".repeat(160), 1],
  ["€".repeat(80), 1],
  ["€".repeat(81), 2],
  // A curly apostrophe is outside the alphabet.
  [`Amani’s ${"a".repeat(62)}`, 1],
  [`Amani’s ${"a".repeat(63)}`, 2],
  ["😀".repeat(35), 1],
  ["😀".repeat(36), 2],
])("%# is billed as %i", (text, segments) => expect(smsSegments(text)).toBe(segments));
