import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TestDatabase } from "@/db/testing/copies";
import { testDatabase } from "@/db/testing/database";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { importCommand } from "./testing/command";
import { bora, dumpOf } from "./testing/old-dump";
import { stateOf } from "./testing/state";

const folder = mkdtempSync(join(tmpdir(), "moving-in-"));
const dump = join(folder, "dump.json");
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(dump, dumpOf(localDate(now(), "Africa/Nairobi")));

let [first, second]: TestDatabase[] = [];
beforeAll(async () => {
  first = await testDatabase();
  second = await testDatabase();
});

/** The command itself, as another process; `closed`: when it is gone, however it went. */
function start(database: TestDatabase) {
  const { args, ...where } = importCommand(database, { dump, files: join(folder, database.name) });
  const child = spawn(process.execPath, args, { ...where, stdio: ["ignore", "pipe", "inherit"] });
  return { child, closed: once(child, "close") };
}

async function whole(database: TestDatabase): Promise<string> {
  const { child, closed } = start(database);
  let words = "";
  child.stdout.on("data", (piece) => {
    words += piece;
  });
  const [code] = await closed;
  expect(code, words).toBe(0);
  return words;
}

async function killed({ child, closed }: ReturnType<typeof start>): Promise<void> {
  child.kill("SIGKILL");
  await closed;
}

/** What is drawn by lot, or says when it was written. */
const byChance =
  `created_at at reference code run epoch updated_at expires_at decided_at disabled_at archived_at password_hash
  id payload due_at`.split(/\s+/);

test("killed within one business and between two, and begun again, it ends as if nothing had happened", async () => {
  const sql = postgres(second!.adminUrl, { max: 3, onnotice: () => {} });
  const waits = async () =>
    (await sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`).length;
  const others = async () =>
    (await sql`select 1 from pg_stat_activity where datname = current_database() and usename = 'clientpulse_app'`)
      .length;
  try {
    const within = await sql.reserve();
    await within`begin`;
    await within`lock table stock_movements in access exclusive mode`;
    const one = start(second!);
    await expect.poll(waits, { timeout: 40_000 }).toBe(1);
    await killed(one);
    await within`rollback`;
    within.release();
    await expect.poll(others).toBe(0);
    await expect.poll(async () => (await sql`select 1 from tenants where kind = 'business'`).length).toBe(0);

    const between = await sql.reserve();

    await between`select pg_advisory_lock(hashtextextended(${`moving in ${bora}`}, 0))`;
    const other = start(second!);
    await expect.poll(waits, { timeout: 40_000 }).toBe(1);
    await killed(other);
    await between`select pg_advisory_unlock_all()`;
    between.release();
    const names = await sql`select name from tenants where kind = 'business'`;
    expect(names.map(({ name }) => name)).toEqual(["Zuri Nails & Hair"]);

    await whole(second!);
    expect(await whole(first!)).toContain("Everything adds up.");
    const clean = postgres(first!.adminUrl, { max: 1, onnotice: () => {} });
    try {
      expect(await stateOf(sql, byChance)).toEqual(await stateOf(clean, byChance));
    } finally {
      await clean.end();
    }
  } finally {
    await sql.end();
  }
}, 120_000);
