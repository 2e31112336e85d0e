import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const rows = readFileSync(`${root}docs/old-money-defects.md`, "utf8")
  .split("\n")
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, number = "", what = "", title = "", file = ""]) => ({
    number,
    what,
    title,
    file: file.replaceAll("`", ""),
  }));

test("every defect of the old system's payments is there", () =>
  expect([...new Set(rows.map(({ number }) => Number(number)))]).toEqual([36, 37, 38, 39, 41, 42, 43]));

test.each(rows)("$number: $what", ({ title, file }) => expect(readFileSync(`${root}${file}`, "utf8")).toContain(title));
