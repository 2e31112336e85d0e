import { sql } from "drizzle-orm";
import { type StockReason, stockMovements } from "@/db/schema/inventory";
import { recordEvent } from "@/lib/events/record-event";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import { costOf, hasRunLow, revaluedBy, type Stock, squaredBy, type Unit } from "../rules";
import { tellLow } from "./tell-low";

export type Move = {
  productId: string;
  reason: StockReason;
  change: number;
  /** Of what came in with a price; otherwise it costs what the shelf says. */
  costMinor?: number;
  /** Of what comes back: what it had cost as it went. */
  wentForMinor?: number;
  source: string;
} & Partial<Record<"saleId" | "visitId" | "visitLineId" | "serviceId" | "countId" | "note", string | null>>;

export type Shelf = Stock & { productId: string; what: string; unit: Unit; reorderLevel: number | null };

/**
 * Of these products the ones that are counted, nobody else's to move until this transaction ends. Locked in one order, so
 * that two who take of the same shelves wait for one another. The last thing that a verb locks.
 */
export async function lockShelves({ tx, tenantId }: Scope, productIds: readonly string[]): Promise<Map<string, Shelf>> {
  if (productIds.length === 0) return new Map();
  const rows = await tx.execute<Shelf & { valueMinor: string; lastCostMinor: string }>(sql`
    select s.product_id as "productId", p.name as what, s.unit, s.on_hand as "onHand", s.value_minor as "valueMinor",
      s.last_cost_minor as "lastCostMinor", s.last_units as "lastUnits", s.reorder_level as "reorderLevel"
    from stock_items s join products p on p.tenant_id = s.tenant_id and p.id = s.product_id
    where s.tenant_id = ${tenantId} and s.product_id = any(${`{${productIds.join(",")}}`}::uuid[])
    order by s.product_id for update of s`);
  return new Map(
    rows.map((row) => [
      row.productId,
      { ...row, valueMinor: Number(row.valueMinor), lastCostMinor: Number(row.lastCostMinor) },
    ]),
  );
}

/** Writes what comes and goes, on shelves that are locked; products that are not counted are left alone. */
export async function moveStock(
  scope: Scope,
  shelves: ReadonlyMap<string, Shelf>,
  moves: readonly Move[],
): Promise<void> {
  const known = moves.filter(({ change, productId }) => change !== 0 && shelves.has(productId));
  if (known.length === 0) return;
  const { actor, tenantId, tx } = scope;
  const { timeZone } = await houseOf(scope);
  const at = now();
  const day = localDate(at, timeZone);
  const after = new Map(shelves);
  const rows = known.flatMap(({ costMinor, wentForMinor, ...move }) => {
    const shelf = after.get(move.productId)!;
    const cost = costMinor ?? wentForMinor ?? costOf(shelf, move.change);
    const revalued =
      costMinor !== undefined
        ? revaluedBy(shelf, move.change, costMinor)
        : wentForMinor !== undefined
          ? squaredBy(shelf, move.change, wentForMinor)
          : 0;
    const onHand = shelf.onHand + move.change;
    after.set(move.productId, {
      ...shelf,
      onHand,
      valueMinor: shelf.valueMinor + cost + revalued,
      ...(costMinor === undefined ? {} : { lastCostMinor: costMinor, lastUnits: move.change }),
    });
    const row = {
      ...move,
      ...{ tenantId, id: newId(), costMinor: cost, onHandAfter: onHand, at, day },
      below: onHand < 0 && move.change < 0,
      note: move.note ?? "",
      byUserId: actor.kind === "member" ? actor.userId : null,
    };
    if (revalued === 0) return row;
    const again = { id: newId(), reason: "revalued" as const, change: 0, costMinor: revalued, below: false };
    return [row, { ...row, ...again, source: `${move.source} revalued` }];
  });
  await tx.insert(stockMovements).values(rows);
  const touched = [...new Set(known.map(({ productId }) => productId))].map((id) => after.get(id)!);
  await tx.execute(sql`
    update stock_items s set on_hand = n."onHand", value_minor = n."valueMinor", last_cost_minor = n."lastCostMinor",
      last_units = n."lastUnits"
    from jsonb_to_recordset(${JSON.stringify(touched)}::text::jsonb)
      as n ("productId" uuid, "onHand" integer, "valueMinor" bigint, "lastCostMinor" bigint, "lastUnits" integer)
    where s.tenant_id = ${tenantId} and s.product_id = n."productId"`);
  for (const { productId, what, unit, onHand, reorderLevel } of touched) {
    recordEvent(scope, { name: "stock.moved", productId });
    if (hasRunLow(shelves.get(productId)!.onHand, onHand, reorderLevel))
      await tellLow(scope, { productId, what, unit, left: onHand });
  }
}
