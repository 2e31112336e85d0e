import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { root } from "./paths.mjs";

/** `failures` names what failed and says why, a few lines each. */
/** @typedef {{ passed: number, failed: number, skipped: number, failures: string[] }} Tally */

/** A tool that does not count: it passed or it did not. @param {number} exitCode @returns {Tally} */
export const tallyOf = (exitCode) => ({
  passed: exitCode === 0 ? 1 : 0,
  failed: exitCode === 0 ? 0 : 1,
  skipped: 0,
  failures: [],
});

/**
 * What vitest wrote with its json reporter.
 * @param {string} file
 * @param {number} exitCode
 * @returns {Tally}
 */
export function tallyVitest(file, exitCode) {
  const report = readJson(file);
  if (!report) return tallyOf(exitCode || 1);
  /** @type {VitestFile[]} */
  const files = report.testResults;
  const failedTests = files.flatMap((file) =>
    file.assertionResults
      .filter((test) => test.status === "failed")
      .map((test) => failure(file.name, test.fullName, test.failureMessages?.[0])),
  );
  // A file that could not even be loaded holds no failed test.
  const unloaded = files.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  );
  return honest(
    {
      passed: report.numPassedTests,
      failed: report.numFailedTests + unloaded.length,
      skipped: report.numPendingTests + report.numTodoTests,
      failures: [...failedTests, ...unloaded.map((file) => failure(file.name, "", file.message))],
    },
    exitCode,
  );
}

/**
 * What Playwright wrote with its json reporter. A test that passed only when it was repeated has failed.
 * @param {string} file
 * @param {number} exitCode
 * @returns {Tally}
 */
export function tallyPlaywright(file, exitCode) {
  const report = readJson(file);
  if (!report) return tallyOf(exitCode || 1);
  const { expected, unexpected, flaky, skipped } = report.stats;
  const outside = (report.errors ?? []).map((/** @type {{ message?: string }} */ { message }) =>
    failure("", "outside of any test", message),
  );
  const failures = [...(report.suites ?? []).flatMap(failuresOf), ...outside];
  return honest({ passed: expected, failed: unexpected + flaky, skipped, failures }, exitCode);
}

/** @typedef {{ name: string, status: string, message?: string, assertionResults: VitestTest[] }} VitestFile */
/** @typedef {{ status: string, fullName: string, failureMessages?: string[] }} VitestTest */
/** @typedef {{ specs?: Spec[], suites?: Suite[] }} Suite */
/** @typedef {{ title: string, file: string, line: number, tests: SpecTest[] }} Spec */
/** @typedef {{ status: string, projectName?: string, results: { errors?: { message?: string }[] }[] }} SpecTest */

/** @returns {string[]} */
function failuresOf(/** @type {Suite} */ { specs = [], suites = [] }) {
  const own = specs.flatMap((spec) =>
    spec.tests
      .filter((test) => test.status === "unexpected" || test.status === "flaky")
      .map((test) => {
        // That the time was over comes first, and what it was waited for after it.
        const told = test.results.flatMap(({ errors = [] }) => errors.flatMap(({ message }) => message ?? []));
        return failure(`${spec.file}:${spec.line}`, `[${test.projectName}] ${spec.title}`, told.join("\n"));
      }),
  );
  return [...own, ...suites.flatMap(failuresOf)];
}

/** Where, which, and the first lines of why: the whole of it stands far above, where it happened. */
function failure(/** @type {string} */ file, /** @type {string} */ title, /** @type {string | undefined} */ message) {
  const lines = stripVTControlCharacters(message || "no message: it failed before or after its tests").split("\n");
  const why = lines.filter((line) => line.trim() && !/^\s*at .*node_modules/.test(line)).slice(0, 12);
  const where = file.startsWith("/") ? relative(root, file) : file;
  return [`✗ ${where} ${title}`.replace(/ +/g, " ").trimEnd(), ...why.map((line) => `    ${line.slice(0, 300)}`)].join(
    "\n",
  );
}

/** An error outside of any test, or a run without tests, must not look green. */
function honest(/** @type {Tally} */ tally, /** @type {number} */ exitCode) {
  const quiet = tally.failed === 0 && (exitCode !== 0 || tally.passed + tally.skipped === 0);
  return quiet ? { ...tally, failed: 1 } : tally;
}

function readJson(/** @type {string} */ file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
