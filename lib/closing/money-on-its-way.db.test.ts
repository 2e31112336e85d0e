import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { askToPay } from "@/lib/payments/ask-to-pay";
import { sendPrompt } from "@/lib/payments/send-prompt";
import { balanceIn } from "@/lib/payments/testing/desk";
import { type Money, makeMoneyHouse, startMoney } from "@/lib/payments/testing/money-house";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { member, sold } from "@/lib/till/testing/at-the-till";
import { closeBusiness } from "./close-business";
import { getClosing } from "./get-closing";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
let money: Money;
beforeAll(async () => {
  money = await startMoney();
});
afterAll(async () => {
  await money.stop();
  await sql.end();
});

test("M-Pesa that was asked for before and comes after closing is written down, to the shilling", async () => {
  const house = await makeMoneyHouse(money.simulator);
  const owner = member("owner");
  const { id: saleId } = await sold(house, owner);
  const wish = { saleId, amountMinor: 150_000, phone: "0712345678" };
  const asked = await withTenant(house.tenantId, owner, (scope) => askToPay(scope, wish));
  if (!asked.ok) throw new Error(asked.refusal);
  await sendPrompt(house.tenantId, asked.value.paymentId);
  const before = await withTenant(house.tenantId, owner, getClosing);
  expect(before.open).toMatchObject({ openSales: 1, moneyOnItsWay: 1 });
  const closed = await withTenant(house.tenantId, owner, (scope) => closeBusiness(scope, { name: "Test House" }));
  expect(closed).toMatchObject({ ok: true });
  await money.pass(120_000, 20_000);
  const [payment] = await sql`select status from payments where id = ${asked.value.paymentId}`;
  expect(payment).toEqual({ status: "paid" });
  expect(await balanceIn(sql, house.tenantId, "mpesa")).toBe(150_000);
  expect((await withTenant(house.tenantId, owner, getClosing)).open).toMatchObject({ openSales: 0, moneyOnItsWay: 0 });
});
