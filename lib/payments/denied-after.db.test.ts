import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { changeBooking } from "@/lib/bookings/change-booking";
import { asksDeposits } from "@/lib/bookings/testing/deposits";
import { bookAs, hourOf, must } from "@/lib/bookings/testing/desk-books";
import { undoChange } from "@/lib/bookings/undo-change";
import { waiveDeposit } from "@/lib/bookings/waive-deposit";
import { runDueJobs } from "@/lib/jobs/worker";
import { newId } from "@/lib/platform/ids";
import type { Actor, Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { startSale } from "@/lib/till/start-sale";
import { pay, sold } from "@/lib/till/testing/at-the-till";
import { denyPayment } from "./deny-payment";
import { enterCode } from "./enter-code";
import { lockPayment } from "./internal/payment";
import { settle } from "./internal/settle";
import { unsettle } from "./internal/unsettle";
import { payRefund } from "./pay-refund";
import { readInStatement } from "./read-in-statement";
import { arrived, balanceIn, deskActor, newCode } from "./testing/desk";

// A deposit that turns out never to have come, or to have come after all, when much has happened meanwhile.
const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 3, onnotice: () => {} });
afterAll(() => sql.end());
const guest: Actor = { kind: "public", via: "page" };
const job: Actor = { kind: "system", job: "test" };
let house: House;
beforeEach(async () => {
  house = await makeHouse();
  const late = { kind: "fixed", amountMinor: 30_000 } as const;
  await asksDeposits(sql, house, { cancellation: { freeHours: 24, late, noShow: { kind: "percent", percent: 100 } } });
});

const as = <T>(actor: Actor, work: (scope: Scope) => Promise<T>) => withTenant(house.tenantId, actor, work);
async function jobs() {
  await runDueJobs(house.tenantId);
  await runDueJobs(house.tenantId);
}
const book = (hour = 10) => must(bookAs(house, guest, { source: "public" }, { at: hourOf(hour, 3) }));
const enter = (bookingId: string, code = newCode()) => as(guest, (scope) => enterCode(scope, { bookingId, code }));
const typed = (bookingId: string, code = newCode()) => must(enter(bookingId, code));
const deny = (paymentId: string) =>
  must(as(deskActor, (scope) => denyPayment(scope, { paymentId, note: "Not there" })));
const listed = (code: string) => arrived(house.tenantId, code, 50_000, { source: "csv" });
const balances = (...accounts: string[]) => Promise.all(accounts.map((one) => balanceIn(sql, house.tenantId, one)));
const refunds = () => sql`
  select why, amount_minor::int as minor, status from refunds where tenant_id = ${house.tenantId} order by created_at, id`;
const saleOf = async (id: string) => (await sql`select status from sales where id = ${id}`)[0]!.status;
const depositOf = async (id: string) => (await sql`select deposit from bookings where id = ${id}`)[0]!.deposit;

/** Asked for by a prompt that ran out, and paid after all. */
async function comesLate(bookingId: string): Promise<string> {
  const id = newId();
  await sql`insert into payments (tenant_id, id, purpose, booking_id, method, amount_minor, currency, status, reference, created_at)
    select tenant_id, ${id}, 'deposit', id, 'prompt', 50000, 'KES', 'expired', reference || '-1', now() from bookings where id = ${bookingId}`;
  await as(job, async (scope) =>
    settle(scope, (await lockPayment(scope, id))!, { receipt: newCode(), at: null, proof: "callback" }),
  );
  await jobs();
  return id;
}
const takeBack = (id: string) => as(job, async (scope) => unsettle(scope, (await lockPayment(scope, id))!));

/** A deposit by a typed code, and the sale of its visit, which uses it. */
async function visited() {
  const held = await book();
  const code = newCode();
  const { paymentId } = await typed(held.id, code);
  await sql`update bookings set status = 'in_service' where id = ${held.id}`;
  const sale = await sold(house, deskActor, { bookingId: held.id });
  return { bookingId: held.id, saleId: sale.id, paymentId, code };
}
const completes = (id: string) =>
  must(as(deskActor, (scope) => changeBooking(scope, { id, move: "complete", from: "in_service" })));

test("a code that is denied after the visit and listed after all pays what its sale owes", async () => {
  const { bookingId, saleId, paymentId, code } = await visited();
  await completes(bookingId);
  await pay(house, deskActor, { saleId, amountMinor: 100_000 });
  await jobs();
  await deny(paymentId);
  await jobs();
  expect(await saleOf(saleId)).toBe("open");
  await listed(code);
  await jobs();
  expect(await saleOf(saleId)).toBe("closed");
  expect(await refunds()).toEqual([]);
  expect(await balances("unclaimed", "customers", "deposits")).toEqual([0, 0, 0]);
});

test("a deposit that comes after its sale was paid in cash goes back", async () => {
  const { saleId, paymentId, code } = await visited();
  await deny(paymentId);
  await jobs();
  await pay(house, deskActor, { saleId, amountMinor: 150_000 });
  await jobs();
  await listed(code);
  await jobs();
  expect(await refunds()).toEqual([{ why: "overpaid", minor: 50_000, status: "queued" }]);
});

test("late money that is taken back leaves the deposit to the payment that paid it", async () => {
  const { id } = await book();
  await typed(id);
  await takeBack(await comesLate(id));
  expect(await depositOf(id)).toBe("paid");
  expect(await refunds()).toEqual([{ why: "late", minor: 50_000, status: "withdrawn" }]);
});

test("what never came is not given back, even where a reversal of it has failed", async () => {
  const { id } = await book();
  await typed(id);
  const late = await comesLate(id);
  await sql`update refunds set status = 'failed', method = 'reversal' where tenant_id = ${house.tenantId}`;
  await takeBack(late);
  const [refund] = await sql`select id from refunds where tenant_id = ${house.tenantId}`;
  expect((await as(deskActor, (scope) => payRefund(scope, { refundId: refund!.id, method: "cash" }))).ok).toBe(false);
  expect(await balances("cash", "unclaimed")).toEqual([0, 0]);
});

test("the rest of a deposit goes back that was waived, came late and counts after all", async () => {
  const { id } = await book();
  const { changeId } = await must(as(deskActor, (scope) => waiveDeposit(scope, { id, reason: "Regular" })));
  await comesLate(id);
  await must(as(deskActor, (scope) => undoChange(scope, { id, changeId })));
  await jobs();
  expect(await depositOf(id)).toBe("paid");
  await sql`update booking_lines set price_minor = 30000 where booking_id = ${id}`;
  const bill = await as(deskActor, (scope) => startSale(scope, { booking: id }));
  const sale = await sold(house, deskActor, { bookingId: id, lines: [{ lineId: bill!.lines[0]!.lineId }] });
  await jobs();
  const left = (await refunds()).filter(({ status }) => status === "queued");
  expect(await saleOf(sale.id)).toBe("closed");
  expect(left).toEqual([{ why: "overpaid", minor: 20_000, status: "queued" }]);
});

test("a fee that was kept out of money that never came is owed", async () => {
  const { id } = await book();
  const { paymentId } = await typed(id);
  await sql`update bookings set free_until = now() - interval '1 hour' where id = ${id}`;
  await must(as(guest, (scope) => changeBooking(scope, { id, move: "cancel", from: "confirmed" })));
  await jobs();
  await deny(paymentId);
  await jobs();
  expect(await balances("fees", "deposits", "mpesa_by_hand")).toEqual([0, 0, 0]);
  expect(
    (await sql`select status, from_deposit_minor::int as kept from booking_fees where booking_id = ${id}`)[0],
  ).toEqual({
    status: "owed",
    kept: 0,
  });
});

test("nobody gets round a denial, or out of the inbox, by typing another code", async () => {
  const [a, b] = [await book(10), await book(12)];
  const code = newCode();
  await deny((await typed(a.id, code)).paymentId);
  const { paymentId } = await typed(b.id);
  await sql`update payments set doubt = 'not_in_statement' where id = ${paymentId}`;
  expect(await enter(b.id, code)).toMatchObject({ ok: false, refusal: "code_used" });
  await typed(b.id);
  expect((await sql`select doubt from payments where id = ${paymentId}`)[0]).toEqual({ doubt: "not_in_statement" });
});

test("a statement's line that names a booking as its account is known, and pays its deposit", async () => {
  const { id } = await book();
  const [row] = await sql<{ reference: string }[]>`select reference from bookings where id = ${id}`;
  const at = new Date();
  const rows = [{ receipt: newCode(), amountMinor: 50_000, reference: ` ${row!.reference.toLowerCase()}`, paidAt: at }];
  const reading = await readInStatement(
    house.tenantId,
    deskActor,
    { kind: "statement", rows, others: 0, period: null },
    {
      keepUnknown: false,
    },
  );
  expect(reading).toMatchObject({ settled: 1, unknown: 0 });
  expect(await depositOf(id)).toBe("paid");
});

test("what is verified, taken back and verified again lies with what M-Pesa vouches for", async () => {
  const { id } = await book();
  const first = newCode();
  const { paymentId } = await typed(id, first);
  await listed(first);
  await takeBack(paymentId);
  const second = newCode();
  await as(job, async (scope) =>
    settle(scope, (await lockPayment(scope, paymentId))!, { receipt: second, at: null, proof: "word" }),
  );
  await listed(second);
  await jobs();
  expect(await balances("mpesa", "mpesa_by_hand", "deposits")).toEqual([50_000, 0, -50_000]);
});
