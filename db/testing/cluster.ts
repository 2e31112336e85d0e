import { createHash, randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { startPostgres } from "../embedded.mjs";
import { migrate } from "../migrate";
import { ensureDatabase, ensureRoles, roleUrls } from "../roles.mjs";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Every role's password follows from the superuser's, so that runs side by side agree on them. */
const passwordsFor = (adminUrl: string) => {
  const of = (role: string) =>
    createHash("sha256")
      .update(`${new URL(adminUrl).password} ${role}`)
      .digest("hex");
  return { owner: of("owner"), app: of("app"), platform: of("platform") };
};

/** Postgres for tests, in a data folder of its own; what it loses in a power cut nobody misses. */
export async function startTestCluster() {
  const server = await startPostgres({
    dataDir: path("../../.data-test/pg"),
    settings: { fsync: "off", max_connections: 400, shared_buffers: "256MB" },
  });
  const adminUrl = server.adminUrl("postgres");
  await ensureRoles(adminUrl, passwordsFor(adminUrl));
  return { adminUrl, stop: server.stop };
}

const templateName = () => {
  const folder = path("../migrations");
  const hash = createHash("sha256");
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort()) {
    hash.update(file).update(readFileSync(`${folder}/${file}`));
  }
  return `template_${hash.digest("hex").slice(0, 16)}`;
};

export type TestDatabase = { adminUrl: string; ownerUrl: string; appUrl: string; platformUrl: string; name: string };

const urlsOf = (adminUrl: string, name: string): TestDatabase => {
  const urls = roleUrls(adminUrl, name, passwordsFor(adminUrl));
  const admin = new URL(adminUrl);
  admin.pathname = `/${name}`;
  return { adminUrl: admin.href, ownerUrl: urls.owner, appUrl: urls.app, platformUrl: urls.platform, name };
};

/** A migrated database that nothing connects to, from which the others are copied in a moment. */
export async function ensureTemplate(adminUrl: string): Promise<void> {
  await withAdmin(adminUrl, async (sql) => {
    const name = templateName();
    const [there] = await sql`select datistemplate from pg_database where datname = ${name}`;
    if (there?.datistemplate) return;
    await ensureDatabase(adminUrl, name);
    const { ownerUrl, platformUrl } = urlsOf(adminUrl, name);
    await migrate({ ownerUrl, platformUrl });
    await sql.unsafe(`alter database ${name} with is_template true`);
  });
}

/** A fresh, migrated, empty database. */
export async function copyTemplate(adminUrl: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  await withAdmin(adminUrl, (sql) =>
    sql.unsafe(`create database ${name} template ${templateName()} owner clientpulse_owner`),
  );
  await ensureDatabase(adminUrl, name);
  return urlsOf(adminUrl, name);
}

/** A database with its roles and nothing else in it. */
export async function newDatabase(adminUrl: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  await ensureDatabase(adminUrl, name);
  return urlsOf(adminUrl, name);
}

export const dropDatabase = (adminUrl: string, name: string): Promise<void> =>
  withAdmin(adminUrl, async (sql) => {
    await sql.unsafe(`drop database if exists ${name} with (force)`);
  });

/** Copies of one template cannot be made side by side: they take turns. */
async function withAdmin(adminUrl: string, work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(hashtext('clientpulse_test_databases'))`;
    await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
