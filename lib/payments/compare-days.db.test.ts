import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { House } from "@/db/testing/house";
import { addDays, atMinute, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { askToPay } from "./ask-to-pay";
import { compareDays } from "./compare-days";
import { dismissDoubt } from "./dismiss-doubt";
import { explainDay } from "./explain-day";
import { compareDay } from "./internal/compare-day";
import { lockPayment } from "./internal/payment";
import { settle } from "./internal/settle";
import { listInbox } from "./list-inbox";
import { pullReceipts } from "./pull-receipts";
import { setReceiptAside } from "./set-receipt-aside";
import { arrived, deskActor, newCode } from "./testing/desk";
import { holdWithDeposit, type Money, makeMoneyHouse, prompt, startMoney, visitor } from "./testing/money-house";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 4, onnotice: () => {} });
const zone = "Africa/Nairobi";
let money: Money;
let house: House;
beforeAll(async () => {
  money = await startMoney();
});
beforeEach(async () => {
  house = await makeMoneyHouse(money.simulator);
});
afterAll(() => Promise.all([money.stop(), sql.end()]));

const day = () => addDays(localDate(now(), zone), -1);
const noon = () => atMinute(day(), 720, zone);
const readTo = (at: Date) =>
  sql`update mpesa_accounts set pulls = true, pulled_since = ${atMinute(addDays(day(), -2), 0, zone)}, pulled_to = ${at}
    where tenant_id = ${house.tenantId}`;
const compare = () => withTenant(house.tenantId, deskActor, (scope) => compareDay(scope, day(), zone));
const inbox = () => readTenant(house.tenantId, deskActor, listInbox);

/** Paid yesterday at noon, by a callback. */
async function paidYesterday(at: number, receipt = newCode()) {
  const { bookingId } = await holdWithDeposit(sql, house, { at });
  const paymentId = await withTenant(house.tenantId, visitor, async (scope) => {
    const asked = await askToPay(scope, { bookingId, phone: `+25471${String(2_000_000 + at)}` });
    if (!asked.ok) throw new Error(asked.refusal);
    const payment = (await lockPayment(scope, asked.value.paymentId))!;
    await settle(scope, payment, { receipt, at: noon(), proof: "callback" });
    return asked.value.paymentId;
  });
  return { paymentId, receipt };
}

test("a day that the list tells in full and that agrees is no question", async () => {
  const { receipt } = await paidYesterday(0);
  await arrived(house.tenantId, receipt, 50_000, { source: "pull", paidAt: noon() });
  expect(await compare()).toBe(false);
  await readTo(now());
  expect(await compare()).toBe(true);
  expect(await inbox()).toMatchObject({ days: [], payments: [] });
  const [row] = await sql`select listed_minor::int as listed, written_minor::int as written from mpesa_days
    where tenant_id = ${house.tenantId}`;
  expect(row).toEqual({ listed: 50_000, written: 50_000 });
});

test("what only a callback vouches for is doubted once its day is known, until it is looked at or listed", async () => {
  const [lost, late] = [await paidYesterday(0), await paidYesterday(1)];
  await readTo(now());
  await compare();
  expect(await inbox()).toMatchObject({
    days: [{ day: day(), listedMinor: 0, writtenMinor: 100_000 }],
    payments: [{ doubt: "not_in_list" }, { doubt: "not_in_list" }],
  });
  await arrived(house.tenantId, late.receipt, 50_000, { source: "pull", paidAt: noon() });
  const look = { paymentId: lost.paymentId, doubt: "not_in_list", note: "Asked Safaricom" };
  await withTenant(house.tenantId, deskActor, (scope) => dismissDoubt(scope, look));
  await compare();
  const { payments, days } = await inbox();
  expect(payments).toEqual([]);
  expect(days).toMatchObject([{ listedMinor: 50_000, writtenMinor: 100_000 }]);
});

test("a list that has another amount contradicts, whoever said it", async () => {
  const { receipt, paymentId } = await paidYesterday(0);
  await arrived(house.tenantId, receipt, 40_000, { source: "pull", paidAt: noon() });
  expect((await inbox()).payments).toMatchObject([{ id: paymentId, doubt: "amount_differs" }]);
});

test("money for nothing known makes its day differ until it is said what it was; an explained day differs no more", async () => {
  const receipt = newCode();
  await arrived(house.tenantId, receipt, 20_000, { source: "pull", paidAt: noon() });
  await readTo(now());
  await compare();
  expect((await inbox()).days).toEqual([{ day: day(), listedMinor: 20_000, writtenMinor: 0 }]);
  const explain = () =>
    withTenant(house.tenantId, deskActor, (scope) => explainDay(scope, { day: day(), note: "Shop next door" }));
  expect((await explain()).ok).toBe(true);
  expect((await inbox()).days).toEqual([]);
  await arrived(house.tenantId, newCode(), 5_000, { source: "pull", paidAt: noon() });
  await compare();
  expect((await inbox()).days).toMatchObject([{ listedMinor: 25_000 }]);
  await sql`update mpesa_days set seen_minor = null where tenant_id = ${house.tenantId}`;
  await withTenant(house.tenantId, deskActor, (scope) => setReceiptAside(scope, { receipt, as: "not_ours", note: "" }));
  expect((await inbox()).days).toMatchObject([{ listedMinor: 5_000 }]);
});

test("every night the list is read and the next night planned, once", async () => {
  const { bookingId } = await holdWithDeposit(sql, house);
  await prompt(house.tenantId, bookingId, "+254700000000");
  await money.pass(20_000, 5_000);
  await compareDays(house.tenantId);
  await compareDays(house.tenantId);
  const planned = await sql`select due_at from due where tenant_id = ${house.tenantId} and kind = 'compare_days'`;
  expect(planned).toHaveLength(1);
  const at = localDate(planned[0]!.due_at, zone);
  expect([localDate(now(), zone), addDays(localDate(now(), zone), 1)]).toContain(at);
  expect(
    await sql`select 1 from mpesa_receipts where tenant_id = ${house.tenantId} and listed_at is not null`,
  ).toHaveLength(1);
});

test("a day of which the list is known only in part takes nothing from anybody", async () => {
  await paidYesterday(0);
  const since = (at: Date | null) =>
    sql`update mpesa_accounts set pulls = true, pulled_since = ${at}, pulled_to = ${now()} where tenant_id = ${house.tenantId}`;
  for (const from of [noon(), null]) {
    await since(from);
    expect(await compare()).toBe(false);
  }
  expect(await inbox()).toMatchObject({ days: [], payments: [] });
});

test("what is read after a gap begins a stretch of its own", async () => {
  const since = atMinute(addDays(day(), -8), 0, zone);
  await sql`update mpesa_accounts set pulled_since = ${since}, pulled_to = ${new Date(since.getTime() + 86_400_000)} where tenant_id = ${house.tenantId}`;
  await pullReceipts(house.tenantId);
  const [row] =
    await sql`select pulled_since, pulled_to, pulls from mpesa_accounts where tenant_id = ${house.tenantId}`;
  expect(row!.pulls).toBe(true);
  expect(Date.parse(String(row!.pulled_to)) - Date.parse(String(row!.pulled_since))).toBe(47 * 3_600_000);
});
