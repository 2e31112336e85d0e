import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { commandFile, inRoot } from "./paths.mjs";

/** The one without windows comes first: it looks the same to a page and takes a third less of the processor. */
const NAMES = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "microsoft-edge",
];
const PROGRAMS = [process.env.ProgramFiles, process.env["ProgramFiles(x86)"], process.env.LOCALAPPDATA];
const USUAL = {
  linux: ["/snap/bin/chromium", "/opt/google/chrome/chrome"],
  darwin: ["Google Chrome", "Chromium", "Microsoft Edge"].flatMap((name) =>
    ["/Applications", join(process.env.HOME ?? "", "Applications")].map(
      (at) => `${at}/${name}.app/Contents/MacOS/${name}`,
    ),
  ),
  win32: PROGRAMS.flatMap((at) =>
    at ? [join(at, "Google/Chrome/Application/chrome.exe"), join(at, "Microsoft/Edge/Application/msedge.exe")] : [],
  ),
};

const APT_TRIES = 20;

/**
 * A Chromium for the tests: one that is installed, else Playwright's own, else one from the system's packages.
 * @param {import("./processes.mjs").Supervisor} supervisor
 * @returns {Promise<string | null>} the program, or null when there is no way to get one
 */
export async function findBrowser(supervisor) {
  return installedBrowser() ?? (await playwrightBrowser(supervisor)) ?? (await packagedBrowser());
}

/** Asked for its version, because a file of that name may be a stub that only says how to install it. */
const runs = (/** @type {string} */ file) =>
  existsSync(file) &&
  // Chrome on Windows opens a window instead of answering.
  (process.platform === "win32" || spawnSync(file, ["--version"], { timeout: 20_000, stdio: "ignore" }).status === 0);

function installedBrowser() {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (runs(named)) return named;
    throw new Error(`CHROME_PATH=${named} does not run.`);
  }
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const usual = USUAL[/** @type {keyof typeof USUAL} */ (process.platform)] ?? [];
  return [...onPath, ...usual].find(runs) ?? null;
}

/** @returns {Promise<string | null>} */
async function playwrightBrowser(/** @type {import("./processes.mjs").Supervisor} */ supervisor) {
  const own = async () => {
    const { chromium } = await import("@playwright/test");
    const file = chromium.executablePath();
    return runs(file) ? file : null;
  };
  const found = await own();
  if (found) return found;
  console.log("No Chromium or Chrome is installed; asking Playwright for its own …");
  await supervisor.runNode([commandFile("@playwright/test", "playwright"), "install", "chromium"]);
  return own();
}

/** @returns {Promise<string | null>} */
async function packagedBrowser() {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return null;
  const apt = ["install", "-y", "--no-install-recommends"];
  const managers = [
    {
      command: "apt-get",
      prepare: ["update"],
      // Older releases have no package of the one without windows.
      installs: [
        [...apt, "chromium-headless-shell"],
        [...apt, "chromium"],
      ],
    },
    { command: "apk", prepare: null, installs: [["add", "chromium"]] },
    { command: "dnf", prepare: null, installs: [["install", "-y", "chromium"]] },
  ];
  const manager = managers.find(({ command }) => spawnSync(command, ["--version"], { stdio: "ignore" }).status === 0);
  if (!manager) return null;
  console.log(`Installing Chromium with ${manager.command} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  if (manager.prepare && !(await withPatience(manager.command, manager.prepare, env))) return null;
  for (const install of manager.installs) if (await withPatience(manager.command, install, env)) break;
  return installedBrowser();
}

/** A freshly booted machine holds apt's lock for a while. */
async function withPatience(
  /** @type {string} */ command,
  /** @type {string[]} */ args,
  /** @type {NodeJS.ProcessEnv} */ env,
) {
  for (let attempt = 1; attempt <= APT_TRIES; attempt += 1) {
    const done = spawnSync(command, args, { env, cwd: inRoot(), encoding: "utf8" });
    if (done.status === 0) return true;
    if (!/lock/i.test(`${done.stderr}${done.stdout}`)) {
      console.error(done.stderr || done.error?.message);
      return false;
    }
    await sleep(6000);
  }
  return false;
}

export const NO_BROWSER = `No browser was found and none could be installed, so the tests in a browser cannot run.
Ways out: install Chromium or Chrome, or set CHROME_PATH to one, or run
  npx playwright install --with-deps chromium
The rest runs without a browser: npm run check`;
