import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { reachedFrom } from "./reach";
import { filesOf } from "./said";

const screens = filesOf("app").filter((file) => /\/(page|layout|template|loading|error|not-found)\.tsx$/.test(file));
const source = (file: string) => readFileSync(file, "utf8");
const givesWords = (file: string) => /<Words(Here|In)\b/.test(source(file));

/** A layout gives its words to what lies below it, and to what it shows itself within them. */
const hasWords = (screen: string): boolean => {
  for (let folder = dirname(screen); folder !== "."; folder = dirname(folder)) {
    const layout = join(folder, "layout.tsx");
    if (existsSync(layout) && givesWords(layout)) return true;
  }
  return false;
};

test("who asks for the reader's words stands below a layout that gives them", () => {
  const asking = screens
    .filter((screen) => !hasWords(screen))
    .flatMap((screen) =>
      [...reachedFrom([screen])]
        .filter((file) => /^import .*\buseSay\b/m.test(source(file)))
        .map((file) => `${screen}: ${file}`),
    );
  expect(screens.filter(hasWords).length).toBeGreaterThan(50);
  expect(asking).toEqual([]);
});
