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
    expect(tallyVitest(file, 0)).toEqual({ passed: 3, failed: 0, skipped: 2, failures: [] });
  });

  test("with a file that could not be loaded has a failure", async () => {
    const unloaded = { name: "lib/broken.test.ts", status: "failed", message: "no such module", assertionResults: [] };
    await write({ ...report, testResults: [unloaded] });
    expect(tallyVitest(file, 1)).toEqual({
      passed: 3,
      failed: 1,
      skipped: 2,
      failures: ["✗ lib/broken.test.ts\n    no such module"],
    });
  });

  test("names what failed, from the project's root, and the first lines of why", async () => {
    const failed = {
      name: join(process.cwd(), "lib/till/pay.test.ts"),
      status: "failed",
      assertionResults: [
        { status: "passed", fullName: "pays" },
        {
          status: "failed",
          fullName: "pays twice",
          failureMessages: [`\u001b[31mexpected 1\u001b[39m\n${"\n  at x".repeat(40)}`],
        },
      ],
    };
    await write({ ...report, numFailedTests: 1, testResults: [failed] });
    const { failures } = tallyVitest(file, 1);
    expect(failures).toHaveLength(1);
    expect(failures[0]?.split("\n").slice(0, 2)).toEqual(["✗ lib/till/pay.test.ts pays twice", "    expected 1"]);
    expect(failures[0]?.split("\n")).toHaveLength(13);
  });

  test("is not believed when the run ended badly or saw no test", async () => {
    await write(report);
    expect(tallyVitest(file, 1).failed).toBe(1);
    await write({ ...report, numPassedTests: 0, numPendingTests: 0, numTodoTests: 0 });
    expect(tallyVitest(file, 0).failed).toBe(1);
  });

  test("that is missing is a failure", () => {
    expect(tallyVitest(join(folder, "none.json"), 0)).toEqual({ passed: 0, failed: 1, skipped: 0, failures: [] });
  });
});

test("in Playwright's report a test that passed only when repeated has failed", async () => {
  const again = {
    title: "is booked",
    file: "book.spec.ts",
    line: 6,
    tests: [
      {
        status: "flaky",
        projectName: "one",
        results: [{ errors: [{ message: "too late" }, { message: "waited for a toast" }] }, {}],
      },
      { status: "expected", projectName: "two instances", results: [{}] },
    ],
  };
  await write({
    stats: { expected: 5, unexpected: 0, flaky: 1, skipped: 0 },
    suites: [{ specs: [], suites: [{ specs: [again] }] }],
    errors: [{ message: "no database" }],
  });
  expect(tallyPlaywright(file, 0)).toEqual({
    passed: 5,
    failed: 1,
    skipped: 0,
    failures: [
      "✗ book.spec.ts:6 [one] is booked\n    too late\n    waited for a toast",
      "✗ outside of any test\n    no database",
    ],
  });
});
