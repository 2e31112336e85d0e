import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { newId } from "@/lib/platform/ids";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { askRefund } from "./ask-refund";
import { approveRefund, declineRefund } from "./decide-refund";
import { getSale } from "./get-sale";
import { askRefundInput } from "./input";
import { member, pay, sold } from "./testing/at-the-till";

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
const approve = (id: string) => withTenant(house.tenantId, owner, (scope) => approveRefund(scope, id));
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
  await Promise.all(ids.map(approve));
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

test("M-Pesa by hand is given back with its code, which stands for one refund only", async () => {
  await paid();
  expect(askRefundInput.safeParse({ saleId, amountMinor: 1, method: "mpesa", reason: "x", key: newId() }).success).toBe(
    false,
  );
  await approve(await asked({ method: "mpesa", receipt: "tij7abc123" }));
  expect(await balances()).toMatchObject({ cash: 300_000, mpesa: -100_000 });
  expect(await ask({ method: "mpesa", receipt: "TIJ7ABC123" })).toMatchObject({ refusal: "code_used" });
});

test("nobody decides another business's refund", async () => {
  await paid();
  const id = await asked();
  const other = await makeHouse();
  for (const decide of [approveRefund, declineRefund])
    expect(await withTenant(other.tenantId, owner, (scope) => decide(scope, id))).toMatchObject({
      refusal: "unknown_refund",
    });
});
