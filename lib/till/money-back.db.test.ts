import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { arrived } from "@/lib/payments/testing/desk";
import { newId } from "@/lib/platform/ids";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { askRefund } from "./ask-refund";
import { changeSale } from "./change-sale";
import { approveRefund, declineRefund } from "./decide-refund";
import { getSale } from "./get-sale";
import { getTill } from "./get-till";
import { askRefundInput, changeSaleInput } from "./input";
import { takeCodeForSale } from "./pay-by-mpesa";
import { member, pay, sold } from "./testing/at-the-till";
import { voidSale } from "./void-sale";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());

const desk = member("front_desk");
const owner = member("owner");
let house: House;
let saleId: string;
beforeEach(async () => {
  house = await makeHouse({ services: [{ name: "Braids", minutes: 60, priceMinor: 250_000 }] });
  saleId = (await sold(house, desk, { tipMinor: 50_000 })).id;
});

const paid = () => pay(house, desk, { saleId, amountMinor: 300_000 });
const ask = (wish: object = {}) =>
  withTenant(house.tenantId, desk, (scope) =>
    askRefund(
      scope,
      askRefundInput.parse({
        saleId,
        amountMinor: 100_000,
        method: "cash",
        reason: "Came undone",
        key: newId(),
        ...wish,
      }),
    ),
  );
const asked = async (wish: object = {}) => {
  const answer = await ask(wish);
  if (!answer.ok) throw new Error(answer.refusal);
  return answer.value.refundId;
};
const approve = (refundId: string, receipt?: string) =>
  withTenant(house.tenantId, owner, (scope) => approveRefund(scope, { refundId, receipt }));
const decline = (id: string) => withTenant(house.tenantId, owner, (scope) => declineRefund(scope, id));
const seen = async () => (await readTenant(house.tenantId, desk, (scope) => getSale(scope, saleId)))!;
const balances = async () => {
  const rows = await sql`select account, sum(debit_minor - credit_minor)::int as minor from ledger_entries
    where tenant_id = ${house.tenantId} group by account having sum(debit_minor - credit_minor) <> 0`;
  return Object.fromEntries(rows.map(({ account, minor }) => [account, minor]));
};

test("asked for at the desk, given back by the owner, once however often it is said", async () => {
  await paid();
  const id = await asked();
  expect(await seen()).toMatchObject({
    refundableMinor: 200_000,
    refunds: [{ status: "asked", note: "Came undone" }],
  });
  expect(await balances()).toMatchObject({ cash: 300_000 });
  const all = await Promise.all([approve(id), approve(id), approve(id)]);
  expect(all.every((answer) => answer.ok)).toBe(true);
  // What it was charged for is less by as much, tip and work in proportion; nobody owes anything.
  expect(await balances()).toEqual({ cash: 200_000, services: -166_666, tips: -33_334 });
  expect(await seen()).toMatchObject({
    status: "closed",
    owedMinor: 0,
    refundableMinor: 200_000,
    refunds: [{ status: "done" }],
  });
  expect(await decline(id)).toMatchObject({ refusal: "decided_already" });
});

test("never more than was paid, however many ask at once", async () => {
  await paid();
  const all = await Promise.all(Array.from({ length: 5 }, () => ask()));
  expect(all.filter((answer) => answer.ok)).toHaveLength(3);
  expect(all.find((answer) => !answer.ok)).toEqual({ ok: false, refusal: "too_much", refundableMinor: 0 });
  const ids = all.flatMap((answer) => (answer.ok ? answer.value.refundId : []));
  await Promise.all(ids.map((id) => approve(id)));
  expect(await balances()).toEqual({});
  expect(await ask({ amountMinor: 1 })).toMatchObject({ refusal: "too_much" });
});

test("what was declined can be asked for again; tapped twice it is asked once", async () => {
  await paid();
  const key = newId();
  const [one, two] = await Promise.all([ask({ key, amountMinor: 300_000 }), ask({ key, amountMinor: 300_000 })]);
  expect(one).toEqual(two);
  const id = one.ok ? one.value.refundId : "";
  expect((await decline(id)).ok).toBe(true);
  expect(await approve(id)).toMatchObject({ refusal: "decided_already" });
  expect((await ask({ amountMinor: 300_000 })).ok).toBe(true);
});

test("taken by mistake it is owed again, and the sale is open again", async () => {
  await paid();
  await approve(await asked({ owedAgain: true, amountMinor: 300_000 }));
  expect(await seen()).toMatchObject({ status: "open", owedMinor: 300_000 });
  expect(await balances()).toEqual({ customers: 300_000, services: -250_000, tips: -50_000 });
  expect(await pay(house, desk, { saleId, method: "card", amountMinor: 300_000 })).toMatchObject({
    value: { status: "closed" },
  });
});

test("of a sale that is still being paid money comes back, but nothing is returned", async () => {
  await pay(house, desk, { saleId, amountMinor: 100_000 });
  expect(await ask()).toMatchObject({ refusal: "still_open" });
  await approve(await asked({ owedAgain: true }));
  expect(await seen()).toMatchObject({ owedMinor: 300_000, paidMinor: 0 });
  expect(await ask({ owedAgain: true, amountMinor: 1 })).toMatchObject({ refusal: "too_much" });
});

test("M-Pesa by hand is asked for without a code, and given back with one that stands for nothing else", async () => {
  await paid();
  const [one, two] = [await asked({ method: "mpesa" }), await asked({ method: "mpesa" })];
  for (const code of [undefined, "", "1234567890", "TIJ7ABC12"])
    expect(await approve(one, code)).toMatchObject({ refusal: "no_code" });
  const both = await Promise.all([one, two].map((id) => approve(id, "TIJ7ABC123")));
  expect(both.map((answer) => (answer.ok ? "done" : answer.refusal)).sort()).toEqual(["code_used", "done"]);
  expect(await balances()).toMatchObject({ cash: 300_000, mpesa: -100_000 });
  // Nor does it pay for anything.
  const sale = await sold(house, desk);
  const code = { saleId: sale.id, amountMinor: 250_000, code: "TIJ7ABC123" };
  expect(await withTenant(house.tenantId, desk, (scope) => takeCodeForSale(scope, code))).toMatchObject({
    refusal: "code_used",
  });
  await withTenant(house.tenantId, desk, (scope) => takeCodeForSale(scope, { ...code, code: "TIJ7ABC124" }));
  const left = both[0]!.ok ? two : one;
  expect(await approve(left, "TIJ7ABC124")).toMatchObject({ refusal: "code_used" });
});

test("a code that M-Pesa has told of with another amount says which", async () => {
  await arrived(house.tenantId, "TIJ7ABC125", 4_000);
  const code = { saleId, amountMinor: 5_000, code: "TIJ7ABC125" };
  expect(await withTenant(house.tenantId, desk, (scope) => takeCodeForSale(scope, code))).toEqual({
    ok: false,
    refusal: "other_amount",
    paidMinor: 4_000,
  });
});

test("whoever asks does not decide, where there is somebody else who may", async () => {
  await paid();
  const userId = owner.kind === "member" ? owner.userId : "";
  const other = newId();
  await sql`insert into users (id, name, email, password_hash) values (${other}, 'Manager', ${`${other}@x.test`}, '')`;
  const wish = { saleId, amountMinor: 1_000, method: "cash", reason: "Mine" };
  const asks = () =>
    withTenant(house.tenantId, owner, (scope) => askRefund(scope, askRefundInput.parse({ ...wish, key: newId() })));
  const [alone, watched] = [await asks(), await asks()].map((answer) => (answer.ok ? answer.value.refundId : ""));
  expect((await approve(alone!)).ok).toBe(true);
  await sql`insert into members (tenant_id, user_id, role) values (${house.tenantId}, ${other}, 'manager')`;
  expect(await approve(watched!)).toEqual({ ok: false, refusal: "own_request" });
  const owns = async (actor: typeof owner) => {
    const [sale, till] = await Promise.all([
      readTenant(house.tenantId, actor, (scope) => getSale(scope, saleId)),
      readTenant(house.tenantId, actor, (scope) => getTill(scope)),
    ]);
    return [sale!.refunds.find(({ id }) => id === watched)?.own, till.refunds.map(({ own }) => own)];
  };
  expect(await owns(owner)).toEqual([true, [true]]);
  expect(await owns(member("manager", other))).toEqual([false, [false]]);
  expect((await decline(watched!)).ok).toBe(true);
  const [row] = await sql`select by_user_id from refunds where id = ${watched!}`;
  expect(row!.by_user_id).toBe(userId);
});

test("after a return a sale is voided by what is left of it, and its lines stay as they are", async () => {
  await paid();
  await approve(await asked());
  await approve(await asked({ owedAgain: true, amountMinor: 200_000 }));
  expect(await seen()).toMatchObject({ status: "open", owedMinor: 200_000, paidMinor: 0 });
  const changed = changeSaleInput.parse({
    ...{ saleId, revision: 0, key: newId(), tipMinor: 0 },
    lines: [{ lineId: (await seen()).lines[0]!.id }],
  });
  expect(await withTenant(house.tenantId, desk, (scope) => changeSale(scope, changed))).toMatchObject({
    refusal: "returned",
  });
  expect((await withTenant(house.tenantId, desk, (scope) => voidSale(scope, { saleId, reason: "Left" }))).ok).toBe(
    true,
  );
  expect(await balances()).toEqual({});
});

test("what was given back of a code that is verified later leaves nothing less than nothing", async () => {
  const code = { saleId, amountMinor: 300_000, code: "TIJ7ABC126" };
  await withTenant(house.tenantId, desk, (scope) => takeCodeForSale(scope, code));
  await approve(await asked({ method: "mpesa" }), "TIJ7ABC127");
  expect(await balances()).toMatchObject({ mpesa_by_hand: 200_000 });
  await arrived(house.tenantId, "TIJ7ABC126", 300_000, { source: "csv" });
  expect(await balances()).toMatchObject({ mpesa: 200_000 });
  expect(await balances()).not.toHaveProperty("mpesa_by_hand");
});

test("nobody decides another business's refund", async () => {
  await paid();
  const id = await asked();
  const other = await makeHouse();
  const decided = await Promise.all([
    withTenant(other.tenantId, owner, (scope) => approveRefund(scope, { refundId: id })),
    withTenant(other.tenantId, owner, (scope) => declineRefund(scope, id)),
  ]);
  expect(decided).toMatchObject([{ refusal: "unknown_refund" }, { refusal: "unknown_refund" }]);
});
