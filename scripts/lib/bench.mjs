import { fail } from "./arguments.mjs";
import { findBrowser, NO_BROWSER } from "./browser.mjs";
import { buildIfStale } from "./build.mjs";
import { ensureInstalled } from "./install.mjs";
import { commandFile } from "./paths.mjs";
import { createSupervisor } from "./processes.mjs";

/** The tests' build, made by whoever needs it first: another folder would be written into tsconfig.json by Next. */
const DIST = ".next-test";

/** Builds when the build is stale and measures; `prepare` answers what the program needs besides. Ends the process. */
export async function benchBuilt(program, prepare = async () => ({})) {
  const supervisor = createSupervisor({ exitCode: 130 });
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", NEXT_DIST_DIR: DIST };
  await ensureInstalled();
  if ((await buildIfStale(supervisor, { distDir: DIST })) === "failed") fail("The build failed; its message is above.");
  const more = await prepare(supervisor, env);
  const code = await supervisor.runNode(
    [commandFile("tsx"), "--conditions=react-server", program, ...process.argv.slice(2)],
    { env: { ...env, ...more }, patienceMs: 30_000 },
  );
  await supervisor.stop();
  process.exit(code);
}

/** The same in a real browser. */
export const benchInBrowser = (program, prepare = async () => ({})) =>
  benchBuilt(program, async (supervisor, env) => {
    const more = await prepare(supervisor, env);
    const browser = await findBrowser(supervisor);
    if (!browser) fail(NO_BROWSER);
    return { CHROME_PATH: browser, ...more };
  });
