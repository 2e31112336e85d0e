import fc from "fast-check";
import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { makeHouse } from "@/db/testing/house";
import { addDays } from "@/lib/platform/calendar";
import { setClockOffset } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { inEnglish } from "@/lib/platform/reader";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { sold } from "@/lib/till/testing/at-the-till";
import { getRevenue } from "./get-revenue";
import { revenueQuery, revenueRowsQuery } from "./input";
import { listRevenueRows, type RevenueRow } from "./list-revenue-rows";
import { revenueReport } from "./revenue-report";
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

const revenue = (query: object) =>
  readTenant(at.tenantId, owner, (scope) => getRevenue(scope, revenueQuery.parse(query)));
const rows = (query: object) =>
  readTenant(at.tenantId, owner, (scope) => listRevenueRows(scope, revenueRowsQuery.parse(query)));
const brought = (shares: { name: string; minor: number }[]) =>
  Object.fromEntries(shares.map(({ name, minor }) => [name || "nobody", minor]));

test("December to the shilling, beside November", async () => {
  const december = await revenue({ period: "last_month", compare: "before" });
  expect(december.total).toEqual({
    // Nails 1,000 and, half an hour before midnight, 3,150: 2,320 + 580 + 1,160 = 4,060, less a tenth is 3,654, of which
    // 3,654 × 16 ÷ 116 = 504 are tax.
    earnedMinor: 100_000 + 315_000,
    // 160 and 504.
    vatMinor: 16_000 + 50_400,
    tipsMinor: 20_000,
    // A tenth of 4,060, as it was let off of the prices.
    discountsMinor: 40_600,
    // 1,160 and a deposit of 1,000 by card; 3,654 and the tip of 200 by M-Pesa.
    paidMinor: 216_000 + 385_400,
    givenBackMinor: 0,
    sales: 2,
    visits: 2,
  });
  expect(december.period.against).toEqual({ from: "2026-11-01", to: "2026-11-30" });
  // One braid, ten minutes before December.
  expect(december.before).toEqual({
    ...{ earnedMinor: 200_000, vatMinor: 32_000, tipsMinor: 0, discountsMinor: 0 },
    ...{ paidMinor: 232_000, givenBackMinor: 0, sales: 1, visits: 1 },
  });
  // Of 3,150: 2,088 ÷ 3,654 are 1,800, 522 ÷ 3,654 are 450 and 1,044 ÷ 3,654 are 900.
  expect(brought(december.services)).toEqual({ Nails: 190_000, Braids: 180_000, Wash: 45_000 });
  expect(brought(december.staff)).toEqual({ Brian: 235_000, Amina: 180_000 });
  expect(brought(december.categories)).toEqual({ hair: 225_000, nails: 190_000 });
  expect(december.products).toEqual([]);
  expect(december.feesMinor).toBe(0);
  expect(december.methods.map(({ minor }) => minor)).toEqual([385_400, 0, 216_000, 0]);
  const earning = december.spans.filter(({ earnedMinor }) => earnedMinor !== 0);
  expect(earning.map(({ from, earnedMinor }) => [from, earnedMinor])).toEqual([
    // In UTC it was November still.
    ["2026-12-01", 100_000],
    ["2026-12-31", 315_000],
  ]);
  expect(december.spans).toHaveLength(31);
  expect(december.spansBefore.at(-1)).toEqual({ from: "2026-11-30", to: "2026-11-30", earnedMinor: 200_000 });
});

test("January to the shilling: what is owed, what goes back, what is kept and what was void", async () => {
  const january = await revenue({ compare: "year" });
  expect(january.total).toEqual({
    // Two bottles 1,500, half of the nails back −500, kept 300, a braid 2,000; what was void is nothing.
    earnedMinor: 150_000 - 50_000 + 30_000 + 200_000,
    // 240 − 80 + 320.
    vatMinor: 48_000,
    tipsMinor: 0,
    discountsMinor: 0,
    // Cash 1,000 and 1,320, M-Pesa 500, and 580 back by card. The deposit of December is not paid again.
    paidMinor: 100_000 + 132_000 + 50_000 - 58_000,
    givenBackMinor: 58_000,
    // The bottles and the braid; the one that is void is none, and nor is the visit that was taken back.
    sales: 2,
    visits: 0,
  });
  expect(january.before).toMatchObject({ earnedMinor: 0, sales: 0 });
  // 1,740 less 1,000.
  expect(january.owedMinor).toBe(74_000);
  expect(brought(january.services)).toEqual({ Braids: 200_000, Nails: -50_000 });
  expect(brought(january.products)).toEqual({ Oil: 150_000 });
  expect(january.feesMinor).toBe(30_000);
  expect(brought(january.staff)).toEqual({ Amina: 350_000, nobody: 30_000, Brian: -50_000 });
  expect(brought(january.categories)).toEqual({ hair: 200_000, nails: -50_000 });
  expect(january.spans.slice(0, 3).map(({ earnedMinor }) => earnedMinor)).toEqual([150_000, 180_000, 0]);
  expect(january.period).toMatchObject({ against: { from: "2026-01-01", to: "2026-01-02" }, today: "2027-01-02" });
});

test("weeks and months are those of the calendar, over the turn of the year too", async () => {
  const days = { from: "2026-11-30", to: "2027-01-02" };
  const spans = async (by: string) =>
    (await revenue({ ...days, by })).spans.map(({ from, to, earnedMinor }) => `${from} ${to} ${earnedMinor / 100}`);
  expect(await spans("month")).toEqual([
    "2026-11-30 2026-11-30 2000",
    "2026-12-01 2026-12-31 4150",
    "2027-01-01 2027-01-02 3300",
  ]);
  // The 30th of November is a Monday, and the week of New Year is one.
  expect(await spans("week")).toEqual([
    "2026-11-30 2026-12-06 3000",
    "2026-12-07 2026-12-13 0",
    "2026-12-14 2026-12-20 0",
    "2026-12-21 2026-12-27 0",
    "2026-12-28 2027-01-02 6450",
  ]);
});

test("the cash of a drawer that is open is told to nobody, from the day on which it was opened", async () => {
  const id = newId();
  await sql`insert into drawer_sessions (tenant_id, id, float_minor, currency, opened_at)
    values (${at.tenantId}, ${id}, 0, 'KES', '2027-01-02T08:00:00+03:00')`;
  try {
    const january = await revenue({});
    expect(january.withoutDrawer).toBe(true);
    // The 1,320 of the second are not told, the 1,000 of the first are.
    expect(january.methods[1]).toEqual({ method: "cash", minor: 100_000 });
    expect(january.total.paidMinor).toBe(100_000 + 50_000 - 58_000);
    expect((await rows({ method: "cash" })).total).toEqual({ rows: 1, minor: 100_000 });
    expect((await revenue({ period: "last_month" })).withoutDrawer).toBe(false);
  } finally {
    await sql`delete from drawer_sessions where tenant_id = ${at.tenantId} and id = ${id}`;
  }
});

const sumOf = (all: readonly { minor: number }[]) => all.reduce((sum, { minor }) => sum + minor, 0);

/** Every page of it, two at a time. */
async function allRows(query: object): Promise<RevenueRow[]> {
  const found: RevenueRow[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const page: Awaited<ReturnType<typeof rows>> = await rows({ ...query, limit: 2, cursor });
    found.push(...page.items);
    cursor = page.nextCursor;
  }
  return found;
}

test("every number is the sum of the rows it opens to", async () => {
  const days = { from: "2026-11-30", to: "2027-01-02" };
  const { total, owedMinor, services, products, feesMinor, staff, categories, methods } = await revenue(days);
  const opens = async (more: object) => sumOf(await allRows({ ...days, ...more }));
  expect(await opens({})).toBe(total.earnedMinor);
  for (const { id, minor } of services) expect(await opens({ service: id })).toBe(minor);
  for (const { id, minor } of products) expect(await opens({ product: id })).toBe(minor);
  for (const { id, minor } of staff) expect(await opens({ staff: id ?? "none" })).toBe(minor);
  for (const { name, minor } of categories) expect(await opens({ category: name })).toBe(minor);
  for (const { method, minor } of methods) expect(await opens({ method })).toBe(minor);
  expect(await opens({ kind: "fee" })).toBe(feesMinor);
  expect(await opens({ kind: "vat" })).toBe(total.vatMinor);
  expect(await opens({ kind: "tips" })).toBe(total.tipsMinor);
  expect(await opens({ kind: "discounts" })).toBe(total.discountsMinor);
  expect(await opens({ kind: "paid" })).toBe(total.paidMinor);
  expect(await opens({ kind: "back" })).toBe(total.givenBackMinor);
  expect(await opens({ kind: "owed" })).toBe(owedMinor);
  expect((await rows({ ...days, kind: "sales" })).total.rows).toBe(total.sales);
  expect(sumOf(services) + sumOf(products) + feesMinor).toBe(total.earnedMinor);
  expect(sumOf(staff)).toBe(total.earnedMinor);
  expect(sumOf(categories)).toBe(sumOf(services));
  expect(sumOf(methods)).toBe(total.paidMinor);

  const nails = await rows({ ...days, service: at.nails });
  expect(nails.total).toEqual({ rows: 3, minor: 140_000 });
  expect(nails.items.map(({ day, minor, saleId, what }) => [day, minor, saleId, what])).toEqual([
    ["2027-01-02", -50_000, at.sales.b, "Nails"],
    ["2026-12-31", 90_000, at.sales.c, "Braids, Wash, Nails"],
    ["2026-12-01", 100_000, at.sales.b, "Nails"],
  ]);
  const fee = await rows({ ...days, kind: "fee" });
  expect(fee.items).toMatchObject([{ bookingId: at.bookings.missed, saleId: null, customerName: "Wanjiru" }]);
});

test("whatever the days, cut in two they add up, and so do their steps", async () => {
  const offset = fc.integer({ min: 0, max: 40 });
  await fc.assert(
    fc.asyncProperty(offset, offset, offset, fc.constantFrom("day", "week", "month"), async (one, other, third, by) => {
      const [first, cut, last] = [one, other, third].sort((x, y) => x - y).map((n) => addDays("2026-11-28", n)) as [
        ...[string, string, string],
      ];
      const whole = await revenue({ from: first, to: last, by });
      expect(whole.spans.reduce((sum, { earnedMinor }) => sum + earnedMinor, 0)).toBe(whole.total.earnedMinor);
      if (cut === last) return;
      const halves = [await revenue({ from: first, to: cut }), await revenue({ from: addDays(cut, 1), to: last })];
      for (const key of ["earnedMinor", "vatMinor", "tipsMinor", "paidMinor", "sales", "visits"] as const)
        expect(halves[0]!.total[key] + halves[1]!.total[key]).toBe(whole.total[key]);
      for (const of of ["services", "staff", "categories", "products"] as const)
        for (const { name, minor } of whole[of])
          expect(sumOf(halves.flatMap((half) => half[of].filter((share) => share.name === name)))).toBe(minor);
    }),
    { numRuns: 15 },
  );
});

test("the column of the days before adds up to its total, also where they are more", async () => {
  const asked = revenueQuery.parse({ from: "2027-02-01", to: "2027-02-28", compare: "before" });
  goTo("2027-03-01T12:00");
  const report = await readTenant(at.tenantId, owner, (scope) => revenueReport(scope, asked, "time", inEnglish));
  expect(report.rows).toHaveLength(31);
  expect(report.rows.reduce((sum, row) => sum + Number(row[3]), 0)).toBe(report.total![3]);
  expect(report.total![3]).toBe(330_000);
});

test("a file of it is in the language of whoever asks", async () => {
  const asked = revenueQuery.parse({ from: "2027-01-01", to: "2027-01-31" });
  const swahili = { language: "sw", known: (english: string) => english } as const;
  const of = (part: "staff" | "methods") =>
    readTenant(at.tenantId, owner, (scope) => revenueReport(scope, asked, part, swahili));
  const { title, columns, total } = await of("staff");
  expect([title, ...columns.map(({ name }) => name), total?.[0]]).toEqual([
    ...["Mapato kwa mtu", "Mtu", "Kiasi", "Sehemu", "Jumla"],
  ]);
  const { rows } = await of("methods");
  expect(rows.map(([name]) => name)).toContain("Pesa taslimu");
});

test("a sale of a hundred million shillings is shared out like any other", async () => {
  const house = await makeHouse({ staff: 1, services: [{ name: "Braids", minutes: 60, priceMinor: 10_000_000_000 }] });
  const lines = [{ serviceId: house.serviceIds[0]!, staffId: house.staffIds[0]! }];
  goTo("2027-01-02T12:00");
  for (const _ of "ab") await sold(house, owner, { lines });
  const big = await readTenant(house.tenantId, owner, (scope) => getRevenue(scope, revenueQuery.parse({})));
  expect(brought(big.services)).toEqual({ Braids: 20_000_000_000 });
});
