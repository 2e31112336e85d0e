import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { noonZone } from "@/db/testing/noon";
import { cashAtHand } from "@/lib/payments/cash-at-hand";
import { enterCode } from "@/lib/payments/enter-code";
import { paymentQuery } from "@/lib/payments/input";
import { codeWasVerified, depositCame } from "@/lib/payments/ledger";
import { listPayments } from "@/lib/payments/list-payments";
import { recordEntries } from "@/lib/payments/record-entries";
import { addDays, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/tenancy/scope";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { askRefund } from "./ask-refund";
import { closeDay } from "./close-day";
import { dayStanding } from "./day-standing";
import { approveRefund } from "./decide-refund";
import { closeDrawer, moveCash, openDrawer } from "./drawer";
import { getTill } from "./get-till";
import { askRefundInput, closeDayInput, moveCashInput } from "./input";
import { listCloses } from "./list-closes";
import { member, pay, sold } from "./testing/at-the-till";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());

const zone = noonZone(new Date());
const desk = member("front_desk");
const owner = member("owner");
let house: House;
let today: string;
beforeEach(async () => {
  house = await makeHouse({ services: [{ name: "Braids", minutes: 60, priceMinor: 250_000 }] });
  await sql`update tenants set time_zone = ${zone} where id = ${house.tenantId}`;
  today = localDate(now(), zone);
});

const cashFor = async (amountMinor: number) => {
  const { id } = await sold(house, desk);
  return pay(house, desk, { saleId: id, amountMinor });
};
const open = (floatMinor = 200_000, reason = "") =>
  withTenant(house.tenantId, desk, (scope) => openDrawer(scope, { floatMinor, reason }));
const opened = async (floatMinor?: number, reason?: string) => {
  const answer = await open(floatMinor, reason);
  if (!answer.ok) throw new Error(answer.refusal);
  return answer.value.id;
};
const move = (drawerId: string, kind: "in" | "out", amountMinor: number, key = newId()) =>
  withTenant(house.tenantId, desk, (scope) =>
    moveCash(scope, moveCashInput.parse({ drawerId, kind, amountMinor, reason: "Milk", key })),
  );
const count = (drawerId: string, countedMinor: number) =>
  withTenant(house.tenantId, desk, (scope) => closeDrawer(scope, { drawerId, countedMinor, note: "" }));
const standing = (day = today) => readTenant(house.tenantId, owner, (scope) => dayStanding(scope, day));
const nothing = { cash: 0, mpesa: 0, card: 0, other: 0 };
const close = (wish: object = {}) =>
  withTenant(house.tenantId, owner, (scope) =>
    closeDay(scope, closeDayInput.parse({ day: today, counted: nothing, seen: nothing, note: "", ...wish })),
  );
const givenBack = async (saleId: string, amountMinor: number) => {
  const wish = askRefundInput.parse({
    saleId,
    amountMinor,
    method: "cash",
    reason: "Came undone",
    owedAgain: true,
    key: newId(),
  });
  const asked = await withTenant(house.tenantId, desk, (scope) => askRefund(scope, wish));
  if (!asked.ok) throw new Error(asked.refusal);
  await withTenant(house.tenantId, owner, (scope) => approveRefund(scope, asked.value));
};
const on = async (account: string) => {
  const [row] = await sql`select coalesce(sum(debit_minor - credit_minor), 0)::int as minor from ledger_entries
    where tenant_id = ${house.tenantId} and account = ${account}`;
  return row!.minor as number;
};

test("the drawer should hold what was put in, what was sold for cash, and what was moved; the rest is a difference", async () => {
  const id = await opened();
  await cashFor(250_000);
  const key = newId();
  expect(await Promise.all([move(id, "out", 30_000, key), move(id, "out", 30_000, key)])).toMatchObject([
    { ok: true },
    { ok: true },
  ]);
  await move(id, "in", 10_000);
  expect(await count(id, 425_000)).toEqual({
    ok: true,
    value: { id, countedMinor: 425_000, expectedMinor: 430_000, differenceMinor: -5_000 },
  });
  expect([await on("cash"), await on("cash_difference"), await on("drawer")]).toEqual([425_000, 5_000, -180_000]);
  // The next day begins with less: the owner took the rest.
  const next = await opened(100_000, "Taken to the bank");
  expect(await count(next, 100_000)).toMatchObject({ value: { differenceMinor: 0 } });
});

test("one drawer at a time, counted once: the same count again is the same, another is refused", async () => {
  const both = await Promise.all([open(), open()]);
  expect(both.map((answer) => (answer.ok ? "open" : answer.refusal)).sort()).toEqual(["drawer_open", "open"]);
  const id = both.flatMap((answer) => (answer.ok ? answer.value.id : []))[0]!;
  const counts = await Promise.all([count(id, 200_000), count(id, 190_000), count(id, 200_000)]);
  expect(counts.filter((answer) => answer.ok).length).toBeGreaterThan(0);
  expect(counts.some((answer) => !answer.ok && answer.refusal === "drawer_closed")).toBe(true);
  expect(await move(id, "out", 1)).toMatchObject({ refusal: "drawer_closed" });
  expect(await count(newId(), 1)).toMatchObject({ refusal: "unknown_drawer" });
  expect(
    await sql`select 1 from ledger_transactions where tenant_id = ${house.tenantId} and kind = 'cash_count'`,
  ).toHaveLength(counts.some((answer) => answer.ok && answer.value.countedMinor === 190_000) ? 1 : 0);
});

test("a day is closed with what was counted, once, and what comes later counts for the next one", async () => {
  const drawer = await opened();
  await cashFor(250_000);
  await pay(house, desk, { saleId: (await sold(house, desk)).id, method: "card", amountMinor: 100_000 });
  // Whoever may be asked to count it is not told, the owner too.
  expect(await standing()).toMatchObject({
    expected: { cash: 0, mpesa: 0, card: 100_000, other: 0 },
    cashHidden: true,
    drawerOpen: true,
    openSales: 1,
    openMinor: 150_000,
    closed: null,
  });
  const wish = { counted: { ...nothing, card: 99_000 }, seen: { ...nothing, cash: 250_000, card: 100_000 } };
  expect(await close(wish)).toMatchObject({ refusal: "drawer_open" });
  await count(drawer, 449_000);
  expect(await close({ ...wish, seen: { ...nothing, cash: 350_000 } })).toMatchObject({ refusal: "moved_on" });
  const tabs = await Promise.all([close(wish), close(wish)]);
  expect(tabs).toEqual([1, 2].map(() => ({ ok: true, value: { day: today, differenceMinor: -2_000 } })));
  expect(await close({ ...wish, counted: nothing })).toMatchObject({ refusal: "day_closed" });
  expect((await standing()).closed).toMatchObject({
    counted: { cash: 249_000, card: 99_000 },
    differenceMinor: -2_000,
  });
  expect(await sql`select 1 from events where tenant_id = ${house.tenantId} and name = 'day.closed'`).toHaveLength(1);

  await cashFor(10_000);
  await withTenant(house.tenantId, { kind: "system", job: "test" }, (scope) =>
    recordEntries(scope, {
      kind: "payment",
      source: "a late callback",
      entries: depositCame("mpesa", 500),
      currency: "KES",
      timeZone: zone,
      at: new Date(now().getTime() - 60_000),
    }),
  );
  expect(await standing()).toMatchObject({ expected: { cash: 250_000, mpesa: 0 } });
  expect(await standing(addDays(today, 1))).toMatchObject({ expected: { cash: 10_000, mpesa: 500 } });
});

test("the database itself refuses a line for a day that is closed, and keeps what was counted", async () => {
  await close();
  const write = sql`insert into ledger_transactions (tenant_id, id, kind, source, at, day)
    values (${house.tenantId}, ${newId()}, 'test', 'x', now(), ${today})`;
  await expect(write).rejects.toMatchObject({ code: "23514", constraint_name: "ledger_day_open" });
  const app = postgres(process.env.DATABASE_URL!, { max: 1, onnotice: () => {} });
  for (const table of ["day_closes", "drawer_moves"])
    await expect(app.unsafe(`update ${table} set tenant_id = tenant_id`)).rejects.toMatchObject({ code: "42501" });
  await app.end();
});

test("cash that no drawer was counted for is counted at the close, and the ledger told the difference", async () => {
  await cashFor(250_000);
  expect(await close({ counted: { ...nothing, cash: 251_000 }, seen: { ...nothing, cash: 250_000 } })).toMatchObject({
    value: { differenceMinor: 1_000 },
  });
  expect([await on("cash"), await on("cash_difference")]).toEqual([251_000, -1_000]);
});

test("cash that came after the count, or with no drawer open, is counted by hand beside what the drawer held", async () => {
  const drawer = await opened();
  await cashFor(100_000);
  await count(drawer, 299_000);
  await cashFor(50_000);
  expect(await standing()).toMatchObject({
    expected: { cash: 150_000 },
    looseMinor: 50_000,
    drawerDifferenceMinor: -1_000,
  });
  // The difference of the drawer was written when it was counted; that of the rest is written now.
  const seen = { ...nothing, cash: 150_000 };
  expect(await close({ counted: { ...nothing, cash: 48_000 }, seen })).toMatchObject({
    value: { differenceMinor: -3_000 },
  });
  expect([await on("cash"), await on("cash_difference")]).toEqual([347_000, 3_000]);
  expect((await standing()).closed).toMatchObject({ counted: { cash: 147_000 } });
});

test("a drawer that is opened with something else than the last count left needs to say why, and it is kept", async () => {
  await count(await opened(), 200_000);
  await cashFor(30_000);
  expect(await open(200_000)).toEqual({ ok: false, refusal: "float_differs" });
  const id = await opened(50_000, "Taken to the bank");
  const [kept] =
    await sql`select before, after from audit_entries where tenant_id = ${house.tenantId} and action = 'drawer.opened'`;
  expect(JSON.parse(kept!.before)).toMatchObject({ leftMinor: 230_000 });
  expect(JSON.parse(kept!.after)).toMatchObject({ floatMinor: 50_000, reason: "Taken to the bank" });
  expect(await count(id, 50_000)).toMatchObject({ value: { differenceMinor: 0 } });
  expect((await open(50_000)).ok).toBe(true);
});

test("what a drawer lacks is written once, though it is counted on the next day", async () => {
  const drawer = await opened();
  await cashFor(100_000);
  // The night goes by: what stands there was written yesterday.
  const yesterday = addDays(today, -1);
  await sql`alter table ledger_transactions disable trigger user`;
  await sql`update ledger_transactions set day = ${yesterday}, at = at - interval '1 day', created_at = created_at - interval '1 day'
    where tenant_id = ${house.tenantId}`;
  await sql`alter table ledger_transactions enable trigger user`;
  await sql`update drawer_sessions set opened_at = opened_at - interval '1 day' where tenant_id = ${house.tenantId}`;
  expect(await close({ day: yesterday })).toMatchObject({ refusal: "drawer_open" });
  expect(await count(drawer, 295_000)).toMatchObject({ value: { differenceMinor: -5_000 } });
  const before = await standing(yesterday);
  expect(before).toMatchObject({ expected: { cash: 100_000 }, looseMinor: 0, drawerDifferenceMinor: null });
  // Nobody is asked for a count of it again, and what is sent all the same is not taken for one.
  expect(await close({ day: yesterday, counted: { ...nothing, cash: 95_000 }, seen: before.expected })).toMatchObject({
    value: { differenceMinor: 0 },
  });
  expect(await close()).toMatchObject({ value: { differenceMinor: -5_000 } });
  expect([await on("cash"), await on("cash_difference")]).toEqual([295_000, 5_000]);
});

test("a day that gave back more than it took is closed with what is missing", async () => {
  const { id: saleId } = await sold(house, desk);
  await pay(house, desk, { saleId, method: "card", amountMinor: 250_000 });
  await givenBack(saleId, 40_000);
  const seen = { ...nothing, cash: -40_000, card: 250_000 };
  expect(await standing()).toMatchObject({ expected: seen, looseMinor: -40_000 });
  expect(await close({ counted: seen, seen })).toMatchObject({ value: { differenceMinor: 0 } });
  expect([await on("cash"), await on("cash_difference")]).toEqual([-40_000, 0]);
});

test("a day is closed as it was seen: the same sum in another way of paying is looked at again", async () => {
  await cashFor(100_000);
  expect(await close({ seen: { ...nothing, card: 100_000 } })).toMatchObject({ refusal: "moved_on" });
});

test("while a drawer is open nobody can reckon what should be in it", async () => {
  await cashFor(7_000);
  const drawer = await opened(50_000, "Float");
  await cashFor(100_000);
  await pay(house, desk, { saleId: (await sold(house, desk)).id, method: "card", amountMinor: 5_000 });
  const told = async (actor: Actor) => {
    const [till, all, cash, days] = await Promise.all([
      readTenant(house.tenantId, actor, (scope) => getTill(scope)),
      readTenant(house.tenantId, actor, (scope) => listPayments(scope, paymentQuery.parse({}))),
      readTenant(house.tenantId, actor, (scope) => listPayments(scope, paymentQuery.parse({ method: "cash" }))),
      readTenant(house.tenantId, actor, (scope) => listCloses(scope)),
    ]);
    return [till.came.cash, all.totals.paidMinor, cash.totals.paidMinor, days[0]!.cameMinor];
  };
  for (const actor of [desk, owner]) expect(await told(actor)).toEqual([null, 12_000, 7_000, null]);
  expect(
    (await readTenant(house.tenantId, desk, (scope) => listPayments(scope, paymentQuery.parse({ method: "card" }))))
      .totals,
  ).toMatchObject({ paidMinor: 5_000, withoutDrawer: false });
  await count(drawer, 150_000);
  expect(await told(desk)).toEqual([107_000, 112_000, 107_000, 112_000]);
});

test("the cash that should be there is the same however often it was counted, as the whole ledger says", async () => {
  for (let day = 0; day < 3; day++) {
    const { cashMinor } = await readTenant(house.tenantId, owner, cashAtHand);
    const id = await opened(cashMinor);
    await cashFor(10_000);
    await count(id, cashMinor + 10_000 - day);
    await cashFor(1_000);
  }
  const { cashMinor } = await readTenant(house.tenantId, owner, cashAtHand);
  expect(cashMinor).toBe(await on("cash"));
});

test("codes that nothing vouches for are counted apart", async () => {
  const { id: saleId } = await sold(house, desk);
  const id = newId();
  await sql`insert into payments (tenant_id, id, purpose, sale_id, method, amount_minor, currency, status, receipt, proof)
    values (${house.tenantId}, ${id}, 'sale', ${saleId}, 'code', 40000, 'KES', 'paid', 'TIJ7ABC123', 'word')`;
  await withTenant(house.tenantId, desk, (scope) =>
    recordEntries(scope, {
      kind: "payment",
      source: `payment ${id}`,
      entries: [
        { account: "mpesa_by_hand", debitMinor: 40_000, creditMinor: 0 },
        { account: "customers", debitMinor: 0, creditMinor: 40_000 },
      ],
      currency: "KES",
      timeZone: zone,
      paymentId: id,
      saleId,
    }),
  );
  expect(await standing()).toMatchObject({ expected: nothing, unverifiedMinor: 40_000, unverified: 1 });
  expect(await close()).toMatchObject({ value: { differenceMinor: 0 } });
});

test("a code that is vouched for on a later day came on its own: neither day counts it as more", async () => {
  const { id: saleId } = await sold(house, desk);
  const code = { saleId, amountMinor: 40_000, code: "TIJ7ABC199" };
  const entered = await withTenant(house.tenantId, desk, (scope) => enterCode(scope, code));
  if (!entered.ok) throw new Error(entered.refusal);
  await close();
  await withTenant(house.tenantId, desk, (scope) =>
    recordEntries(scope, {
      kind: "verified",
      source: `verified ${entered.value.paymentId}`,
      entries: codeWasVerified(40_000),
      currency: "KES",
      timeZone: zone,
      paymentId: entered.value.paymentId,
      saleId,
    }),
  );
  expect(await standing()).toMatchObject({ expected: nothing, unverifiedMinor: 40_000 });
  expect(await standing(addDays(today, 1))).toMatchObject({ expected: nothing, unverifiedMinor: 0 });
});

test("a day to come is not closed", async () => {
  expect(await close({ day: addDays(today, 1) })).toMatchObject({ refusal: "to_come" });
});

test("while a day is being closed nobody slips in: each payment is in it, or on the next day", async () => {
  const all = await Promise.all(Array.from({ length: 6 }, () => sold(house, desk)));
  const closing = close();
  const paying = all.map(({ id }) => pay(house, desk, { saleId: id, amountMinor: 250_000 }));
  const answer = await closing;
  await Promise.all(paying);
  if (answer.ok) expect((await standing()).expected.cash).toBe(0);
  else expect(answer.refusal).toBe("moved_on");
  const inAll = (await standing()).expected.cash + (await standing(addDays(today, 1))).expected.cash;
  expect(inAll).toBe(1_500_000);
});
