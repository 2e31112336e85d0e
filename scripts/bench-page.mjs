// npm run bench:page: the public pages as Lighthouse sees them on a cheap phone. Options: see e2e/load/page-speed.ts.
import { copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { fail } from "./lib/arguments.mjs";
import { findBrowser, NO_BROWSER } from "./lib/browser.mjs";
import { buildIfStale } from "./lib/build.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { commandFile, inRoot } from "./lib/paths.mjs";
import { createSupervisor } from "./lib/processes.mjs";

/** The tests' build, made by whoever needs it first. */
const DIST = ".next-test";
/** Lighthouse and its two hundred packages live by themselves: nothing else needs them. */
const TOOLS = ".data-lighthouse";

const supervisor = createSupervisor({ exitCode: 130 });
const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", NEXT_DIST_DIR: DIST };

await ensureInstalled();
if ((await buildIfStale(supervisor, { distDir: DIST })) === "failed") fail("The build failed; its message is above.");
const browser = await findBrowser(supervisor);
if (!browser) fail(NO_BROWSER);
await ensureLighthouse();
const code = await supervisor.runNode(
  [commandFile("tsx"), "--conditions=react-server", "e2e/load/page-speed.ts", ...process.argv.slice(2)],
  {
    env: { ...env, CHROME_PATH: browser, LIGHTHOUSE: inRoot(TOOLS, "node_modules/lighthouse/cli/index.js") },
    patienceMs: 30_000,
  },
);
await supervisor.stop();
process.exit(code);

async function ensureLighthouse() {
  const [wanted, here] = [inRoot("e2e/load/lighthouse"), inRoot(TOOLS)];
  const lock = "package-lock.json";
  const installed = existsSync(`${here}/node_modules/lighthouse/cli/index.js`) && existsSync(`${here}/${lock}`);
  if (installed && readFileSync(`${here}/${lock}`, "utf8") === readFileSync(`${wanted}/${lock}`, "utf8")) return;
  mkdirSync(here, { recursive: true });
  for (const file of ["package.json", lock]) copyFileSync(`${wanted}/${file}`, `${here}/${file}`);
  console.log("Installing Lighthouse (once) …");
  const { npm_execpath: npm } = process.env;
  if (!npm) fail("Start it with: npm run bench:page");
  const arguments_ = [npm, "ci", "--prefix", here, "--ignore-scripts", "--no-audit", "--no-fund"];
  if ((await supervisor.runNode(arguments_, { env: process.env })) !== 0) fail("Lighthouse could not be installed.");
}
