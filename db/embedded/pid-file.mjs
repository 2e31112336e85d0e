import { readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { processCommand } from "./process-mark.mjs";

/**
 * What Postgres notes about the server of a data folder.
 * @param {string} dataDir
 */
export function readPidFile(dataDir) {
  try {
    const lines = readFileSync(join(dataDir, "postmaster.pid"), "utf8").split("\n");
    // Lines as Postgres writes them: 1 pid, 4 port, 8 status.
    const pid = Number(lines[0]);
    return pid > 0 ? { pid, port: Number(lines[3]), status: (lines[7] ?? "starting").trim() } : null;
  } catch {
    return null;
  }
}

/**
 * Whether this process is that folder's server, and not one that was given a dead server's number.
 * @param {number} pid
 * @param {string} dataDir
 */
export function isServerOf(pid, dataDir) {
  const command = processCommand(pid);
  if (process.platform === "win32") return command.includes("postgres");
  return [dataDir, realpathSync(dataDir)].some((folder) => `${command} `.includes(`-D ${folder} `));
}
