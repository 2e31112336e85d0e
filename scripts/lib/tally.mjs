import { readFileSync } from "node:fs";

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/** A tool that does not count: it passed or it did not. @param {number} exitCode @returns {Tally} */
export const tallyOf = (exitCode) => ({ passed: exitCode === 0 ? 1 : 0, failed: exitCode === 0 ? 0 : 1, skipped: 0 });

/**
 * What vitest wrote with its json reporter.
 * @param {string} file
 * @param {number} exitCode
 * @returns {Tally}
 */
export function tallyVitest(file, exitCode) {
  const report = readJson(file);
  if (!report) return tallyOf(exitCode || 1);
  // A file that could not even be loaded holds no failed test.
  const unloaded = report.testResults.filter(
    (/** @type {{ status: string, assertionResults: { status: string }[] }} */ result) =>
      result.status === "failed" && !result.assertionResults.some((test) => test.status === "failed"),
  );
  return honest(
    {
      passed: report.numPassedTests,
      failed: report.numFailedTests + unloaded.length,
      skipped: report.numPendingTests + report.numTodoTests,
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
  return honest({ passed: expected, failed: unexpected + flaky, skipped }, exitCode);
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
