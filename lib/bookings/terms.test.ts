import { expect, test } from "vitest";
import type { CancellationTerms } from "@/db/schema/tenants";
import { feeOf, freeUntil, termsSeen, termsWords } from "./terms";

const terms: CancellationTerms = {
  freeHours: 24,
  late: { kind: "percent", percent: 50 },
  noShow: { kind: "fixed", amountMinor: 100_000 },
};
const words = (given: CancellationTerms | null) => termsWords(given, 150_000, "KES");

test("a fee is a part of the price or an amount, rounded to the minor unit and never more than the price", () => {
  expect(feeOf(undefined, 150_000)).toBe(0);
  expect(feeOf({ kind: "percent", percent: 33 }, 101)).toBe(33);
  expect(feeOf({ kind: "percent", percent: 100 }, 150_000)).toBe(150_000);
  expect(feeOf({ kind: "fixed", amountMinor: 200_000 }, 150_000)).toBe(150_000);
});

test("it is free until so many hours before, for a quarter of an hour after booking, and never after its start", () => {
  const at = (iso: string) => new Date(iso);
  const until = (start: string, booked: string) => freeUntil(terms, at(start), at(booked))?.toISOString();
  expect(until("2026-12-05T10:00:00Z", "2026-12-01T10:00:00Z")).toBe("2026-12-04T10:00:00.000Z");
  expect(until("2026-12-05T10:00:00Z", "2026-12-05T08:00:00Z")).toBe("2026-12-05T08:15:00.000Z");
  expect(until("2026-12-05T10:00:00Z", "2026-12-05T09:50:00Z")).toBe("2026-12-05T10:00:00.000Z");
  expect(freeUntil({ freeHours: 24 }, at("2026-12-05T10:00:00Z"), at("2026-12-01T10:00:00Z"))).toBeNull();
  expect(freeUntil(null, at("2026-12-05T10:00:00Z"), at("2026-12-01T10:00:00Z"))).toBeNull();
});

test("the words say what it costs, and nothing where it costs nothing", () => {
  expect(words(terms)).toBe(
    "Free to cancel until 24 hours before. After that it costs KES 750, and not coming KES 1,000.",
  );
  const soon = { startsAt: new Date("2026-12-05T10:00:00Z"), at: new Date("2026-12-04T09:45:00Z") };
  expect(termsWords(terms, 150_000, "KES", soon)).toBe(
    "Free to cancel for 15 minutes after booking. After that it costs KES 750, and not coming KES 1,000.",
  );
  expect(termsWords(terms, 150_000, "KES", { ...soon, at: new Date("2026-12-04T09:44:00Z") })).toBe(words(terms));
  expect(words({ freeHours: 48, late: { kind: "fixed", amountMinor: 50_000 } })).toBe(
    "Free to cancel until 2 days before. After that it costs KES 500.",
  );
  const same = { kind: "fixed", amountMinor: 50_000 } as const;
  expect(words({ freeHours: 1, late: same, noShow: same })).toBe(
    "Free to cancel until an hour before. After that, or when you do not come, it costs KES 500.",
  );
  expect(words({ freeHours: 0, noShow: same })).toBe("Cancelling is free. Not coming costs KES 500.");
  expect([words(null), words({ freeHours: 24 })]).toEqual(["", ""]);
});

test("what a form has shown is told apart by every part of it", () => {
  const others: (CancellationTerms | null)[] = [
    null,
    { freeHours: 24 },
    { ...terms, freeHours: 12 },
    { ...terms, late: { kind: "fixed", amountMinor: 50 } },
    { ...terms, noShow: undefined },
  ];
  const seen = [terms, ...others].map(termsSeen);
  expect(new Set(seen).size).toBe(seen.length);
});
