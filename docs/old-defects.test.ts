import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
/** The numbers of the old system's defects that each page has to have an answer to. */
const pages = [
  { page: "docs/old-booking-defects.md", numbers: [23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35] },
  { page: "docs/old-money-defects.md", numbers: [36, 37, 38, 39, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52] },
  { page: "docs/old-customer-defects.md", numbers: [6, 7, 13, 14, 15, 61, 64, 65, 66, 67, 68, 69, 70, 71] },
  { page: "docs/old-insight-defects.md", numbers: [64, 77, 78, 79, 80, 81, 82, 83] },
];

const rowsOf = (page: string) =>
  readFileSync(`${root}${page}`, "utf8")
    .split("\n")
    .filter((line) => /^\| \d/.test(line))
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .map(([, number = "", what = "", title = "", file = ""]) => ({
      number,
      what,
      title,
      file: file.replaceAll("`", ""),
    }));

describe.each(pages)("$page", ({ page, numbers }) => {
  const rows = rowsOf(page);

  test("every defect is there", () => expect([...new Set(rows.map(({ number }) => Number(number)))]).toEqual(numbers));

  test.each(rows)("$number: $what", ({ title, file }) =>
    expect(readFileSync(`${root}${file}`, "utf8")).toContain(title),
  );
});
