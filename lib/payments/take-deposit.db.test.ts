import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { takeDeposit } from "./take-deposit";
import { holdWithDeposit, type Money, makeMoneyHouse, prompt, startMoney } from "./testing/money-house";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
const desk: Actor = { kind: "member", userId: newId(), role: "front_desk", staffId: null };
let money: Money;
let house: Awaited<ReturnType<typeof makeMoneyHouse>>;
beforeAll(async () => {
  money = await startMoney({ headless: false });
});
beforeEach(async () => {
  house = await makeMoneyHouse(money.simulator);
});
afterAll(() => Promise.all([money.stop(), sql.end()]));

const take = (bookingId: string) =>
  withTenant(house.tenantId, desk, (scope) => takeDeposit(scope, { bookingId, method: "cash" }));

test("cash at the counter books the time, once, and lies in the drawer until the visit", async () => {
  const { bookingId } = await holdWithDeposit(sql, house);
  const said = await Promise.all(Array.from({ length: 5 }, () => take(bookingId)));
  expect(said.filter(({ ok }) => ok)).toHaveLength(1);
  expect(said.find(({ ok }) => !ok)).toMatchObject({ refusal: "nothing_due" });
  expect(await sql`select status, deposit from bookings where id = ${bookingId}`).toEqual([
    { status: "confirmed", deposit: "paid" },
  ]);
  const sums = await sql`select account, sum(debit_minor - credit_minor)::int as sum from ledger_entries
    where tenant_id = ${house.tenantId} group by account order by account`;
  expect(sums.map((row) => ({ ...row }))).toEqual([
    { account: "cash", sum: 50_000 },
    { account: "deposits", sum: -50_000 },
  ]);
  const audits = await sql`select user_id, action, after from audit_entries
    where tenant_id = ${house.tenantId} and action = 'deposit.taken'`;
  expect(audits).toHaveLength(1);
  expect(JSON.stringify(audits[0])).toContain("cash");
});

test("while a phone is being asked nobody takes cash for the same", async () => {
  const { bookingId } = await holdWithDeposit(sql, house);
  await prompt(house.tenantId, bookingId, "0717000001");
  expect(await take(bookingId)).toMatchObject({ refusal: "asked_already" });
});
