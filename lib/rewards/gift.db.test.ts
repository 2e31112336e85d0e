import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { must } from "@/lib/bookings/testing/desk-books";
import { receiveInput, trackInput } from "@/lib/inventory/input";
import { receiveStock } from "@/lib/inventory/receive-stock";
import { trackProduct } from "@/lib/inventory/track-product";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { changeSale } from "@/lib/till/change-sale";
import { changeSaleInput, openSaleInput } from "@/lib/till/input";
import { openSale } from "@/lib/till/open-sale";
import { voidSale } from "@/lib/till/void-sale";
import { giveVoucher } from "./give-voucher";
import { giveVoucherInput, rewardInput } from "./input";
import { addReward } from "./save-reward";
import { atRewards } from "./testing/at-rewards";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());

let house: House;
let desk: ReturnType<typeof atRewards>;
let oil: string;
beforeAll(async () => {
  house = await makeHouse();
  desk = atRewards(sql, house);
  oil = newId();
  await sql`insert into products (tenant_id, id, name, price_minor, currency)
    values (${house.tenantId}, ${oil}, 'Argan oil', 140000, 'KES')`;
  await desk.act((scope) =>
    trackProduct(scope, trackInput.parse({ productId: oil, unit: "piece", reorderLevel: null })),
  );
  const wish = receiveInput.parse({ productId: oil, units: 2, costMinor: 30_000, key: newId() });
  await must(desk.act((scope) => receiveStock(scope, wish)));
});

const shelf = async () =>
  (await sql`select on_hand as units, value_minor::int as value from stock_items where product_id = ${oil}`)[0];
const moves = (saleId: string) =>
  sql`select reason, change, cost_minor::int as cost from stock_movements where sale_id = ${saleId} order by at, id`;
const front: Actor = { kind: "member", userId: newId(), role: "front_desk", staffId: null };
const at = <T>(work: Parameters<typeof withTenant<T>>[2]) => withTenant(house.tenantId, front, work);

async function coded(rewardId: string): Promise<string> {
  const wish = giveVoucherInput.parse({
    ...{ customerId: await desk.customer(), rewardId, reason: "Thanks", key: newId() },
  });
  return (await must(desk.act((scope) => giveVoucher(scope, wish)))).code;
}
const sell = (voucher: string, lines: object[] = [{ serviceId: house.serviceIds[0], staffId: house.staffIds[0] }]) =>
  at((scope) => openSale(scope, openSaleInput.parse({ lines, voucher, key: newId() })));

test("a gift of a product comes off the shelf with its code, at what it cost, and back with the sale", async () => {
  const gift = await desk.reward({ kind: "gift", amountMinor: undefined, productId: oil, name: "Argan oil for free" });
  const { id } = await must(sell(await coded(gift)));
  expect(await moves(id)).toEqual([{ reason: "given", change: -1, cost: -15_000 }]);
  expect(await shelf()).toEqual({ units: 1, value: 15_000 });
  // One is left, and it is given: none is there to be sold beside it.
  const [code, both] = [await coded(gift), [{ productId: oil, quantity: 1 }]];
  expect(await sell(code, both)).toMatchObject({ refusal: "not_enough", what: "Argan oil", left: 0 });
  const { id: other } = await must(sell(code));
  expect(await shelf()).toEqual({ units: 0, value: 0 });
  // Nothing is left: the code is refused and stays good.
  const late = await coded(gift);
  expect(await sell(late)).toMatchObject({ refusal: "not_enough", left: 0 });
  // The sale does without it: it is back, and so is the code.
  const without = changeSaleInput.parse({
    ...{ saleId: other, revision: 0, voucher: "", key: newId() },
    lines: [{ serviceId: house.serviceIds[0], staffId: house.staffIds[0] }],
  });
  await must(at((scope) => changeSale(scope, without)));
  expect((await moves(other)).map(({ reason, change }) => [reason, change])).toEqual([
    ["given", -1],
    ["given_back", 1],
  ]);
  await must(sell(late));
  await must(at((scope) => voidSale(scope, { saleId: id, reason: "Nobody came" })));
  expect(await shelf()).toEqual({ units: 1, value: 15_000 });
});

test("only a gift names a product, and only one of this house", async () => {
  const said = { name: "A gift", kind: "gift", pointsRequired: 5, key: newId() };
  expect(rewardInput.safeParse({ ...said, kind: "discount", percent: 10, productId: oil }).success).toBe(false);
  const foreign = rewardInput.parse({ ...said, productId: newId() });
  expect(await desk.act((scope) => addReward(scope, foreign))).toEqual({ ok: false, refusal: "unknown_product" });
  // A gift of nothing that is counted takes nothing off the shelf.
  const tea = await desk.reward({ kind: "gift", amountMinor: undefined, name: "Tea" });
  const { id } = await must(sell(await coded(tea)));
  expect(await moves(id)).toHaveLength(0);
});
