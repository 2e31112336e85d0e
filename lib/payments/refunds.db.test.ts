import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { runDueJobs } from "@/lib/jobs/worker";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/tenancy/scope";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { hearResult } from "./hear-result";
import { refundQuery } from "./input";
import { listRefunds } from "./list-refunds";
import { payRefund, type RefundWish } from "./pay-refund";
import { moneyToken } from "./payment-token";
import { sendReversal } from "./send-reversal";
import { holdWithDeposit, type Money, makeMoneyHouse, prompt, startMoney } from "./testing/money-house";

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

/** A deposit was paid, by the scenario's phone, and is to go back. */
async function queued(scenario = "000", at = 0): Promise<string> {
  const { bookingId } = await holdWithDeposit(sql, house, { at });
  const paymentId = await prompt(house.tenantId, bookingId, `+254700000${scenario}`);
  await money.pass(10_000, 5_000);
  const id = newId();
  await sql`insert into refunds (tenant_id, id, payment_id, booking_id, amount_minor, currency, why, status, not_before)
    values (${house.tenantId}, ${id}, ${paymentId}, ${bookingId}, 50000, 'KES', 'cancelled', 'queued', now() - interval '1 minute')`;
  return id;
}
const pay = (wish: RefundWish) => withTenant(house.tenantId, owner, (scope) => payRefund(scope, wish));
const rowOf = async (id: string) => (await sql`select status, method, note from refunds where id = ${id}`)[0];
const balance = async (account: string) =>
  (
    await sql`select coalesce(sum(debit_minor - credit_minor), 0)::int as sum from ledger_entries
    where tenant_id = ${house.tenantId} and account = ${account}`
  )[0]!.sum;

test("given back in cash, once, however often it is tapped", async () => {
  const refundId = await queued();
  expect([await balance("mpesa"), await balance("deposits")]).toEqual([50_000, -50_000]);
  const said = await Promise.all(Array.from({ length: 6 }, () => pay({ refundId, method: "cash" })));
  expect(said.filter(({ ok }) => ok)).toHaveLength(1);
  expect(said.find(({ ok }) => !ok)).toMatchObject({ refusal: "moved_on" });
  expect([await balance("mpesa"), await balance("cash"), await balance("deposits")]).toEqual([50_000, -50_000, 0]);
});

test("what may still be taken back is not paid yet", async () => {
  const refundId = await queued();
  await sql`update refunds set not_before = now() + interval '1 hour' where id = ${refundId}`;
  expect(await pay({ refundId, method: "cash" })).toMatchObject({ refusal: "too_early" });
});

test("a reversal goes back to where it came from", async () => {
  const refundId = await queued();
  expect(await pay({ refundId, method: "reversal" })).toMatchObject({ ok: true, value: { status: "approved" } });
  await money.pass(20_000, 5_000);
  expect(await rowOf(refundId)).toMatchObject({ status: "done", method: "reversal" });
  expect([await balance("mpesa"), await balance("deposits")]).toEqual([0, 0]);
});

test("one that Safaricom has made before is done, once", async () => {
  const refundId = await queued("051");
  await pay({ refundId, method: "reversal" });
  await money.pass(20_000, 5_000);
  expect(await rowOf(refundId)).toMatchObject({ status: "done" });
  expect(await balance("deposits")).toBe(0);
});

test("one whose result is lost is looked at by a person, and is never sent again by itself", async () => {
  const refundId = await queued("052");
  await pay({ refundId, method: "reversal" });
  await money.pass(30_000, 5_000);
  expect(await rowOf(refundId)).toMatchObject({ status: "needs_review" });
  expect(await pay({ refundId, method: "reversal" })).toMatchObject({ refusal: "no_reversal" });
  expect(await pay({ refundId, method: "mpesa", receipt: "ZA11AAAAZ1" })).toMatchObject({ ok: true });
  expect(await balance("deposits")).toBe(0);
});

test("a reversal that is found sent and not answered is looked at, not sent again", async () => {
  const refundId = await queued();
  await sql`update refunds set status = 'submitting' where id = ${refundId}`;
  const before = money.simulator.control.log().filter(({ what }) => what === "reversal").length;
  await sendReversal(house.tenantId, refundId);
  await runDueJobs(house.tenantId);
  expect(await rowOf(refundId)).toMatchObject({ status: "needs_review" });
  expect(money.simulator.control.log().filter(({ what }) => what === "reversal")).toHaveLength(before);
});

test("without an initiator's keys there is no reversal", async () => {
  const refundId = await queued();
  await sql`delete from tenant_secrets where tenant_id = ${house.tenantId}`;
  expect(await pay({ refundId, method: "reversal" })).toMatchObject({ refusal: "no_reversal" });
});

test("whoever asked for it does not pay it, where there is another owner or manager", async () => {
  const userId = owner.kind === "member" ? owner.userId : "";
  const refundId = await queued();
  await sql`update refunds set by_user_id = ${userId} where id = ${refundId}`;
  const [first, second] = [newId(), newId()];
  await sql`insert into users (id, name, email, password_hash) values
    (${first}, 'Desk', ${`${first}@x.test`}, ''), (${second}, 'Manager', ${`${second}@x.test`}, '')`;
  await sql`insert into members (tenant_id, user_id, role) values (${house.tenantId}, ${first}, 'front_desk')`;
  const other: Actor = { kind: "member", userId: second, role: "manager", staffId: null };
  await sql`insert into members (tenant_id, user_id, role) values (${house.tenantId}, ${second}, 'manager')`;
  expect(await pay({ refundId, method: "cash" })).toEqual({ ok: false, refusal: "own_request" });
  const owns = (actor: Actor) =>
    readTenant(house.tenantId, actor, (scope) => listRefunds(scope, refundQuery.parse({ which: "open" }))).then(
      ({ items }) => items.find(({ id }) => id === refundId)?.own,
    );
  expect([await owns(owner), await owns(other)]).toEqual([true, false]);
  const paid = await withTenant(house.tenantId, other, (scope) => payRefund(scope, { refundId, method: "cash" }));
  expect(paid.ok).toBe(true);
  const alone = await queued("050", 1);
  await sql`update refunds set by_user_id = ${userId} where id = ${alone}`;
  await sql`update members set removed_at = now() where user_id = ${second}`;
  expect((await pay({ refundId: alone, method: "cash" })).ok).toBe(true);
});

test("what was sent by hand has a code, which no other payment has", async () => {
  const [one, two] = [await queued(), await queued("050", 1)];
  expect(await pay({ refundId: one, method: "mpesa" })).toEqual({ ok: false, refusal: "no_code" });
  expect((await pay({ refundId: one, method: "mpesa", receipt: "ZR12345678" })).ok).toBe(true);
  expect(await pay({ refundId: two, method: "mpesa", receipt: "ZR12345678" })).toMatchObject({ refusal: "code_used" });
});

test("what only somebody's word vouches for is not reversed", async () => {
  const refundId = await queued();
  await sql`update payments set proof = 'word' where tenant_id = ${house.tenantId}`;
  expect(await pay({ refundId, method: "reversal" })).toEqual({ ok: false, refusal: "no_reversal" });
});

test("a result that names another request is none of this one's", async () => {
  const refundId = await queued();
  await pay({ refundId, method: "reversal" });
  await sendReversal(house.tenantId, refundId);
  const [sent] = await sql`select status, details from refunds where id = ${refundId}`;
  expect(sent).toMatchObject({ status: "submitted", details: { conversation: expect.any(String) } });
  const result = (ids: { ConversationID: string; OriginatorConversationID: string }) => ({
    Result: { ResultType: 0, ResultCode: 0, ResultDesc: "ok", TransactionID: "ZR99999999", ...ids },
  });
  const hear = (body: object) =>
    hearResult(moneyToken("refund", refundId), body, { kind: "result", address: "196.201.212.69" });
  const { conversation: ConversationID, originator: OriginatorConversationID } = sent!.details;
  await hear(result({ ConversationID: "AG_another", OriginatorConversationID }));
  await hear(result({ ConversationID, OriginatorConversationID: "another" }));
  expect(await rowOf(refundId)).toMatchObject({ status: "submitted" });
  expect(await balance("deposits")).toBe(-50_000);
  await hear(result({ ConversationID, OriginatorConversationID }));
  expect(await rowOf(refundId)).toMatchObject({ status: "done", method: "reversal" });
  expect(await balance("deposits")).toBe(0);
});
