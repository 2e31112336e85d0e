// npm run bench:realtime: builds when the build is stale, then measures. Options: see e2e/load/realtime.ts.
import { existsSync, statSync } from "node:fs";
import { fail } from "./lib/arguments.mjs";
import { findBrowser, NO_BROWSER } from "./lib/browser.mjs";
import { buildIfStale } from "./lib/build.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { commandFile, inRoot } from "./lib/paths.mjs";
import { createSupervisor } from "./lib/processes.mjs";

/** The tests' build, made by whoever needs it first: another folder would be written into tsconfig.json by Next. */
const DIST = ".next-test";
const BARE = "e2e/load/bare-next";

const supervisor = createSupervisor({ exitCode: 130 });
const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", NEXT_DIST_DIR: DIST };

await ensureInstalled();
if ((await buildIfStale(supervisor, { distDir: DIST })) === "failed") fail("The build failed; its message is above.");
if (isBareStale() && (await supervisor.runNode([commandFile("next"), "build", BARE], { env })) !== 0) {
  fail("The bare handler's build failed; its message is above.");
}
const browser = await findBrowser(supervisor);
if (!browser) fail(NO_BROWSER);
const code = await supervisor.runNode(
  [commandFile("tsx"), "--conditions=react-server", "e2e/load/realtime.ts", ...process.argv.slice(2)],
  { env: { ...env, CHROME_PATH: browser }, patienceMs: 30_000 },
);
await supervisor.stop();
process.exit(code);

function isBareStale() {
  const built = inRoot(BARE, ".next/BUILD_ID");
  if (!existsSync(built)) return true;
  const sources = [`${BARE}/app/api/public/[slug]/bookings/route.js`, `${BARE}/next.config.js`, "e2e/load/replay.mjs"];
  return [...sources, "package-lock.json"].some((file) => statSync(inRoot(file)).mtimeMs > statSync(built).mtimeMs);
}
