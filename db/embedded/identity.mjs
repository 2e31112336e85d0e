import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { userInfo } from "node:os";
import { program } from "./binaries.mjs";

/**
 * As whom Postgres runs. It refuses root, so root lends it another user.
 * @typedef {{ prefix: string[], spawn: { uid?: number, gid?: number, cwd?: string }, owner: { uid: number, gid: number } | null, version: number }} Identity
 */

const NAMESPACE = ["unshare", "--user", "--map-user=65534", "--map-group=65534"];

/**
 * An identity that can run these programs and reach that folder, or null.
 * @param {string} binDir
 * @param {string} parent the folder that holds the data folder
 * @param {string} dataDir
 * @returns {Identity | null}
 */
export function chooseIdentity(binDir, parent, dataDir) {
  for (const candidate of candidates(dataDir)) {
    const version = versionAs(candidate, binDir);
    if (version !== null && reaches(candidate, parent)) return { ...candidate, version };
  }
  return null;
}

/** @returns {Omit<Identity, "version">[]} */
function candidates(/** @type {string} */ dataDir) {
  const self = { prefix: [], spawn: {}, owner: null };
  if (process.platform === "win32") return [self];
  const namespace = { prefix: NAMESPACE, spawn: {}, owner: null };
  if (process.getuid?.() !== 0) return hasName() ? [self] : [namespace, self];

  const made = ownerOf(dataDir);
  if (made?.uid === 0) return [namespace];
  if (made) return [asUser(made)];
  return [...["postgres", "node", "nobody"].flatMap((name) => account(name) ?? []).map(asUser), namespace];
}

const asUser = (/** @type {{ uid: number, gid: number }} */ user) => ({
  prefix: [],
  // The caller's own folder may be closed to that user, and a process must be able to enter where it starts.
  spawn: { ...user, cwd: "/" },
  owner: user,
});

/** initdb looks its user up in /etc/passwd; some container hosts run under a number that is not there. */
function hasName() {
  try {
    return Boolean(userInfo().username);
  } catch {
    return false;
  }
}

function account(/** @type {string} */ name) {
  try {
    const line = readFileSync("/etc/passwd", "utf8")
      .split("\n")
      .find((entry) => entry.startsWith(`${name}:`));
    const [, , uid, gid] = line?.split(":") ?? [];
    return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null;
  } catch {
    return null;
  }
}

function ownerOf(/** @type {string} */ folder) {
  try {
    const { uid, gid } = statSync(folder);
    return { uid, gid };
  } catch {
    return null;
  }
}

function versionAs(/** @type {Omit<Identity, "version">} */ identity, /** @type {string} */ binDir) {
  const [command = "", ...args] = [...identity.prefix, program(binDir, "postgres"), "--version"];
  const asked = spawnSync(command, args, { ...identity.spawn, encoding: "utf8" });
  const major = asked.status === 0 ? asked.stdout.match(/(\d+)(\.\d+|devel|beta|rc)/)?.[1] : undefined;
  return major ? Number(major) : null;
}

function reaches(/** @type {Omit<Identity, "version">} */ identity, /** @type {string} */ folder) {
  if (identity.owner === null) return true;
  return spawnSync("/bin/sh", ["-c", 'cd "$0"', folder], { ...identity.spawn }).status === 0;
}
