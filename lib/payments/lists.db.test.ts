import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import type { Actor, Scope } from "@/lib/tenancy/scope";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { paymentQuery, refundQuery } from "./input";
import { listInbox } from "./list-inbox";
import { listPayments } from "./list-payments";
import { listRefunds } from "./list-refunds";
import { deskActor } from "./testing/desk";

const sent: string[] = [];
const client = postgres(process.env.DATABASE_URL!, { max: 1, onnotice: () => {} });
const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => Promise.all([client.end(), sql.end()]));
// Planted where the code looks for its client.
(globalThis as unknown as Record<symbol, unknown>)[Symbol.for("clientpulse.db")] = drizzle(client, {
  casing: "snake_case",
  logger: { logQuery: (text) => sent.push(text) },
});

const many = 2_000;
let house: House;
let other: House;

/** A minute apart up to now: every tenth late, every fifth by somebody's word, every twentieth doubtful and given back. */
beforeAll(async () => {
  [house, other] = await Promise.all([makeHouse(), makeHouse()]);
  const { tenantId } = house;
  await sql`insert into customers (tenant_id, id, name, phone)
    select ${tenantId}, gen_random_uuid(), 'Customer ' || n, '+2547' || (20000000 + n) from generate_series(1, 50) n`;
  // What they were for, as far as a list shows it.
  await sql`insert into sales (tenant_id, id, number, status, subtotal_minor, total_minor, currency, created_at)
    select ${tenantId}, gen_random_uuid(), n, 'open', 100000, 100000, 'KES', now() from generate_series(1, ${many}) n`;
  await sql`
    with people as (select id, row_number() over (order by name) as nth from customers where tenant_id = ${tenantId})
    insert into payments (tenant_id, id, purpose, sale_id, customer_id, method, amount_minor, currency, status, proof, receipt, doubt, created_at)
    select ${tenantId}, gen_random_uuid(), 'sale', s.id, p.id, case when n % 2 = 0 then 'prompt' else 'code' end,
      100000, 'KES', case when n % 10 = 0 then 'paid_late' when n % 4 = 0 then 'declined' else 'paid' end,
      case when n % 5 = 0 then 'word' else 'callback' end, 'Z' || lpad(n::text, 9, '0'),
      case when n % 20 = 0 then 'late' end, now() - n * interval '1 minute'
    from generate_series(1, ${many}) n join people p on p.nth = 1 + n % 50
    join sales s on s.tenant_id = ${tenantId} and s.number = n`;
  await sql`
    insert into refunds (tenant_id, id, payment_id, amount_minor, currency, why, status, not_before, created_at)
    select tenant_id, gen_random_uuid(), id, amount_minor, 'KES', 'late', 'queued', now(), created_at
    from payments where tenant_id = ${tenantId} and doubt is not null`;
  await sql`
    insert into mpesa_receipts (tenant_id, receipt, amount_minor, paid_at, source)
    select ${tenantId}, 'U' || lpad(n::text, 9, '0'), 50000, now() - n * interval '1 minute', 'pull' from generate_series(1, 300) n`;
  await sql`analyze payments, refunds, mpesa_receipts, customers`;
}, 60_000);

const ask = async <T>(work: (scope: Scope) => Promise<T>, tenantId = house.tenantId, actor: Actor = deskActor) => {
  sent.length = 0;
  const value = await readTenant(tenantId, actor, work);
  return { value, statements: sent.filter((text) => !text.includes("set_config") && !text.startsWith("set ")).length };
};
const list = (asked: object) => ask((scope) => listPayments(scope, paymentQuery.parse(asked)));

async function everything(asked: object) {
  const ids: string[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const { value }: Awaited<ReturnType<typeof list>> = await list({ ...asked, limit: 100, cursor });
    ids.push(...value.items.map(({ id }) => id));
    cursor = value.nextCursor;
  }
  return ids;
}

test("a page of payments costs as many statements as one payment, however long it is", async () => {
  const [short, long] = [await list({ limit: 1 }), await list({ limit: 100 })];
  expect([short.value.items.length, long.value.items.length]).toEqual([1, 100]);
  expect([short.statements, long.statements]).toEqual([2, 2]);
});

test("page by page each comes once, and the sums are of all that is left", async () => {
  const ids = await everything({});
  expect([ids.length, new Set(ids).size]).toEqual([many, many]);
  const { totals } = (await list({})).value;
  expect(totals.payments).toBe(many);
  expect(totals.paidMinor).toBe((many - many / 4 + many / 20) * 100_000);
});

test.each([
  [{ only: "late" }, many / 10],
  [{ only: "doubtful" }, many / 20],
  [{ status: "failed" }, many / 4 - many / 20],
  [{ method: "code" }, many / 2],
  [{ text: "z000000007" }, 1],
  [{ text: "Customer 7" }, many / 50],
  [{ text: "%" }, 0],
  [{ to: "2020-01-01" }, 0],
])("narrowed to %j", async (asked, count) => {
  expect((await list(asked)).value.totals.payments).toBe(count);
});

test("the inbox is five statements, of a hundred lines each at most, with the count of all", async () => {
  const { value, statements } = await ask(listInbox);
  expect(statements).toBeLessThanOrEqual(5);
  expect([value.payments.length, value.receipts.length]).toEqual([100, 100]);
  expect(value.counts).toEqual({ payments: many / 20, receipts: 300, refunds: many / 20 });
});

test("refunds come oldest first, page by page, in three statements", async () => {
  const { value, statements } = await ask((scope) => listRefunds(scope, refundQuery.parse({ limit: 60 })));
  expect(statements).toBe(3);
  const next = await ask((scope) => listRefunds(scope, refundQuery.parse({ limit: 60, cursor: value.nextCursor })));
  const ids = [...value.items, ...next.value.items].map(({ id }) => id);
  expect([ids.length, new Set(ids).size, next.value.nextCursor]).toEqual([100, 100, null]);
  expect(value.items[0]!.at < value.items[1]!.at).toBe(true);
  const done = await ask((scope) => listRefunds(scope, refundQuery.parse({ which: "done" })));
  expect(done.value.items).toEqual([]);
});

test("another business has nothing of it", async () => {
  expect((await ask(listInbox, other.tenantId)).value).toMatchObject({ payments: [], receipts: [], days: [] });
  const { value } = await ask((scope) => listPayments(scope, paymentQuery.parse({})), other.tenantId);
  expect(value).toMatchObject({ items: [], totals: { payments: 0, paidMinor: 0 }, nextCursor: null });
});

test("cash and cards are not among what is to be verified: nobody else could vouch for them", async () => {
  const { tenantId } = await makeHouse();
  await sql`insert into sales (tenant_id, id, number, status, subtotal_minor, total_minor, currency, created_at)
    values (${tenantId}, ${tenantId}, 1, 'open', 300000, 300000, 'KES', now())`;
  await sql`insert into payments (tenant_id, id, purpose, sale_id, method, amount_minor, currency, status, proof, receipt)
    select ${tenantId}, gen_random_uuid(), 'sale', ${tenantId}, method, 100000, 'KES', 'paid', 'word',
      case when method = 'code' then 'SWORD12345' end from unnest(array['cash', 'card', 'code']) method`;
  const { value } = await ask((scope) => listPayments(scope, paymentQuery.parse({ only: "unverified" })), tenantId);
  expect(value.items.map(({ method }) => method)).toEqual(["code"]);
  const all = await ask((scope) => listPayments(scope, paymentQuery.parse({})), tenantId);
  expect(all.value.totals).toMatchObject({ payments: 3, paidMinor: 300_000, unverifiedMinor: 100_000 });
});

test("what is asked for at the till stands among what is to be given back, and is no more payable than before", async () => {
  const { tenantId } = await makeHouse();
  await sql`insert into refunds (tenant_id, id, amount_minor, currency, why, status, method, note, not_before)
    values (${tenantId}, gen_random_uuid(), 5000, 'KES', 'returned', 'asked', 'cash', 'The colour came out wrong', now())`;
  const { value } = await ask((scope) => listRefunds(scope, refundQuery.parse({})), tenantId);
  expect(value.items).toMatchObject([{ status: "asked", note: "The colour came out wrong", reversible: false }]);
  expect((await ask(listInbox, tenantId)).value.counts.refunds).toBe(1);
});
