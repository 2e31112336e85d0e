import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parentOf, processCommand, processMark } from "../../db/embedded/process-mark.mjs";
import { root } from "./paths.mjs";

const windows = process.platform === "win32";
const leash = new URL("./leash.mjs", import.meta.url).href;

/** @typedef {import("node:child_process").ChildProcess} ChildProcess */
/** @typedef {{ env?: NodeJS.ProcessEnv, output?: "inherit" | number, patienceMs?: number }} ChildOptions */

/** @typedef {ReturnType<typeof createSupervisor>} Supervisor */

/**
 * Looks after everything a launcher starts: ends it in reverse order on Ctrl-C, SIGTERM, a closed terminal or the end
 * of npm, and leaves a note from which a later launcher can end what a kill -9 left behind.
 * @param {{ notes?: string, exitCode?: number }} [options] the folder of the notes; the exit code after a signal
 */
export function createSupervisor({ notes, exitCode = 0 } = {}) {
  /** @type {(() => unknown)[]} */
  const cleanups = [];
  /** @type {Map<number, string | null>} */
  const living = new Map();
  /** @type {Promise<void> | undefined} */
  let stopping;
  const note = notes ? join(notes, `${process.pid}.json`) : null;

  const writeNote = () => {
    if (!note || !notes) return;
    mkdirSync(notes, { recursive: true });
    const children = [...living].map(([pid, mark]) => ({ pid, mark }));
    writeFileSync(note, JSON.stringify({ pid: process.pid, mark: processMark(process.pid), children }));
  };

  const stop = () => {
    stopping ??= (async () => {
      for (const cleanup of cleanups.reverse()) {
        await Promise.resolve(cleanup()).catch((error) => console.error(String(error)));
      }
      if (note) rmSync(note, { force: true });
    })();
    return stopping;
  };

  // npm passes on what the terminal has sent already, so a second signal means nothing.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => void stop().then(() => process.exit(exitCode)));
  }
  watchParent(() => void stop().then(() => process.exit(exitCode)));

  /** @param {string[]} args @param {ChildOptions} [options] */
  const startNode = (args, { env = process.env, output = "inherit", patienceMs = 10_000 } = {}) => {
    if (stopping) throw new Error("stopping");
    const child = spawn(process.execPath, ["--import", leash, ...args], {
      cwd: root,
      env: { ...env, LAUNCHER_LEASH: "3" },
      stdio: ["ignore", output, output, "pipe"],
      // In a group of its own, so that Ctrl-C reaches the launcher alone and the order of stopping is ours.
      detached: !windows,
      windowsHide: true,
    });
    const { pid } = child;
    if (pid) {
      living.set(pid, processMark(pid));
      writeNote();
      child.once("exit", () => {
        living.delete(pid);
        if (!stopping) writeNote();
      });
    }
    cleanups.push(() => endChild(child, patienceMs));
    return child;
  };

  return {
    startNode,
    /** @param {string[]} args @param {ChildOptions} [options] @returns {Promise<number>} the exit code */
    async runNode(args, options) {
      const child = startNode(args, options);
      const code = await new Promise((resolve) => {
        child.once("error", () => resolve(1));
        child.once("exit", (status) => resolve(status ?? 1));
      });
      // While stopping, nothing more may be started by whoever waited for this one.
      if (stopping) await new Promise(() => {});
      return code;
    },
    /** @param {() => unknown} cleanup */
    onStop: (cleanup) => void cleanups.push(cleanup),
    stop,
    isStopping: () => stopping !== undefined,
  };
}

/** @param {ChildProcess} child @param {number} patienceMs */
async function endChild(child, patienceMs) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  if (windows) /** @type {import("node:net").Socket} */ (child.stdio[3]).destroy();
  else child.kill("SIGTERM");
  const late = await Promise.race([ended.then(() => false), sleep(patienceMs, true, { ref: false })]);
  if (late) killTree(child.pid);
  await ended;
}

function killTree(/** @type {number} */ pid) {
  if (windows) spawnSync("taskkill", ["/pid", String(pid), "/T", "/F"], { stdio: "ignore" });
  else for (const target of [-pid, pid]) send(target, "SIGKILL");
}

function send(/** @type {number} */ pid, /** @type {NodeJS.Signals} */ signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone already.
  }
}

/**
 * npm does not always pass on what ends it, and between it and us there may be a shell that lives on and knows nothing.
 * @param {() => void} onGone
 */
function watchParent(onGone) {
  if (!process.env.npm_lifecycle_event || windows) return;
  const parent = process.ppid;
  const npm = processCommand(parent).includes("-c ") ? parentOf(parent) : parent;
  const mark = processMark(npm);
  // Where there is no /proc each look costs a process.
  const every = process.platform === "linux" ? 200 : 1000;
  setInterval(() => (process.ppid !== parent || processMark(npm) !== mark) && onGone(), every).unref();
}

/**
 * Ends what launchers left behind that were themselves killed; touches nothing that merely has the same number.
 * @param {string} notes
 */
export async function endLeftovers(notes) {
  for (const { file, pid, mark, children } of readNotes(notes)) {
    if (processMark(pid) === mark) continue;
    // Without a start time (Windows) a number proves nothing; there the leash has ended the children.
    const ours = children.filter((child) => child.mark !== null && child.mark !== "alive");
    const living = () => ours.filter((child) => processMark(child.pid) === child.mark);
    for (const child of living()) send(child.pid, "SIGTERM");
    for (let waited = 0; living().length > 0 && waited < 5000; waited += 50) await sleep(50);
    for (const child of living()) killTree(child.pid);
    rmSync(file, { force: true });
  }
}

/** @returns {{ file: string, pid: number, mark: string | null, children: { pid: number, mark: string | null }[] }[]} */
function readNotes(/** @type {string} */ folder) {
  try {
    return readdirSync(folder).flatMap((name) => {
      const file = join(folder, name);
      try {
        return [{ file, ...JSON.parse(readFileSync(file, "utf8")) }];
      } catch {
        return [];
      }
    });
  } catch {
    return [];
  }
}
