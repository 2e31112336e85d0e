import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { expenseInput } from "@/lib/expenses/input";
import { recordExpense } from "@/lib/expenses/record-expense";
import { adjustInput, receiveInput, trackInput } from "@/lib/inventory/input";
import { adjustStock, receiveStock } from "@/lib/inventory/receive-stock";
import { trackProduct } from "@/lib/inventory/track-product";
import { setClockOffset } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { listBookingRows } from "./booking-rows";
import { dailyStats } from "./daily-stats";
import { getOverview } from "./get-overview";
import { revenueRowsQuery } from "./input";
import { listRevenueRows } from "./list-revenue-rows";
import { bookingRowsQuery } from "./rows-input";
import { goTo, ledgerHouse, owner } from "./testing/ledger-house";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 4, onnotice: () => {} });
afterAll(() => {
  setClockOffset(0);
  return sql.end();
});

let at: Awaited<ReturnType<typeof ledgerHouse>>;
beforeAll(async () => {
  at = await ledgerHouse(sql);
});
beforeEach(() => goTo("2027-01-02T18:00"));
const act = <T>(work: (scope: Scope) => Promise<T>) => withTenant(at.tenantId, owner, work);

test("thirty days with what they cost, the shelf, and twelve months of the calendar, to the shilling", async () => {
  // Ten bottles for 4,000, one of which breaks; and 1,000 for the shop.
  const oil = { productId: at.oil };
  await act((scope) => trackProduct(scope, trackInput.parse({ ...oil, unit: "piece", reorderLevel: null })));
  await act((scope) =>
    receiveStock(scope, receiveInput.parse({ ...oil, units: 10, costMinor: 400_000, key: newId() })),
  );
  await act((scope) =>
    adjustStock(scope, adjustInput.parse({ ...oil, change: 1, reason: "damaged", note: "Fell", key: newId() })),
  );
  await act((scope) =>
    recordExpense(
      scope,
      expenseInput.parse({
        category: "rent",
        description: "Shop",
        amountMinor: 100_000,
        paidFrom: "elsewhere",
        key: newId(),
      }),
    ),
  );
  const { recent, stockValueMinor, months, yearMinor, averageMonthMinor } = await readTenant(
    at.tenantId,
    owner,
    getOverview,
  );
  expect(recent).toEqual({
    ...{ from: "2026-12-04", to: "2027-01-02" },
    // 3,150 of New Year's Eve and 3,300 of January; the first of December is too long ago.
    revenueMinor: 315_000 + 330_000,
    stockMinor: 40_000,
    expensesMinor: 100_000,
    earningsMinor: 0,
    profitMinor: 645_000 - 40_000 - 100_000,
  });
  expect(stockValueMinor).toBe(9 * 40_000);
  // Twelve of them, none twice and none left out, over the turn of the year.
  expect(months.map(({ from }) => from)).toEqual([
    ...["02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"].map((month) => `2026-${month}-01`),
    "2027-01-01",
  ]);
  expect(months.slice(-4).map(({ earnedMinor }) => earnedMinor)).toEqual([0, 200_000, 415_000, 330_000]);
  expect(yearMinor).toBe(330_000);
  // 2,000 and 4,150 and 3,300, of three months.
  expect(averageMonthMinor).toBe(315_000);
});

test("today is the business's own, with the fortnight behind it and the week ahead", async () => {
  // What is only held may come to nothing.
  await sql`insert into bookings (tenant_id, id, customer_id, status, source, starts_at, ends_at, total_minor, currency, reference, booked_as, expires_at)
    select tenant_id, gen_random_uuid(), customer_id, 'held', source, starts_at + interval '1 day', ends_at + interval '1 day', 0, currency,
      'HELD0001', booked_as, starts_at from bookings where id = ${at.bookings.missed}`;
  const stats = await readTenant(at.tenantId, owner, dailyStats);
  // Two bottles were yesterday's, though in UTC they were of the old year; a visit that was taken back is none.
  expect(stats).toMatchObject({ date: "2027-01-02", revenueMinor: 180_000, visits: 0, currency: "KES" });
  expect(stats.days).toHaveLength(14);
  expect(stats.days.slice(-4)).toEqual([
    { date: "2026-12-30", revenueMinor: 0, visits: 0 },
    { date: "2026-12-31", revenueMinor: 315_000, visits: 1 },
    { date: "2027-01-01", revenueMinor: 150_000, visits: 0 },
    { date: "2027-01-02", revenueMinor: 180_000, visits: 0 },
  ]);
  expect(stats.coming.map(({ date, bookings }) => `${date} ${bookings}`)).toEqual([
    "2027-01-02 3",
    ...["03", "04", "05", "06", "07", "08"].map((day) => `2027-01-${day} 0`),
  ]);
});

test("the year, a month of it and each of the fortnight are the sums of the rows they open to", async () => {
  const read = <T>(work: (scope: Scope) => Promise<T>) => readTenant(at.tenantId, owner, work);
  const earned = async (from: string, to: string) =>
    (await read((scope) => listRevenueRows(scope, revenueRowsQuery.parse({ from, to })))).total.minor;
  const { months, yearMinor, averageMonthMinor } = await read(getOverview);
  const [first, last] = [months.find(({ earnedMinor }) => earnedMinor !== 0)!, months.at(-1)!];
  expect(await earned("2027-01-01", last.to)).toBe(yearMinor);
  expect(Math.round((await earned(first.from, last.to)) / 3)).toBe(averageMonthMinor);
  for (const { from, to, earnedMinor } of months.slice(-3)) expect(await earned(from, to)).toBe(earnedMinor);
  const { days, coming } = await read(dailyStats);
  for (const { date, revenueMinor } of days.slice(-3)) expect(await earned(date, date)).toBe(revenueMinor);
  const asked = bookingRowsQuery.parse({ of: "standing", from: coming[0]!.date, to: coming.at(-1)!.date });
  expect((await read((scope) => listBookingRows(scope, asked))).items).toHaveLength(3);
});
