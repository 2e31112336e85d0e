// npm run build: the production build, with the migrate step beside it. Needs no database, network or secret.
import { fail } from "./lib/arguments.mjs";
import { buildIfStale } from "./lib/build.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { createSupervisor } from "./lib/processes.mjs";

const distDir = process.env.NEXT_DIST_DIR ?? ".next";
const supervisor = createSupervisor({ exitCode: 130 });

await ensureInstalled();
const outcome = await buildIfStale(supervisor, { distDir });
if (outcome === "failed") fail("The build failed; its message is above.");
console.log(outcome === "fresh" ? `${distDir} is up to date.` : `Built ${distDir}.`);
