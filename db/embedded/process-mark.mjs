import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * Tells one process from a later one that was given the same number: null when no such process lives.
 * A number alone proves nothing after a reboot or in a restarted container.
 * @param {number} pid
 * @returns {string | null}
 */
export function processMark(pid) {
  if (!Number.isInteger(pid) || pid <= 0 || !answers(pid)) return null;
  if (process.platform === "linux") return linuxMark(pid);
  if (process.platform === "win32") return "alive";
  const started = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).stdout?.trim();
  return started || null;
}

/**
 * The command line of a process, or "" when it cannot be read.
 * @param {number} pid
 */
export function processCommand(pid) {
  if (process.platform === "linux") {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").join(" ").trim();
    } catch {
      return "";
    }
  }
  const [command, ...args] =
    process.platform === "win32"
      ? ["tasklist", "/FI", `PID eq ${pid}`, "/FO", "CSV", "/NH"]
      : ["ps", "-ww", "-o", "command=", "-p", String(pid)];
  return spawnSync(/** @type {string} */ (command), args, { encoding: "utf8" }).stdout?.trim() ?? "";
}

/** @param {number} pid */
export function parentOf(pid) {
  if (process.platform === "linux") {
    try {
      return Number(statFields(pid)[1]);
    } catch {
      return 1;
    }
  }
  return Number(spawnSync("ps", ["-o", "ppid=", "-p", String(pid)], { encoding: "utf8" }).stdout) || 1;
}

function answers(/** @type {number} */ pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, but belongs to somebody else.
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}

function linuxMark(/** @type {number} */ pid) {
  try {
    const fields = statFields(pid);
    if (fields[0] === "Z" || fields[0] === "X") return null;
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}/${fields[19]}`;
  } catch {
    return null;
  }
}

/** From the third on: state, parent, … the start time is 19 further. The name before them may itself hold spaces. */
function statFields(/** @type {number} */ pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}
