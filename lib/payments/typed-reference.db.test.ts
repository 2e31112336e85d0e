import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { now } from "@/lib/platform/clock";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { hearConfirmation } from "./hear-confirmation";
import { listInbox } from "./list-inbox";
import { arrived, balanceIn, deskActor, newCode } from "./testing/desk";
import { holdWithDeposit, type Money, makeMoneyHouse, prompt, startMoney } from "./testing/money-house";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 3, onnotice: () => {} });
let money: Money;
let house: Awaited<ReturnType<typeof makeMoneyHouse>>;
beforeAll(async () => {
  money = await startMoney({ headless: false });
});
beforeEach(async () => {
  house = await makeMoneyHouse(money.simulator);
});
afterAll(() => Promise.all([money.stop(), sql.end()]));

async function held(at = 0) {
  const { bookingId } = await holdWithDeposit(sql, house, { at });
  const [row] = await sql`select reference from bookings where id = ${bookingId}`;
  return { bookingId, reference: row!.reference as string };
}
const stateOf = async (id: string) => (await sql`select status, deposit from bookings where id = ${id}`)[0];
const inbox = async () => (await readTenant(house.tenantId, deskActor, listInbox)).receipts;
const deposits = () => balanceIn(sql, house.tenantId, "deposits");

/** As Safaricom tells it. */
const typed = (receipt: string, amountKes: number, reference: string, address = "196.201.212.69") =>
  hearConfirmation(
    house.tenantId,
    {
      TransactionType: "Pay Bill",
      TransID: receipt,
      TransTime: "20261128120000",
      TransAmount: `${amountKes}.00`,
      BusinessShortCode: house.account.shortcode,
      BillRefNumber: reference,
      MSISDN: "2547 ***** 149",
      FirstName: "Jane",
    },
    address,
  );

test("money sent with the booking's reference as its account pays the deposit, however it was typed", async () => {
  const { bookingId, reference } = await held();
  const receipt = newCode();
  await typed(receipt, 500, ` ${reference.slice(0, 3).toLowerCase()} ${reference.slice(3).toLowerCase()} `);
  expect(await stateOf(bookingId)).toEqual({ status: "confirmed", deposit: "paid" });
  const [row] = await sql`select method, status, proof, receipt from payments where booking_id = ${bookingId}`;
  expect(row).toEqual({ method: "code", status: "paid", proof: "statement", receipt });
  expect(await deposits()).toBe(-50_000);
  expect(await inbox()).toEqual([]);
  // Told again, and standing in the list as well, it is the same money.
  await typed(receipt, 500, reference);
  await arrived(house.tenantId, receipt, 50_000, { reference, source: "pull" });
  expect(await deposits()).toBe(-50_000);
});

test("more pays it and all of it is owed to the visit; less waits for a person", async () => {
  const [more, less] = [await held(), await held(1)];
  await typed(newCode(), 600, more.reference);
  expect(await stateOf(more.bookingId)).toEqual({ status: "confirmed", deposit: "paid" });
  expect(await deposits()).toBe(-60_000);
  const receipt = newCode();
  await typed(receipt, 499, less.reference);
  expect(await stateOf(less.bookingId)).toEqual({ status: "held", deposit: "due" });
  expect(await inbox()).toMatchObject([{ receipt, amountMinor: 49_900 }]);
});

test("what is paid already, is nobody's reference or another business's waits for a person", async () => {
  const { bookingId, reference } = await held();
  await typed(newCode(), 500, reference);
  const [twice, wrong] = [newCode(), newCode()];
  await typed(twice, 500, reference);
  await typed(wrong, 500, "NOBODY");
  const waiting = (await inbox()).map(({ receipt }) => receipt);
  expect(waiting.toSorted()).toEqual([twice, wrong].toSorted());
  expect(await sql`select 1 from payments where booking_id = ${bookingId}`).toHaveLength(1);
  const elsewhere = house;
  house = await makeMoneyHouse(money.simulator);
  const there = await held();
  await arrived(elsewhere.tenantId, newCode(), 50_000, { reference: there.reference });
  expect(await stateOf(there.bookingId)).toEqual({ status: "held", deposit: "due" });
});

test("while a phone is asked for the same it pays all the same, and the prompt stays what it is", async () => {
  const { bookingId, reference } = await held();
  const paymentId = await prompt(house.tenantId, bookingId, "0712000041");
  await typed(newCode(), 500, reference);
  expect(await stateOf(bookingId)).toEqual({ status: "confirmed", deposit: "paid" });
  expect(await sql`select status from payments where id = ${paymentId}`).toEqual([{ status: "pending" }]);
});

test("from anybody else's address it is written down and pays for nothing until the list has it", async () => {
  const { bookingId, reference } = await held();
  const receipt = newCode();
  await typed(receipt, 500, reference, "203.0.113.7");
  expect(await stateOf(bookingId)).toEqual({ status: "held", deposit: "due" });
  await arrived(house.tenantId, receipt, 50_000, { reference, source: "pull", paidAt: now() });
  expect(await stateOf(bookingId)).toEqual({ status: "confirmed", deposit: "paid" });
});
