import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { plantListeningClient } from "@/db/testing/asked";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { denyPayment } from "./deny-payment";
import { enterCode } from "./enter-code";
import { getPayment } from "./get-payment";
import { refundQuery } from "./input";
import { listInbox } from "./list-inbox";
import { listRefunds } from "./list-refunds";
import { matchReceipt } from "./match-receipt";
import { deskActor, newCode } from "./testing/desk";
import { holdWithDeposit, makeMoneyHouse } from "./testing/money-house";

// No question about a few payments reads all that a house ever had.
const { client, asked } = plantListeningClient(2);
const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => Promise.all([client.end(), sql.end()]));

const many = 20_000;
const few = 500;
const longTables = /payments|refunds|mpesa_receipts|ledger_/;
const isWhole = /Seq Scan on (payments|refunds|mpesa_receipts|ledger_)/;
let house: Awaited<ReturnType<typeof makeMoneyHouse>>;
let bookings: string[];
let ids: string[];

/** Years of a house: nearly all of it is over and vouched for. */
beforeAll(async () => {
  house = await makeMoneyHouse(null);
  const { tenantId } = house;
  bookings = [];
  for (const at of [0, 1]) bookings.push((await holdWithDeposit(sql, house, { at })).bookingId);
  const saleId = newId();
  await sql`insert into sales (tenant_id, id, number, status, subtotal_minor, total_minor, currency)
    values (${tenantId}, ${saleId}, 1, 'closed', 100000, 100000, 'KES')`;
  await sql`
    insert into payments (tenant_id, id, purpose, sale_id, method, amount_minor, currency, status, proof, receipt, claimed, doubt,
      settled_at, created_at)
    select ${tenantId}, gen_random_uuid(), 'sale', ${saleId}, 'code', 100000, 'KES', 'paid',
      case when n % 500 = 0 then 'word' else 'statement' end, 'Z' || lpad(n::text, 9, '0'),
      case when n % 500 = 0 then 'C' || lpad(n::text, 9, '0') end, case when n % 1000 = 0 then 'late' end,
      now() - n * interval '10 minutes', now() - n * interval '10 minutes' from generate_series(1, ${many}::int) n`;
  await sql`insert into mpesa_receipts (tenant_id, receipt, amount_minor, paid_at, source, payment_id)
    select tenant_id, receipt, amount_minor, created_at, 'pull', id from payments where tenant_id = ${tenantId}`;
  await sql`insert into mpesa_receipts (tenant_id, receipt, amount_minor, paid_at, source)
    select ${tenantId}, 'U' || lpad(n::text, 9, '0'), 50000, now() - n * interval '1 hour', 'pull' from generate_series(1, 40) n`;
  await sql.begin(async (tx) => {
    await tx`insert into ledger_transactions (tenant_id, id, kind, source, at, day, payment_id, created_at)
      select tenant_id, gen_random_uuid(), 'sale', 'payment ' || id, created_at, created_at::date, id, created_at
      from payments where tenant_id = ${tenantId}`;
    await tx`insert into ledger_entries (tenant_id, transaction_id, position, account, debit_minor, credit_minor, currency)
      select t.tenant_id, t.id, side, case side when 0 then 'mpesa' else 'customers' end, 100000 * (1 - side), 100000 * side, 'KES'
      from ledger_transactions t, generate_series(0, 1) side where t.tenant_id = ${tenantId}`;
  });
  await sql`insert into refunds (tenant_id, id, payment_id, amount_minor, currency, why, status, not_before, created_at)
    select tenant_id, gen_random_uuid(), id, 100000, 'KES', 'late', case when doubt is null then 'done' else 'queued' end, now(), created_at
    from payments where tenant_id = ${tenantId}`;
  await sql`analyze payments, refunds, mpesa_receipts, ledger_transactions, ledger_entries, bookings`;
  ids = (await sql`select id from payments where tenant_id = ${tenantId} and proof = 'word' limit 2`).map(
    ({ id }) => id,
  );
}, 120_000);

/** Which of the long tables were read from end to end by what was sent. */
async function readWhole(work: (scope: Scope) => Promise<unknown>): Promise<string[]> {
  asked.length = 0;
  await withTenant(house.tenantId, deskActor, work);
  const own = asked.filter(({ text }) => longTables.test(text) && /^\s*(select|with|update)/i.test(text));
  expect(own.length).toBeGreaterThan(0);
  const found: string[] = [];
  await client.begin(async (tx) => {
    await tx`select set_config('app.tenant_id', ${house.tenantId}, true)`;
    for (const { text, params } of own) {
      const how = /^\s*update/i.test(text) ? "explain" : "explain (analyze, timing off)";
      const plan = (await tx.unsafe(`${how} ${text}`, params as never[])).map((row) => String(row["QUERY PLAN"]));
      const whole = plan.filter(
        (line) => isWhole.test(line) || Number(/Rows Removed by .*: (\d+)/.exec(line)?.[1]) > few,
      );
      found.push(...whole.map((line) => `${line.trim()} of ${text.trim().slice(0, 150)}`));
    }
  });
  return found;
}

test.for<[string, (scope: Scope) => Promise<unknown>]>([
  ["the inbox", listInbox],
  ["what is to be given back", (scope) => listRefunds(scope, refundQuery.parse({}))],
  ["one payment", (scope) => getPayment(scope, ids[0]!)],
  ["matching", (scope) => matchReceipt(scope, { receipt: "U000000001", bookingId: bookings[0]! })],
  ["a code", (scope) => enterCode(scope, { bookingId: bookings[1]!, code: newCode() })],
  ["denying", (scope) => denyPayment(scope, { paymentId: ids[1]!, note: "x" })],
])("%s reads no long table from end to end", async ([, work]) => {
  expect(await readWhole(work)).toEqual([]);
});
