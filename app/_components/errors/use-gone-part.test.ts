import { expect, test } from "vitest";
import { isGone } from "./use-gone-part";

test.each([
  "Failed to load chunk /_next/static/chunks/0a1b.js from module 1234",
  "Loading chunk 12 failed.",
  "Loading CSS chunk 3 failed.",
  "Failed to fetch dynamically imported module: https://x/y.js",
  "Importing a module script failed.",
])("%s: the page is of another build", (message) => {
  expect(isGone(new Error(message))).toBe(true);
});

test("any other fault is one", () => {
  expect(isGone(new TypeError("Cannot read properties of undefined"))).toBe(false);
  expect(isGone(new Error("An error occurred in the Server Components render."))).toBe(false);
});
