// node scripts/standalone.mjs FOLDER: the built server with all it needs, to be copied anywhere that has Node.
import { cpSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { fail } from "./lib/arguments.mjs";
import { inRoot } from "./lib/paths.mjs";

const distDir = process.env.NEXT_DIST_DIR ?? ".next";
const given = process.argv[2];
if (!given) fail("Where to? node scripts/standalone.mjs FOLDER");
const target = resolve(given);
const source = inRoot(distDir, "standalone");
if (!existsSync(join(source, "server.js"))) fail(`There is no standalone build in ${distDir}. Run: npm run build`);
if (existsSync(target) && readdirSync(target).length > 0) fail(`${target} is not empty.`);

mkdirSync(target, { recursive: true });
// Next copies .env files along; secrets are for the place where it runs.
cpSync(source, target, { recursive: true, filter: (path) => !basename(path).startsWith(".env") });
cpSync(inRoot(distDir, "static"), join(target, distDir, "static"), { recursive: true });
if (existsSync(inRoot("public"))) cpSync(inRoot("public"), join(target, "public"), { recursive: true });
for (const tools of ["db", "jobs"]) cpSync(inRoot(distDir, tools), join(target, tools), { recursive: true });
cpSync(inRoot("scripts/standalone-start.mjs"), join(target, "start.mjs"));
console.log(`${target}: node start.mjs`);
