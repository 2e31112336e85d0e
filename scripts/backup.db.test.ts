import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "@/db/testing/database";
import { makeHouse } from "@/db/testing/house";
import { readBackup } from "./lib/backup-read.mjs";
import { writeBackup } from "./lib/backup-write.mjs";

let folder: string;
let file: string;
let tenantId: string;
const connect = (url: string | undefined) => postgres(String(url), { max: 1, onnotice: () => {} });
const owner = connect(process.env.DATABASE_OWNER_URL);
const platform = connect(process.env.DATABASE_PLATFORM_URL);
const awkward = 'Wanjirũ "Ciru"\t\\.\nline two, \\N and ü 😀';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "clientpulse-backup-"));
  file = join(folder, "backup.gz");
  ({ tenantId } = await makeHouse());
  await platform`insert into customers (tenant_id, id, name, phone, guardian_id) values
    (${tenantId}, '00000000-0000-7000-8000-000000000002', 'Child', null, '00000000-0000-7000-8000-000000000001'),
    (${tenantId}, '00000000-0000-7000-8000-000000000001', ${awkward}, '+254700000001', null)`;
  await platform`insert into event_heads (tenant_id, epoch, seq) values (${tenantId}, 1, 2)
    on conflict (tenant_id) do update set epoch = 1, seq = 2`;
  for (const seq of [1, 2]) {
    await platform`insert into events (tenant_id, seq, name, audience, entity, entity_id, payload, actor)
      values (${tenantId}, ${seq}, 'booking.placed', '{desk}', 'booking', ${tenantId}, '{"a": [1, null]}', '{}')`;
  }
  await platform`select graphile_worker.add_job('tell_customer', '{"eventSeq": 2}')`;
  await writeBackup(owner, file);
});

afterAll(async () => {
  await Promise.all([owner.end(), platform.end()]);
  await rm(folder, { recursive: true, force: true });
});

async function tablesOf(sql: postgres.Sql) {
  const tables = await sql`select c.relname as name from pg_class c
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'event_heads'`;
  const contents: Record<string, unknown> = {};
  for (const { name } of tables) {
    contents[name] = await sql.unsafe(`select to_jsonb(t) as row from ${name} t order by to_jsonb(t)::text`);
  }
  return contents;
}

const catalogue = (sql: postgres.Sql) => sql`
  select c.relname, c.relrowsecurity, c.relforcerowsecurity,
    (select array_agg(conname || pg_get_constraintdef(oid) || convalidated order by conname)
      from pg_constraint where conrelid = c.oid) as constraints,
    (select array_agg(tgname::text || tgenabled::text order by tgname) from pg_trigger
      where tgrelid = c.oid and not tgisinternal) as triggers
  from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`;

test("a restore holds the same rows behind the same fence, and a log with a new epoch", async () => {
  const target = await testDatabase();
  const [sql, reader] = [connect(target.ownerUrl), connect(target.platformUrl)];
  try {
    await readBackup(sql, file);
    expect(await tablesOf(reader)).toEqual(await tablesOf(platform));
    expect(await catalogue(reader)).toEqual(await catalogue(platform));
    expect(await sql`select count(*)::int as rows from customers`).toEqual([{ rows: 0 }]);

    const [head] = await reader`select epoch, seq::int from event_heads where tenant_id = ${tenantId}`;
    expect(head).toEqual({ epoch: expect.any(Number), seq: 2 });
    expect(head?.epoch).toBeGreaterThan(1);

    // The job that waited still waits, and the next one gets a number of its own.
    await reader`select graphile_worker.add_job('tell_customer', '{}')`;
    const jobs = await reader`select payload from graphile_worker._private_jobs order by id`;
    expect(jobs.map((job) => job.payload)).toEqual([{ eventSeq: 2 }, {}]);
  } finally {
    await Promise.all([sql.end(), reader.end()]);
  }
});

test("a house without a single row is backed up and restored too", async () => {
  const [empty, target] = [await testDatabase(), await testDatabase()];
  const [from, to] = [connect(empty.ownerUrl), connect(target.ownerUrl)];
  try {
    await writeBackup(from, join(folder, "empty.gz"));
    const { rows } = await readBackup(to, join(folder, "empty.gz"));
    expect(rows.bookings).toBe(0);
    expect(await catalogue(to)).toEqual(await catalogue(from));
  } finally {
    await Promise.all([from.end(), to.end()]);
  }
});

test("a full database is refused, and left as it is", async () => {
  await expect(readBackup(owner, file)).rejects.toThrow(/not empty/);
  expect(await platform`select epoch from event_heads where tenant_id = ${tenantId}`).toEqual([{ epoch: 1 }]);
});

test.each<[string, (text: string) => string, RegExp]>([
  ["cut off", (text) => text.slice(0, text.lastIndexOf('{"end"')), /ends too early/],
  ["short of a row", (text) => text.replace(/.*Child.*\n/, ""), /damaged in customers|violates foreign key/],
  [
    "made with other migrations",
    (text) => text.replace(/"migrations":\["/, '"migrations":["0'),
    /version of ClientPulse/,
  ],
  ["of something else", () => "{}\n", /not a backup/],
])("a backup that is %s leaves the database empty", async (_, spoil, message) => {
  const target = await testDatabase();
  const [sql, reader] = [connect(target.ownerUrl), connect(target.platformUrl)];
  const spoilt = join(folder, "spoilt.gz");
  await writeFile(spoilt, gzipSync(spoil(gunzipSync(await readFile(file)).toString())));
  try {
    await expect(readBackup(sql, spoilt)).rejects.toThrow(message);
    expect(await reader`select id from tenants where kind = 'business'`).toEqual([]);
    expect(await catalogue(reader)).toEqual(await catalogue(platform));
  } finally {
    await Promise.all([sql.end(), reader.end()]);
  }
});
