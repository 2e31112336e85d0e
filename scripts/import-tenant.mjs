// npm run import:tenant -- FILE [--slug=…] [--open]: one business, as its owner has saved it elsewhere (Settings, Your
// data), all of it or nothing. It waits for an admin unless --open is given.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { fail, report } from "./lib/arguments.mjs";
import { installationSettings, migrate, openOwnerDatabase } from "./lib/owner-database.mjs";
import { commandFile } from "./lib/paths.mjs";
import { createSupervisor } from "./lib/processes.mjs";

const { file, slug, open } = readWhich();
const supervisor = createSupervisor({ exitCode: 130 });

try {
  const database = await openOwnerDatabase(supervisor);
  await migrate(supervisor, database.env);
  console.log(`Into ${database.name}:`);
  const given = { ARCHIVE: file, ARCHIVE_SLUG: slug, ARCHIVE_OPEN: open ? "1" : "" };
  const env = { ...process.env, ...(await installationSettings()), ...database.env, ...given };
  const args = [commandFile("tsx"), "--conditions=react-server", "db/import-tenant.ts"];
  process.exitCode = await supervisor.runNode(args, { env });
} catch (error) {
  report(error);
  process.exitCode = 1;
}
await supervisor.stop();
process.exit();

function readWhich() {
  const { values, positionals } = parseArgs({
    options: { slug: { type: "string" }, open: { type: "boolean" } },
    allowPositionals: true,
    strict: true,
  });
  const [given] = positionals;
  if (!given) fail("Which one? npm run import:tenant -- FILE [--slug=new-address] [--open]");
  const path = resolve(given);
  if (!existsSync(path)) fail(`There is no ${path}.`);
  const address = values.slug ?? "";
  if (address && !/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/.test(address))
    fail("--slug is small letters, digits and hyphens.");
  return { file: path, slug: address, open: values.open ?? false };
}
