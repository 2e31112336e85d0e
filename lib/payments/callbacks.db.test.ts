import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { runDueJobs } from "@/lib/jobs/worker";
import { hearCallback, readHeard } from "./hear-callback";
import { moneyToken } from "./payment-token";
import { holdWithDeposit, type Money, makeMoneyHouse, prompt, startMoney } from "./testing/money-house";

// Forged, repeated, altered and late: what somebody posts to a payment's address, and what it does.
const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 4, onnotice: () => {} });
const safaricom = "196.201.212.69";
let money: Money;
let house: Awaited<ReturnType<typeof makeMoneyHouse>>;
beforeAll(async () => {
  money = await startMoney({ headless: false });
});
beforeEach(async () => {
  house = await makeMoneyHouse(money.simulator);
});
afterAll(() => Promise.all([money.stop(), sql.end()]));

let phones = 0;
/** A prompt that waits on a phone. */
async function waiting(given: { in?: typeof house; at?: number } = {}) {
  const where = given.in ?? house;
  const { bookingId } = await holdWithDeposit(sql, where, { at: given.at ?? 0 });
  const id = await prompt(where.tenantId, bookingId, `07130000${String(phones++).padStart(2, "0")}`);
  const [row] =
    await sql`select merchant_request_id as merchant, checkout_request_id as checkout from payments where id = ${id}`;
  return { id, bookingId, merchant: row!.merchant as string, checkout: row!.checkout as string };
}
type Ids = { merchant: string; checkout: string };

const said = ({ merchant, checkout }: Ids, code: number | string, items?: Record<string, unknown>) =>
  Buffer.from(
    JSON.stringify({
      Body: {
        stkCallback: {
          MerchantRequestID: merchant,
          CheckoutRequestID: checkout,
          ResultCode: code,
          ResultDesc: "words",
          ...(items && { CallbackMetadata: { Item: Object.entries(items).map(([Name, Value]) => ({ Name, Value })) } }),
        },
      },
    }),
  );
const success = (ids: Ids, receipt: string, amount: unknown = 500) =>
  said(ids, 0, { Amount: amount, MpesaReceiptNumber: receipt, TransactionDate: 20261128120000 });
const hear = (id: string, body: Buffer, address = safaricom) => hearCallback(moneyToken("payment", id), body, address);
const stateOf = async (id: string) => {
  const [row] = await sql`
    select p.status, p.receipt, p.doubt, b.status as booking, (select count(*)::int from ledger_transactions t
      where t.tenant_id = p.tenant_id and t.payment_id = p.id) as entries
    from payments p join bookings b on b.tenant_id = p.tenant_id and b.id = p.booking_id where p.id = ${id}`;
  return row!;
};
const verdicts = async (id: string) =>
  (await sql`select verdict from payment_callbacks where payment_id = ${id} order by created_at, id`).map(
    (row) => row.verdict,
  );

test("the same success, fifty times at once and once more a minute later, is one payment and one entry", async () => {
  const one = await waiting();
  const body = success(one, "ZA11AAAAA1");
  expect(await Promise.all(Array.from({ length: 50 }, () => hear(one.id, body)))).not.toContain(null);
  await runDueJobs(house.tenantId);
  await money.pass(60_000);
  await hear(one.id, body);
  await runDueJobs(house.tenantId);
  expect(await stateOf(one.id)).toMatchObject({
    status: "paid",
    receipt: "ZA11AAAAA1",
    entries: 1,
    booking: "confirmed",
  });
  const settled = await sql`select 1 from events where tenant_id = ${house.tenantId} and name = 'payment.settled'`;
  expect(settled).toHaveLength(1);
});

test("what was heard is read at once, beside the job and before it: one payment and one entry", async () => {
  const [one, two] = [await waiting(), await waiting({ at: 1 })];
  const heard = (await hear(one.id, success(one, "ZA11AAAAA4")))!;
  await readHeard(heard);
  expect(await stateOf(one.id)).toMatchObject({ status: "paid", entries: 1, booking: "confirmed" });
  const both = (await hear(two.id, success(two, "ZA11AAAAA5")))!;
  await Promise.all([readHeard(both), readHeard(both), runDueJobs(house.tenantId)]);
  await runDueJobs(house.tenantId);
  for (const { id } of [one, two]) expect(await stateOf(id)).toMatchObject({ status: "paid", entries: 1 });
  const settled = await sql`select 1 from events where tenant_id = ${house.tenantId} and name = 'payment.settled'`;
  expect(settled).toHaveLength(2);
});

test("paid stays paid, whatever comes after", async () => {
  const one = await waiting();
  await hear(one.id, success(one, "ZA11AAAAA2"));
  await runDueJobs(house.tenantId);
  await hear(one.id, said(one, 1037));
  await hear(one.id, success(one, "ZA11AAAAA3"));
  await runDueJobs(house.tenantId);
  expect(await stateOf(one.id)).toMatchObject({ status: "paid", receipt: "ZA11AAAAA2", entries: 1 });
  expect(await verdicts(one.id)).toEqual(["settle", "already_paid", "already_paid"]);
});

test("a callback with the wrong amount, merchant id, checkout id or nothing in it credits nothing", async () => {
  const one = await waiting();
  const other = await waiting({ at: 1 });
  await hear(one.id, success(one, "ZA11AAAAB1", 1));
  await hear(one.id, success(one, "ZA11AAAAB1", "1e3"));
  await hear(one.id, success({ ...one, merchant: "1-1-1" }, "ZA11AAAAB2"));
  await hear(one.id, success(other, "ZA11AAAAB3"));
  for (const junk of ["{", "[]", "null", '{"Body":null}', '{"Body":{"stkCallback":{}}}'])
    await hear(one.id, Buffer.from(junk));
  await runDueJobs(house.tenantId);
  expect(await stateOf(one.id)).toMatchObject({
    status: "pending",
    entries: 0,
    doubt: "amount_differs",
    booking: "held",
  });
  expect(await stateOf(other.id)).toMatchObject({ status: "pending", entries: 0 });
  expect(new Set(await verdicts(one.id))).toEqual(new Set(["amount_differs", "incomplete", "ids_differ", "malformed"]));
});

test("without its ids no callback finds a payment: cash and the like have none", async () => {
  const one = await waiting();
  const body = JSON.parse(success(one, "ZA11AAAAC1").toString());
  delete body.Body.stkCallback.CheckoutRequestID;
  await sql`update payments set checkout_request_id = null, status = 'declined' where id = ${one.id}`;
  await hear(one.id, Buffer.from(JSON.stringify(body)));
  await runDueJobs(house.tenantId);
  expect(await stateOf(one.id)).toMatchObject({ status: "declined", entries: 0 });
});

test("from an address that is not Safaricom's it is asked about first, and believed when Safaricom says the same", async () => {
  const one = await waiting();
  await hear(one.id, success(one, "ZA11AAAAD1"), "203.0.113.7");
  await runDueJobs(house.tenantId);
  expect(await stateOf(one.id)).toMatchObject({ status: "pending", entries: 0 });
  const [view] = money.simulator.control.prompts();
  money.simulator.control.tap(view!.id, "approve");
  money.simulator.control.holdCallbacks();
  await money.pass(20_000, 5_000);
  await money.pass(60_000, 20_000);
  expect(await stateOf(one.id)).toMatchObject({ status: "paid", entries: 1 });
  money.simulator.control.reset();
});

test("one receipt pays for one thing", async () => {
  const [one, two] = [await waiting(), await waiting({ at: 1 })];
  await hear(one.id, success(one, "ZA11AAAAE1"));
  await runDueJobs(house.tenantId);
  await hear(two.id, success(two, "ZA11AAAAE1"));
  await runDueJobs(house.tenantId);
  expect(await stateOf(two.id)).toMatchObject({ status: "pending", entries: 0, doubt: "receipt_used" });
});

test("a business's callback cannot touch another's payment", async () => {
  const elsewhere = await makeMoneyHouse(money.simulator);
  const [one, foreign] = [await waiting(), await waiting({ in: elsewhere })];
  await hear(one.id, success(foreign, "ZA11AAAAF1"));
  await runDueJobs();
  expect(await stateOf(foreign.id)).toMatchObject({ status: "pending", entries: 0 });
  expect(await verdicts(one.id)).toEqual(["ids_differ"]);
});

test("an address that was never given is nobody's, and nothing is kept", async () => {
  const one = await waiting();
  const token = moneyToken("payment", one.id);
  for (const wrong of [
    token.replace(/.$/, (last) => (last === "0" ? "1" : "0")),
    token.toUpperCase(),
    "",
    "../x",
    `${token}0`,
  ])
    expect(await hearCallback(wrong, success(one, "ZA11AAAAG1"), safaricom)).toBeNull();
  expect(await verdicts(one.id)).toEqual([]);
});

test("what comes while no job runs is kept, and read when one does; it is kept sealed", async () => {
  const one = await waiting();
  const began = performance.now();
  await hear(one.id, success(one, "ZA11AAAAH1"));
  expect(performance.now() - began).toBeLessThan(1_500);
  expect(await stateOf(one.id)).toMatchObject({ status: "pending" });
  const [kept] = await sql`select sealed from payment_callbacks where payment_id = ${one.id}`;
  expect(kept!.sealed).not.toContain("ZA11AAAAH1");
  await runDueJobs(house.tenantId);
  expect(await stateOf(one.id)).toMatchObject({ status: "paid" });
});

test("a receipt that Safaricom's own list gives to another payment is taken back by entries of its own", async () => {
  const [forged, rightful] = [await waiting(), await waiting({ at: 1 })];
  await sql`update payments set asked_at = now() where id = ${rightful.id}`;
  const [view] = money.simulator.control.prompts();
  money.simulator.control.holdCallbacks();
  money.simulator.control.tap(view!.id, "approve");
  await money.pass(3_000);
  const [moved] = money.simulator.control.till();
  await hear(forged.id, success(forged, moved!.receipt));
  await runDueJobs(house.tenantId);
  expect(await stateOf(forged.id)).toMatchObject({ status: "paid", entries: 1 });
  await money.pass(4 * 60_000, 10_000);
  expect(await stateOf(forged.id)).toMatchObject({
    status: "needs_review",
    entries: 2,
    doubt: "receipt_of_another",
    receipt: null,
  });
  expect(await stateOf(rightful.id)).toMatchObject({ status: "paid", entries: 1, receipt: moved!.receipt });
  const [{ sum } = { sum: 0 }] = await sql<{ sum: number }[]>`select sum(debit_minor - credit_minor)::int as sum
    from ledger_entries where tenant_id = ${house.tenantId} and account = 'mpesa'`;
  expect(sum).toBe(moved!.amount * 100);
  money.simulator.control.reset();
});

test("whoever is at the desk is told that money has come, once", async () => {
  const one = await waiting();
  await hear(one.id, success(one, "ZA11AAAAI1"));
  await runDueJobs(house.tenantId);
  await hear(one.id, success(one, "ZA11AAAAI1", 500.0));
  await runDueJobs(house.tenantId);
  const told =
    await sql`select name, title from notifications where tenant_id = ${house.tenantId} and name = 'payment.settled'`;
  expect(told).toEqual([{ name: "payment.settled", title: "KES 500 received" }]);
});
