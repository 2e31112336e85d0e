import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { newId } from "@/lib/platform/ids";
import type { Actor, Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { changeSale } from "@/lib/till/change-sale";
import { changeSaleInput, openSaleInput } from "@/lib/till/input";
import { openSale } from "@/lib/till/open-sale";
import { voidSale } from "@/lib/till/void-sale";
import { countProduct, finishCount, startCount } from "./count-stock";
import { adjustInput, receiveInput, recipeInput, trackInput } from "./input";
import { adjustStock, receiveStock } from "./receive-stock";
import { setRecipe } from "./set-recipe";
import { served } from "./testing/served";
import { trackProduct } from "./track-product";
import { useInVisit } from "./use-in-visit";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 8, onnotice: () => {} });
afterAll(() => sql.end());
const owner: Actor = { kind: "member", userId: newId(), role: "owner", staffId: null };

let house: House;
beforeEach(async () => {
  house = await makeHouse();
});
const act = <T>(work: (scope: Scope) => Promise<T>) => withTenant(house.tenantId, owner, work);

async function product({ unit = "piece", level = null as number | null } = {}): Promise<string> {
  const id = newId();
  await sql`insert into products (tenant_id, id, name, price_minor, currency)
    values (${house.tenantId}, ${id}, 'Argan oil', 140000, 'KES')`;
  await act((scope) => trackProduct(scope, trackInput.parse({ productId: id, unit, reorderLevel: level })));
  return id;
}
const receive = (productId: string, units: number, costMinor: number, key = newId()) =>
  act((scope) => receiveStock(scope, receiveInput.parse({ productId, units, costMinor, key })));
const adjust = (productId: string, change: number, reason = "adjusted") =>
  act((scope) => adjustStock(scope, adjustInput.parse({ productId, change, reason, note: "Fell down", key: newId() })));
const uses = (items: { productId: string; quantity: number }[]) =>
  act((scope) => setRecipe(scope, recipeInput.parse({ serviceId: house.serviceIds[0], items })));
const shelf = async (productId: string) => {
  const [row] = await sql<{ units: number; value: number }[]>`
    select on_hand as units, value_minor::int as value from stock_items where product_id = ${productId}`;
  const [sum] = await sql<{ units: number; value: number }[]>`
    select coalesce(sum(change), 0)::int as units, coalesce(sum(cost_minor), 0)::int as value
    from stock_movements where product_id = ${productId}`;
  // What is there is the sum of its movements, always.
  expect(row).toEqual(sum);
  return row!;
};

const visit = (lines = 1) => served(sql, house, lines);
const followed = (bookingId: string) => act((scope) => useInVisit(scope, { bookingId }));

test("20 visits at once use what their recipe says, once each, whatever else moves", async () => {
  const oil = await product({ unit: "ml" });
  const foil = await product();
  // 1,000 ml for KES 2,000: a ml is two shillings.
  await receive(oil, 1_000, 200_000);
  await receive(foil, 100, 50_000);
  await uses([
    { productId: oil, quantity: 15 },
    { productId: foil, quantity: 2 },
  ]);
  const visits: string[] = [];
  for (let n = 0; n < 20; n++) visits.push((await visit()).bookingId);
  await Promise.all([
    ...[...visits, ...visits].map((id) => followed(id)),
    ...[1, 2, 3, 4].map(() => receive(foil, 10, 5_000)),
  ]);
  // 1,000 − 20 × 15 = 700 ml, of which each has cost 2: 1,400. 100 + 40 − 40 = 100 foils at 5.
  expect(await shelf(oil)).toEqual({ units: 700, value: 140_000 });
  expect(await shelf(foil)).toEqual({ units: 100, value: 50_000 });
  const [used] = await sql`select count(*)::int as n, sum(cost_minor)::int as cost from stock_movements
    where product_id = ${oil} and reason = 'used'`;
  expect(used).toEqual({ n: 20, cost: -20 * 15 * 200 });
});

test("what was used keeps its cost and its recipe; a visit that is taken back gives back, a shelf below nothing is marked", async () => {
  const oil = await product({ unit: "ml" });
  await receive(oil, 100, 10_000);
  await uses([{ productId: oil, quantity: 60 }]);
  const first = await visit();
  await followed(first.bookingId);
  await receive(oil, 10, 9_000);
  await uses([{ productId: oil, quantity: 5 }]);
  await followed(first.bookingId);
  // Still 60 at one shilling; 40 at 1 and 10 at 9 are left.
  expect(await shelf(oil)).toEqual({ units: 50, value: 4_000 + 9_000 });
  await act((scope) => useInVisit(scope, { visitId: first.visitId }));
  expect(await shelf(oil)).toEqual({ units: 50, value: 13_000 });
  await sql`update visits set voided_at = now() where id = ${first.visitId}`;
  await followed(first.bookingId);
  // What comes back costs what it did as it went, and not what those there cost by now.
  expect(await shelf(oil)).toEqual({ units: 110, value: 13_000 + 6_000 });
  await sql`update visits set voided_at = null where id = ${first.visitId}`;
  await followed(first.bookingId);
  expect((await shelf(oil)).units).toBe(105);
  await uses([{ productId: oil, quantity: 70 }]);
  const second = await visit(2);
  await followed(second.bookingId);
  expect((await shelf(oil)).units).toBe(-35);
  const marked = await sql`select below, on_hand_after as after from stock_movements
    where visit_id = ${second.visitId} order by on_hand_after desc`;
  expect(marked).toEqual([
    { below: false, after: 35 },
    { below: true, after: -35 },
  ]);
});

test("what came in costs what was paid; said twice it came once; less than there is cannot go", async () => {
  const oil = await product();
  const key = newId();
  expect(await receive(oil, 7, 100_000, key)).toEqual({ ok: true, value: { onHand: 7 } });
  expect(await receive(oil, 7, 100_000, key)).toEqual({ ok: true, value: { onHand: 7 } });
  expect(await receive(oil, 8, 100_000, key)).toMatchObject({ refusal: "key_reused" });
  expect(await adjust(oil, 2, "damaged")).toMatchObject({ ok: true });
  // Two of seven for 1,000: 285.71.
  expect(await shelf(oil)).toEqual({ units: 5, value: 71_429 });
  expect(await adjust(oil, -6)).toMatchObject({ refusal: "not_enough", left: 5 });
  expect(await adjust(oil, -5)).toMatchObject({ ok: true });
  expect(await shelf(oil)).toEqual({ units: 0, value: 0 });
  expect(await receive(newId(), 1, 1)).toMatchObject({ refusal: "not_counted" });
  const both = await Promise.all([receive(oil, 1, 100), ...[1, 2, 3].map(() => adjust(oil, -1))]);
  expect((await shelf(oil)).units).toBeGreaterThanOrEqual(0);
  expect(both.filter(({ ok }) => ok).length).toBeLessThanOrEqual(2);
});

test("a count finds what is missing without knowing what there should be, and leaves what moves meanwhile", async () => {
  const oil = await product();
  const bonnet = await product();
  await receive(oil, 10, 100_000);
  await receive(bonnet, 4, 20_000);
  const started = await Promise.all([act(startCount), act(startCount)]);
  const countId = started[0]!.value.id;
  expect(started[1]!.value.id).toBe(countId);
  const count = (productId: string, counted: number) =>
    act((scope) => countProduct(scope, { countId, productId, counted, agoMs: 0 }));
  expect(await act((scope) => finishCount(scope, { countId, note: "" }))).toMatchObject({ refusal: "nothing_counted" });
  await count(oil, 7);
  await count(oil, 8);
  await count(bonnet, 4);
  // Sold between the count and its end.
  await adjust(oil, -1);
  const finish = () => act((scope) => finishCount(scope, { countId, note: "Month end" }));
  expect(await Promise.all([finish(), finish()])).toEqual([
    { ok: true, value: { id: countId } },
    { ok: true, value: { id: countId } },
  ]);
  // 10, two of which were missing, less the one that went: 7, at 100 each.
  expect(await shelf(oil)).toEqual({ units: 7, value: 70_000 });
  const found = await sql`select change, cost_minor::int as cost from stock_movements where count_id = ${countId}`;
  expect(found).toEqual([{ change: -2, cost: -20_000 }]);
  expect(await count(oil, 1)).toMatchObject({ refusal: "count_finished" });
  expect(
    await act((scope) => countProduct(scope, { countId: newId(), productId: oil, counted: 1, agoMs: 0 })),
  ).toMatchObject({
    refusal: "unknown_count",
  });
});

test("that something runs low is told once, until there is more again", async () => {
  const oil = await product({ level: 3 });
  await receive(oil, 5, 5_000);
  const told = async () =>
    (
      await sql`select title, message from notifications where tenant_id = ${house.tenantId} and name = 'stock.low'`
    ).map(({ title, message }) => `${title}: ${message}`);
  await adjust(oil, -1);
  expect(await told()).toEqual([]);
  await adjust(oil, -1);
  await adjust(oil, -1);
  expect(await told()).toEqual(["Argan oil is running low: 3 left"]);
  await receive(oil, 5, 5_000);
  await adjust(oil, -7, "damaged");
  expect(await told()).toEqual(["Argan oil is running low: 3 left", "Argan oil is running low: None left"]);
  // A level that is raised to what is there says so as well, once.
  await receive(oil, 9, 9_000);
  const raise = (reorderLevel: number) =>
    act((scope) => trackProduct(scope, trackInput.parse({ productId: oil, unit: "piece", reorderLevel })));
  await raise(8);
  expect(await told()).toHaveLength(2);
  await raise(9);
  await raise(12);
  expect((await told()).slice(2)).toEqual(["Argan oil is running low: 9 left"]);
});

test("what a sale gives back is worth what it was as it was sold, whatever has come in since", async () => {
  const oil = await product();
  await receive(oil, 4, 40_000);
  const wish = openSaleInput.parse({ lines: [{ productId: oil, quantity: 3 }], key: newId() });
  const sale = await act((scope) => openSale(scope, wish));
  if (!sale.ok) throw new Error("nothing was sold");
  await receive(oil, 9, 270_000);
  // 1 at 100 and 9 at 300.
  expect(await shelf(oil)).toEqual({ units: 10, value: 280_000 });
  const saleId = sale.value.id;
  const fewer = changeSaleInput.parse({
    ...{ saleId, revision: 0, lines: [{ productId: oil, quantity: 1 }], key: newId() },
  });
  await act((scope) => changeSale(scope, fewer));
  expect(await shelf(oil)).toEqual({ units: 12, value: 300_000 });
  await act((scope) => voidSale(scope, { saleId, reason: "Not bought" }));
  expect(await shelf(oil)).toEqual({ units: 13, value: 310_000 });
});

test("the till takes off the shelf what it sells, in its own transaction, and no more than is there", async () => {
  const oil = await product();
  await receive(oil, 5, 50_000);
  const desk: Actor = { ...owner, role: "front_desk" };
  const sell = (quantity: number, { as = desk, belowStock = false } = {}) => {
    const wish = openSaleInput.parse({ lines: [{ productId: oil, quantity }], belowStock, key: newId() });
    return withTenant(house.tenantId, as, (scope) => openSale(scope, wish));
  };
  // Four at once want two each: two of them have them.
  const all = await Promise.all([1, 2, 3, 4].map(() => sell(2)));
  expect(all.map((one) => (one.ok ? "sold" : one.refusal)).sort()).toEqual([
    "not_enough",
    "not_enough",
    "sold",
    "sold",
  ]);
  expect(await shelf(oil)).toEqual({ units: 1, value: 10_000 });
  expect(await sell(2)).toMatchObject({ refusal: "not_enough", what: "Argan oil", left: 1 });
  expect(await sell(2, { belowStock: true })).toMatchObject({ refusal: "not_enough" });
  expect((await sql`select 1 from sales where tenant_id = ${house.tenantId}`).length).toBe(2);
  const id = all.find((one) => one.ok)!;
  if (!id.ok) throw new Error("none was sold");
  const saleId = id.value.id;
  const changed = (quantity: number, revision: number) => {
    const lines = quantity ? [{ productId: oil, quantity }] : [{ serviceId: house.serviceIds[0] }];
    const wish = changeSaleInput.parse({ saleId, revision, lines, key: newId() });
    return withTenant(house.tenantId, desk, (scope) => changeSale(scope, wish));
  };
  expect(await changed(4, 0)).toMatchObject({ refusal: "not_enough", left: 1 });
  expect(await changed(3, 0)).toMatchObject({ ok: true });
  expect((await shelf(oil)).units).toBe(0);
  expect(await changed(1, 1)).toMatchObject({ ok: true });
  expect(await shelf(oil)).toEqual({ units: 2, value: 20_000 });
  await act((scope) => voidSale(scope, { saleId, reason: "Not bought" }));
  expect(await shelf(oil)).toEqual({ units: 3, value: 30_000 });
  // Whoever may says that it is sold all the same, and the shelf says so.
  expect(await sell(5, { as: owner, belowStock: true })).toMatchObject({ ok: true });
  expect((await shelf(oil)).units).toBe(-2);
  const below = await sql`select change from stock_movements where product_id = ${oil} and below`;
  expect(below).toEqual([{ change: -5 }]);
  // What then comes in also pays for what was missing.
  await receive(oil, 4, 60_000);
  expect(await shelf(oil)).toEqual({ units: 2, value: 30_000 });
});

test("a unit stays once something has moved, and a recipe names what is counted", async () => {
  const oil = await product({ unit: "ml" });
  const track = (unit: string) =>
    act((scope) => trackProduct(scope, trackInput.parse({ productId: oil, unit, reorderLevel: 2 })));
  expect(await track("g")).toMatchObject({ ok: true });
  // Thirty grams are not thirty pieces: a recipe holds its unit as well.
  await uses([{ productId: oil, quantity: 30 }]);
  expect(await track("piece")).toMatchObject({ refusal: "unit_in_use" });
  await uses([]);
  await receive(oil, 5, 5_000);
  expect(await track("ml")).toMatchObject({ refusal: "unit_in_use" });
  expect(await uses([{ productId: newId(), quantity: 1 }])).toMatchObject({ refusal: "not_counted" });
  expect(
    recipeInput.safeParse({ serviceId: oil, items: [1, 2].map(() => ({ productId: oil, quantity: 1 })) }).success,
  ).toBe(false);
  const moved = sql`set role clientpulse_app; update stock_movements set change = 1`.simple();
  await expect(moved).rejects.toThrow(/permission denied/);
  await sql`reset role`;
});
