import { createHash, randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { ensureDatabase, letRolesIn, roleUrls } from "../roles.mjs";

// What every test file loads anew: nothing that migrates or starts a server.

/** Every role's password follows from the superuser's, so that runs side by side agree on them. */
export const passwordsFor = (adminUrl: string) => {
  const of = (role: string) =>
    createHash("sha256")
      .update(`${new URL(adminUrl).password} ${role}`)
      .digest("hex");
  return { owner: of("owner"), app: of("app"), platform: of("platform") };
};

export const templateName = () => {
  const folder = fileURLToPath(new URL("../migrations", import.meta.url));
  const hash = createHash("sha256");
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort()) {
    hash.update(file).update(readFileSync(`${folder}/${file}`));
  }
  return `template_${hash.digest("hex").slice(0, 16)}`;
};

export type TestDatabase = { adminUrl: string; ownerUrl: string; appUrl: string; platformUrl: string; name: string };

export const urlsOf = (adminUrl: string, name: string): TestDatabase => {
  const urls = roleUrls(adminUrl, name, passwordsFor(adminUrl));
  const admin = new URL(adminUrl);
  admin.pathname = `/${name}`;
  return { adminUrl: admin.href, ownerUrl: urls.owner, appUrl: urls.app, platformUrl: urls.platform, name };
};

/** Whose it is stands in its name, so that what a killed run has left is told apart from what another one uses. */
const newName = (runId: number) => `test_${runId}_${randomBytes(6).toString("hex")}`;

/** A fresh, migrated, empty database of the process `runId`. */
export async function copyTemplate(adminUrl: string, runId = process.pid): Promise<TestDatabase> {
  const name = newName(runId);
  await inTurn(adminUrl, async (sql) => {
    await sql.unsafe(`create database ${name} template ${templateName()} owner clientpulse_owner`);
    // Everything else comes along in the copy.
    await sql.unsafe(letRolesIn(name));
  });
  return urlsOf(adminUrl, name);
}

/** A database with its roles and nothing else in it. */
export async function newDatabase(adminUrl: string): Promise<TestDatabase> {
  const name = newName(process.pid);
  await ensureDatabase(adminUrl, name);
  return urlsOf(adminUrl, name);
}

export const dropDatabase = (adminUrl: string, name: string): Promise<void> =>
  asAdmin(adminUrl, async (sql) => {
    await sql.unsafe(`drop database if exists ${name} with (force)`);
  });

/**
 * Drops what `runId` and processes that are no more have made. All at once and last: ext4 without a journal looks a minute
 * long at every deleted file before it makes another one, and a database is a thousand files.
 */
export const dropCopies = (adminUrl: string, runId: number): Promise<void> =>
  asAdmin(adminUrl, async (sql) => {
    const names = await sql<{ datname: string }[]>`select datname from pg_database where datname like 'test\\_%'`;
    for (const { datname } of names) {
      const maker = Number(datname.split("_")[1]);
      if (maker === runId || !isAlive(maker)) await sql.unsafe(`drop database if exists ${datname} with (force)`);
    }
  });

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Copies of one template cannot be made side by side: they take turns. */
export const inTurn = (adminUrl: string, work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> =>
  asAdmin(adminUrl, async (sql) => {
    await sql`select pg_advisory_lock(hashtext('clientpulse_test_databases'))`;
    await work(sql);
  });

async function asAdmin(adminUrl: string, work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
