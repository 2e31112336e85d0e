import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const sources = ["app", "lib", "public"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(tsx?|js)$/.test(file) && !/\.test\.|[\\/](testing|simulator)[\\/]/.test(file))
    .map((file) => join(folder, file)),
);

// Where an installation answers is said by its environment. What stands in for M-Pesa answers on this machine alone.
test("links led to the programmer's own machine: nowhere does an address with a port stand in a source", () => {
  expect(sources.length).toBeGreaterThan(500);
  const fixed = sources.filter((file) =>
    /https?:\/\/(localhost|127\.0\.0\.1|0\.0\.0\.0)[:/]/.test(readFileSync(join(root, file), "utf8")),
  );
  expect(fixed).toEqual([]);
});
