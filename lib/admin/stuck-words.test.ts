import { expect, test } from "vitest";
import { stuckWords, workWords } from "./stuck-words";

test.each([
  ["Failed query · 23514 · no_such", "The database refused it (23514, no_such)."],
  ["nothing is known of tell_moon", "This version of the program does not know this work."],
  ["canceling statement due to statement timeout", "Something that it needs did not answer in time."],
  ["Failed query: insert into customers params: Wanjiru,+254712345678", "It failed. The log says more at its time."],
  ["Wanjiru does not exist · 23503 · Wanjiru 0712", "It failed. The log says more at its time."],
])("%j is told as %j", (fault, words) => {
  expect(stuckWords(fault)).toBe(words);
});

test("work is told by what it does", () => {
  expect(workWords({ job: "due", due: "free_hold" })).toBe("Giving back time that was kept");
  expect(workWords({ job: "due", due: "something_new" })).toBe("Work that is due");
  expect(workWords({ job: "gone", due: null })).toBe("Work of another version");
});
