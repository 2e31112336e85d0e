// The pictures of the README, taken of the built app on demo data.
import { findBrowser, NO_BROWSER } from "./lib/browser.mjs";
import { buildIfStale } from "./lib/build.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { commandFile } from "./lib/paths.mjs";
import { createSupervisor } from "./lib/processes.mjs";

const supervisor = createSupervisor({ exitCode: 130 });
await ensureInstalled();
const browser = await findBrowser(supervisor);
if (!browser) {
  console.error(NO_BROWSER);
  process.exit(1);
}
await buildIfStale(supervisor, { distDir: ".next-test" });
const args = [commandFile("@playwright/test", "playwright"), "test", "--config", "e2e/screenshots.config.ts"];
const status = await supervisor.runNode(args, {
  env: { ...process.env, NEXT_DIST_DIR: ".next-test", CHROME_PATH: browser },
});
await supervisor.stop();
process.exit(status);
