// npm test: everything. npm run check (--quick): without build and browser.
// Options: --quick --full --only=biome,db,… ; what stands after them goes to vitest or Playwright.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fail, report } from "./lib/arguments.mjs";
import { findBrowser, NO_BROWSER } from "./lib/browser.mjs";
import { buildIfStale, clearRouteTypes } from "./lib/build.mjs";
import { withoutDotEnv } from "./lib/environment.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { commandFile, root } from "./lib/paths.mjs";
import { createSupervisor } from "./lib/processes.mjs";
import { tallyOf, tallyPlaywright, tallyVitest } from "./lib/tally.mjs";

/** A build of its own, so that a running demo keeps the one it serves. */
const DIST = ".next-test";
const QUICK = ["biome", "tsc", "knip", "unit", "db"];
const PARTS = [...QUICK, "build", "e2e"];

const { chosen, full, rest } = readArguments(process.argv.slice(2));
const supervisor = createSupervisor({ exitCode: 130 });
const reports = mkdtempSync(join(tmpdir(), "clientpulse-test-"));
process.on("exit", () => rmSync(reports, { recursive: true, force: true }));

// The settings of a live server on the same machine are no business of the tests.
const foreign =
  /^(DATABASE_|APP_|AUTH_SECRET$|ENCRYPTION_KEY|NEXTAUTH_|EMBEDDED$|PORT$|HOST$|CRON_SECRET$|METRICS_TOKEN$|DARAJA_|MPESA_|NODE_ENV$)/;
/** @type {NodeJS.ProcessEnv} */
const env = withoutDotEnv({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name))),
  NEXT_DIST_DIR: DIST,
  NEXT_TELEMETRY_DISABLED: "1",
  TEST_SIZE: full ? "full" : "small",
});

/** @type {Record<string, () => Promise<import("./lib/tally.mjs").Tally>>} */
const run = {
  biome: () => tool("@biomejs/biome", "check", "--error-on-warnings"),
  async tsc() {
    // Next's own types of routes are made, not kept.
    clearRouteTypes(root);
    const made = await supervisor.runNode([commandFile("next"), "typegen"], { env });
    // Whole, each time: what the compiler remembers of the last one let errors through in files that had not changed.
    return made === 0 ? tool("typescript/tsc", "--noEmit", "--incremental", "false", "-p", ".") : tallyOf(made);
  },
  knip: () => tool("knip"),
  unit: () => vitest("unit"),
  db: () => vitest("db"),
  build: async () => tallyOf((await buildIfStale(supervisor, { distDir: DIST })) === "failed" ? 1 : 0),
  e2e: () => playwright(),
  chaos: () => playwright("--grep", "@chaos"),
};

await main().catch(async (error) => {
  report(error);
  await supervisor.stop();
  process.exit(1);
});

async function main() {
  const began = performance.now();
  await ensureInstalled();
  console.log(full ? "sizes: full" : "sizes: small (npm run test:full for the full ones)");
  /** @type {import("./lib/tally.mjs").Tally} */
  const total = { passed: 0, failed: 0, skipped: 0, failures: [] };
  const lines = [];
  let buildFailed = false;
  for (const part of chosen) {
    console.log(`\n── ${part} ──`);
    const from = performance.now();
    const needsBuild = part === "e2e" || part === "chaos";
    const tally = needsBuild && buildFailed ? tallyOf(1) : await run[part]?.();
    if (!tally) continue;
    if (part === "build") buildFailed = tally.failed > 0;
    for (const key of /** @type {const} */ (["passed", "failed", "skipped"])) total[key] += tally[key];
    total.failures.push(...tally.failures);
    const reason = needsBuild && buildFailed ? "  there is no build to run" : "";
    lines.push(`${tally.failed ? "✗" : "✓"} ${part.padEnd(6)} ${seconds(from)} s  ${wording(tally)}${reason}`);
    console.log(lines.at(-1));
  }
  await supervisor.stop();
  // Once more at the end: what a log keeps of a long run is its end.
  if (total.failures.length > 0) console.log(`\n${total.failures.join("\n")}`);
  console.log(`\n${lines.join("\n")}\n  all    ${seconds(began)} s\n`);
  console.log(wording(total));
  process.exit(total.failed > 0 ? 1 : 0);
}

function seconds(/** @type {number} */ from) {
  return ((performance.now() - from) / 1000).toFixed(1).padStart(6);
}

function wording(/** @type {import("./lib/tally.mjs").Tally} */ { passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

async function tool(/** @type {string} */ name, /** @type {string[]} */ ...args) {
  const [scope, ...path] = name.split("/");
  const [packageName, command] = scope?.startsWith("@") ? [name, undefined] : [scope ?? name, path[0]];
  return tallyOf(await supervisor.runNode([commandFile(packageName, command), ...args], { env }));
}

async function vitest(/** @type {string} */ project) {
  const file = join(reports, `${project}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const code = await supervisor.runNode([commandFile("vitest"), "run", "--project", project, ...reporters, ...rest], {
    env,
  });
  return tallyVitest(file, code);
}

async function playwright(/** @type {string[]} */ ...args) {
  const browser = await findBrowser(supervisor);
  if (!browser) {
    console.error(NO_BROWSER);
    return tallyOf(1);
  }
  console.log(`browser: ${browser}`);
  const file = join(reports, "e2e.json");
  const code = await supervisor.runNode(
    [commandFile("@playwright/test", "playwright"), "test", "--reporter=list,json", ...args, ...rest],
    { env: { ...env, CHROME_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: file }, patienceMs: 30_000 },
  );
  return tallyPlaywright(file, code);
}

function readArguments(/** @type {string[]} */ given) {
  const own = given.filter((argument) => /^--(quick|full|only=.*)$/.test(argument));
  const only = own.find((argument) => argument.startsWith("--only="))?.slice("--only=".length);
  const known = [...PARTS, "chaos"];
  const parts = only?.split(",").filter(Boolean) ?? (own.includes("--quick") ? QUICK : PARTS);
  const unknown = parts.filter((part) => !known.includes(part));
  if (unknown.length > 0) fail(`Unknown part ${unknown.join(", ")}. Known: ${known.join(", ")}`);
  // The chaos tests need the build as well as the whole e2e part does.
  const chosen = [...PARTS, "chaos"].filter(
    (part) => parts.includes(part) || (part === "build" && parts.includes("chaos")),
  );
  return { chosen, full: own.includes("--full"), rest: given.filter((argument) => !own.includes(argument)) };
}
