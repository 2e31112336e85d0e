import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { placed } from "@/lib/bookings/testing/placed";
import { eventsSince } from "@/lib/events/events-since";
import { depositCame } from "@/lib/payments/ledger";
import { recordEntries } from "@/lib/payments/record-entries";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/tenancy/scope";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { changeSale } from "./change-sale";
import { followMoney, keepWhatWasPaid } from "./follow-money";
import { getSale, type SaleFacts } from "./get-sale";
import { changeSaleInput, openSaleInput, sendReceiptInput } from "./input";
import { openSale } from "./open-sale";
import { takeCodeForSale } from "./pay-by-mpesa";
import { sendReceipt } from "./send-receipt";
import { startSale } from "./start-sale";
import { member, pay, sold } from "./testing/at-the-till";
import { voidSale } from "./void-sale";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());

const desk = member("front_desk");
const owner = member("owner");
let house: House;
beforeEach(async () => {
  house = await makeHouse({
    staff: 2,
    services: [
      { name: "Braids", minutes: 60, priceMinor: 250_000 },
      { name: "Nails", minutes: 30, priceMinor: 80_000 },
    ],
  });
});

const seen = async (id: string): Promise<SaleFacts> =>
  (await readTenant(house.tenantId, desk, (scope) => getSale(scope, id)))!;
const balances = async () => {
  const rows = await sql`select account, sum(debit_minor - credit_minor)::int as minor from ledger_entries
    where tenant_id = ${house.tenantId} group by account having sum(debit_minor - credit_minor) <> 0`;
  return Object.fromEntries(rows.map(({ account, minor }) => [account, minor]));
};
const change = (saleId: string, wish: object, actor: Actor = desk) =>
  withTenant(house.tenantId, actor, (scope) =>
    changeSale(scope, changeSaleInput.parse({ saleId, revision: 0, key: newId(), ...wish })),
  );
const nails = () => ({ serviceId: house.serviceIds[1]!, staffId: house.staffIds[1]! });

test("what is sold is owed, and cash and card in any mix pay it; change is told of cash only", async () => {
  const { id, number, owedMinor } = await sold(house, desk, { tipMinor: 10_000 });
  expect([number, owedMinor]).toEqual([1, 260_000]);
  expect(await pay(house, desk, { saleId: id, method: "card", amountMinor: 100_000, slip: "4411" })).toMatchObject({
    ok: true,
    value: { owedMinor: 160_000, changeMinor: 0, status: "open" },
  });
  expect(await pay(house, desk, { saleId: id, amountMinor: 170_000 })).toMatchObject({ refusal: "too_much" });
  expect(await pay(house, desk, { saleId: id, amountMinor: 160_000, tenderedMinor: 200_000 })).toMatchObject({
    ok: true,
    value: { owedMinor: 0, changeMinor: 40_000, status: "closed" },
  });
  expect(await pay(house, desk, { saleId: id, amountMinor: 1 })).toMatchObject({ refusal: "not_open" });
  expect(await seen(id)).toMatchObject({
    status: "closed",
    owedMinor: 0,
    paidMinor: 260_000,
    refundableMinor: 260_000,
    payments: [
      { method: "card", detail: "4411" },
      { method: "cash", changeMinor: 40_000 },
    ],
  });
  expect(await balances()).toEqual({ cash: 160_000, card: 100_000, services: -250_000, tips: -10_000 });
});

test("sales are numbered without a gap, also when many sell at once, and one that comes to nothing leaves none", async () => {
  const all = await Promise.all(Array.from({ length: 6 }, () => sold(house, desk)));
  expect(all.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4, 5, 6]);
  await expect(sold(house, desk, { lines: [{ serviceId: newId() }] })).rejects.toThrow("unknown_line");
  await expect(sold(house, desk, { customerId: newId() })).rejects.toThrow("unknown_customer");
  expect((await sold(house, desk)).number).toBe(7);
});

test("tapped twice it is sold once and paid once, and the answer is the same", async () => {
  const key = newId();
  const [one, two] = await Promise.all([sold(house, desk, { key }), sold(house, desk, { key })]);
  expect(one).toEqual(two);
  await expect(sold(house, desk, { key, tipMinor: 5 })).rejects.toThrow("key_reused");
  const wish = { saleId: one.id, amountMinor: 100_000, key: newId() };
  const paid = await Promise.all([pay(house, desk, wish), pay(house, desk, wish), pay(house, desk, wish)]);
  expect(new Set(paid.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(await seen(one.id)).toMatchObject({ owedMinor: 150_000, payments: [{ amountMinor: 100_000 }] });
});

test("the customer whose sale it is hears that it is at the till, paid or voided; nobody hears of one without a name", async () => {
  const { id: bookingId } = await placed(house);
  const [{ customer_id: customerId } = {}] = await sql`select customer_id from bookings where id = ${bookingId}`;
  const { id } = await sold(house, desk, { bookingId });
  await sold(house, desk);
  await pay(house, desk, { saleId: id, amountMinor: 250_000 });
  const { id: other } = await sold(house, desk, { customerId });
  await withTenant(house.tenantId, owner, (scope) => voidSale(scope, { saleId: other, reason: "Twice" }));
  const told = await readTenant(house.tenantId, desk, (scope) => eventsSince(scope, 0));
  const ofSales = told.filter(({ name }) => name.startsWith("sale.")).map((event) => [event.name, event.customerId]);
  expect(ofSales).toEqual([
    ["sale.opened", customerId],
    ["sale.opened", null],
    ["sale.closed", customerId],
    ["sale.opened", customerId],
    ["sale.voided", customerId],
  ]);
});

test("two tabs that take all of it at once take it once", async () => {
  const { id } = await sold(house, desk);
  const all = await Promise.all([1, 2].map(() => pay(house, desk, { saleId: id, amountMinor: 250_000 })));
  expect(all.map((answer) => (answer.ok ? "taken" : answer.refusal)).sort()).toEqual(["not_open", "taken"]);
  expect(await balances()).toEqual({ cash: 250_000, services: -250_000 });
  const closed = await sql`select 1 from events where tenant_id = ${house.tenantId} and name = 'sale.closed'`;
  expect(closed).toHaveLength(1);
});

test("a booking is charged as it was priced, once, by whoever is first", async () => {
  const { id: bookingId } = await placed(house);
  await sql`update services set price_minor = 999 where tenant_id = ${house.tenantId}`;
  const start = (await readTenant(house.tenantId, desk, (scope) => startSale(scope, { booking: bookingId })))!;
  expect(start).toMatchObject({ saleId: null, customer: { name: "Chebet" }, lines: [{ unitMinor: 250_000 }] });
  const lines = [{ lineId: start.lines[0]!.lineId }];
  const open = () =>
    withTenant(house.tenantId, desk, (scope) =>
      openSale(scope, openSaleInput.parse({ bookingId, lines, key: newId() })),
    );
  const both = await Promise.all([open(), open()]);
  const first = both.find((answer) => answer.ok)!;
  const id = first.ok ? first.value.id : "";
  expect(both.find((answer) => !answer.ok)).toEqual({ ok: false, refusal: "charged_already", saleId: id });
  expect(await seen(id)).toMatchObject({ totalMinor: 250_000, customer: { name: "Chebet" }, bookingId });
  expect((await readTenant(house.tenantId, desk, (scope) => startSale(scope, { booking: bookingId })))!.saleId).toBe(
    id,
  );
  // The same line twice is no second braid.
  expect(await change(id, { lines: [...lines, ...lines] })).toMatchObject({ refusal: "unknown_line" });
  const own = (await seen(id)).lines[0]!.id;
  expect(await change(id, { lines: [{ lineId: own }, ...lines] })).toMatchObject({ refusal: "unknown_line" });
});

test("the deposit of the booking is used by itself, what is not needed of it stands among refunds", async () => {
  const { id: bookingId } = await placed(house);
  const paymentId = newId();
  await sql`insert into payments (tenant_id, id, purpose, booking_id, method, amount_minor, currency, status)
    values (${house.tenantId}, ${paymentId}, 'deposit', ${bookingId}, 'prompt', 100000, 'KES', 'paid')`;
  await withTenant(house.tenantId, desk, (scope) =>
    recordEntries(scope, {
      kind: "deposit",
      source: `payment ${paymentId}`,
      entries: depositCame("mpesa", 100_000),
      currency: "KES",
      timeZone: "Africa/Nairobi",
      paymentId,
      bookingId,
    }),
  );
  const start = (await readTenant(house.tenantId, desk, (scope) => startSale(scope, { booking: bookingId })))!;
  expect(start.depositMinor).toBe(100_000);
  const lines = [{ lineId: start.lines[0]!.lineId }];
  const { id, owedMinor } = await sold(house, desk, { bookingId, lines });
  expect(owedMinor).toBe(150_000);
  expect((await seen(id)).payments).toMatchObject([{ method: "deposit", amountMinor: 100_000 }]);
  // Let off so much that a part of the deposit is too much: the rest of it goes back.
  const kept = [{ lineId: (await seen(id)).lines[0]!.id }];
  const less = { lines: kept, discount: { kind: "fixed", amountMinor: 190_000 }, discountReason: "A friend" };
  expect(await change(id, less)).toMatchObject({ refusal: "discount_too_big" });
  expect(await change(id, less, owner)).toMatchObject({ ok: true, value: { owedMinor: 0, status: "closed" } });
  expect(await balances()).toEqual({ mpesa: 100_000, deposits: -40_000, discounts: 190_000, services: -250_000 });
  expect(
    await sql`select amount_minor::int as minor, why, status from refunds where booking_id = ${bookingId}`,
  ).toEqual([{ minor: 40_000, why: "overpaid", status: "queued" }]);
});

test("what is sold is changed while it is open, and never to less than was paid", async () => {
  const { id } = await sold(house, desk);
  const [line] = (await seen(id)).lines;
  const both = { lines: [{ lineId: line!.id }, { ...nails(), quantity: 2 }] };
  const answers = await Promise.all([change(id, both), change(id, both)]);
  expect(answers.map((answer) => (answer.ok ? "changed" : answer.refusal)).sort()).toEqual(["changed", "moved_on"]);
  expect(await seen(id)).toMatchObject({ totalMinor: 410_000, owedMinor: 410_000, revision: 1 });
  await pay(house, desk, { saleId: id, amountMinor: 300_000 });
  expect(await change(id, { revision: 1, lines: [nails()] })).toMatchObject({ refusal: "paid_more" });
  expect(await withTenant(house.tenantId, desk, (scope) => voidSale(scope, { saleId: id, reason: "x" }))).toMatchObject(
    {
      refusal: "has_payments",
    },
  );
  const ten = { discount: { kind: "percent", percent: 10 }, discountReason: "Late start" };
  expect(
    await change(id, {
      revision: 1,
      ...both,
      lines: (await seen(id)).lines.map(({ id, quantity }) => ({ lineId: id, quantity })),
      ...ten,
    }),
  ).toMatchObject({
    ok: true,
    value: { owedMinor: 69_000 },
  });
  expect((await seen(id)).lines.map(({ discountMinor }) => discountMinor)).toEqual([25_000, 16_000]);
});

test("a sale that was none is voided with why: nothing is owed, its number stays, its visit can be charged again", async () => {
  const { id: bookingId } = await placed(house);
  const lines = [nails()];
  const { id } = await sold(house, desk, { bookingId, lines });
  const wish = { saleId: id, reason: "Wrong customer" };
  const twice = await Promise.all([1, 2].map(() => withTenant(house.tenantId, desk, (scope) => voidSale(scope, wish))));
  expect(twice).toEqual([1, 2].map(() => ({ ok: true, value: { id } })));
  expect(await balances()).toEqual({});
  expect(await seen(id)).toMatchObject({ status: "voided", voidReason: "Wrong customer", owedMinor: 0 });
  expect((await sold(house, desk, { bookingId, lines })).number).toBe(2);
});

test("a sale that is let off in full is closed at once", async () => {
  const free = { discount: { kind: "percent", percent: 100 }, discountReason: "Made good" };
  expect(await sold(house, owner, free)).toMatchObject({ status: "closed", owedMinor: 0 });
  expect(await balances()).toEqual({ discounts: 250_000, services: -250_000 });
});

test("M-Pesa pays by its code, and what comes by itself closes the sale; its visit knows what of it was paid", async () => {
  const { id: bookingId } = await placed(house);
  await sql`update bookings set status = 'completed' where id = ${bookingId}`;
  await sql`insert into visits (tenant_id, id, booking_id, customer_id, started_at, completed_at, total_minor, paid_minor, currency)
    select tenant_id, ${newId()}, id, customer_id, now(), now(), total_minor, 0, currency from bookings where id = ${bookingId}`;
  await sql`insert into visit_lines (tenant_id, id, visit_id, position, service_id, service_name, staff_id, price_minor)
    select l.tenant_id, l.id, v.id, 0, l.service_id, l.service_name, l.staff_id, l.price_minor
    from booking_lines l join visits v on v.booking_id = l.booking_id where l.booking_id = ${bookingId}`;
  const start = (await readTenant(house.tenantId, desk, (scope) => startSale(scope, { booking: bookingId })))!;
  const { id } = await sold(house, desk, { bookingId, lines: [{ lineId: start.lines[0]!.lineId }], tipMinor: 50_000 });
  const code = (amountMinor: number, text: string) =>
    withTenant(house.tenantId, desk, (scope) => takeCodeForSale(scope, { saleId: id, amountMinor, code: text }));
  const paidOfVisit = async () =>
    (await sql`select paid_minor::int as minor from visits where booking_id = ${bookingId}`)[0]!.minor;
  expect((await code(150_000, "TIJ7ABC123")).ok).toBe(true);
  expect(await code(150_000, "TIJ7ABC123")).toMatchObject({ refusal: "code_used" });
  expect(await seen(id)).toMatchObject({ status: "open", owedMinor: 150_000 });
  expect(await paidOfVisit()).toBe(125_000);
  expect((await code(150_000, "TIJ7ABC124")).ok).toBe(true);
  const told = [1, 2].map(() =>
    withTenant(house.tenantId, desk, (scope) => followMoney(scope, { saleId: id, bookingId: null })),
  );
  await Promise.all(told);
  expect(await seen(id)).toMatchObject({ status: "closed", owedMinor: 0 });
  expect(await paidOfVisit()).toBe(250_000);
  expect(await sql`select 1 from events where tenant_id = ${house.tenantId} and name = 'sale.closed'`).toHaveLength(1);
  // Said to be done only now: what was paid before is still known.
  await sql`update visits set paid_minor = 0 where booking_id = ${bookingId}`;
  await withTenant(house.tenantId, desk, (scope) => keepWhatWasPaid(scope, { bookingId }));
  expect(await paidOfVisit()).toBe(250_000);
});

test("nobody charges, changes or pays what is another business's", async () => {
  const other = await makeHouse();
  const { id } = await sold(house, desk);
  const { id: bookingId } = await placed(house);
  expect(await pay(other, desk, { saleId: id, amountMinor: 1 })).toMatchObject({ refusal: "unknown_sale" });
  await expect(sold(other, desk, { bookingId })).rejects.toThrow("unknown_booking");
  await expect(sold(other, desk, { lines: [nails()] })).rejects.toThrow("unknown_staff");
  expect(await readTenant(other.tenantId, desk, (scope) => getSale(scope, id))).toBeNull();
});

test("a receipt is sent in the language of whoever bought, else in the house's", async () => {
  const [customer] = await sql`insert into customers (tenant_id, id, name, language)
    values (${house.tenantId}, ${newId()}, 'Akoth', 'sw') returning id`;
  const sent = async (wish: object) => {
    const { id } = await sold(house, desk, wish);
    const to = `${newId()}@example.test`;
    await withTenant(house.tenantId, desk, (scope) =>
      sendReceipt(scope, sendReceiptInput.parse({ saleId: id, channel: "email", to, key: newId() })),
    );
    const [message] = await sql`select subject from messages where to_address = ${to}`;
    return message!.subject;
  };
  expect(await sent({ customerId: customer!.id })).toMatch(/: risiti ya malipo 1$/);
  expect(await sent({})).toMatch(/: payment receipt 2$/);
  await sql`update tenants set locale = 'sw-KE' where id = ${house.tenantId}`;
  expect(await sent({})).toMatch(/: risiti ya malipo 3$/);
});
