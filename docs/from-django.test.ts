import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const rows = readFileSync(`${root}docs/from-django.md`, "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| Django endpoint"))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, endpoint = "", route = "", verb = "", tests = "", state = ""]) => ({ endpoint, route, verb, tests, state }));

const named = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map((found) => found[1]!);
const done = rows.filter((row) => row.state === "done");

test("the table was read", () => expect(done.length).toBeGreaterThan(8));

describe.each(done)("$endpoint", ({ route, verb, tests }) => {
  test.each(named(route))("%s exists", (path) => {
    const folder = `${root}app${path}`;
    expect(existsSync(`${folder}/route.ts`) || existsSync(`${folder}/page.tsx`)).toBe(true);
  });

  test("its verb and its tests exist", () => {
    expect(named(verb).length * named(tests).length).toBeGreaterThan(0);
    for (const file of [...named(verb), ...named(tests)]) expect(existsSync(`${root}${file}`), file).toBe(true);
  });
});
