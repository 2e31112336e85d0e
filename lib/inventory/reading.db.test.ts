import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { newId } from "@/lib/platform/ids";
import type { Actor, Scope } from "@/lib/tenancy/scope";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { openSaleInput } from "@/lib/till/input";
import { openSale } from "@/lib/till/open-sale";
import { countProduct, discardCount, finishCount, startCount } from "./count-stock";
import { getCount } from "./get-count";
import { getProductStock } from "./get-product-stock";
import { adjustInput, movementsQuery, receiveInput, recipeInput, trackInput } from "./input";
import { listCounts } from "./list-counts";
import { listMovements } from "./list-movements";
import { listRecipes } from "./list-recipes";
import { listStock } from "./list-stock";
import { adjustStock, receiveStock } from "./receive-stock";
import { setRecipe } from "./set-recipe";
import { trackProduct } from "./track-product";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 4, onnotice: () => {} });
afterAll(() => sql.end());
const owner: Actor = { kind: "member", userId: newId(), role: "owner", staffId: null };
const desk: Actor = { ...owner, userId: newId(), role: "front_desk" };

let house: House;
beforeEach(async () => {
  house = await makeHouse();
});
const act = <T>(work: (scope: Scope) => Promise<T>) => withTenant(house.tenantId, owner, work);
const read = <T>(work: (scope: Scope) => Promise<T>, as = owner) => readTenant(house.tenantId, as, work);

async function sells(name: string): Promise<string> {
  const id = newId();
  await sql`insert into products (tenant_id, id, name, price_minor, currency)
    values (${house.tenantId}, ${id}, ${name}, 140000, 'KES')`;
  return id;
}
async function counted(name: string, units: number, costMinor: number, reorderLevel: number | null = null) {
  const id = await sells(name);
  await act((scope) => trackProduct(scope, trackInput.parse({ productId: id, unit: "piece", reorderLevel })));
  if (units > 0) await receive(id, units, costMinor);
  return id;
}
const receive = (productId: string, units: number, costMinor: number) =>
  act((scope) => receiveStock(scope, receiveInput.parse({ productId, units, costMinor, key: newId() })));

test("the shelf has what runs low first; what it has cost is for whoever may see it", async () => {
  await counted("Argan oil", 9, 90_000, 3);
  const wax = await counted("Wax", 2, 8_000, 5);
  const towel = await sells("Towel");
  const shelf = await read((scope) => listStock(scope, { low: undefined }));
  expect(shelf.products.map(({ name, onHand, low, valueMinor }) => [name, onHand, low, valueMinor])).toEqual([
    ["Wax", 2, true, 8_000],
    ["Argan oil", 9, false, 90_000],
  ]);
  expect(shelf).toMatchObject({ others: [{ productId: towel, name: "Towel" }], lowCount: 1, valueMinor: 98_000 });
  const low = await read((scope) => listStock(scope, { low: "yes" }), desk);
  expect(low.products).toMatchObject([{ productId: wax, valueMinor: null }]);
  expect(low.valueMinor).toBeNull();
});

test("movements say what they were for, page by page, and to the desk nothing of costs", async () => {
  const oil = await counted("Argan oil", 60, 60_000);
  const wish = openSaleInput.parse({ lines: [{ productId: oil, quantity: 2 }], key: newId() });
  const sale = await act((scope) => openSale(scope, wish));
  if (!sale.ok) throw new Error("nothing was sold");
  const broke = { productId: oil, reason: "damaged", change: 1, note: "Fell down" };
  for (let n = 0; n < 51; n++) await act((scope) => adjustStock(scope, adjustInput.parse({ ...broke, key: newId() })));
  const first = (await read((scope) => getProductStock(scope, oil)))!;
  expect(first).toMatchObject({ onHand: 7, moved: true, valueMinor: 7_000, last: { costMinor: 60_000, units: 60 } });
  expect(first.movements).toHaveLength(50);
  expect(first.movements[0]).toMatchObject({ reason: "damaged", change: -1, onHandAfter: 7, note: "Fell down" });
  const rest = (await read((scope) => getProductStock(scope, oil, { cursor: first.nextCursor! })))!;
  expect(rest.movements.map(({ reason, change, sale: of }) => [reason, change, of?.id])).toEqual([
    ["damaged", -1, undefined],
    ["sold", -2, sale.value.id],
    ["received", 60, undefined],
  ]);
  expect(rest.nextCursor).toBeNull();
  const soldOnly = await read((scope) => listMovements(scope, movementsQuery.parse({ reason: "sold" })), desk);
  expect(soldOnly.movements).toMatchObject([{ what: "Argan oil", costMinor: null, sale: { number: 1 } }]);
  const otherDay = await read((scope) => listMovements(scope, movementsQuery.parse({ day: "2020-01-01" })));
  expect(otherDay.movements).toEqual([]);
  expect(await read((scope) => getProductStock(scope, newId()))).toBeNull();
});

test("a count is blind until it is finished; then it says how far it was off, in units and in money", async () => {
  const oil = await counted("Argan oil", 10, 100_000);
  const wax = await counted("Wax", 4, 8_000);
  await counted("Shea butter", 6, 6_000);
  const started = await act((scope) => startCount(scope));
  const countId = started.ok ? started.value.id : "";
  for (const [productId, found] of [
    [oil, 8],
    [wax, 4],
  ] as const)
    await act((scope) => countProduct(scope, { countId, productId, counted: found, agoMs: 0 }));
  const open = (await read((scope) => getCount(scope, countId)))!;
  expect(open.lines.map(({ name, counted: found }) => [name, found])).toEqual([
    ["Argan oil", 8],
    ["Shea butter", null],
    ["Wax", 4],
  ]);
  expect(open.lines.every(({ expected, offMinor }) => expected === null && offMinor === null)).toBe(true);
  expect(JSON.stringify(await read(listCounts))).toContain('"different":null');
  await act((scope) => finishCount(scope, { countId, note: "Month end" }));
  const done = (await read((scope) => getCount(scope, countId)))!;
  expect(done.lines.map(({ name, counted: found, expected, offMinor }) => [name, found, expected, offMinor])).toEqual([
    ["Argan oil", 8, 10, -20_000],
    ["Wax", 4, 4, 0],
  ]);
  expect(done).toMatchObject({ note: "Month end", offMinor: -20_000 });
  expect((await read(listCounts)).counts).toMatchObject([{ counted: 2, different: 1, offMinor: -20_000 }]);
  expect(await read((scope) => getCount(scope, countId), desk)).toMatchObject({ offMinor: null });
  expect((await read(listCounts, desk)).counts).toMatchObject([{ different: 1, offMinor: null }]);
});

test("recipes name what each service uses, also those that use nothing", async () => {
  const oil = await counted("Argan oil", 0, 0);
  const [serviceId] = house.serviceIds;
  const items = [{ productId: oil, quantity: 2 }];
  await act((scope) => setRecipe(scope, recipeInput.parse({ serviceId, items })));
  const { recipes, products } = await read((scope) => listRecipes(scope));
  expect(recipes.find((one) => one.serviceId === serviceId)!.items).toEqual([
    { productId: oil, name: "Argan oil", unit: "piece", quantity: 2 },
  ]);
  expect(recipes.length).toBe(house.serviceIds.length);
  expect(products).toEqual([{ productId: oil, name: "Argan oil", unit: "piece" }]);
  const one = await read((scope) => listRecipes(scope, { service: serviceId }));
  expect(one.recipes).toHaveLength(1);
  expect((await read((scope) => getProductStock(scope, oil)))!.usedBy).toMatchObject([{ serviceId, quantity: 2 }]);
});

test("a number that was typed without a network counts for when it was typed, and not over a newer one", async () => {
  const oil = await counted("Argan oil", 5, 50_000);
  const wax = await counted("Wax", 5, 50_000);
  await sql`update stock_movements set at = now() - interval '2 hours' where tenant_id = ${house.tenantId}`;
  const begun = await act(startCount);
  const countId = begun.ok ? begun.value.id : "";
  const count = (productId: string, units: number, agoMs: number) =>
    act((scope) => countProduct(scope, { countId, productId, counted: units, agoMs }));
  // Five lay there an hour ago, as they should; two were sold since.
  const wish = openSaleInput.parse({ lines: [{ productId: oil, quantity: 2 }], key: newId() });
  expect(await act((scope) => openSale(scope, wish))).toMatchObject({ ok: true });
  expect(await count(oil, 5, 3_600_000)).toMatchObject({ ok: true });
  expect(await count(wax, 4, 0)).toMatchObject({ ok: true });
  expect(await count(wax, 5, 3_600_000)).toEqual({ ok: false, refusal: "counted_since" });
  await act((scope) => finishCount(scope, { countId, note: "" }));
  const found = (await read((scope) => getCount(scope, countId)))!;
  expect(found.lines.map(({ name, counted: n, expected }) => [name, n, expected])).toEqual([
    ["Wax", 4, 5],
    ["Argan oil", 5, 5],
  ]);
  expect((await read((scope) => getProductStock(scope, oil)))!.onHand).toBe(3);
});

test("a count that is thrown away changes nothing, and another one can begin", async () => {
  const oil = await counted("Argan oil", 5, 50_000);
  const begun = await act(startCount);
  const countId = begun.ok ? begun.value.id : "";
  await act((scope) => countProduct(scope, { countId, productId: oil, counted: 1, agoMs: 0 }));
  expect(await act((scope) => discardCount(scope, { countId }))).toMatchObject({ ok: true });
  expect(await act((scope) => discardCount(scope, { countId }))).toEqual({ ok: false, refusal: "count_finished" });
  expect((await read((scope) => getProductStock(scope, oil)))!.onHand).toBe(5);
  const next = await act(startCount);
  expect(next.ok && next.value.id).not.toBe(countId);
});
