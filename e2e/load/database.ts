import { randomBytes } from "node:crypto";
import { closeSync, existsSync, fdatasyncSync, openSync, readdirSync, rmSync, writeSync } from "node:fs";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { startPostgres } from "@/db/embedded.mjs";
import { migrate } from "@/db/migrate";
import { ensureDatabase, ensureRoles, roleUrls } from "@/db/roles.mjs";
import { median } from "./numbers";

const all = fileURLToPath(new URL("../../.data-bench", import.meta.url));

export type Database = { name: string; adminUrl: string; appUrl: string; platformUrl: string };

/** A Postgres of the benchmark's own, as durable as a live one: fsync and synchronous_commit stay on. */
export async function startCluster() {
  await endLeftovers();
  const folder = `${all}/${process.pid}`;
  const server = await startPostgres({
    dataDir: `${folder}/pg`,
    settings: { max_connections: 200, shared_buffers: "256MB", max_wal_size: "4GB" },
  });
  const secret = () => randomBytes(16).toString("hex");
  const secrets = { owner: secret(), app: secret(), platform: secret() };
  await ensureRoles(server.adminUrl(), secrets);
  const admin = postgres(server.adminUrl(), { max: 1, onnotice: () => {} });

  const urlsOf = (name: string): Database & { ownerUrl: string } => {
    const { owner, app, platform } = roleUrls(server.adminUrl(), name, secrets);
    return { name, adminUrl: server.adminUrl(name), ownerUrl: owner, appUrl: app, platformUrl: platform };
  };

  return {
    version: async () => (await admin<{ version: string }[]>`select version()`)[0]?.version ?? "",
    settings: () =>
      admin<{ name: string; setting: string }[]>`
        select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'wal_sync_method')`,
    /** Migrated, filled once, and then only copied. */
    async template(fill: (database: Database) => Promise<unknown>): Promise<void> {
      await ensureDatabase(server.adminUrl(), "bench_template");
      const urls = urlsOf("bench_template");
      await migrate({ ownerUrl: urls.ownerUrl, platformUrl: urls.platformUrl });
      await fill(urls);
      const inside = postgres(urls.adminUrl, { max: 1, onnotice: () => {} });
      for (const table of await withRows(inside)) await inside.unsafe(`vacuum analyze ${table}`);
      await inside.end();
    },
    /** A fresh copy for `work`, dropped behind it. What it left to be written is written before the next one begins. */
    async withCopy<T>(work: (database: Database) => Promise<T>): Promise<T> {
      const name = `bench_${randomBytes(5).toString("hex")}`;
      await admin.unsafe(`create database ${name} template bench_template owner clientpulse_owner`);
      await ensureDatabase(server.adminUrl(), name);
      await admin.unsafe("checkpoint");
      try {
        return await work(urlsOf(name));
      } finally {
        await admin.unsafe(`drop database if exists ${name} with (force)`);
      }
    },
    /** What one durable write of a page costs on this disk, in microseconds. Both sides of a ratio must have had the same disk. */
    syncMicros(): number {
      const file = openSync(`${folder}/sync-probe`, "w");
      const page = Buffer.alloc(8_192, 1);
      const took: number[] = [];
      for (let n = 0; n < 200; n++) {
        const from = performance.now();
        writeSync(file, page, 0, page.length, 0);
        fdatasyncSync(file);
        took.push((performance.now() - from) * 1_000);
      }
      closeSync(file);
      return median(took);
    },
    async stop() {
      await admin.end({ timeout: 5 });
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What a run that was killed has left running; the folders are named after their processes. */
async function endLeftovers(): Promise<void> {
  const left = existsSync(all) ? readdirSync(all).filter((name) => !isAlive(Number(name))) : [];
  for (const name of left) {
    if (existsSync(`${all}/${name}/pg`)) await (await startPostgres({ dataDir: `${all}/${name}/pg` })).stop();
    rmSync(`${all}/${name}`, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

export type Cluster = Awaited<ReturnType<typeof startCluster>>;

/**
 * The tables that hold anything. One that never had a row has no statistics on a live server either, and is planned for as
 * one that will fill; of one that was looked at empty it would be believed that it stays so.
 */
async function withRows(inside: postgres.Sql): Promise<string[]> {
  const tables = await inside<{ name: string }[]>`
    select format('%I.%I', schemaname, relname) as name from pg_stat_user_tables order by 1`;
  const filled: string[] = [];
  for (const { name } of tables)
    if ((await inside.unsafe(`select 1 from ${name} limit 1`)).length > 0) filled.push(name);
  return filled;
}
