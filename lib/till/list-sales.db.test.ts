import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { newId } from "@/lib/platform/ids";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { salesQuery } from "./input";
import { listSales } from "./list-sales";
import { member, pay, sold } from "./testing/at-the-till";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const desk = member("front_desk");
let house: House;
beforeAll(async () => {
  house = await makeHouse({ services: [{ name: "Braids", minutes: 60, priceMinor: 250_000 }] });
  const [grace, strange] = [newId(), await makeHouse()];
  await sql`insert into customers (tenant_id, id, name, phone)
    values (${house.tenantId}, ${grace}, 'Grace Njeri', '+254712000123')`;
  for (const customerId of [grace, undefined, undefined]) await sold(house, desk, { customerId });
  await sold(strange, desk);
  const [{ id }] = await sql<[{ id: string }]>`
    select id from sales where tenant_id = ${house.tenantId} and number = 1`;
  await pay(house, desk, { saleId: id, amountMinor: 250_000 });
  // A minute before midnight, by the house's calendar.
  await sql`update sales set created_at = '2026-11-03T20:59:00Z' where tenant_id = ${house.tenantId} and number = 1`;
});

const list = (asked: object = {}, actor = desk) =>
  readTenant(house.tenantId, actor, (scope) => listSales(scope, salesQuery.parse(asked)));
const numbers = async (asked: object) => (await list(asked)).items.map(({ number }) => number);

test("every sale, the latest first, page by page, and none of another house", async () => {
  const first = await list({ limit: 2 });
  expect(first.items.map(({ number }) => number)).toEqual([3, 2]);
  const next = await list({ limit: 2, cursor: first.nextCursor });
  expect(next).toMatchObject({
    items: [
      { number: 1, status: "closed", customerName: "Grace Njeri", what: ["Braids"], totalMinor: 250_000, owedMinor: 0 },
    ],
    nextCursor: null,
  });
  expect(first.items[0]).toMatchObject({ status: "open", customerName: null, owedMinor: 250_000 });
});

test("of some days of the house's own calendar, and of one customer", async () => {
  expect(await numbers({ from: "2026-11-03", to: "2026-11-03" })).toEqual([1]);
  expect(await numbers({ to: "2026-11-02" })).toEqual([]);
  expect(await numbers({ from: "2026-11-04" })).toEqual([3, 2]);
  expect(await numbers({ customer: "njeri" })).toEqual([1]);
  expect(await numbers({ customer: "0712 000 123" })).toEqual([1]);
  expect(await numbers({ customer: "nobody" })).toEqual([]);
});

test("what is no cursor is told so", () => {
  for (const cursor of ["x", "0", "1.5", String(2 ** 31)]) {
    const asked = salesQuery.safeParse({ cursor });
    expect(asked.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([["cursor", "is not a cursor"]]);
  }
});
