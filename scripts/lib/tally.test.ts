import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tallyPlaywright, tallyVitest } from "./tally.mjs";

let folder: string;
let file: string;
const write = (report: unknown) => writeFile(file, JSON.stringify(report));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "clientpulse-tally-"));
  file = join(folder, "report.json");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("vitest's report", () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 0,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: [] as unknown[],
  };

  test("is counted", async () => {
    await write(report);
    expect(tallyVitest(file, 0)).toEqual({ passed: 3, failed: 0, skipped: 2 });
  });

  test("with a file that could not be loaded has a failure", async () => {
    await write({ ...report, testResults: [{ status: "failed", assertionResults: [] }] });
    expect(tallyVitest(file, 1)).toEqual({ passed: 3, failed: 1, skipped: 2 });
  });

  test("is not believed when the run ended badly or saw no test", async () => {
    await write(report);
    expect(tallyVitest(file, 1).failed).toBe(1);
    await write({ ...report, numPassedTests: 0, numPendingTests: 0, numTodoTests: 0 });
    expect(tallyVitest(file, 0).failed).toBe(1);
  });

  test("that is missing is a failure", () => {
    expect(tallyVitest(join(folder, "none.json"), 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

test("in Playwright's report a test that passed only when repeated has failed", async () => {
  await write({ stats: { expected: 5, unexpected: 0, flaky: 1, skipped: 0 } });
  expect(tallyPlaywright(file, 0)).toEqual({ passed: 5, failed: 1, skipped: 0 });
});
