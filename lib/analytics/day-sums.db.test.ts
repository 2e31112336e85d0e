import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/tenancy/scope";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { getRevenue } from "./get-revenue";
import { revenueQuery } from "./input";
import { keepDaySums } from "./keep-day-sums";
import { busyYear } from "./testing/busy-year";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 4, onnotice: () => {} });
afterAll(() => sql.end());

let tenantId: string;
beforeAll(async () => {
  ({ tenantId } = await busyYear(process.env.TEST_ADMIN_URL!, { bookings: 500, customers: 40, visits: 400 }));
});

const owner: Actor = { kind: "member", userId: newId(), role: "owner", staffId: null };
const worker: Actor = { kind: "system", job: "tidy" };
const today = () => localDate(now(), "Africa/Nairobi");

/** A year until today, whatever day that is. */
const year = () => {
  const asked = { from: addDays(today(), -364), to: today(), compare: "year" };
  return readTenant(tenantId, owner, (scope) => getRevenue(scope, revenueQuery.parse(asked)));
};
async function keep(): Promise<void> {
  while (await withTenant(tenantId, worker, (scope) => keepDaySums(scope, today())));
}
const forget = () => sql.begin((tx) => [tx`delete from day_parts`, tx`delete from day_sums`]);
const kept = async () =>
  (await sql`select day::text as day from day_sums where tenant_id = ${tenantId} order by day`).map(({ day }) => day);

/** The same from what is kept, as it is now, and from every line of the ledger. */
async function expectSame(): Promise<void> {
  const asKept = await year();
  await forget();
  expect(asKept).toEqual(await year());
  await keep();
  expect(await year()).toEqual(asKept);
}

/** So much by card for nails on that day, as a sale of its own or of the one that is named. */
const charge = (tx: postgres.Sql | postgres.TransactionSql, day: string, saleId: string | null = null) => {
  const id = newId();
  return tx`with l as (
      insert into ledger_transactions (tenant_id, id, kind, source, at, day, sale_id)
      values (${tenantId}, ${id}, 'sale', ${`test ${id}`}, now(), ${day}, ${saleId}))
    insert into ledger_entries (tenant_id, transaction_id, position, account, debit_minor, credit_minor, currency)
    values (${tenantId}, ${id}, 0, 'customers', 70000, 0, 'KES'), (${tenantId}, ${id}, 1, 'services', 0, 70000, 'KES')`;
};

const someSale = async () => {
  const [sale] = await sql`select l.sale_id as id, l.day::text as day from ledger_transactions l
    where l.tenant_id = ${tenantId} and l.sale_id is not null and l.day < ${today()} order by l.day desc, l.id limit 1`;
  return sale as unknown as { id: string; day: string };
};

test("every day that is over is kept, today is not, and a year's report says the same as before", async () => {
  const live = await year();
  await keep();
  const days = await sql`select distinct day::text as day from ledger_transactions
    where tenant_id = ${tenantId} and day < ${today()} order by day`;
  expect(await kept()).toEqual(days.map(({ day }) => day));
  expect(days.length).toBeGreaterThan(200);
  expect(await year()).toEqual(live);
  expect(live.total.earnedMinor).toBeGreaterThan(0);
});

test.each([
  ["money that counts for it", (day: string) => charge(sql, day)],
  ["more of a sale of that day", (day: string, id: string) => charge(sql, day, id)],
  [
    "who served",
    (_: string, id: string) => sql`update sale_lines set staff_id = (select id from staff where tenant_id = ${tenantId}
      and id is distinct from (select staff_id from sale_lines l where l.tenant_id = ${tenantId} and l.sale_id = ${id} limit 1) limit 1)
      where tenant_id = ${tenantId} and sale_id = ${id}`,
  ],
  [
    "one thing more that was sold",
    (
      _: string,
      id: string,
    ) => sql`insert into sale_lines (tenant_id, id, sale_id, position, product_id, name, quantity, unit_minor)
      select tenant_id, gen_random_uuid(), ${id}, 90, id, name, 1, 30000 from products where tenant_id = ${tenantId} limit 1`,
  ],
  [
    "one thing less",
    (_: string, id: string) => sql`delete from sale_lines where tenant_id = ${tenantId} and sale_id = ${id}
      and position = (select max(position) from sale_lines where tenant_id = ${tenantId} and sale_id = ${id})`,
  ],
])("a day is counted anew when there is something new of it: %s", async (_, change) => {
  await keep();
  const before = await year();
  const { id, day } = await someSale();
  expect(await kept()).toContain(day);
  await change(day, id);
  expect(await kept()).not.toContain(day);
  expect(await year()).not.toEqual(before);
  await expectSame();
  expect(await kept()).toContain(day);
});

test("what is written before days are added up is in them", async () => {
  await forget();
  const day = addDays(today(), -20);
  const before = (await year()).total.earnedMinor;
  const writer = await sql.reserve();
  try {
    await writer`begin`;
    await charge(writer, day);
    // Whoever takes money is not waited for, nor kept waiting: it is done another time.
    await keep();
    expect(await kept()).toEqual([]);
    await writer`commit`;
  } finally {
    await writer`rollback`;
    writer.release();
  }
  await keep();
  expect(await kept()).toContain(day);
  expect((await year()).total.earnedMinor).toBe(before + 70_000);
});

test("what is written while days are added up waits, and takes its day out", async () => {
  await forget();
  const day = addDays(today(), -20);
  const before = (await year()).total.earnedMinor;
  const waiting = () => sql`select 1 from pg_locks where locktype = 'advisory' and not granted
    and database = (select oid from pg_database where datname = current_database())`;
  let writing: Promise<unknown> = Promise.resolve();
  await withTenant(tenantId, worker, async (scope) => {
    await keepDaySums(scope, today());
    writing = charge(sql, day).then();
    await expect.poll(async () => (await waiting()).length, { timeout: 5_000 }).toBe(1);
  });
  await writing;
  expect(await kept()).not.toContain(day);
  expect((await year()).total.earnedMinor).toBe(before + 70_000);
  await expectSame();
});

test("the drawer that is open keeps its cash to itself, whatever is kept of its days", async () => {
  await keep();
  const openedAt = `${addDays(today(), -40)}T08:00:00+03:00`;
  await sql`insert into drawer_sessions (tenant_id, id, opened_at, opened_by, float_minor, currency)
    values (${tenantId}, ${newId()}, ${openedAt}, ${newId()}, 0, 'KES')`;
  const open = await year();
  expect(open.withoutDrawer).toBe(true);
  await forget();
  expect(await year()).toEqual(open);
});
