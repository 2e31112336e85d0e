import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { withLock } from "../../db/embedded/lock.mjs";
import { root as projectRoot } from "./paths.mjs";

const TEN_MINUTES = 600_000;

/**
 * Installs what package-lock.json says, unless that is what is there. Node's built-ins only: nothing is installed yet.
 * @param {string} [root]
 */
export async function ensureInstalled(root = projectRoot) {
  if (isStamped(root)) return;
  mkdirSync(join(root, ".data"), { recursive: true });
  await withLock(join(root, ".data/install.lock"), () => install(root), TEN_MINUTES);
}

async function install(/** @type {string} */ root) {
  if (isStamped(root)) return;
  // Somebody ran npm ci by hand. It may have left the install scripts out, so the patches are checked all the same.
  if (!matchesLockfile(root) || (await run(root, process.execPath, ["scripts/postinstall.mjs"])) !== 0) {
    console.log("Installing packages (npm ci) …");
    const [command, ...before] = npmCommand();
    const status = await run(root, command, [...before, "ci", "--include=dev", "--no-audit", "--no-fund"]);
    if (status !== 0) throw new Error("npm ci failed; its message is above. The first start needs the network.");
  }
  writeFileSync(stampFile(root), wantedStamp(root));
}

const stampFile = (/** @type {string} */ root) => join(root, "node_modules/.clientpulse-stamp");

/** @param {string} root */
export function isStamped(root) {
  return existsSync(stampFile(root)) && readFileSync(stampFile(root), "utf8") === wantedStamp(root);
}

/**
 * What an install depends on: the lockfile, our patches, the machine.
 * @param {string} root
 */
export function wantedStamp(root) {
  const hash = createHash("sha256").update(`${process.platform}-${process.arch}\0`);
  hash.update(readFileSync(join(root, "package-lock.json")));
  const patches = join(root, "patches");
  for (const name of existsSync(patches) ? readdirSync(patches).sort() : []) {
    hash.update(`${name}\0`).update(readFileSync(join(patches, name)));
  }
  return hash.digest("hex");
}

/**
 * Whether node_modules holds exactly the lockfile's packages, as npm's own note of what it installed tells.
 * @param {string} root
 */
export function matchesLockfile(root) {
  const hidden = packagesOf(join(root, "node_modules/.package-lock.json"));
  const wanted = packagesOf(join(root, "package-lock.json"));
  if (!hidden || !wanted) return false;
  const foreign = Object.keys(hidden).some((path) => !wanted[path]);
  const differs = Object.entries(wanted).some(([path, entry]) => {
    const found = hidden[path];
    if (found) return found.version !== entry.version || found.integrity !== entry.integrity;
    return path !== "" && !mayBeMissing(entry);
  });
  return !foreign && !differs;
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} Entry
 * @returns {Record<string, Entry> | null}
 */
function packagesOf(/** @type {string} */ file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return null;
  }
}

/** npm leaves out optional packages of other machines, and what only they need. */
function mayBeMissing(/** @type {Entry} */ entry) {
  const foreign = !fits(entry.os, process.platform) || !fits(entry.cpu, process.arch) || !fits(entry.libc, libc());
  return foreign || ((entry.optional || entry.devOptional) === true && !entry.os);
}

function fits(/** @type {string[] | undefined} */ allowed, /** @type {string} */ value) {
  if (!allowed) return true;
  return allowed.includes(value) || allowed.some((name) => name.startsWith("!") && name !== `!${value}`);
}

/** @type {string | undefined} */
let knownLibc;

function libc() {
  if (process.platform !== "linux") return "";
  const report = /** @type {{ header?: { glibcVersionRuntime?: string } } | undefined} */ (process.report?.getReport());
  knownLibc ??= report?.header?.glibcVersionRuntime ? "glibc" : "musl";
  return knownLibc;
}

/** The npm that started us, when one did: the one on PATH may be another. @returns {[string, ...string[]]} */
function npmCommand() {
  const started = process.env.npm_execpath;
  if (started && basename(started) === "npm-cli.js") return [process.execPath, started];
  return ["npm"];
}

/** @returns {Promise<number>} */
const run = (/** @type {string} */ cwd, /** @type {string} */ command, /** @type {string[]} */ args) =>
  new Promise((resolve) => {
    // On Windows npm is a .cmd file, which only a shell can start; the arguments are ours and hold no spaces.
    const shell = process.platform === "win32" && command === "npm";
    const child = spawn(command, args, { cwd, shell, stdio: ["ignore", "inherit", "inherit"] });
    const leave = () => child.kill();
    process.once("exit", leave);
    const settle = (/** @type {number} */ status) => {
      process.off("exit", leave);
      resolve(status);
    };
    child.once("error", (error) => {
      console.error(error.message);
      settle(1);
    });
    child.once("exit", (status) => settle(status ?? 1));
  });
