import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { processMark } from "./process-mark.mjs";

const PATIENCE_MS = 90_000;

/**
 * One process at a time between the start and the end of `work`; a holder that died is stepped over.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {number} [patienceMs]
 * @returns {Promise<T>}
 */
export async function withLock(file, work, patienceMs = PATIENCE_MS) {
  const deadline = Date.now() + patienceMs;
  while (!take(file)) {
    if (isAbandoned(file)) stepOver(file);
    else if (Date.now() > deadline) throw new Error(`${file} has been held for too long by ${holder(file)?.pid}.`);
    await sleep(25);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(/** @type {string} */ file) {
  try {
    const handle = openSync(file, "wx", 0o600);
    writeSync(handle, JSON.stringify({ pid: process.pid, mark: processMark(process.pid) }));
    closeSync(handle);
    return true;
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    // Windows answers EPERM while the file is being deleted.
    if (code === "EEXIST" || (code === "EPERM" && process.platform === "win32")) return false;
    throw error;
  }
}

/** @returns {{ pid: number, mark: string | null } | null} */
function holder(/** @type {string} */ file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

function isAbandoned(/** @type {string} */ file) {
  const found = holder(file);
  if (found) return processMark(found.pid) !== found.mark;
  // No content yet: its maker is either about to write, or died between the two steps.
  return ageOf(file) > 2000;
}

/** Two waiters must not both step over: the second would remove the lock that the first has just taken. */
function stepOver(/** @type {string} */ file) {
  const guard = `${file}.guard`;
  if (ageOf(guard) > 10_000) rmSync(guard, { force: true });
  try {
    closeSync(openSync(guard, "wx", 0o600));
  } catch {
    return;
  }
  if (isAbandoned(file)) rmSync(file, { force: true });
  rmSync(guard, { force: true });
}

function ageOf(/** @type {string} */ file) {
  try {
    return Date.now() - statSync(file).mtimeMs;
  } catch {
    return 0;
  }
}
