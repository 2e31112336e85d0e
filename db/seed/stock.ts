import type { TransactionSql } from "postgres";
import { costOf, type Stock, type Unit } from "@/lib/inventory/rules";
import { addDays, localDate } from "@/lib/platform/calendar";
import { serviceIdOf, tenantIdOf } from "./base";
import type { DemoBusiness } from "./businesses";
import { productIdOf } from "./products";
import { insertRows } from "./rows";
import { demoId, firstDemoId, lastDemoId } from "./stable";
import { clock } from "./wall-clock";

const [daysBack, countedAgo] = [28, 9];

/** `pack`: so many come at once, for so many shillings. `short`: nobody has ordered it in time. `off`: what the count found. */
type Kept = { key: string; unit: Unit; level: number; pack: [number, number]; short?: true; off?: number };
const shelf: Kept[] = [
  { key: "shea-butter", unit: "piece", level: 4, pack: [12, 5_400] },
  { key: "argan-oil", unit: "piece", level: 4, pack: [12, 9_000], off: -1 },
  { key: "edge-control", unit: "piece", level: 3, pack: [12, 4_200], short: true },
  { key: "satin-bonnet", unit: "piece", level: 3, pack: [10, 3_000], off: 1 },
  { key: "braid-spray", unit: "piece", level: 3, pack: [12, 5_040] },
  { key: "nail-oil", unit: "piece", level: 2, pack: [10, 2_200] },
  { key: "shampoo", unit: "ml", level: 1_000, pack: [5_000, 3_500], off: -180 },
  { key: "conditioner", unit: "ml", level: 1_000, pack: [5_000, 4_000] },
  { key: "relaxer", unit: "g", level: 500, pack: [4_000, 5_600], off: -60 },
  { key: "colour", unit: "ml", level: 400, pack: [2_000, 7_800] },
  { key: "braiding-hair", unit: "piece", level: 12, pack: [60, 12_000], short: true },
];
const recipes: Record<string, Record<string, number>> = {
  "blow-dry": { shampoo: 20, conditioner: 15 },
  "silk-press": { shampoo: 25, conditioner: 20 },
  colour: { colour: 90, shampoo: 25 },
  relaxer: { relaxer: 80, shampoo: 30 },
  cornrows: { "braiding-hair": 2 },
  "box-braids": { "braiding-hair": 6 },
};

/** What went off the shelf, as the verb that takes it writes it. */
type Taken = {
  at: Date;
  source: string;
  productId: string;
  units: number;
  reason: "sold" | "used";
  saleId: string | null;
  visitId: string | null;
  visitLineId: string | null;
  serviceId: string | null;
};
type Row = Record<string, unknown>;

/** The days of the house on the shelf: what came, what the sales and visits took, a count. Each start adds what they have taken since. */
export async function seedStock(
  sql: TransactionSql,
  business: DemoBusiness,
  { today, now, past }: { today: string; now: Date; past: string | undefined },
): Promise<void> {
  const tenantId = tenantIdOf(business);
  const [desk] = await sql<{ id: string }[]>`select id from users where email = ${`desk@${business.slug}.test`}`;
  if (!desk) return;
  const opened = clock(past ?? addDays(today, -daysBack), 480, business.timeZone);
  const first = await layOut(sql, business, opened);
  const book = await bookOf(sql, business, desk.id);
  if (first) for (const { key } of shelf) book.deliver(productIdOf(business, key), opened, `opening ${key}`);
  const countedAt = clock(addDays(today, -countedAgo), 1_230, business.timeZone);
  const taken = await takenSince(sql, tenantId, opened, now);
  for (const one of taken.filter(({ at }) => first && at <= countedAt)) book.take(one);
  const countId = demoId(`count/${business.slug}`);
  const lines = first ? shelf.map((kept) => book.count(kept, countId, countedAt)) : [];
  for (const one of taken.filter(({ at }) => !first || at > countedAt)) book.take(one);
  if (first) {
    const by = { started_by: desk.id, finished_by: desk.id };
    await insertRows(sql, "stock_counts", [
      {
        tenant_id: tenantId,
        id: countId,
        note: "Before the order",
        ...by,
        started_at: countedAt,
        finished_at: countedAt,
      },
    ]);
    await insertRows(sql, "stock_count_lines", lines);
  }
  await insertRows(sql, "stock_movements", book.rows, "fresh");
  for (const [productId, { onHand, valueMinor, lastCostMinor, lastUnits }] of book.stocks) {
    // What nobody has ordered in time has run low by the first day.
    const short = first && shelf.some(({ key, short }) => short && productIdOf(business, key) === productId);
    await sql`update stock_items set on_hand = ${onHand}, value_minor = ${valueMinor}, last_cost_minor = ${lastCostMinor},
      last_units = ${lastUnits}, reorder_level = ${short ? sql`greatest(reorder_level, ${onHand + 1})` : sql`reorder_level`}
      where tenant_id = ${tenantId} and product_id = ${productId}`;
  }
}

/** Once: what is counted, and what services use. */
async function layOut(sql: TransactionSql, business: DemoBusiness, at: Date): Promise<boolean> {
  const tenant_id = tenantIdOf(business);
  const [there] = await sql`select 1 from stock_items where tenant_id = ${tenant_id} limit 1`;
  if (there) return false;
  const none = { on_hand: 0, value_minor: 0, last_cost_minor: 0, last_units: 1, created_at: at };
  await insertRows(
    sql,
    "stock_items",
    shelf.map(({ key, unit, level }) => ({
      ...{ tenant_id, product_id: productIdOf(business, key), unit, reorder_level: level, ...none },
    })),
  );
  await insertRows(
    sql,
    "recipe_items",
    Object.entries(recipes).flatMap(([service, uses]) =>
      Object.entries(uses).map(([key, quantity]) => ({
        ...{ tenant_id, service_id: serviceIdOf(business, service), product_id: productIdOf(business, key), quantity },
      })),
    ),
  );
  return true;
}

/** What the sales and visits of the demo have taken and nobody has written down yet, in the order in which it went. */
const takenSince = (sql: TransactionSql, tenantId: string, from: Date, now: Date): Promise<Taken[]> => sql<Taken[]>`
  select s.created_at as at, 'sale ' || s.id || ' ' || row_number() over (partition by s.id order by l.product_id) - 1 as source,
    l.product_id as "productId", sum(l.quantity)::int as units, 'sold' as reason, s.id as "saleId", null::uuid as "visitId",
    null::uuid as "visitLineId", null::uuid as "serviceId"
  from sales s join sale_lines l on l.tenant_id = s.tenant_id and l.sale_id = s.id
  join stock_items i on i.tenant_id = l.tenant_id and i.product_id = l.product_id
  where s.tenant_id = ${tenantId} and s.status <> 'voided'
    and s.id between ${firstDemoId} and ${lastDemoId} and s.created_at between ${from} and ${now}
    and not exists (select from stock_movements m where m.tenant_id = s.tenant_id and m.sale_id = s.id)
  group by s.id, s.created_at, l.product_id
  union all
  select v.completed_at, 'visit ' || v.id || ' line ' || l.id || ' ' || r.product_id || ' 0', r.product_id, r.quantity, 'used',
    null, v.id, l.id, l.service_id
  from visits v join visit_lines l on l.tenant_id = v.tenant_id and l.visit_id = v.id
  join recipe_items r on r.tenant_id = l.tenant_id and r.service_id = l.service_id
  where v.tenant_id = ${tenantId} and v.voided_at is null
    and v.id between ${firstDemoId} and ${lastDemoId} and v.completed_at between ${from} and ${now}
    and not exists (select from stock_movements m where m.tenant_id = v.tenant_id and m.visit_id = v.id)
  order by at, source`;

/** The shelf as it is, and what is written onto it. A delivery comes before it would run out. */
async function bookOf(sql: TransactionSql, business: DemoBusiness, userId: string) {
  const tenant_id = tenantIdOf(business);
  const items = await sql<(Stock & { productId: string })[]>`
    select product_id as "productId", on_hand as "onHand", value_minor::float8 as "valueMinor",
      last_cost_minor::float8 as "lastCostMinor", last_units as "lastUnits"
    from stock_items where tenant_id = ${tenant_id} order by product_id`;
  const stocks = new Map(items.map((one) => [one.productId, one]));
  const kept = new Map(shelf.map((one) => [productIdOf(business, one.key), one]));
  const rows: Row[] = [];
  const move = (productId: string, change: number, costMinor: number, at: Date, source: string, more: Row) => {
    const stock = stocks.get(productId)!;
    stock.onHand += change;
    stock.valueMinor += costMinor;
    const nothing = { sale_id: null, visit_id: null, visit_line_id: null, service_id: null, count_id: null, note: "" };
    rows.push({
      ...{ tenant_id, id: demoId(`stock/${source}`), product_id: productId, change, cost_minor: costMinor, source, at },
      ...{ on_hand_after: stock.onHand, below: stock.onHand < 0 && change < 0, by_user_id: userId },
      ...{ day: localDate(at, business.timeZone), ...nothing, ...more },
    });
  };
  const deliver = (productId: string, at: Date, source: string) => {
    const [units, shillings] = kept.get(productId)!.pack;
    move(productId, units, shillings * 100, at, source, { reason: "received", note: "Beauty wholesale, River Road" });
    Object.assign(stocks.get(productId)!, { lastCostMinor: shillings * 100, lastUnits: units });
  };
  const take = ({ at, source, productId, units, reason, ...of }: Taken) => {
    const known = kept.get(productId);
    const left = stocks.get(productId)!.onHand - units;
    if (known && left <= (known.short ? -1 : known.level)) deliver(productId, at, `delivery before ${source}`);
    const ids = { sale_id: of.saleId, visit_id: of.visitId, visit_line_id: of.visitLineId, service_id: of.serviceId };
    move(productId, -units, costOf(stocks.get(productId)!, -units), at, source, { reason, ...ids });
  };
  const count = ({ key, off = 0 }: Kept, countId: string, at: Date): Row => {
    const productId = productIdOf(business, key);
    const stock = stocks.get(productId)!;
    const expected = stock.onHand;
    const change = Math.max(off, -expected);
    const source = `count ${countId} ${productId}`;
    if (change !== 0)
      move(productId, change, costOf(stock, change), at, source, { reason: "counted", count_id: countId });
    return {
      ...{ tenant_id, count_id: countId, product_id: productId, counted: expected + change, expected },
      ...{ counted_by: userId, counted_at: at },
    };
  };
  return { rows, stocks, deliver, take, count };
}
