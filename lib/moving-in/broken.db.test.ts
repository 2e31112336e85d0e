import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TestDatabase } from "@/db/testing/copies";
import { testDatabase } from "@/db/testing/database";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { moveIn } from "./move-in";
import type { Report } from "./report";
import { importCommand } from "./testing/command";
import { bora, dumpOf, oldDump, zuri } from "./testing/old-dump";

const today = localDate(now(), "Africa/Nairobi");
const folder = mkdtempSync(join(tmpdir(), "moving-in-"));
const [dump, reportFile] = [join(folder, "dump.json"), join(folder, "report.json")];
writeFileSync(dump, dumpOf(today));

let database: TestDatabase;
let sql: postgres.Sql;
beforeAll(async () => {
  database = await testDatabase();
  sql = postgres(database.adminUrl, { max: 2, onnotice: () => {} });
});
afterAll(async () => {
  await sql.end();
  rmSync(folder, { recursive: true });
});

async function command(): Promise<{ code: number; words: string; report: Report }> {
  const { args, cwd, env } = importCommand(database, { dump, files: join(folder, "files") });
  const [code, words] = await new Promise<[number, string]>((done) => {
    const child = execFile(process.execPath, args, { cwd, env: { ...env, MOVE_REPORT: reportFile } }, (_, out) =>
      done([child.exitCode ?? -1, out]),
    );
  });
  return { code, words, report: JSON.parse(readFileSync(reportFile, "utf8")) };
}

/** What the database does with an expense of Zuri's. */
const onExpense = (body: string) =>
  sql.unsafe(`create or replace function meddle() returns trigger language plpgsql as $$ begin
    if new.tenant_id = '${zuri}' then ${body} end if; return new; end $$;
    create or replace trigger meddle before insert on expenses for each row execute function meddle()`);
const houses = async () => (await sql`select id from tenants where kind = 'business'`).map(({ id }) => id);

test("a business that cannot be brought keeps no other out, and the report says why", async () => {
  await onExpense("raise exception 'no room on the disk';");
  const { code, words, report } = await command();
  expect([code, report.isRight, await houses()]).toEqual([1, false, [bora]]);
  expect(report.houses.map(({ id, failed }) => [id, failed])).toEqual([
    [zuri, "no room on the disk"],
    [bora, null],
  ]);
  expect(words).toContain("Nothing of it was kept: no room on the disk");
}, 60_000);

test("one cent that is off undoes that business", async () => {
  await onExpense(
    "if not exists (select from expenses where tenant_id = new.tenant_id) then new.amount_minor := new.amount_minor + 1; end if;",
  );
  const { code, words, report } = await command();
  expect([code, report.isRight, await houses()]).toEqual([1, false, [bora]]);
  expect(words).toMatch(/Expenses .*OFF BY/);
  expect(words).toContain("Zuri Nails & Hair: it does not add up");
  const off = report.houses.flatMap(({ sums }) => sums.filter((sum) => sum.off !== 0));
  expect(off.map(({ measure }) => measure)).toEqual(["expenses"]);
}, 60_000);

test("and when all is well again, everything comes in", async () => {
  await sql`drop trigger meddle on expenses`;
  const { code, report } = await command();
  expect([code, report.isRight, (await houses()).toSorted()]).toEqual([0, true, [bora, zuri].toSorted()]);
}, 60_000);

test("numbers and days that fit nowhere are refused by row, and no sign is cut in half", async () => {
  const old = oldDump(today);
  const changed = (model: string, nth: number, fields: Record<string, unknown>) => {
    const rows = old.get(model)!;
    return [
      ...rows.slice(0, nth),
      { ...rows[nth]!, fields: { ...rows[nth]!.fields, ...fields } },
      ...rows.slice(nth + 1),
    ];
  };
  const odd = new Map(old)
    .set("product", changed("product", 0, { current_stock: 3_000_000_000 }))
    .set("customer", changed("customer", 12, { name: `${"x".repeat(79)}😀` }))
    .set("expense", changed("expense", 0, { expense_date: "9026-11-01" }));
  const report = await moveIn(odd, { dryRun: true, media: null, times: "utc" });
  expect(report.houses.map(({ failed }) => failed)).toEqual([null, null]);
  expect(report.isRight).toBe(true);
  const refused = report.houses.flatMap(({ remarks }) => remarks.filter(({ fate }) => fate === "refused"));
  expect(refused.map(({ words }) => words)).toEqual(
    expect.arrayContaining(["current_stock is too large", "expense_date is no day of our time"]),
  );
});
