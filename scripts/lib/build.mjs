import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { withLock } from "../../db/embedded/lock.mjs";
import { commandFile, root as projectRoot } from "./paths.mjs";

/** Folders and files that no build reads. What is not named here counts, so a new folder is not forgotten. */
const SKIPPED = new Set([
  "node_modules",
  "docs",
  "e2e",
  "scripts",
  "test-results",
  "playwright-report",
  "next-env.d.ts",
]);
const SKIPPED_ENDINGS = [".md", ".test.ts", ".test.tsx", ".tsbuildinfo", ".log"];

/**
 * @param {import("./processes.mjs").Supervisor} supervisor
 * @param {{ distDir: string, root?: string }} options
 * @returns {Promise<"fresh" | "built" | "failed">}
 */
export async function buildIfStale(supervisor, { distDir, root = projectRoot }) {
  if (!isStale(root, distDir)) return "fresh";
  mkdirSync(join(root, ".data"), { recursive: true });
  const lock = join(root, `.data/build${distDir}.lock`);
  return withLock(lock, async () => (isStale(root, distDir) ? build(supervisor, root, distDir) : "fresh"), 900_000);
}

/** @returns {Promise<"built" | "failed">} */
async function build(
  /** @type {import("./processes.mjs").Supervisor} */ supervisor,
  /** @type {string} */ root,
  /** @type {string} */ distDir,
) {
  clearRouteTypes(root);
  // Taken before: what is saved during the build makes the result stale.
  const stamp = sourceStamp(root);
  const status = await supervisor.runNode([commandFile("next"), "build"], { env: buildEnv(distDir) });
  if (status !== 0) return "failed";
  await bundleTools(root, join(root, distDir));
  writeFileSync(join(root, distDir, "build-stamp"), stamp);
  return "built";
}

/**
 * The types of routes that earlier runs of Next wrote. tsconfig.json has to name them, so those of a page that has gone
 * since would fail every later build; the coming run writes its own.
 * @param {string} root
 */
export function clearRouteTypes(root) {
  for (const name of readdirSync(root).filter((entry) => /^\.next(-|$)/.test(entry))) {
    for (const types of ["types", "dev/types"]) rmSync(join(root, name, types), { recursive: true, force: true });
  }
}

/**
 * What runs beside the server, where there is neither TypeScript nor these scripts: the migrate step, the making of roles,
 * the demo's data (which starts in half the time this way), its M-Pesa, the jobs' thread. The migrations stand beside, as in the sources.
 */
async function bundleTools(/** @type {string} */ root, /** @type {string} */ distDir) {
  // The synchronous form leaves no helper process behind.
  const { buildSync } = await import("esbuild");
  const requiring = 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);';
  /** @type {import("esbuild").BuildOptions} */
  const options = {
    outdir: join(distDir, "db"),
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    conditions: ["react-server"],
    // Native; only the demo's data needs it.
    external: ["pg-native", "@node-rs/argon2", "sharp"],
    banner: { js: requiring },
    logLevel: "warning",
  };
  const entryPoints = { migrate: join(root, "db/migrate.ts"), setup: join(root, "scripts/db-setup.mjs") };
  buildSync({ ...options, entryPoints });
  buildSync({
    ...options,
    entryPoints: { prepare: join(root, "db/prepare.ts") },
    // In one file with it, db/migrate.ts must not take itself for the program that was started.
    define: { "import.meta.url": "bundleUrl" },
    banner: { js: `${requiring} const bundleUrl = new URL("./bundle", import.meta.url).href;` },
  });
  buildSync({
    ...options,
    outdir: join(distDir, "simulator"),
    entryPoints: { main: join(root, "lib/payments/simulator/main.ts") },
  });
  cpSync(join(root, "db/migrations"), join(distDir, "db/migrations"), { recursive: true });
  buildSync({
    ...options,
    outdir: join(distDir, "jobs"),
    entryPoints: { thread: join(root, "lib/jobs/thread.ts") },
    // All of it in the file: what Next traced for the server may lack what only jobs need.
    external: ["pg-native"],
  });
}

/**
 * Only what a build may depend on: no database, no secret, no mode, so one build serves them all.
 * @param {string} distDir
 * @param {Record<string, string | undefined>} [given]
 * @returns {NodeJS.ProcessEnv}
 */
export function buildEnv(distDir, given = process.env) {
  const dropped =
    /^(DATABASE_|AUTH_SECRET$|ENCRYPTION_KEY|NEXTAUTH_|APP_|EMBEDDED$|CRON_SECRET$|METRICS_TOKEN$|DARAJA_|MPESA_|FILES_|S3_|DEMO_|TEST_|TURBOPACK$)/;
  const kept = Object.entries(given).filter(([name]) => !dropped.test(name));
  return { ...Object.fromEntries(kept), NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", NEXT_DIST_DIR: distDir };
}

/** @param {string} root @param {string} distDir */
export function isStale(root, distDir) {
  const stamp = join(root, distDir, "build-stamp");
  const complete = existsSync(join(root, distDir, "BUILD_ID")) && existsSync(stamp);
  return !complete || readFileSync(stamp, "utf8") !== sourceStamp(root);
}

/**
 * A hash over the sources, the lockfile and the environment that a build reads.
 * @param {string} root
 * @param {Record<string, string | undefined>} [env]
 */
export function sourceStamp(root, env = process.env) {
  const hash = createHash("sha256").update(`${process.version}\0${process.platform}\0`);
  for (const name of Object.keys(env).sort()) {
    if (/^NEXT_PUBLIC_|^NEXT_SERVER_ACTIONS_ENCRYPTION_KEY$/.test(name)) hash.update(`${name}=${env[name]}\0`);
  }
  for (const file of listFiles(root)) {
    const content = readFileSync(file);
    hash.update(`${relative(root, file)}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

/** @returns {string[]} */
function listFiles(/** @type {string} */ folder) {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    // Dot folders are ours or git's; a .env file reaches the server only when it starts.
    if (entry.name.startsWith(".") || SKIPPED.has(entry.name)) return [];
    if (entry.isDirectory()) return listFiles(path);
    return entry.isFile() && !SKIPPED_ENDINGS.some((ending) => entry.name.endsWith(ending)) ? [path] : [];
  });
}
