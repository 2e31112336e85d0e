// npm run bench:calendar: a full day scrolled in a real browser. See e2e/load/calendar-scroll.ts.
import { fail } from "./lib/arguments.mjs";
import { findBrowser, NO_BROWSER } from "./lib/browser.mjs";
import { buildIfStale } from "./lib/build.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { commandFile } from "./lib/paths.mjs";
import { createSupervisor } from "./lib/processes.mjs";

/** The tests' build, made by whoever needs it first. */
const DIST = ".next-test";

const supervisor = createSupervisor({ exitCode: 130 });
const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", NEXT_DIST_DIR: DIST };

await ensureInstalled();
if ((await buildIfStale(supervisor, { distDir: DIST })) === "failed") fail("The build failed; its message is above.");
const browser = await findBrowser(supervisor);
if (!browser) fail(NO_BROWSER);
const code = await supervisor.runNode(
  [commandFile("tsx"), "--conditions=react-server", "e2e/load/calendar-scroll.ts", ...process.argv.slice(2)],
  { env: { ...env, CHROME_PATH: browser }, patienceMs: 30_000 },
);
await supervisor.stop();
process.exit(code);
