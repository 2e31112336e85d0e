import postgres from "postgres";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import { giveAccount, type Money, startMoney } from "@/lib/payments/testing/money-house";
import { addDays, atMinute, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import type { Actor, Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { choosePlan } from "./choose-plan";
import { endSubscription } from "./end-subscription";
import { forgetPayer } from "./forget-payer";
import { getSubscription } from "./get-subscription";
import { giveDays } from "./give-days";
import { payInvoice } from "./pay-invoice";
import { settleByHand } from "./settle-by-hand";
import { startTrial } from "./start-trial";

// A subscription's life on a moved clock, against the simulator. All businesses of this file share one clock, so each test
// moves it on from where the last one left it.
const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 4, onnotice: () => {} });
const zone = "Africa/Nairobi";
const [pays, declines] = ["+254700000000", "+254700000002"];
const system: Actor = { kind: "system", job: "test" };
const hourMs = 3_600_000;
let money: Money;

beforeAll(async () => {
  money = await startMoney();
  await giveAccount(platformTenantId, money.simulator);
  // Ten in the morning: what is done on a day has been done.
  await until(addDays(localDate(now(), zone), 1));
}, 60_000);
afterAll(() => Promise.all([money.stop(), sql.end()]));
// They all pay by one phone, and into one ledger: what falls due later is asked of nobody.
afterEach(() => sql`update subscriptions set payer_phone = null`);

const today = () => localDate(now(), zone);
/** Time goes by until ten in the morning of that day. */
async function until(day: string): Promise<void> {
  const left = atMinute(day, 10 * 60, zone).getTime() - now().getTime();
  if (left > 0) await money.pass(left, Math.min(left, 12 * hourMs));
}
const days = (n: number) => until(addDays(today(), n));
const minutes = (n: number) => money.pass(n * 60_000, 20_000);

async function opened(): Promise<{ house: House; owner: Actor }> {
  const house = await makeHouse();
  const owner = await addPerson(sql, house.tenantId, "owner");
  await withTenant(house.tenantId, system, (scope) => startTrial(scope));
  return { house, owner };
}
const act = <T>(house: House, work: (scope: Scope) => Promise<T>, actor: Actor = system) =>
  withTenant(house.tenantId, actor, work);
/** As the page shows it, and the days of what is paid beside it. */
const stands = async ({ tenantId }: House) => {
  const [days] = await sql<{ periodStart: string; periodEnd: string }[]>`
    select period_start::text as "periodStart", period_end::text as "periodEnd" from subscriptions where tenant_id = ${tenantId}`;
  return { ...(await getSubscription(tenantId, system)).charged!, ...days! };
};
const balance = async (account: string) => {
  const [row] = await sql<{ minor: number }[]>`
    select coalesce(sum(debit_minor - credit_minor), 0)::int as minor from ledger_entries
    where tenant_id = ${platformTenantId} and account = ${account}`;
  return row!.minor;
};
const told = async (house: House) =>
  (
    await sql<{ subject: string }[]>`
    select subject from messages where tenant_id = ${house.tenantId} and template = 'subscription' order by created_at, id`
  ).map(({ subject }) => subject);
const prompts = (phone: string) => money.simulator.control.prompts().filter((one) => `+${one.phone}` === phone).length;
const pay = (house: House, owner: Actor, phone = pays) => payInvoice(house.tenantId, owner, { phone });
const paid = async (house: House, owner: Actor) => {
  expect(await pay(house, owner)).toMatchObject({ ok: true });
  await minutes(3);
};

test("tried, reminded, due, paid by M-Pesa, renewed by itself", async () => {
  const { house, owner } = await opened();
  const begun = today();
  expect(await stands(house)).toMatchObject({
    ...{ status: "trialing", planId: "professional", periodEnd: addDays(begun, 14), open: null, running: true },
    lastDay: addDays(begun, 20),
  });
  await days(10);
  expect(await told(house)).toEqual([]);
  await days(1);
  expect(await told(house)).toEqual([expect.stringMatching(/^Your trial ends with /)]);
  await days(3);
  const due = await stands(house);
  expect(due).toMatchObject({
    status: "past_due",
    resting: false,
    open: { number: 1, amountMinor: 500_000, prompt: null },
  });
  expect((await told(house)).at(-1)).toBe("KES 5,000 is due for ClientPulse");
  // Nobody said who pays: nobody is asked unasked.
  expect(prompts(pays)).toBe(0);

  expect(await pay(house, owner)).toEqual({ ok: true, value: { amountMinor: 500_000 } });
  // Whoever taps twice is asked once.
  expect(await pay(house, owner)).toMatchObject({ ok: false });
  await minutes(3);
  const month = due.periodEnd;
  expect(await stands(house)).toMatchObject({
    ...{ status: "active", periodStart: month, open: null, payerPhone: pays },
    invoices: [{ number: 1, status: "paid", paidBy: "mpesa", receipt: expect.stringMatching(/^[A-Z0-9]{10}$/) }],
  });
  expect([await balance("subscriptions"), await balance("mpesa")]).toEqual([-500_000, 500_000]);

  const { periodEnd } = await stands(house);
  await until(periodEnd);
  await minutes(3);
  expect(await stands(house)).toMatchObject({ status: "active", periodStart: periodEnd, open: null });
  expect(await balance("subscriptions")).toBe(-1_000_000);
  // It has its row in the platform's news, once for each step.
  const [{ n } = { n: 0 }] = await sql<{ n: number }[]>`
    select count(*)::int as n from notifications where tenant_id = ${platformTenantId} and name = 'subscription.moved'
      and entity_id = ${house.tenantId}`;
  expect(n).toBe(5);
}, 120_000);

test("not paid: asked on four days, a grace of seven, then it reads only; paid again, it begins anew", async () => {
  const { house, owner } = await opened();
  await act(
    house,
    (scope) =>
      scope.tx.execute(`update subscriptions set payer_phone = '${declines}' where tenant_id = '${house.tenantId}'`),
    owner,
  );
  const before = await balance("subscriptions");
  const { periodEnd } = await stands(house);
  const asked: number[] = [];
  for (let day = 0; day <= 8; day++) {
    await until(addDays(periodEnd, day));
    await minutes(2);
    asked.push(prompts(declines));
    expect((await stands(house)).resting).toBe(day >= 7);
  }
  expect(asked).toEqual([1, 2, 2, 3, 3, 4, 4, 4, 4]);
  expect((await told(house)).at(-1)).toBe("Your subscription has not been paid");
  expect(await balance("subscriptions")).toBe(before);
  await paid(house, owner);
  // The days of grace are charged, and the one on which it only read is not.
  expect(await stands(house)).toMatchObject({ status: "active", resting: false, periodStart: addDays(periodEnd, 1) });

  const later = await opened();
  await days(14 + 60);
  expect(await stands(later.house)).toMatchObject({ status: "cancelled", resting: true, open: null });
  expect((await told(later.house)).at(-1)).toBe("Your subscription is over");
}, 240_000);

test("upgraded within a month, to the shilling; downgraded for credit that pays the next invoice", async () => {
  const { house, owner } = await opened();
  await act(house, (scope) => choosePlan(scope, { planId: "starter", interval: "month" }));
  // Until then it tries what it tries: nobody has more, or less, by choosing.
  const { periodEnd } = await stands(house);
  expect(await stands(house)).toMatchObject({
    planId: "professional",
    chosen: { planId: "starter", interval: "month" },
  });
  await until(periodEnd);
  await paid(house, owner);
  expect(await stands(house)).toMatchObject({ status: "active", planId: "starter" });
  const month = await stands(house);
  const of = (Date.parse(month.periodEnd) - Date.parse(month.periodStart)) / 86_400_000;
  await until(addDays(month.periodStart, 10));

  // Ten days of the month are used of both: (5,000 − ⌊5,000·10/n⌋) − (2,500 − ⌊2,500·10/n⌋).
  const left = (shillings: number) => (shillings - Math.floor((shillings * 10) / of)) * 100;
  const cost = left(5_000) - left(2_500);
  const quotes = (await stands(house)).offers.find(({ id }) => id === "professional")!.quotes;
  expect(quotes.month).toMatchObject({ kind: "change", amountMinor: cost });
  const choose = (planId: string, expectedMinor?: number) =>
    act(house, (scope) => choosePlan(scope, { planId, interval: "month", expectedMinor }), owner);
  expect(await choose("professional", cost - 100)).toEqual({ ok: false, refusal: "other_price", amountMinor: cost });
  expect(await choose("professional", cost)).toEqual({ ok: true, value: { state: "pay", amountMinor: cost } });
  // It holds once it is paid.
  expect(await stands(house)).toMatchObject({ planId: "starter", open: { kind: "change", amountMinor: cost } });
  await paid(house, owner);
  expect(await stands(house)).toMatchObject({ planId: "professional", open: null, periodEnd: month.periodEnd });

  // And back on the same day: what was paid more is credit, and pays for a part of the next month.
  expect(await choose("starter")).toEqual({ ok: true, value: { state: "done", amountMinor: 0 } });
  expect(await stands(house)).toMatchObject({ planId: "starter", creditMinor: cost });
  await until(month.periodEnd);
  expect(await stands(house)).toMatchObject({
    open: { amountMinor: 250_000 - cost, lines: [{ amountMinor: 250_000 }, { text: "Credit", amountMinor: -cost }] },
  });
  await minutes(3);
  expect(await stands(house)).toMatchObject({ status: "active", creditMinor: 0, open: null });
}, 120_000);

test("what is paid for an invoice that is no longer asked for is credit, and so is what is paid twice", async () => {
  const { house, owner } = await opened();
  await days(14);
  const before = await balance("subscriptions");
  expect(await pay(house, owner)).toMatchObject({ ok: true });
  // While the phone shows it, another plan is chosen: the invoice is void.
  await act(house, (scope) => choosePlan(scope, { planId: "starter", interval: "month" }));
  await minutes(3);
  // 5,000 came, 2,500 were due: paid, and the rest is kept for the next month.
  expect(await stands(house)).toMatchObject({
    ...{ status: "active", planId: "starter", creditMinor: 250_000, open: null },
    invoices: [{ status: "paid", paidBy: "credit" }, { status: "void" }, { status: "void" }],
  });
  expect(await balance("subscriptions")).toBe(before - 500_000);
  expect(await pay(house, owner)).toEqual({ ok: false, refusal: "nothing_due" });
}, 60_000);

test("ended by its owner it goes on until its end, can be taken up again, and the platform can give days", async () => {
  const { house, owner } = await opened();
  const { periodEnd } = await stands(house);
  expect(await act(house, (scope) => endSubscription(scope, { ends: true }), owner)).toMatchObject({ ok: true });
  expect(await stands(house)).toMatchObject({ cancelsAtEnd: true, resting: false });
  await act(house, (scope) => endSubscription(scope, { ends: false }), owner);
  await act(house, (scope) => endSubscription(scope, { ends: true }), owner);
  await until(periodEnd);
  expect(await stands(house)).toMatchObject({ status: "cancelled", resting: true, open: null });
  expect(await act(house, (scope) => endSubscription(scope, { ends: false }), owner)).toEqual({
    ok: false,
    refusal: "over",
  });

  expect(await act(house, (scope) => giveDays(scope, { days: 5, note: "a kindness" }))).toMatchObject({ ok: true });
  expect(await stands(house)).toMatchObject({ status: "trialing", resting: false, periodEnd: addDays(today(), 5) });
  await days(5);
  // They had ended it: nothing is asked of them after the days that they were given, until they choose.
  expect(await stands(house)).toMatchObject({ status: "cancelled", open: null });
  await act(house, (scope) => choosePlan(scope, { planId: "starter", interval: "month" }));
  const { open } = await stands(house);
  const before = await balance("elsewhere");
  const byHand = { invoiceId: open!.id, note: "Bank transfer of today" };
  expect(await settleByHand(house.tenantId, system, byHand)).toMatchObject({ ok: true });
  expect(await settleByHand(house.tenantId, system, byHand)).toEqual({ ok: false, refusal: "not_open" });
  expect(await balance("elsewhere")).toBe(before + open!.amountMinor);
  expect(await stands(house)).toMatchObject({ status: "active", invoices: [{ paidBy: "elsewhere" }] });
}, 120_000);

test("nothing is had for nothing: not by choosing, by days that were given, by waiting, or by paying late", async () => {
  const { house, owner } = await opened();
  const choose = (planId: string, interval: "month" | "year" = "month") =>
    act(house, (scope) => choosePlan(scope, { planId, interval }), owner);
  // A plan that is only chosen has no limits of its own yet, while it is tried or owed for.
  await choose("enterprise");
  const begun = await stands(house);
  expect(begun.room.members.limit).toBe(10);
  await until(begun.dueOn);
  expect(await choose("starter")).toMatchObject({ value: { state: "pay", amountMinor: 250_000 } });
  expect((await stands(house)).room.members.limit).toBe(10);
  await paid(house, owner);
  expect((await stands(house)).room.members.limit).toBe(3);

  // Days that were given cost nothing, and are worth no more of a dearer plan: 48 days of 2,500 are 10 of 12,000.
  await act(house, (scope) => giveDays(scope, { days: 48, note: "a kindness" }));
  const given = await stands(house);
  expect(given).toMatchObject({ status: "active", dueOn: addDays(given.periodEnd, 48) });
  const { value } = (await choose("enterprise")) as { value: { amountMinor: number } };
  expect(value.amountMinor).toBeGreaterThan(900_000);
  await paid(house, owner);
  expect(await stands(house)).toMatchObject({ planId: "enterprise", dueOn: addDays(given.periodEnd, 10) });

  // An invoice that is settled long after begins then, and the days of grace with it.
  await act(house, forgetPayer);
  const { dueOn } = await stands(house);
  await until(addDays(dueOn, 30));
  const { open } = await stands(house);
  expect(open).toMatchObject({ amountMinor: 1_200_000 });
  expect(await settleByHand(house.tenantId, system, { invoiceId: open!.id, note: "Bank transfer" })).toMatchObject({
    ok: true,
  });
  expect(await stands(house)).toMatchObject({ status: "active", resting: false, periodStart: addDays(dueOn, 23) });
}, 120_000);

test("whoever is suspended is asked for nothing; two businesses of one phone are both asked", async () => {
  const [one, two, shut] = [await opened(), await opened(), await opened()];
  await sql`update subscriptions set payer_phone = ${pays} where tenant_id in ${sql([one, two, shut].map(({ house }) => house.tenantId))}`;
  await sql`update tenants set status = 'suspended' where id = ${shut.house.tenantId}`;
  await until((await stands(one.house)).dueOn);
  await minutes(10);
  for (const { house } of [one, two]) expect(await stands(house)).toMatchObject({ status: "active", open: null });
  expect(await stands(shut.house)).toMatchObject({ status: "trialing", invoices: [] });
  await sql`update tenants set status = 'active' where id = ${shut.house.tenantId}`;
  await days(1);
  await minutes(3);
  expect(await stands(shut.house)).toMatchObject({ status: "active", open: null });
}, 60_000);

test("thirty looks at it at once are answered: none waits for another while it keeps a connection", async () => {
  const { house } = await opened();
  await days(14);
  const all = await Promise.all(Array.from({ length: 30 }, () => getSubscription(house.tenantId, system)));
  expect(all.every(({ charged }) => charged?.open?.amountMinor === 500_000)).toBe(true);
}, 30_000);
