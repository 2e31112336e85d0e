import { expect, test } from "vitest";
import { conflictsOf, settledBy, shownOf } from "./merged-notes";

const seen = { allergies: "Latex", notes: "" };
const all = (typed: object, is: object) => ({ seen, typed: { ...seen, ...typed }, is: { ...seen, ...is } });

test("only what both have written otherwise is a conflict", () => {
  const mine = { allergies: "Latex, nuts" };
  expect(conflictsOf(all(mine, {}))).toEqual([]);
  expect(conflictsOf(all(mine, { notes: "Coffee" }))).toEqual([]);
  expect(conflictsOf(all(mine, { allergies: "Latex, ammonia" }))).toEqual(["allergies"]);
  // Their own saving comes back as data before the form is closed.
  expect(conflictsOf(all(mine, mine))).toEqual([]);
});

test("what nobody has touched here is what somebody else has written there, whatever is kept of the rest", () => {
  const three = all({ notes: "Tea" }, { allergies: "Latex, penicillin", notes: "Coffee" });
  expect(shownOf(three)).toEqual({ allergies: "Latex, penicillin", notes: "Tea" });
  for (const how of ["mine", "theirs", "both"] as const)
    expect(settledBy(how, three).allergies).toBe("Latex, penicillin");
});

test("what was typed where nothing conflicts stays, whatever is taken of the rest", () => {
  const three = all({ allergies: "Latex, nuts", notes: "Tea" }, { notes: "Coffee" });
  for (const how of ["mine", "theirs", "both"] as const) expect(settledBy(how, three).allergies).toBe("Latex, nuts");
  expect((["mine", "theirs", "both"] as const).map((how) => settledBy(how, three).notes)).toEqual([
    "Tea",
    "Coffee",
    "Coffee\nTea",
  ]);
});

test("of what stands in both, what was added here comes below theirs", () => {
  const both = (mine: string, theirs: string) =>
    settledBy("both", all({ allergies: mine }, { allergies: theirs })).allergies;
  expect(both("Latex\nNuts", "Latex, ammonia")).toBe("Latex, ammonia\nNuts");
  expect(both("Nuts", "Ammonia")).toBe("Ammonia\nNuts");
  expect(both("Nuts", "")).toBe("Nuts");
});
