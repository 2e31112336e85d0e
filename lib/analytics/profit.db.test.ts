import fc from "fast-check";
import postgres from "postgres";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { noonZone } from "@/db/testing/noon";
import { expenseInput } from "@/lib/expenses/input";
import { recordExpense } from "@/lib/expenses/record-expense";
import { voidExpense } from "@/lib/expenses/void-expense";
import { adjustInput, receiveInput, recipeInput, trackInput } from "@/lib/inventory/input";
import { adjustStock, receiveStock } from "@/lib/inventory/receive-stock";
import { setRecipe } from "@/lib/inventory/set-recipe";
import { served } from "@/lib/inventory/testing/served";
import { trackProduct } from "@/lib/inventory/track-product";
import { useInVisit } from "@/lib/inventory/use-in-visit";
import { depositWasKept } from "@/lib/payments/ledger";
import { recordEntries } from "@/lib/payments/record-entries";
import { followEarnings } from "@/lib/payroll/follow-earnings";
import { giveAdvance } from "@/lib/payroll/give-advance";
import { advanceInput, setRateInput } from "@/lib/payroll/input";
import { setRate } from "@/lib/payroll/set-rate";
import { addDays, localDate } from "@/lib/platform/calendar";
import { now, setClockOffset } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { askRefund } from "@/lib/till/ask-refund";
import { approveRefund } from "@/lib/till/decide-refund";
import { askRefundInput } from "@/lib/till/input";
import { addProduct, setVat } from "@/lib/till/products";
import { member, pay, sold } from "@/lib/till/testing/at-the-till";
import { voidSale } from "@/lib/till/void-sale";
import { getProfit } from "./get-profit";
import { getProfitDay } from "./get-profit-day";
import { periodQuery } from "./input";
import { noFigures, profitOf, sumOf } from "./rules";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 4, onnotice: () => {} });
afterAll(() => sql.end());
afterEach(() => setClockOffset(0));
const [owner, manager] = [member("owner"), member("manager")];
const zone = noonZone(new Date());
const today = () => localDate(now(), zone);

let house: House;
let amina: string;
let brian: string;
beforeEach(async () => {
  house = await makeHouse({
    staff: 2,
    services: [
      { name: "Silk press", minutes: 60, priceMinor: 150_000 },
      { name: "Wash", minutes: 30, priceMinor: 116_000 },
    ],
  });
  await sql`update tenants set time_zone = ${zone} where id = ${house.tenantId}`;
  [amina, brian] = [house.staffIds[0]!, house.staffIds[1]!];
});

const act = <T>(work: (scope: Scope) => Promise<T>, actor = owner) => withTenant(house.tenantId, actor, work);
const profit = (from?: string, to = from) =>
  readTenant(house.tenantId, owner, (scope) => getProfit(scope, periodQuery.parse({ from, to })));
const rate = (wish: object) => act((scope) => setRate(scope, setRateInput.parse({ about: "services", ...wish })));
const spend = async (wish: object): Promise<string> => {
  const input = { category: "rent", description: "Shop", paidFrom: "elsewhere", key: newId(), ...wish };
  const done = await act((scope) => recordExpense(scope, expenseInput.parse(input)));
  if (!done.ok) throw new Error(done.refusal);
  return done.value.id;
};
const by = (staffId: string, service = 0) => ({ serviceId: house.serviceIds[service], staffId });

async function paid(wish: object): Promise<string> {
  const { id, owedMinor } = await sold(house, owner, wish);
  await pay(house, owner, { saleId: id, amountMinor: owedMinor, method: "card" });
  await act((scope) => followEarnings(scope, { saleId: id }));
  return id;
}

/** Something on the shelf: so many units for so much. */
async function shelf(name: string, priceMinor: number, unit: string, units: number, costMinor: number) {
  const added = await act((scope) => addProduct(scope, { name, priceMinor, active: true }));
  if (!added.ok) throw new Error(name);
  const productId = added.value.id;
  await act((scope) => trackProduct(scope, trackInput.parse({ productId, unit, reorderLevel: null })));
  await act((scope) => receiveStock(scope, receiveInput.parse({ productId, units, costMinor, key: newId() })));
  return productId;
}
const broken = (productId: string) =>
  act((scope) =>
    adjustStock(scope, adjustInput.parse({ productId, change: 1, reason: "damaged", note: "Fell", key: newId() })),
  );

test("to the shilling: tax, a discount, a tip, the shelf, what a service uses, expenses, a refund and two people", async () => {
  await act((scope) => setVat(scope, { vatPercent: 16 }));
  await rate({ staffId: amina, kind: "percent", rate: 4_000 });
  await rate({ staffId: brian, kind: "percent", rate: 5_000 });
  // Oil costs 400 a bottle, gel 2 a millilitre.
  const oil = await shelf("Oil", 87_000, "piece", 10, 400_000);
  const gel = await shelf("Gel", 100, "ml", 1_000, 200_000);
  await rate({ about: "product", thingId: oil, kind: "amount", rate: 5_000 });
  await act((scope) =>
    setRecipe(scope, recipeInput.parse({ serviceId: house.serviceIds[0], items: [{ productId: gel, quantity: 15 }] })),
  );
  // What has come onto the shelf is no cost yet.
  expect((await profit()).total).toEqual(noFigures);

  // 1,500 + 1,500 + 2 × 870 = 4,740, less 10 % = 4,266. Tax in it: 4,266 × 16 ÷ 116 = 588.41. Left: 3,677.59.
  const first = await paid({
    lines: [by(amina), by(brian), { productId: oil, staffId: amina, quantity: 2 }],
    discount: { kind: "percent", percent: 10 },
    discountReason: "Regular",
    tipMinor: 30_000,
  });
  const { bookingId } = await served(sql, house, 2);
  await act((scope) => useInVisit(scope, { bookingId }));
  await broken(oil);
  await spend({ amountMinor: 100_000 });
  await spend({ amountMinor: 400_000, category: "supplies", description: "Oil", forStock: true });
  const wrong = await spend({ amountMinor: 70_000 });
  await act((scope) => voidExpense(scope, { expenseId: wrong, reason: "Written twice" }));
  // 1,160 is 1,000 and 160 tax. Half of it goes back: 500 and 80.
  const second = await paid({ lines: [by(brian, 1)] });
  const asked = await act((scope) =>
    askRefund(
      scope,
      askRefundInput.parse({ saleId: second, amountMinor: 58_000, method: "card", reason: "Undone", key: newId() }),
    ),
  );
  if (!asked.ok) throw new Error(asked.refusal);
  expect(await act((scope) => approveRefund(scope, asked.value), manager)).toMatchObject({ ok: true });
  await act((scope) => followEarnings(scope, { saleId: second }));
  // Of a deposit 200 are kept; an advance is no cost: it is earned later, or comes back.
  await act((scope) =>
    recordEntries(scope, {
      ...{ kind: "fee_kept", source: `fee ${bookingId}`, entries: depositWasKept(20_000), bookingId },
      ...{ currency: "KES", timeZone: zone },
    }),
  );
  await act((scope) =>
    giveAdvance(
      scope,
      advanceInput.parse({ staffId: amina, amountMinor: 50_000, paidFrom: "elsewhere", key: newId() }),
    ),
  );

  const { total, rows } = await profit();
  expect(total).toEqual({
    revenueMinor: 367_759 + 50_000 + 20_000,
    // Two bottles sold and one broken, and 2 × 15 ml.
    stockMinor: 3 * 40_000 + 30 * 200,
    expensesMinor: 100_000,
    // Amina: 40 % of 1,163.80 = 465.52, and 2 × 50. Brian: 50 % of 1,163.79 = 581.90, and 50 % of the 500 that are left.
    earningsMinor: 46_552 + 10_000 + 58_190 + 25_000,
  });
  // 4,377.59 − 1,260 − 1,000 − 1,397.42.
  expect(profitOf(total)).toBe(72_017);
  expect(rows).toEqual([{ ...total, from: today(), to: today() }]);

  const day = await readTenant(house.tenantId, owner, (scope) => getProfitDay(scope, { day: today() }));
  expect(day).toMatchObject({
    revenue: [
      { saleId: first, minor: 367_759 },
      { saleId: second, minor: 50_000 },
      { bookingId, saleId: null, minor: 20_000 },
    ],
    stock: [
      { name: "Gel", reason: "used", change: -30, unit: "ml", minor: 6_000 },
      { name: "Oil", reason: "damaged", change: -1, minor: 40_000 },
      { name: "Oil", reason: "sold", change: -2, minor: 80_000 },
    ],
    expenses: [{ description: "Shop", category: "rent", minor: 100_000 }],
    earnings: [
      { staffId: amina, minor: 56_552 },
      { staffId: brian, minor: 83_190 },
    ],
  });
});

test("a dearer delivery changes nothing of what went before it", async () => {
  // A hundred each.
  const oil = await shelf("Oil", 87_000, "piece", 10, 100_000);
  await paid({ lines: [{ productId: oil, quantity: 4 }] });
  expect((await profit()).total).toMatchObject({ revenueMinor: 348_000, stockMinor: 40_000 });
  await act((scope) =>
    receiveStock(scope, receiveInput.parse({ productId: oil, units: 6, costMinor: 300_000, key: newId() })),
  );
  expect((await profit()).total).toMatchObject({ revenueMinor: 348_000, stockMinor: 40_000 });
  // Six at a hundred and six at five hundred are left: three hundred each.
  await paid({ lines: [{ productId: oil, quantity: 1 }] });
  expect((await profit()).total).toMatchObject({ revenueMinor: 435_000, stockMinor: 40_000 + 30_000 });
});

test("work that is done and not charged is no profit, and one that is charged counts once", async () => {
  await rate({ kind: "percent", rate: 4_000 });
  await served(sql, house, 3);
  expect((await profit()).total).toEqual(noFigures);
  const { id } = await sold(house, owner, { lines: [by(amina)] });
  const follow = () => act((scope) => followEarnings(scope, { saleId: id }));
  await follow();
  // It is charged, and earned once it is paid in full.
  expect((await profit()).total).toEqual({ ...noFigures, revenueMinor: 150_000 });
  await pay(house, owner, { saleId: id, amountMinor: 50_000, method: "card" });
  await follow();
  expect((await profit()).total).toEqual({ ...noFigures, revenueMinor: 150_000 });
  await pay(house, owner, { saleId: id, amountMinor: 100_000, method: "card" });
  await follow();
  expect((await profit()).total).toEqual({ ...noFigures, revenueMinor: 150_000, earningsMinor: 60_000 });
  const other = await sold(house, owner, { lines: [by(amina)] });
  await act((scope) => voidSale(scope, { saleId: other.id, reason: "None" }));
  expect((await profit()).total).toMatchObject({ revenueMinor: 150_000 });
});

test("a visit of three services brings what it cost once, and each line its own part", async () => {
  await rate({ kind: "percent", rate: 1_000 });
  // 1,500 + 1,160 + 1,160.
  await paid({ lines: [by(amina), by(brian, 1), by(brian, 1)] });
  const { total } = await profit();
  expect(total).toMatchObject({ revenueMinor: 382_000, earningsMinor: 38_200 });
  const parts =
    await sql`select base_minor::int as base from earnings where tenant_id = ${house.tenantId} order by base`;
  expect(parts.map(({ base }) => base)).toEqual([116_000, 116_000, 150_000]);
});

test("whatever the days, profit is the sum of the profit of each, and of its rows", async () => {
  await rate({ kind: "percent", rate: 3_333 });
  const oil = await shelf("Oil", 87_000, "piece", 20, 333_333);
  const start = today();
  for (const days of [0, 1, 5, 29, 31, 62, 90]) {
    setClockOffset(days * 86_400_000);
    await paid({ lines: [by(amina), { productId: oil, quantity: 1 }], tipMinor: 1_001 * days });
    await spend({ amountMinor: 10_007 + days, day: addDays(today(), days % 2 ? -1 : 0) });
    if (days % 5 === 0) await broken(oil);
  }
  const offset = fc.integer({ min: -3, max: 95 });
  await fc.assert(
    fc.asyncProperty(offset, offset, async (one, other) => {
      const [first, last] = [Math.min(one, other), Math.max(one, other)];
      const whole = await profit(addDays(start, first), addDays(start, last));
      const days = Array.from({ length: last - first + 1 }, (_, n) => addDays(start, first + n));
      const parts = await Promise.all(days.map(async (day) => (await profit(day)).total));
      expect(sumOf(parts)).toEqual(whole.total);
      expect(sumOf(whole.rows)).toEqual(whole.total);
      expect(profitOf(whole.total)).toBe(parts.reduce((sum, part) => sum + profitOf(part), 0));
      for (const row of whole.rows) expect((await profit(row.from, row.to)).total).toMatchObject(sumOf([row]));
    }),
    { numRuns: 12 },
  );
  expect((await profit(start, addDays(start, 90))).by).toBe("month");
  expect((await profit(start, addDays(start, 61))).by).toBe("day");
});

test("beside it stands what was left in the days it is compared with", async () => {
  await paid({ lines: [by(amina)] });
  setClockOffset(7 * 86_400_000);
  await paid({ lines: [by(amina), by(brian, 1)] });
  await spend({ amountMinor: 10_000 });
  const week = await readTenant(house.tenantId, owner, (scope) =>
    getProfit(scope, periodQuery.parse({ period: "7d", compare: "before" })),
  );
  expect(week.total).toEqual({ ...noFigures, revenueMinor: 266_000, expensesMinor: 10_000 });
  expect(week.before).toEqual({ ...noFigures, revenueMinor: 150_000 });
  expect((await profit()).before).toBeNull();
});
