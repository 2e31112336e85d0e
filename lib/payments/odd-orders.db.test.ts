import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { runDueJobs } from "@/lib/jobs/worker";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/tenancy/scope";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { askToPay } from "./ask-to-pay";
import { enterCode } from "./enter-code";
import { hearCallback } from "./hear-callback";
import { hearResult } from "./hear-result";
import { lockPayment } from "./internal/payment";
import { settle } from "./internal/settle";
import { payRefund } from "./pay-refund";
import { moneyToken } from "./payment-token";
import { readCallbacks } from "./read-callbacks";
import { previewStatement } from "./read-in-statement";
import { sendReversal } from "./send-reversal";
import { takeDeposit } from "./take-deposit";
import { arrived, balanceIn, deskActor, newCode } from "./testing/desk";
import { holdWithDeposit, type Money, makeMoneyHouse, prompt, startMoney, visitor } from "./testing/money-house";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 4, onnotice: () => {} });
const owner: Actor = { kind: "member", userId: newId(), role: "owner", staffId: null };
let money: Money;
let house: Awaited<ReturnType<typeof makeMoneyHouse>>;
beforeAll(async () => {
  money = await startMoney();
});
beforeEach(async () => {
  house = await makeMoneyHouse(money.simulator);
});
afterAll(() => Promise.all([money.stop(), sql.end()]));

async function ask(at: number) {
  const { bookingId } = await holdWithDeposit(sql, house, { at });
  const a = await withTenant(house.tenantId, visitor, (s) =>
    askToPay(s, { bookingId, phone: `+25471${2_100_000 + at}` }),
  );
  if (!a.ok) throw new Error(a.refusal);
  const [row] = await sql`select reference from payments where id = ${a.value.paymentId}`;
  return { id: a.value.paymentId, bookingId, reference: row!.reference as string };
}
const body = (m: string, c: string, amount: number, receipt: string) =>
  Buffer.from(
    JSON.stringify({
      Body: {
        stkCallback: {
          MerchantRequestID: m,
          CheckoutRequestID: c,
          ResultCode: 0,
          ResultDesc: "ok",
          CallbackMetadata: {
            Item: [
              { Name: "Amount", Value: amount },
              { Name: "MpesaReceiptNumber", Value: receipt },
              { Name: "TransactionDate", Value: 20261128120000 },
            ],
          },
        },
      },
    }),
  );
const read = (id: string) =>
  withTenant(house.tenantId, { kind: "system", job: "t" }, (s) => readCallbacks(s, [{ paymentId: id }]));
const rowOf = async (id: string) => (await sql`select status, doubt, receipt, proof from payments where id = ${id}`)[0];
const system: Actor = { kind: "system", job: "t" };

test("the list is read again while something is open", async () => {
  const p = await ask(0);
  await sql`update payments set status = 'unknown', asked_at = now() where id = ${p.id}`;
  await sql`insert into due (tenant_id, id, kind, due_at, payload, created_at) values (${house.tenantId}, ${newId()}, 'pull_receipts', now() - interval '1 second', '{}', now())`;
  await runDueJobs(house.tenantId);
  const left =
    await sql`select kind, due_at, done_at from due where tenant_id = ${house.tenantId} and kind = 'pull_receipts'`;
  expect(left.filter(({ done_at: d }) => d === null)).toHaveLength(1);
});

test("a result that is quicker than the answer to its reversal is not overwritten, and nothing is paid twice", async () => {
  const { bookingId } = await holdWithDeposit(sql, house, { at: 0 });
  const paymentId = await prompt(house.tenantId, bookingId, "+254700000000");
  await money.pass(10_000, 5_000);
  const id = newId();
  await sql`insert into refunds (tenant_id, id, payment_id, booking_id, amount_minor, currency, why, status, not_before)
    values (${house.tenantId}, ${id}, ${paymentId}, ${bookingId}, 50000, 'KES', 'cancelled', 'queued', now() - interval '1 minute')`;
  const pay = (method: "reversal" | "cash") =>
    withTenant(house.tenantId, owner, (s) => payRefund(s, { refundId: id, method }));
  expect(await pay("reversal")).toMatchObject({ ok: true });
  const real = globalThis.fetch;
  globalThis.fetch = async (url, init) => {
    if (!String(url).includes("reversal")) return real(url, init);
    await hearResult(
      moneyToken("refund", id),
      { Result: { ResultCode: 0, OriginatorConversationID: "o", ConversationID: "AG_1", TransactionID: "ZB12345678" } },
      { kind: "result", address: "196.201.212.69" },
    );
    throw new TypeError("socket reset");
  };
  await sendReversal(house.tenantId, id).finally(() => {
    globalThis.fetch = real;
  });
  const [row] = await sql`select status, method from refunds where id = ${id}`;
  expect(await pay("cash")).toMatchObject({ refusal: "moved_on" });
  expect(row).toMatchObject({ status: "done" });
});

test("a payment that was taken back is booked when its own money comes", async () => {
  const [one, two] = [await ask(0), await ask(1)];
  const [r1, r2] = [newCode(), newCode()];
  await withTenant(house.tenantId, system, async (s) =>
    settle(s, (await lockPayment(s, one.id))!, { receipt: r2, at: now(), proof: "callback" }),
  );
  await arrived(house.tenantId, r2, 50_000, { source: "pull", reference: two.reference });
  await arrived(house.tenantId, r1, 50_000, { source: "pull", reference: one.reference });
  const out = {
    one: await rowOf(one.id),
    two: await rowOf(two.id),
    mpesa: await balanceIn(sql, house.tenantId, "mpesa"),
    deposits: await balanceIn(sql, house.tenantId, "deposits"),
    unclaimed: await balanceIn(sql, house.tenantId, "unclaimed"),
    refunds: await sql`select why, status, amount_minor::int from refunds where tenant_id = ${house.tenantId}`,
  };
  expect(out.mpesa).toBe(100_000);
});

test("a success of what was over, that cannot be believed by itself, is asked about and shown to a person", async () => {
  const p = await ask(0);
  await sql`update payments set status = 'declined', result_code = '1032', asked_at = now(), merchant_request_id = 'm1', checkout_request_id = ${`ws_${p.id}`} where id = ${p.id}`;
  await hearCallback(moneyToken("payment", p.id), body("m1", `ws_${p.id}`, 500, newCode()), "203.0.113.9");
  await read(p.id);
  await runDueJobs(house.tenantId);
  const q = await ask(1);
  await sql`update payments set status = 'declined', result_code = 'not_sent busy', asked_at = now() where id = ${q.id}`;
  await hearCallback(moneyToken("payment", q.id), body("m2", "ws_2", 500, newCode()), "196.201.212.69");
  await read(q.id);
  await runDueJobs(house.tenantId);
  expect((await rowOf(p.id))!.doubt).not.toBe(null);
  expect((await rowOf(q.id))!.doubt).not.toBe(null);
});

test("a statement without a line accuses nobody’s cash", async () => {
  const { bookingId } = await holdWithDeposit(sql, house, { at: 0 });
  const t = await withTenant(house.tenantId, deskActor, (s) => takeDeposit(s, { bookingId, method: "cash" }));
  expect(t.ok).toBe(true);
  const day = 86_400_000;
  const got = await readTenant(house.tenantId, deskActor, (s) =>
    previewStatement(s, {
      kind: "statement",
      rows: [],
      others: 0,
      period: { from: new Date(Date.now() - day), to: new Date(Date.now() + day) },
    }),
  );
  expect(got.missing).toEqual([]);
});

test("after another amount was told, a query alone credits nothing", async () => {
  const stk = await makeMoneyHouse(money.simulator, { account: { products: ["stk"] } });
  const { bookingId } = await holdWithDeposit(sql, stk, { at: 0 });
  const id = await prompt(stk.tenantId, bookingId, "+254700000021");
  const [p] = await sql`select merchant_request_id as m, checkout_request_id as c from payments where id = ${id}`;
  await hearCallback(moneyToken("payment", id), body(p!.m, p!.c, 1, newCode()), "196.201.212.69");
  await withTenant(stk.tenantId, system, (s) => readCallbacks(s, [{ paymentId: id }]));
  await money.pass(90_000, 5_000);
  expect((await rowOf(id))!.doubt).toBe("amount_differs");
});

test("a code that a customer typed is looked for until it is found", async () => {
  const { bookingId } = await holdWithDeposit(sql, house, { at: 0 });
  const code = newCode();
  await withTenant(house.tenantId, visitor, (s) => enterCode(s, { bookingId, code }));
  await money.pass(60 * 60_000, 5 * 60_000);
  const open = await sql`select kind from due where tenant_id = ${house.tenantId} and done_at is null`;
  expect(open.some(({ kind }) => kind === "pull_receipts")).toBe(true);
});
