// npm run bench:page: the public pages as Lighthouse sees them on a cheap phone. Options: see e2e/load/page-speed.ts.
import { copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { fail } from "./lib/arguments.mjs";
import { benchInBrowser } from "./lib/bench.mjs";
import { inRoot } from "./lib/paths.mjs";

/** Lighthouse and its two hundred packages live by themselves: nothing else needs them. */
const TOOLS = ".data-lighthouse";

await benchInBrowser("e2e/load/page-speed.ts", ensureLighthouse);

async function ensureLighthouse(supervisor) {
  const program = { LIGHTHOUSE: inRoot(TOOLS, "node_modules/lighthouse/cli/index.js") };
  const [wanted, here] = [inRoot("e2e/load/lighthouse"), inRoot(TOOLS)];
  const lock = "package-lock.json";
  const installed = existsSync(`${here}/node_modules/lighthouse/cli/index.js`) && existsSync(`${here}/${lock}`);
  if (installed && readFileSync(`${here}/${lock}`, "utf8") === readFileSync(`${wanted}/${lock}`, "utf8"))
    return program;
  mkdirSync(here, { recursive: true });
  for (const file of ["package.json", lock]) copyFileSync(`${wanted}/${file}`, `${here}/${file}`);
  console.log("Installing Lighthouse (once) …");
  const { npm_execpath: npm } = process.env;
  if (!npm) fail("Start it with: npm run bench:page");
  const arguments_ = [npm, "ci", "--prefix", here, "--ignore-scripts", "--no-audit", "--no-fund"];
  if ((await supervisor.runNode(arguments_, { env: process.env })) !== 0) fail("Lighthouse could not be installed.");
  return program;
}
