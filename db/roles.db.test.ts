import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startPostgres } from "./embedded.mjs";
import { ensureDatabase, ensureRoles, roleUrls } from "./roles.mjs";

/** Another server than the one the other tests share: its roles are made here, by somebody who is no superuser. */
let folder: string;
let server: Awaited<ReturnType<typeof startPostgres>>;
let hostedUrl: string;

const passwords = { owner: "o'wner \\ 1", app: "app/@:?#2", platform: "plat%form3" };
const connect = (url: string) => postgres(url, { max: 1, onnotice: () => {} });

async function ask<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = connect(url);
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "clientpulse-roles-"));
  server = await startPostgres({ dataDir: join(folder, "pg") });
  const password = randomBytes(12).toString("hex");
  await ask(server.adminUrl(), (sql) =>
    sql.unsafe(`create role hosted_admin login createrole createdb password '${password}'`),
  );
  const url = new URL(server.adminUrl());
  url.username = "hosted_admin";
  url.password = password;
  hostedUrl = url.href;
  // Twice: a second run must change nothing and complain about nothing.
  for (let round = 0; round < 2; round += 1) {
    await ensureRoles(hostedUrl, passwords);
    await ensureDatabase(hostedUrl, "clientpulse");
  }
});

afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

const urls = () => roleUrls(server.adminUrl(), "clientpulse", passwords);

describe("roles made without a superuser", () => {
  test("each can log in to the database, whatever its password looks like", async () => {
    for (const url of Object.values(urls())) {
      const [row] = await ask(url, (sql) => sql`select current_user as name`);
      expect(url).toContain(row?.name);
    }
  });

  test("the serving role is bounded, owns nothing and is a member of nothing", async () => {
    await ask(urls().app, async (sql) => {
      const [limits] = await sql`select current_setting('statement_timeout') as statement,
        current_setting('lock_timeout') as lock, current_setting('idle_in_transaction_session_timeout') as idle`;
      expect(limits).toEqual({ statement: "5s", lock: "2s", idle: "10s" });
      const [rights] = await sql`select rolsuper or rolbypassrls or rolcreatedb or rolcreaterole as strong,
        (select count(*)::int from pg_auth_members where member = r.oid) as memberships
        from pg_roles r where rolname = current_user`;
      expect(rights).toEqual({ strong: false, memberships: 0 });
      await expect(sql`create table t (id int)`).rejects.toThrow(/permission denied/);
      await expect(sql`set role clientpulse_platform`).rejects.toThrow(/permission denied/);
    });
  });

  test("the owner acts as the platform only when it says so", async () => {
    await ask(urls().owner, async (sql) => {
      await sql`create extension btree_gist`;
      await sql`create table rows (id int)`;
      await sql`alter table rows enable row level security`;
      await sql`alter table rows force row level security`;
      await sql`create policy everything on rows to clientpulse_platform using (true) with check (true)`;
      await sql`grant select, insert on rows to clientpulse_platform`;
      const seen = () => sql`select id from rows`.then((found) => found.length);
      await expect(sql`insert into rows values (1)`).rejects.toThrow(/row-level security/);
      await sql`set role clientpulse_platform`;
      await sql`insert into rows values (1)`;
      expect(await seen()).toBe(1);
      await expect(sql`create function door() returns int language sql as 'select 1'`).rejects.toThrow(
        /permission denied/,
      );
      await sql`reset role`;
      expect(await seen()).toBe(0);
    });
  });

  test("the platform makes the worker's schema by itself", async () => {
    await ask(urls().platform, (sql) => sql`create schema graphile_worker`);
  });

  test("nobody else gets in", async () => {
    await ask(server.adminUrl(), (sql) => sql`create role stranger login password 'stranger'`);
    const url = new URL(server.adminUrl("clientpulse"));
    url.username = "stranger";
    url.password = "stranger";
    await expect(ask(url.href, (sql) => sql`select 1`)).rejects.toThrow(/permission denied for database/);
  });
});
