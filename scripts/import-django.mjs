// npm run import:django -- dump.json --media DIR [--dry-run] [--times utc|local] [--report FILE]: brings businesses of the
// system before this one. Again with the same dump it changes nothing. See docs/moving-in.md.
import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { fail, report } from "./lib/arguments.mjs";
import { installationSettings, migrate, openOwnerDatabase } from "./lib/owner-database.mjs";
import { commandFile } from "./lib/paths.mjs";
import { createSupervisor } from "./lib/processes.mjs";

const usage = "npm run import:django -- dump.json --media DIR [--dry-run] [--times utc|local] [--report FILE]";
const wish = readWish();
const supervisor = createSupervisor({ exitCode: 130 });

try {
  const database = await openOwnerDatabase(supervisor);
  await migrate(supervisor, database.env);
  const env = { ...process.env, ...(await installationSettings()), ...database.env, ...wish };
  if (!env.DATABASE_URL) fail("Set DATABASE_URL: what comes in is written as the serving role writes it.");
  console.log(`Into ${database.name}${wish.MOVE_DRY_RUN === "1" ? ", to see what would come of it" : ""}:`);
  const args = [commandFile("tsx"), "--conditions=react-server", "db/import-django.ts"];
  process.exitCode = await supervisor.runNode(args, { env });
} catch (error) {
  report(error);
  process.exitCode = 1;
}
await supervisor.stop();
process.exit();

function readWish() {
  const { values, positionals } = readGiven();
  const [dump] = positionals;
  if (!dump || positionals.length > 1) fail(`Which dump? ${usage}`);
  if (!existsSync(dump) || !statSync(dump).isFile()) fail(`There is no file ${dump}.`);
  if (values.media && !(existsSync(values.media) && statSync(values.media).isDirectory()))
    fail(`There is no folder ${values.media}.`);
  const times = values.times ?? "utc";
  if (times !== "utc" && times !== "local") fail(`--times is utc or local, not ${times}.`);
  return {
    MOVE_DUMP: resolve(dump),
    MOVE_MEDIA: values.media ? resolve(values.media) : "",
    MOVE_REPORT: values.report ? resolve(values.report) : "",
    MOVE_DRY_RUN: values["dry-run"] ? "1" : "0",
    MOVE_TIMES: times,
  };
}

function readGiven() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        media: { type: "string" },
        "dry-run": { type: "boolean" },
        times: { type: "string" },
        report: { type: "string" },
      },
    });
  } catch (error) {
    return fail(`${/** @type {Error} */ (error).message}\n${usage}`);
  }
}
