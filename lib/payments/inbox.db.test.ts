import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { House } from "@/db/testing/house";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/tenancy/scope";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { dismissDoubt } from "./dismiss-doubt";
import { enterCode } from "./enter-code";
import { getPayment } from "./get-payment";
import type { MatchInput, SetAsideInput } from "./input";
import { credit, debit } from "./ledger";
import { listInbox } from "./list-inbox";
import { lookAgain } from "./look-again";
import { matchReceipt } from "./match-receipt";
import { recordEntries } from "./record-entries";
import { setReceiptAside } from "./set-receipt-aside";
import { arrived, balanceIn, deskActor, newCode } from "./testing/desk";
import { holdWithDeposit, type Money, makeMoneyHouse, prompt, startMoney } from "./testing/money-house";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 4, onnotice: () => {} });
let money: Money;
let house: House;
beforeAll(async () => {
  money = await startMoney();
});
beforeEach(async () => {
  house = await makeMoneyHouse(money.simulator);
});
afterAll(() => Promise.all([money.stop(), sql.end()]));

const inHouse = <T>(work: Parameters<typeof withTenant<T>>[2], where = house) =>
  withTenant(where.tenantId, deskActor, work);
const match = (input: MatchInput, where = house) => inHouse((scope) => matchReceipt(scope, input), where);
const setAside = (input: SetAsideInput) => inHouse((scope) => setReceiptAside(scope, input));
const inbox = (where = house) => readTenant(where.tenantId, deskActor, listInbox);
const balance = (account: string) => balanceIn(sql, house.tenantId, account);
const actions = async () =>
  (await sql`select action from audit_entries where tenant_id = ${house.tenantId} order by at, id`).map(
    ({ action }) => action,
  );

test("money that came unasked waits with what it may have been for, and attached to it pays for it", async () => {
  const { bookingId } = await holdWithDeposit(sql, house);
  await holdWithDeposit(sql, house, { at: 1, amountMinor: 70_000 });
  const receipt = newCode();
  await arrived(house.tenantId, receipt, 50_000);
  const [waiting] = (await inbox()).receipts;
  expect(waiting).toMatchObject({ receipt, amountMinor: 50_000, source: "confirmation" });
  expect(waiting?.matches.map((one) => one.bookingId)).toEqual([bookingId]);
  const matched = await match({ receipt, bookingId });
  expect(matched).toMatchObject({ ok: true, value: { status: "paid" } });
  expect((await inbox()).receipts).toEqual([]);
  expect([await balance("mpesa"), await balance("deposits")]).toEqual([50_000, -50_000]);
  const [booking] = await sql`select status, deposit from bookings where id = ${bookingId}`;
  expect(booking).toMatchObject({ status: "confirmed", deposit: "paid" });
  const paid = await readTenant(house.tenantId, deskActor, (scope) =>
    getPayment(scope, matched.ok ? matched.value.paymentId : ""),
  );
  expect(paid).toMatchObject({ status: "paid", receipt, proof: "statement", method: "code" });
  expect(paid?.steps.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["asked", "settled", "written"]));
  expect(await actions()).toContain("receipt.matched");
});

test("one receipt pays for one thing, whoever is quicker", async () => {
  const bookings = await Promise.all([0, 1, 2, 3].map((at) => holdWithDeposit(sql, house, { at })));
  const receipt = newCode();
  await arrived(house.tenantId, receipt, 50_000);
  const said = await Promise.all(bookings.map(({ bookingId }) => match({ receipt, bookingId })));
  expect(said.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await balance("mpesa")).toBe(50_000);
  expect(await sql`select 1 from payments where tenant_id = ${house.tenantId}`).toHaveLength(1);
});

test("what is of another amount, unknown, or another business's is not attached", async () => {
  const { bookingId } = await holdWithDeposit(sql, house, { amountMinor: 70_000 });
  const [receipt, elsewhere] = [newCode(), newCode()];
  const other = await makeMoneyHouse(null);
  await Promise.all([arrived(house.tenantId, receipt, 50_000), arrived(other.tenantId, elsewhere, 70_000)]);
  expect(await match({ receipt, bookingId })).toEqual({ ok: false, refusal: "nothing_due" });
  expect(await match({ receipt: elsewhere, bookingId })).toEqual({ ok: false, refusal: "unknown_receipt" });
  expect(await match({ receipt: elsewhere, bookingId }, other)).toEqual({ ok: false, refusal: "nothing_due" });
  expect((await inbox(other)).receipts).toHaveLength(1);
});

test("a sale is offered what it owes, and is paid once, however many codes are attached at once", async () => {
  const seller: Actor = { kind: "member", userId: newId(), role: "front_desk", staffId: null };
  const saleId = newId();
  await sql`insert into sales (tenant_id, id, number, status, subtotal_minor, total_minor, currency)
    values (${house.tenantId}, ${saleId}, 1, 'open', 50000, 50000, 'KES')`;
  await withTenant(house.tenantId, seller, (scope) =>
    recordEntries(scope, {
      ...{ kind: "sale", source: `sale ${saleId}`, currency: "KES", timeZone: "Africa/Nairobi", saleId },
      entries: [debit("customers", 50_000), credit("services", 50_000)],
    }),
  );
  const codes = [newCode(), newCode(), newCode()];
  for (const code of codes) await arrived(house.tenantId, code, 50_000);
  expect((await inbox()).receipts.map(({ sales }) => sales.map((one) => one.saleId))).toEqual(Array(3).fill([saleId]));
  const said = await Promise.all(codes.map((receipt) => match({ receipt, saleId })));
  expect(said.filter(({ ok }) => ok)).toHaveLength(1);
  expect(said.filter(({ ok }) => !ok)).toEqual(Array(2).fill({ ok: false, refusal: "nothing_due" }));
  expect([await balance("mpesa"), await balance("customers")]).toEqual([50_000, 0]);
  expect((await inbox()).receipts.map(({ sales }) => sales)).toEqual([[], []]);
});

test("set aside it is no question any more, cannot be attached, and may be taken up again", async () => {
  const { bookingId } = await holdWithDeposit(sql, house);
  const receipt = newCode();
  await arrived(house.tenantId, receipt, 50_000);
  expect(await setAside({ receipt, as: "other", note: "" })).toEqual({ ok: false, refusal: "needs_note" });
  expect((await setAside({ receipt, as: "not_ours", note: "The landlord" })).ok).toBe(true);
  expect(await setAside({ receipt, as: "not_ours", note: "" })).toEqual({ ok: false, refusal: "moved_on" });
  expect((await inbox()).receipts).toEqual([]);
  expect(await match({ receipt, bookingId })).toEqual({ ok: false, refusal: "moved_on" });
  expect((await setAside({ receipt, as: null, note: "" })).ok).toBe(true);
  expect((await match({ receipt, bookingId })).ok).toBe(true);
  expect(await setAside({ receipt, as: "not_ours", note: "" })).toEqual({ ok: false, refusal: "moved_on" });
  expect(await actions()).toEqual(expect.arrayContaining(["receipt.dismissed", "receipt.taken_up", "receipt.matched"]));
});

test("a doubt is looked at with a note, once; another that has come since stays", async () => {
  const { bookingId } = await holdWithDeposit(sql, house);
  const code = await inHouse((scope) => enterCode(scope, { bookingId, code: newCode() }));
  const paymentId = code.ok ? code.value.paymentId : "";
  await sql`update payments set doubt = 'amount_differs' where id = ${paymentId}`;
  expect((await inbox()).payments.map(({ id, doubt }) => [id, doubt])).toEqual([[paymentId, "amount_differs"]]);
  const look = (doubt: string) =>
    inHouse((scope) => dismissDoubt(scope, { paymentId, doubt, note: "She paid the rest in cash" }));
  expect(await look("late")).toEqual({ ok: false, refusal: "moved_on" });
  const said = await Promise.all([look("amount_differs"), look("amount_differs")]);
  expect(said.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await inbox()).toMatchObject({ payments: [], counts: { payments: 0 } });
  expect((await actions()).filter((action) => action === "payment.looked")).toHaveLength(1);
});

test("what nobody ever answered is asked after once more, and heals", async () => {
  const { bookingId } = await holdWithDeposit(sql, house);
  const paymentId = await prompt(house.tenantId, bookingId, "+254700000020");
  // Meanwhile it was paid, and what was posted about it got lost.
  await money.simulator.control.advance(30_000);
  await sql`update payments set status = 'needs_review', doubt = 'never_answered', looks = 9 where id = ${paymentId}`;
  const again = () => inHouse((scope) => lookAgain(scope, { paymentId }));
  expect(await Promise.all([again(), again(), again()])).toEqual(Array(3).fill({ ok: true, value: true }));
  await money.pass(120_000, 5_000);
  const [paid] = await sql`select status, doubt from payments where id = ${paymentId}`;
  expect(paid).toEqual({ status: "paid", doubt: null });
  expect(await balance("mpesa")).toBe(50_000);
});

test("what nobody ever answered counts as not paid once somebody has looked, and money that comes is still taken", async () => {
  const { bookingId } = await holdWithDeposit(sql, house);
  const paymentId = await prompt(house.tenantId, bookingId, "+254700000020");
  await sql`update payments set status = 'needs_review', doubt = 'never_answered', looks = 9 where id = ${paymentId}`;
  const looked = { paymentId, doubt: "never_answered", note: "Nothing came to the till" };
  expect((await inHouse((scope) => dismissDoubt(scope, looked))).ok).toBe(true);
  const row = async () =>
    (await sql`select status, doubt, result_code, reference from payments where id = ${paymentId}`)[0]!;
  expect(await row()).toMatchObject({ status: "declined", doubt: null, result_code: "never_said" });
  await arrived(house.tenantId, newCode(), 50_000, { source: "pull", reference: (await row()).reference });
  expect(await row()).toMatchObject({ status: "paid" });
});

test("where there are no keys, nobody can be asked", async () => {
  const byHand = await makeMoneyHouse(null);
  const { bookingId } = await holdWithDeposit(sql, byHand);
  const code = await inHouse((scope) => enterCode(scope, { bookingId, code: newCode() }), byHand);
  const paymentId = code.ok ? code.value.paymentId : "";
  const asked = await inHouse((scope) => lookAgain(scope, { paymentId }), byHand);
  expect(asked).toEqual({ ok: false, refusal: "no_keys" });
});
