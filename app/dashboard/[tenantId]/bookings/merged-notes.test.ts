import { expect, test } from "vitest";
import { changedMeanwhile, mergedNotes } from "./merged-notes";

const seen = { allergies: "Latex", notes: "" };

test("only what somebody else has written otherwise is told", () => {
  const typed = { allergies: "Latex, nuts", notes: "Tea" };
  expect(changedMeanwhile(seen, typed, seen)).toEqual([]);
  expect(changedMeanwhile(seen, typed, { ...seen, notes: "Coffee" })).toEqual(["notes"]);
  // Their own saving comes back as data before the form is closed.
  expect(changedMeanwhile(seen, typed, typed)).toEqual([]);
});

test("theirs and what was added here are kept together, each once", () => {
  const both = (mine: string, theirs: string) =>
    mergedNotes(seen, { ...seen, allergies: mine }, { ...seen, allergies: theirs }).allergies;
  expect(both("Latex\nNuts", "Latex, ammonia")).toBe("Latex, ammonia\nNuts");
  expect(both("Latex", "Latex, ammonia")).toBe("Latex, ammonia");
  expect(both("Nuts", "Latex")).toBe("Nuts");
  expect(both("Nuts", "Ammonia")).toBe("Ammonia\nNuts");
  expect(both("Nuts", "")).toBe("Nuts");
});
