import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
/** The numbers of the old system's defects that each page has to have an answer to. */
const pages = [
  { page: "docs/old-booking-defects.md", numbers: [23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35] },
  { page: "docs/old-money-defects.md", numbers: [36, 37, 38, 39, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52] },
  { page: "docs/old-customer-defects.md", numbers: [6, 7, 13, 14, 15, 61, 64, 65, 66, 67, 68, 69, 70, 71] },
  { page: "docs/old-insight-defects.md", numbers: [64, 77, 78, 79, 80, 81, 82, 83] },
  {
    page: "docs/old-house-defects.md",
    numbers: [
      ...[1, 2, 3, 4, 5, 8, 9, 10, 11, 12, 16, 17, 18, 19, 20, 21, 22, 40],
      ...[53, 54, 55, 56, 57, 58, 59, 60, 62, 63, 72, 73, 74, 75, 76, 84, 85, 86, 87, 88, 89, 90, 91],
    ],
  },
];

test("each of the ninety-one stands on a page", () => {
  const told = new Set(pages.flatMap(({ numbers }) => numbers));
  expect(Array.from({ length: 91 }, (_, at) => at + 1).filter((number) => !told.has(number))).toEqual([]);
  expect(told.size).toBe(91);
});

test("no database, no secret and no picture of a customer is among the files", () => {
  const built = /^(node_modules|\.git|\.next|\.data|test-results|playwright-report)/;
  const files = readdirSync(root, { withFileTypes: true })
    .filter(({ name }) => !built.test(name))
    .flatMap((entry) =>
      entry.isDirectory()
        ? readdirSync(`${root}${entry.name}`, { recursive: true, encoding: "utf8" }).map(
            (file) => `${entry.name}/${file}`,
          )
        : [entry.name],
    );
  expect(files.length).toBeGreaterThan(2_000);
  const kept = /\.(sqlite3?|db|dump|pem|key|p12)$|(^|\/)(media|uploads)\//;
  // Of the moving-in, drawn for its tests.
  const drawn = (file: string) => file.startsWith("lib/moving-in/testing/media/");
  expect(files.filter((file) => kept.test(file) && !drawn(file))).toEqual([]);
  const ignored = readFileSync(`${root}.gitignore`, "utf8").split("\n");
  for (const line of [".env", ".env.local", ".data/", ".data-*/"]) expect(ignored).toContain(line);
});

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

  test.each(rows)("$number: $what", ({ title, file }) => {
    expect(file).toMatch(/\.(test|spec)\.ts$/);
    expect(readFileSync(`${root}${file}`, "utf8")).toContain(title);
  });
});
