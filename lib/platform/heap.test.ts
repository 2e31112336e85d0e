import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { isWorthIt } from "./heap";

test("the V8 at hand knows the flag that a server tells it", () => {
  expect(execFileSync(process.execPath, ["--v8-options"], { encoding: "utf8" })).toContain("--heap-growing-percent ");
});
