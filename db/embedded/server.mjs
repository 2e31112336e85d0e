import { spawn, spawnSync } from "node:child_process";
import { closeSync, openSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { listBinaries, program } from "./binaries.mjs";
import { cleanEnv } from "./cluster.mjs";
import { answers, freePort } from "./loopback.mjs";
import { isServerOf, readPidFile } from "./pid-file.mjs";
import { processMark } from "./process-mark.mjs";

const START_PATIENCE_MS = 60_000;
const STOP_PATIENCE_MS = 20_000;
/** Another process took the port, or the backends of a killed server are still going away. */
const PASSING = /could not bind|create any TCP\/IP sockets|still in use|already in use/;

/** @typedef {import("./cluster.mjs").Engine} Engine */
/** @typedef {{ engine: Engine, dataDir: string, settings: Record<string, string | number> }} Launch */

/**
 * The server of this data folder when one is running, whoever started it.
 * @param {string} dataDir
 * @returns {Promise<{ pid: number, port: number } | null>}
 */
export async function findServer(dataDir) {
  const deadline = Date.now() + START_PATIENCE_MS;
  for (;;) {
    const found = readPidFile(dataDir);
    if (!found || processMark(found.pid) === null) return null;
    if (!isServerOf(found.pid, dataDir)) {
      // Left behind by a crash, and its number now belongs to somebody else: Postgres would refuse to start.
      rmSync(join(dataDir, "postmaster.pid"), { force: true });
      return null;
    }
    if (found.status === "ready" && (await answers(found.port))) return found;
    if (Date.now() > deadline) throw new Error(`Postgres ${found.pid} in ${dataDir} is ${found.status} for too long.`);
    await sleep(20);
  }
}

/** @param {Launch} launch @returns {Promise<{ pid: number, port: number }>} */
export async function launchServer(launch) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await launchOnce(launch, await freePort());
    } catch (error) {
      if (attempt === 5 || !PASSING.test(String(error))) throw error;
      await sleep(200 * attempt);
    }
  }
}

/**
 * Ends the server of this data folder: open transactions are rolled back, nothing committed is lost.
 * @param {string} dataDir
 */
export async function stopServer(dataDir) {
  const found = readPidFile(dataDir);
  if (!found || !isServerOf(found.pid, dataDir)) return;
  const mark = processMark(found.pid);
  const gone = async (/** @type {number} */ patience) => {
    const deadline = Date.now() + patience;
    while (mark !== null && processMark(found.pid) === mark) {
      if (Date.now() > deadline) return false;
      await sleep(10);
    }
    return true;
  };
  signal(found.pid, dataDir, "fast");
  if (await gone(STOP_PATIENCE_MS)) return;
  signal(found.pid, dataDir, "immediate");
  if (!(await gone(5000))) throw new Error(`Postgres ${found.pid} does not stop.`);
}

function signal(/** @type {number} */ pid, /** @type {string} */ dataDir, /** @type {"fast" | "immediate"} */ mode) {
  const [binaries] = process.platform === "win32" ? listBinaries() : [];
  if (binaries) {
    spawnSync(program(binaries.binDir, "pg_ctl"), ["stop", "-D", dataDir, "-m", mode, "-W"]);
    return;
  }
  try {
    process.kill(pid, mode === "fast" ? "SIGINT" : "SIGQUIT");
  } catch {
    // It went by itself in between.
  }
}

async function launchOnce(/** @type {Launch} */ { engine, dataDir, settings }, /** @type {number} */ port) {
  const logFile = `${dataDir}.log`;
  const log = openLog(logFile);
  const from = statSync(logFile).size;
  const options = Object.entries({ ...settings, port }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  /** @type {string | null} */
  let ended = null;
  const server =
    process.platform === "win32"
      ? spawnByControl(engine, dataDir, options, logFile)
      : spawnDirectly(engine, dataDir, options, log);
  closeSync(log);
  server.once("error", (error) => {
    ended = error.message;
  });
  server.once("exit", (code, name) => {
    // pg_ctl leaves at once and in peace; the server itself never does.
    if (process.platform !== "win32" || code !== 0) ended = `exit ${code ?? name}`;
  });

  const deadline = Date.now() + START_PATIENCE_MS;
  for (;;) {
    if (ended !== null)
      throw new Error(`Postgres did not start (${ended}):\n${readFileSync(logFile, "utf8").slice(from)}`);
    const found = readPidFile(dataDir);
    if (found?.status === "ready" && found.port === port && (await answers(port))) return found;
    if (Date.now() > deadline) throw new Error(`Postgres did not start in time, see ${logFile}`);
    await sleep(5);
  }
}

/** In a session of its own: Ctrl-C in the terminal is for the launcher, which stops the database last. */
function spawnDirectly(
  /** @type {Engine} */ { binDir, identity },
  /** @type {string} */ dataDir,
  /** @type {string[]} */ options,
  /** @type {number} */ log,
) {
  const [command = "", ...args] = [...identity.prefix, program(binDir, "postgres"), "-D", dataDir, ...options];
  const server = spawn(command, args, {
    ...identity.spawn,
    env: cleanEnv(),
    stdio: ["ignore", log, log],
    detached: true,
  });
  server.unref();
  return server;
}

/** postgres.exe refuses an administrator's token; pg_ctl starts it with a lesser one. */
function spawnByControl(
  /** @type {Engine} */ { binDir },
  /** @type {string} */ dataDir,
  /** @type {string[]} */ options,
  /** @type {string} */ logFile,
) {
  const quoted = options.map((option) => (/[\s"]/.test(option) ? `"${option.replaceAll('"', '\\"')}"` : option));
  const args = ["start", "-W", "-D", dataDir, "-l", logFile, "-o", quoted.join(" ")];
  return spawn(program(binDir, "pg_ctl"), args, { env: cleanEnv(), stdio: "ignore", windowsHide: true });
}

function openLog(/** @type {string} */ file) {
  try {
    if (statSync(file).size > 10_000_000) rmSync(file);
  } catch {
    // The first start.
  }
  return openSync(file, "a", 0o600);
}
