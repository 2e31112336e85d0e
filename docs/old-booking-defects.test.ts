import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const rows = readFileSync(`${root}docs/old-booking-defects.md`, "utf8")
  .split("\n")
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, number = "", what = "", title = "", file = ""]) => ({
    number,
    what,
    title,
    file: file.replaceAll("`", ""),
  }));

test("every defect of the old system's bookings is there", () =>
  expect([...new Set(rows.map(({ number }) => Number(number)))]).toEqual([
    23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35,
  ]));

test.each(rows)("$number: $what", ({ title, file }) => expect(readFileSync(`${root}${file}`, "utf8")).toContain(title));
