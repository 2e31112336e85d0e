import { existsSync } from "node:fs";
import { fail } from "./arguments.mjs";
import { startDatabase } from "./database.mjs";
import { commandFile, inRoot } from "./paths.mjs";
import { readSecrets } from "./secrets.mjs";

/**
 * The database that a backup or a restore is about: the one of DATABASE_OWNER_URL, else a local one of this folder.
 * @param {import("./processes.mjs").Supervisor} supervisor
 */
export async function openOwnerDatabase(supervisor) {
  if (existsSync(inRoot(".env"))) process.loadEnvFile(inRoot(".env"));
  const { DATABASE_OWNER_URL, DATABASE_PLATFORM_URL, EMBEDDED } = process.env;
  if (DATABASE_OWNER_URL) {
    const { host, pathname } = new URL(DATABASE_OWNER_URL);
    return { name: `${host}${pathname}`, env: { DATABASE_OWNER_URL, DATABASE_PLATFORM_URL } };
  }
  if (process.env.DATABASE_URL) fail("Set DATABASE_OWNER_URL too: the serving role cannot read every table.");
  const folder = EMBEDDED === "1" ? ".data-live" : ".data";
  const { serving, owner } = await startDatabase(supervisor, inRoot(folder), await readSecrets(inRoot(folder)));
  return { name: `the local database in ${folder}`, env: { ...serving, ...owner } };
}

/**
 * @param {import("./processes.mjs").Supervisor} supervisor
 * @param {Record<string, string | undefined>} urls
 */
export async function migrate(supervisor, urls) {
  const args = [commandFile("tsx"), "--conditions=react-server", "db/migrate.ts"];
  const code = await supervisor.runNode(args, { env: { ...process.env, ...urls } });
  if (code !== 0) throw new Error("The migration failed; its message is above.");
}

/**
 * What the application's own code needs beside the database: of a live installation it stands in the environment or in
 * .env, of the local one in its folder.
 */
export async function installationSettings() {
  if (process.env.DATABASE_OWNER_URL) return {};
  const folder = process.env.EMBEDDED === "1" ? ".data-live" : ".data";
  const { authSecret, encryptionKey } = await readSecrets(inRoot(folder));
  const known = { AUTH_SECRET: authSecret, ENCRYPTION_KEY: encryptionKey, FILES_DIR: inRoot(folder, "files") };
  return { APP_MODE: "demo", APP_URL: "http://localhost:3000", ...known };
}
