import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { asksDeposits, paidBooking } from "@/lib/bookings/testing/deposits";
import { runDueJobs } from "@/lib/jobs/worker";
import { wasGivenBack } from "@/lib/payments/ledger";
import { payRefund } from "@/lib/payments/pay-refund";
import { recordEntries } from "@/lib/payments/record-entries";
import { sendReversal } from "@/lib/payments/send-reversal";
import { newId } from "@/lib/platform/ids";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { askRefund } from "./ask-refund";
import { approveRefund, declineRefund } from "./decide-refund";
import { getSale } from "./get-sale";
import { getTill } from "./get-till";
import { askRefundInput } from "./input";
import { startSale } from "./start-sale";
import { answered, asked, member, pay, sold, takenBack } from "./testing/at-the-till";

// What was paid too much goes back once, whichever way; and what never came is owed again.
const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());
const [desk, owner] = [member("front_desk"), member("owner")];
let house: House;
beforeEach(async () => {
  house = await makeHouse();
});

const whole = 150_000;
const ask = (saleId: string, amountMinor: number, owedAgain: boolean) =>
  withTenant(house.tenantId, desk, (scope) =>
    askRefund(
      scope,
      askRefundInput.parse({ saleId, amountMinor, method: "cash", owedAgain, reason: "Twice", key: newId() }),
    ),
  );
const askedBack = async (...wish: Parameters<typeof ask>) => {
  const answer = await ask(...wish);
  if (!answer.ok) throw new Error(answer.refusal);
  return answer.value.refundId;
};
const approve = (id: string) => withTenant(house.tenantId, owner, (scope) => approveRefund(scope, { refundId: id }));
const decline = (id: string) => withTenant(house.tenantId, owner, (scope) => declineRefund(scope, id));
const payBack = (refundId: string) =>
  withTenant(house.tenantId, owner, (scope) => payRefund(scope, { refundId, method: "cash" }));
const seen = async (id: string) => (await readTenant(house.tenantId, desk, (scope) => getSale(scope, id)))!;
const queue = () => sql<{ id: string; minor: number; status: string }[]>`
  select id, amount_minor::int as minor, status from refunds where tenant_id = ${house.tenantId}
    and status not in ('withdrawn', 'asked', 'done')`;
const jobs = async () => {
  await runDueJobs(house.tenantId);
  await runDueJobs(house.tenantId);
};
const deposits = async () =>
  (
    await sql`select coalesce(sum(debit_minor - credit_minor), 0)::int as minor from ledger_entries
      where tenant_id = ${house.tenantId} and account = 'deposits'`
  )[0]!.minor;

/** Paid in cash while a phone was asked for the same, which then paid as well. */
async function paidTwice() {
  const { id } = await sold(house, desk);
  const paymentId = await asked(sql, house, id, whole);
  await pay(house, desk, { saleId: id, amountMinor: whole });
  await answered(house, paymentId);
  await jobs();
  return { id };
}

test("what was paid too much waits among the refunds and is not asked back at the counter as well", async () => {
  const { id } = await paidTwice();
  expect(await seen(id)).toMatchObject({ status: "closed", owedMinor: -whole, dueBackMinor: whole });
  expect(await ask(id, whole, true)).toMatchObject({ refusal: "queued_already" });
  // Something returned is another matter: it was paid for.
  expect(await ask(id, whole + 1, false)).toMatchObject({ refusal: "too_much", refundableMinor: whole });
  const returned = await askedBack(id, whole, false);
  const [queued] = await queue();
  const both = await Promise.all([approve(returned), payBack(queued!.id)]);
  expect(both.every(({ ok }) => ok)).toBe(true);
  expect(await seen(id)).toMatchObject({ status: "closed", owedMinor: 0, paidMinor: 0, refundableMinor: 0 });
});

test("asked back before the other payment came, it is given back at the counter or by the queue, never by both", async () => {
  const { id } = await sold(house, desk);
  const paymentId = await asked(sql, house, id, whole);
  await pay(house, desk, { saleId: id, amountMinor: whole });
  const refundId = await askedBack(id, whole, true);
  await answered(house, paymentId);
  await jobs();
  expect(await queue()).toEqual([]);
  await approve(refundId);
  await jobs();
  expect(await queue()).toEqual([]);
  expect(await seen(id)).toMatchObject({ status: "closed", owedMinor: 0, paidMinor: whole });
});

test("declined at the counter, what was paid too much stands among the refunds", async () => {
  const { id } = await sold(house, desk);
  const paymentId = await asked(sql, house, id, whole);
  await pay(house, desk, { saleId: id, amountMinor: whole });
  const refundId = await askedBack(id, whole, true);
  await answered(house, paymentId);
  await jobs();
  await decline(refundId);
  expect(await queue()).toMatchObject([{ minor: whole, status: "queued" }]);
});

test("a reversal that was approved is not sent once its money has been used", async () => {
  const { id } = await paidTwice();
  const [queued] = await queue();
  await sql`update refunds set status = 'approved', method = 'reversal' where id = ${queued!.id}`;
  await withTenant(house.tenantId, owner, (scope) =>
    recordEntries(scope, {
      ...{ kind: "refund", source: "elsewhere", entries: wasGivenBack("customers", "cash", whole) },
      ...{ currency: "KES", timeZone: "Africa/Nairobi", saleId: id },
    }),
  );
  await sendReversal(house.tenantId, queued!.id);
  expect((await sql`select status, note from refunds where id = ${queued!.id}`)[0]).toEqual({
    status: "withdrawn",
    note: "no longer owed",
  });
});

test("a sale whose prompt turns out not to have been paid owes it again, is to be paid, and the desk is told", async () => {
  const { id, number } = await sold(house, desk);
  const paymentId = await asked(sql, house, id, 60_000);
  await pay(house, desk, { saleId: id, amountMinor: 90_000 });
  await answered(house, paymentId);
  await jobs();
  expect(await seen(id)).toMatchObject({ status: "closed", paidMinor: whole });
  await takenBack(house, paymentId);
  // From that moment on, not only once somebody has followed it.
  expect(await seen(id)).toMatchObject({ status: "open", owedMinor: 60_000, paidMinor: 90_000 });
  await jobs();
  const till = await readTenant(house.tenantId, desk, (scope) => getTill(scope));
  expect(till.open).toMatchObject([{ number, owedMinor: 60_000, status: "open" }]);
  const [told] = await sql`select payload from events where tenant_id = ${house.tenantId} and name = 'sale.reopened'`;
  expect(told!.payload).toMatchObject({ saleId: id, amountMinor: 60_000 });
  expect(await pay(house, desk, { saleId: id, amountMinor: 60_000 })).toMatchObject({ value: { status: "closed" } });
});

test("the first of two payments was none: the second one is not too much any more", async () => {
  const { id } = await sold(house, desk);
  const [one, two] = [await asked(sql, house, id, whole), newId()];
  await answered(house, one);
  await jobs();
  await sql`insert into payments (tenant_id, id, purpose, sale_id, method, amount_minor, currency, status, created_at)
    values (${house.tenantId}, ${two}, 'sale', ${id}, 'prompt', ${whole}, 'KES', 'pending', now())`;
  await answered(house, two);
  await jobs();
  expect(await queue()).toMatchObject([{ minor: whole }]);
  await takenBack(house, one);
  await jobs();
  expect(await queue()).toEqual([]);
  expect(await seen(id)).toMatchObject({ status: "closed", owedMinor: 0, dueBackMinor: 0 });
});

test("a sale that used a deposit which never came owes it; when it comes after all it is used again", async () => {
  await asksDeposits(sql, house);
  const { id: bookingId, paymentId } = await paidBooking(sql, house);
  const bill = await readTenant(house.tenantId, desk, (scope) => startSale(scope, { booking: bookingId }));
  const { id } = await sold(house, desk, { bookingId, lines: [{ lineId: bill!.lines[0]!.lineId }] });
  await pay(house, desk, { saleId: id, amountMinor: 100_000 });
  expect(await seen(id)).toMatchObject({ status: "closed", paidMinor: whole });
  await takenBack(house, paymentId);
  await jobs();
  expect(await seen(id)).toMatchObject({ status: "open", owedMinor: 50_000, paidMinor: 100_000 });
  expect(await deposits()).toBe(0);
  await answered(house, paymentId);
  await jobs();
  expect(await seen(id)).toMatchObject({ status: "closed", owedMinor: 0, paidMinor: whole });
  expect(await deposits()).toBe(0);
});
