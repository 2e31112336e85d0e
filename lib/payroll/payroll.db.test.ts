import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { noonZone } from "@/db/testing/noon";
import { addDays, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { newId, sha256 } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { askRefund } from "@/lib/till/ask-refund";
import { approveRefund } from "@/lib/till/decide-refund";
import { openDrawer } from "@/lib/till/drawer";
import { askRefundInput } from "@/lib/till/input";
import { addProduct, setVat } from "@/lib/till/products";
import { member, pay, sold } from "@/lib/till/testing/at-the-till";
import { voidSale } from "@/lib/till/void-sale";
import { closePeriod } from "./close-period";
import { followEarnings } from "./follow-earnings";
import { getPayroll } from "./get-payroll";
import { getPayslip, getPeriod } from "./get-payslip";
import { giveAdvance, undoAdvance } from "./give-advance";
import { advanceInput, type SetRateInput, setRateInput } from "./input";
import { myEarnings } from "./my-earnings";
import { payPayslip } from "./pay-payslip";
import { reckon } from "./reckon";
import { setRate } from "./set-rate";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 4, onnotice: () => {} });
afterAll(() => sql.end());
const [owner, manager] = [member("owner"), member("manager")];
const zone = noonZone(new Date());
const today = () => localDate(now(), zone);

let house: House;
let amina: string;
let brian: string;
beforeEach(async () => {
  // A house whose first service costs KES 1,500.
  house = await makeHouse({ staff: 2 });
  await sql`update tenants set time_zone = ${zone} where id = ${house.tenantId}`;
  await sql`update services set price_minor = 150_000 where id = ${house.serviceIds[0]!}`;
  [amina, brian] = [house.staffIds[0]!, house.staffIds[1]!];
});

const act = <T>(work: (scope: Scope) => Promise<T>, actor = owner) => withTenant(house.tenantId, actor, work);
const look = <T>(work: (scope: Scope) => Promise<T>) => readTenant(house.tenantId, owner, work);
const rate = (wish: Partial<SetRateInput>) =>
  act((scope) => setRate(scope, setRateInput.parse({ about: "services", kind: "percent", rate: 4_000, ...wish })));
const follow = (saleId: string) => act((scope) => followEarnings(scope, { saleId }));
const due = async () => (await look((scope) => getPayroll(scope))).people;
const dueTo = async (staffId: string) => (await due()).find((one) => one.staffId === staffId);
const advance = (wish: object) =>
  act((scope) =>
    giveAdvance(scope, advanceInput.parse({ staffId: amina, paidFrom: "elsewhere", key: newId(), ...wish })),
  );
const balance = async (account: string) => {
  const [row] = await sql<{ minor: number }[]>`
    select coalesce(sum(debit_minor - credit_minor), 0)::int as minor from ledger_entries
    where tenant_id = ${house.tenantId} and account = ${account}`;
  return row!.minor;
};

/** Sold by somebody and paid in full, and followed as the reaction does. */
async function paid(wish: object = {}): Promise<string> {
  const { id, owedMinor } = await sold(house, owner, wish);
  if (owedMinor > 0) await pay(house, owner, { saleId: id, amountMinor: owedMinor, method: "card" });
  await follow(id);
  return id;
}
const by = (staffId: string, more: object = {}) => ({ serviceId: house.serviceIds[0], staffId, ...more });

/** Given back as an owner asks and a manager decides. */
async function returned(saleId: string, amountMinor: number) {
  const wish = askRefundInput.parse({ saleId, amountMinor, method: "card", reason: "Undone", key: newId() });
  const asked = await act((scope) => askRefund(scope, wish));
  if (!asked.ok) throw new Error(asked.refusal);
  const given = await act((scope) => approveRefund(scope, asked.value), manager);
  expect(given.ok).toBe(true);
  await follow(saleId);
}

async function close(toDay = today()) {
  const { seen } = await look((scope) => getPayroll(scope, toDay));
  return act((scope) => closePeriod(scope, { toDay, seen }));
}

test("to the shilling: a discount, tax, a tip, a product and two people", async () => {
  await act((scope) => setVat(scope, { vatPercent: 16 }));
  await rate({ rate: 4_000 });
  await rate({ staffId: brian, rate: 5_000 });
  const oil = await act((scope) => addProduct(scope, { name: "Oil", priceMinor: 87_000, active: true }));
  if (!oil.ok) throw new Error("no oil");
  await rate({ about: "product", thingId: oil.value.id, kind: "amount", rate: 5_000 });
  await paid({
    lines: [by(amina), by(brian), { productId: oil.value.id, staffId: amina, quantity: 2 }],
    discount: { kind: "percent", percent: 10 },
    discountReason: "Regular",
    tipMinor: 30_000,
  });
  // 1,500 + 1,500 + 2 × 870 = 4,740; 10 % off leaves 1,350 + 1,350 + 1,566 = 4,266. Tax in it: 4,266 × 16 ÷ 116 = 588.41.
  // Without tax 3,677.59, by weight: 1,163.79 + 1,163.79 + 1,350.01 (what is left over goes to the first: 1,163.80).
  // Amina: 40 % of 1,163.80 = 465.52, and 2 × 50 for the oil. Brian: 50 % of 1,163.79 = 581.90. The tip is halved: 150 each.
  const [a, b] = [await dueTo(amina), await dueTo(brian)];
  expect(a).toMatchObject({ commissionMinor: 46_552 + 10_000, tipsMinor: 15_000, payMinor: 71_552 });
  expect(b).toMatchObject({ commissionMinor: 58_190, tipsMinor: 15_000, payMinor: 73_190 });
  expect([await balance("staff"), await balance("earnings"), await balance("tips")]).toEqual([
    -(71_552 + 73_190),
    46_552 + 10_000 + 58_190,
    0,
  ]);
});

test("it is earned once the sale is paid, lost when it is void or given back, and twice told it is written once", async () => {
  await rate({ rate: 4_000 });
  const { id } = await sold(house, owner, { lines: [by(amina)], tipMinor: 20_000 });
  await follow(id);
  expect(await due()).toEqual([]);
  await pay(house, owner, { saleId: id, amountMinor: 170_000, method: "card" });
  await Promise.all([follow(id), follow(id), follow(id)]);
  // 40 % of 1,500.
  expect(await dueTo(amina)).toMatchObject({ commissionMinor: 60_000, tipsMinor: 20_000 });
  // Half of it goes back: 850 of 1,700, which is half of the work and half of the tip.
  await returned(id, 85_000);
  expect(await dueTo(amina)).toMatchObject({ commissionMinor: 30_000, tipsMinor: 10_000 });
  await returned(id, 85_000);
  expect(await dueTo(amina)).toMatchObject({ commissionMinor: 0, tipsMinor: 0, payMinor: 0 });
  expect([await balance("staff"), await balance("earnings"), await balance("tips")]).toEqual([0, 0, 0]);

  const other = await sold(house, owner, { lines: [by(amina)] });
  await act((scope) => voidSale(scope, { saleId: other.id, reason: "None" }));
  await follow(other.id);
  expect(await dueTo(amina)).toMatchObject({ payMinor: 0 });
});

test("a new rate counts from then on: what was earned keeps its own, also when a part of it goes back", async () => {
  await rate({ rate: 4_000 });
  const first = await paid({ lines: [by(amina)] });
  await rate({ rate: 1_000 });
  await paid({ lines: [by(amina)] });
  // 40 % and 10 % of 1,500.
  expect(await dueTo(amina)).toMatchObject({ commissionMinor: 60_000 + 15_000 });
  await returned(first, 75_000);
  expect(await dueTo(amina)).toMatchObject({ commissionMinor: 30_000 + 15_000 });
});

test("advances are taken off, from the drawer only while it is open, and what is too much is carried over", async () => {
  await rate({ rate: 4_000 });
  await paid({ lines: [by(amina)] });
  expect(await advance({ amountMinor: 10_000, paidFrom: "cash" })).toMatchObject({ refusal: "no_drawer" });
  await act((scope) => openDrawer(scope, { floatMinor: 500_000, reason: "" }));
  const key = newId();
  const [one, again] = [
    await advance({ amountMinor: 100_000, paidFrom: "cash", key }),
    await advance({ amountMinor: 100_000, paidFrom: "cash", key }),
  ];
  expect(again).toEqual(one);
  expect(await balance("cash")).toBe(400_000);
  // 600 earned, 1,000 had already: nothing to pay, and 400 less next time.
  expect(await dueTo(amina)).toMatchObject({ advancesMinor: 100_000, payMinor: 0, carriedMinor: -40_000 });
  const wrong = await advance({ amountMinor: 5_000 });
  if (!wrong.ok || !one.ok) throw new Error("refused");
  const undo = () => act((scope) => undoAdvance(scope, { advanceId: wrong.value.id }));
  expect(await undo()).toEqual(await undo());
  expect(await dueTo(amina)).toMatchObject({ advancesMinor: 100_000, carriedMinor: -40_000 });
  expect(await balance("elsewhere")).toBe(0);
  expect(await close()).toMatchObject({ ok: true });
  expect(await act((scope) => undoAdvance(scope, { advanceId: one.value.id }))).toMatchObject({ refusal: "settled" });
  // The next period begins with what was carried: 600 more earned, less 400.
  await paid({ lines: [by(amina)] });
  expect(await dueTo(amina)).toMatchObject({ broughtMinor: -40_000, commissionMinor: 60_000, payMinor: 20_000 });
  expect(await advance({ staffId: newId(), amountMinor: 100 })).toMatchObject({ refusal: "unknown_staff" });
});

test("reckoned twice it is the same to the last byte, and what is settled is what was looked at", async () => {
  await rate({ rate: 3_333 });
  const sales: string[] = [];
  for (let n = 0; n < 4; n++) sales.push(await paid({ lines: [by(amina), by(brian)], tipMinor: 1_001 * n }));
  await returned(sales[0]!, 33_333);
  const days = { from: addDays(today(), -3), to: today() };
  const texts = await Promise.all(
    [1, 2, 3].map(() => look(async (scope) => JSON.stringify(await reckon(scope, days)))),
  );
  expect(new Set(texts).size).toBe(1);
  const before = await look((scope) => getPayroll(scope, today()));
  await paid({ lines: [by(brian)] });
  expect(await act((scope) => closePeriod(scope, { toDay: today(), seen: before.seen }))).toMatchObject({
    refusal: "moved_on",
  });
  const live = await look((scope) => getPayslip(scope, { staffId: brian, periodId: null }));
  const done = await close();
  if (!done.ok) throw new Error(done.refusal);
  const kept = await look((scope) => getPayslip(scope, { staffId: brian, periodId: done.value.id }));
  expect(kept!.lines).toEqual(live!.lines);
  const [row] = await sql`select statement, hash from payslips where staff_id = ${brian}`;
  expect(row!.hash).toBe(sha256(row!.statement));
  // Payroll is the sum of its lines.
  for (const { lines, payMinor } of [kept!])
    expect(lines.reduce((sum, line) => sum + line.amountMinor, 0)).toBe(payMinor);
});

test("a settled period takes nothing more: what comes counts for the next day, and the database says the same", async () => {
  await rate({ rate: 4_000 });
  const sale = await paid({ lines: [by(amina)] });
  expect(await close(addDays(today(), 1))).toMatchObject({ refusal: "not_yet" });
  const closed = await close();
  if (!closed.ok) throw new Error(closed.refusal);
  expect(await close()).toMatchObject({ ok: false });
  await returned(sale, 150_000);
  const [row] = await sql`select day::text as day, amount_minor::int as minor from earnings
    where tenant_id = ${house.tenantId} order by at desc limit 1`;
  expect(row).toEqual({ day: addDays(today(), 1), minor: -60_000 });
  const period = await look((scope) => getPeriod(scope, closed.value.id));
  expect(period!.people).toMatchObject([{ staffId: amina, payMinor: 60_000, paid: null }]);
  // What was settled and is lost later is taken off the next one.
  expect(await dueTo(amina)).toMatchObject({ commissionMinor: -60_000, payMinor: 0, carriedMinor: -60_000 });
  const late = sql`insert into earnings (tenant_id, id, staff_id, sale_id, sale_line_id, kind, name, base_minor, amount_minor,
      currency, at, day, source)
    values (${house.tenantId}, ${newId()}, ${amina}, ${sale}, ${newId()}, 'tip', 'x', 0, 5, 'KES', now(), ${today()}, 'late')`;
  await expect(late).rejects.toThrow(/is closed/);
});

test("sales, advances and the end of a period at once: nothing is lost, doubled or between two periods", async () => {
  await rate({ rate: 4_000 });
  const ids: string[] = [];
  for (let n = 0; n < 8; n++) {
    const { id } = await sold(house, owner, { lines: [by(n % 2 ? amina : brian)] });
    await pay(house, owner, { saleId: id, amountMinor: 150_000, method: "card" });
    ids.push(id);
  }
  await follow(ids[0]!);
  await Promise.all([
    ...[...ids, ...ids].map((id) => follow(id)),
    ...[1, 2, 3].map(() => advance({ amountMinor: 5_000 })),
    ...[1, 2].map(() => close()),
  ]);
  if ((await look((scope) => getPayroll(scope))).closed.length === 0) expect(await close()).toMatchObject({ ok: true });
  // Eight times 40 % of 1,500, less three times 50.
  expect(await balance("staff")).toBe(-(8 * 60_000 - 3 * 5_000));
  const { people, closed } = await look((scope) => getPayroll(scope, addDays(today(), 1)));
  expect(closed).toHaveLength(1);
  const slips = (await look((scope) => getPeriod(scope, closed[0]!.id)))!.people;
  const sum = (all: readonly { commissionMinor: number; advancesMinor: number }[]) =>
    all.reduce((minor, one) => minor + one.commissionMinor - one.advancesMinor, 0);
  expect(sum(slips) + sum(people)).toBe(8 * 60_000 - 3 * 5_000);
});

test("a payslip is paid once, from the drawer or from elsewhere, and owes nothing then", async () => {
  await rate({ rate: 4_000 });
  await paid({ lines: [by(amina), by(brian)] });
  const closed = await close();
  if (!closed.ok) throw new Error(closed.refusal);
  const payOut = (wish: object) =>
    act((scope) =>
      payPayslip(scope, { periodId: closed.value.id, staffId: amina, paidFrom: "elsewhere", reference: "", ...wish }),
    );
  const { payslips } = await look((scope) => myEarnings(scope, amina));
  expect(payslips).toMatchObject([{ periodId: closed.value.id, payMinor: 60_000, paid: false }]);
  expect((await look((scope) => myEarnings(scope, newId()))).payslips).toEqual([]);
  expect(await payOut({ paidFrom: "cash" })).toMatchObject({ refusal: "no_drawer" });
  expect(await payOut({ staffId: newId() })).toMatchObject({ refusal: "unknown_payslip" });
  const both = await Promise.all([payOut({ reference: "Bank 17" }), payOut({ reference: "Bank 17" })]);
  expect(both.every(({ ok }) => ok)).toBe(true);
  await act((scope) => openDrawer(scope, { floatMinor: 100_000, reason: "" }));
  expect(await payOut({ staffId: brian, paidFrom: "cash" })).toMatchObject({ ok: true });
  expect([await balance("staff"), await balance("elsewhere"), await balance("cash")]).toEqual([0, -60_000, 40_000]);
  const period = await look((scope) => getPeriod(scope, closed.value.id));
  expect(period!.people.map(({ paid: one }) => one?.from).sort()).toEqual(["cash", "elsewhere"]);
});

test("what is heard after midnight is earned on the day of its money; each of two learns of their own", async () => {
  await rate({ rate: 4_000 });
  const { id } = await sold(house, owner, { lines: [by(amina), by(brian)] });
  await pay(house, owner, { saleId: id, amountMinor: 300_000, method: "card" });
  await sql`update ledger_transactions set at = at - interval '1 day' where tenant_id = ${house.tenantId}`;
  await follow(id);
  const rows = await sql`select day::text as day, staff_id as who from earnings where tenant_id = ${house.tenantId}`;
  expect(rows).toHaveLength(2);
  expect(new Set(rows.map(({ day }) => day))).toEqual(new Set([addDays(today(), -1)]));
  const told = await sql`select payload->>'staffId' as who, audience from events
    where tenant_id = ${house.tenantId} and name = 'earnings.changed'`;
  expect(told.map(({ who, audience }) => [who, audience.filter((one: string) => one.startsWith("staff:"))])).toEqual(
    expect.arrayContaining([amina, brian].map((who) => [who, [`staff:${who}`]])),
  );
});

test("one sees one's own lines of a day and nobody else's", async () => {
  await rate({ rate: 4_000 });
  await paid({ lines: [by(amina), by(brian)], tipMinor: 20_000 });
  await paid({ lines: [by(brian)] });
  const mine = await readTenant(
    house.tenantId,
    { kind: "member", userId: newId(), role: "staff", staffId: amina },
    (scope) => myEarnings(scope, amina),
  );
  expect(mine).toMatchObject({ date: today(), commissionMinor: 60_000, tipsMinor: 10_000 });
  expect(mine.lines.map(({ kind, amountMinor }) => [kind, amountMinor])).toEqual(
    expect.arrayContaining([
      ["commission", 60_000],
      ["tip", 10_000],
    ]),
  );
  expect(mine.lines).toHaveLength(2);
  expect(await look((scope) => myEarnings(scope, amina, addDays(today(), -1)))).toMatchObject({ lines: [] });
  // Also what is earned on a day that is settled: it counts for the next one, and is of today all the same.
  await close();
  await paid({ lines: [by(amina)] });
  expect(await look((scope) => myEarnings(scope, amina))).toMatchObject({
    commissionMinor: 120_000,
    soFar: { commissionMinor: 60_000 },
  });
});

test("a rate names somebody and something of the house", async () => {
  expect(await rate({ staffId: newId() })).toMatchObject({ refusal: "unknown_staff" });
  expect(await rate({ about: "service", thingId: newId() })).toMatchObject({ refusal: "unknown_thing" });
  expect(setRateInput.safeParse({ about: "service", kind: "percent", rate: 10 }).success).toBe(false);
  expect(setRateInput.safeParse({ about: "services", kind: "percent", rate: 10_001 }).success).toBe(false);
});
