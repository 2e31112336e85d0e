import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import type { ApiScope } from "@/lib/auth/scopes";
import { runDueJobs } from "@/lib/jobs/worker";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/tenancy/scope";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { denyPayment } from "./deny-payment";
import { enterCode } from "./enter-code";
import { getDeposit } from "./get-deposit";
import { getPayment } from "./get-payment";
import { credit, debit } from "./ledger";
import { matchReceipt } from "./match-receipt";
import { recordEntries } from "./record-entries";
import { arrived, balanceIn, newCode } from "./testing/desk";
import { holdWithDeposit, makeMoneyHouse, visitor } from "./testing/money-house";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 4, onnotice: () => {} });
afterAll(() => sql.end());
const desk: Actor = { kind: "member", userId: newId(), role: "front_desk", staffId: null };
const job: Actor = { kind: "system", job: "test" };
let house: Awaited<ReturnType<typeof makeMoneyHouse>>;
beforeEach(async () => {
  house = await makeMoneyHouse(null);
});

const as = <T>(actor: Actor, work: Parameters<typeof withTenant<T>>[2]) => withTenant(house.tenantId, actor, work);
const deny = (paymentId: string) => as(desk, (scope) => denyPayment(scope, { paymentId, note: "No such message" }));
const balances = (...accounts: string[]) =>
  Promise.all(accounts.map((account) => balanceIn(sql, house.tenantId, account)));
const bookingOf = async (id: string) => (await sql`select status, deposit from bookings where id = ${id}`)[0];
async function paidByHand(code = newCode()) {
  const { bookingId } = await holdWithDeposit(sql, house);
  const entered = await as(visitor, (scope) => enterCode(scope, { bookingId, code }));
  if (!entered.ok) throw new Error(entered.refusal);
  return { bookingId, code, paymentId: entered.value.paymentId };
}
async function openSale(bookingId: string | null = null, minor = 50_000) {
  const saleId = newId();
  await sql`insert into sales (tenant_id, id, number, status, subtotal_minor, total_minor, currency, booking_id)
    values (${house.tenantId}, ${saleId}, 1, 'open', ${minor}, ${minor}, 'KES', ${bookingId})`;
  await write(`sale ${saleId}`, { saleId, entries: [debit("customers", minor), credit("services", minor)] });
  return saleId;
}
const write = (source: string, what: Pick<Parameters<typeof recordEntries>[1], "entries" | "saleId" | "bookingId">) =>
  as(job, (scope) =>
    recordEntries(scope, {
      ...{ source, currency: "KES", timeZone: "Africa/Nairobi", ...what },
      kind: source.split(" ")[0]!,
    }),
  );

test("an invented code is taken off the books, once, with why; its booking stands and owes again", async () => {
  const { bookingId, code, paymentId } = await paidByHand();
  expect(await balances("mpesa_by_hand", "deposits")).toEqual([50_000, -50_000]);
  const said = await Promise.all([deny(paymentId), deny(paymentId), deny(paymentId)]);
  expect(said.filter(({ ok }) => ok)).toHaveLength(1);
  expect(said.find(({ ok }) => !ok)).toMatchObject({ refusal: "moved_on" });
  expect(await balances("mpesa_by_hand", "mpesa", "deposits")).toEqual([0, 0, 0]);
  expect(await bookingOf(bookingId)).toEqual({ status: "confirmed", deposit: "due" });
  const shown = await readTenant(house.tenantId, desk, (scope) => getPayment(scope, paymentId));
  expect(shown).toMatchObject({ status: "declined", receipt: null, claimed: code, resultCode: "denied", doubt: null });
  expect(shown!.steps).toContainEqual(expect.objectContaining({ kind: "denied" }));
  expect(shown!.steps).toContainEqual(expect.objectContaining({ kind: "written", entry: "taken_back" }));
  expect(await readTenant(house.tenantId, visitor, (scope) => getDeposit(scope, bookingId))).toMatchObject({
    state: "owed",
  });
  const audit =
    await sql`select 1 from audit_entries where tenant_id = ${house.tenantId} and action = 'payment.denied'`;
  expect(audit).toHaveLength(1);
  const told = await sql`select 1 from events where tenant_id = ${house.tenantId} and name = 'payment.denied'`;
  expect(told).toHaveLength(1);
});

test("what was denied is not typed in again by a customer, and is paid when a statement has it after all", async () => {
  const { bookingId, code, paymentId } = await paidByHand();
  await deny(paymentId);
  const { bookingId: another } = await holdWithDeposit(sql, house, { at: 1 });
  const again = await as(visitor, (scope) => enterCode(scope, { bookingId: another, code }));
  expect(again).toEqual({ ok: false, refusal: "code_used" });
  await arrived(house.tenantId, code, 50_000, { source: "csv" });
  expect(await bookingOf(bookingId)).toEqual({ status: "confirmed", deposit: "paid" });
  expect(await balances("mpesa_by_hand", "mpesa", "deposits")).toEqual([0, 50_000, -50_000]);
});

test("another payment that came in is attached to the visit whose deposit was denied", async () => {
  const { bookingId, paymentId } = await paidByHand();
  await deny(paymentId);
  const receipt = newCode();
  await arrived(house.tenantId, receipt, 50_000);
  const matched = await as(desk, (scope) => matchReceipt(scope, { receipt, bookingId }));
  expect(matched).toMatchObject({ ok: true, value: { status: "paid" } });
  expect(await bookingOf(bookingId)).toEqual({ status: "confirmed", deposit: "paid" });
  expect(await balances("mpesa", "deposits", "unclaimed")).toEqual([50_000, -50_000, 0]);
});

test("a sale that was closed with it is open again and owes it", async () => {
  const saleId = await openSale();
  const paid = await as(desk, (scope) => enterCode(scope, { saleId, amountMinor: 50_000, code: newCode() }));
  await runDueJobs(house.tenantId);
  const status = async () => (await sql`select status from sales where id = ${saleId}`)[0]!.status;
  expect(await status()).toBe("closed");
  expect((await deny(paid.ok ? paid.value.paymentId : "")).ok).toBe(true);
  await runDueJobs(house.tenantId);
  expect(await status()).toBe("open");
  expect(await balances("mpesa_by_hand", "customers")).toEqual([0, 50_000]);
});

test("a sale that has used the deposit owes it again, and the booking is no debtor of deposits", async () => {
  const { bookingId, paymentId } = await paidByHand();
  const saleId = await openSale(bookingId, 80_000);
  const used = [debit("deposits", 50_000), credit("customers", 50_000)];
  await as(job, (scope) =>
    recordEntries(scope, {
      ...{ kind: "deposit_used", source: `deposit of sale ${saleId} 1`, entries: used, saleId, bookingId },
      ...{ currency: "KES", timeZone: "Africa/Nairobi" },
    }),
  );
  expect(await balances("deposits", "customers")).toEqual([0, 30_000]);
  expect((await deny(paymentId)).ok).toBe(true);
  await runDueJobs(house.tenantId);
  expect(await balances("deposits", "customers", "mpesa_by_hand")).toEqual([0, 80_000, 0]);
});

test("what was to be given back of it is not", async () => {
  const { bookingId, paymentId } = await paidByHand();
  await sql`update bookings set status = 'cancelled' where id = ${bookingId}`;
  await sql`insert into refunds (tenant_id, id, payment_id, booking_id, amount_minor, currency, why, status, not_before)
    values (${house.tenantId}, gen_random_uuid(), ${paymentId}, ${bookingId}, 50000, 'KES', 'cancelled', 'queued', now())`;
  expect((await deny(paymentId)).ok).toBe(true);
  expect(await sql`select status from refunds where tenant_id = ${house.tenantId}`).toEqual([{ status: "withdrawn" }]);
  expect(await balances("deposits", "mpesa_by_hand")).toEqual([0, 0]);
});

test("what M-Pesa vouches for, cash, what is not paid and another business's payment are not denied", async () => {
  const { code, paymentId } = await paidByHand();
  const other = await makeMoneyHouse(null);
  const elsewhere = await withTenant(other.tenantId, desk, (scope) => denyPayment(scope, { paymentId, note: "x" }));
  expect(elsewhere).toEqual({ ok: false, refusal: "unknown_payment" });
  await arrived(house.tenantId, code, 50_000, { source: "csv" });
  expect(await deny(paymentId)).toEqual({ ok: false, refusal: "moved_on" });
  await sql`update payments set proof = 'word', method = 'cash' where id = ${paymentId}`;
  expect(await deny(paymentId)).toEqual({ ok: false, refusal: "moved_on" });
  await sql`update payments set status = 'declined', method = 'code' where id = ${paymentId}`;
  expect(await deny(paymentId)).toEqual({ ok: false, refusal: "moved_on" });
  expect(await balances("mpesa", "deposits")).toEqual([50_000, -50_000]);
});

test("the number that paid is told to a key with the scope for customers alone", async () => {
  const { paymentId } = await paidByHand();
  await sql`update payments set phone = '+254711550012' where id = ${paymentId}`;
  const phone = async (...scopes: ApiScope[]) =>
    (await as({ kind: "api", keyId: newId(), scopes }, (scope) => getPayment(scope, paymentId)))!.phone;
  expect(await phone("payments:read", "customers:read")).toBe("+254711550012");
  expect(await phone("payments:read")).toBeNull();
});
