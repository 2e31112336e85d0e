import { expect, test } from "vitest";
import { initials } from "@/app/_components/ui/initials";
import { duration, zoneName } from "./in-words";
import { fieldSentence, hourOf, readablePhone } from "./words";

test("durations", () => {
  expect([20, 60, 105, 0].map((minutes) => duration(minutes))).toEqual(["20 min", "1 h", "1 h 45 min", "0 min"]);
  expect([20, 105].map((minutes) => duration(minutes, "sw"))).toEqual(["dak 20", "saa 1 dak 45"]);
});

test("phones as they are written here", () => {
  expect(readablePhone("+254712480160")).toBe("0712 480 160");
  expect(readablePhone("+255712480160")).toBe("+255712480160");
});

test("initials skip signs", () => {
  expect(initials("Amani Salon & Spa")).toBe("AS");
  expect(initials("&")).toBe("");
});

test("zones and hours", () => {
  expect(zoneName("Africa/Nairobi", new Date("2026-11-24T09:00Z"))).toBe("Nairobi time (GMT+3)");
  expect(hourOf("2026-11-24T21:30:00Z", "Africa/Nairobi")).toBe(0);
});

test("a refused field is said in a sentence", () => {
  expect(fieldSentence("Phone", "is not a number we can call")).toBe("Phone is not a number we can call.");
  expect(fieldSentence("Name", "tell us your name")).toBe("Tell us your name.");
});
