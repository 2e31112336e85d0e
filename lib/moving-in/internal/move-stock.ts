import { recipeItems, stockItems, stockMovements } from "@/db/schema/inventory";
import { products } from "@/db/schema/till";
import { localDate } from "@/lib/platform/calendar";
import type { OldRow } from "../dump";
import { minorOf } from "./move-offers";
import { type Old, oldProduct, oldRecipe } from "./old-models";
import { adjust, bringRow, idHere, type Move, madeId, newIdOf, put, refuseRow, take } from "./tally";

/** What there is of a product is the first thing that came in of it; how it came and went before is not brought. */
export async function moveStock(move: Move): Promise<void> {
  const { scope, at, timeZone, currency } = move;
  const { tenantId } = scope;
  const brought = take(move, "product", oldProduct).flatMap(({ row, it }) => {
    if (it.price.minor < 0 || it.cost_price.minor < 0) {
      refuseRow(move, row, "has a price below nothing");
      return [];
    }
    bringRow(move, row);
    return [{ id: idHere(row), it, priceMinor: minorOf(move, row, it.price, "its price"), ...shelfOf(move, row, it) }];
  });
  await put(
    scope,
    products,
    brought.map(({ id, it, priceMinor }) => ({
      ...{
        tenantId,
        id,
        name: it.name || it.sku || "Unnamed",
        priceMinor,
        currency,
        active: it.is_active,
        createdAt: at,
      },
    })),
  );
  await put(
    scope,
    stockItems,
    brought.map(({ id, it, onHand, costMinor }) => ({
      ...{ tenantId, productId: id, unit: "piece" as const, onHand, valueMinor: onHand * costMinor, createdAt: at },
      ...{ reorderLevel: Math.max(0, it.reorder_level), lastCostMinor: costMinor, lastUnits: 1 },
    })),
  );
  const day = localDate(at, timeZone);
  await put(
    scope,
    stockMovements,
    brought
      .filter(({ onHand }) => onHand > 0)
      .map(({ id, onHand, costMinor }) => ({
        ...{
          tenantId,
          id: madeId(`opening ${id}`),
          productId: id,
          reason: "received" as const,
          change: onHand,
          at,
          day,
        },
        ...{ costMinor: onHand * costMinor, onHandAfter: onHand, below: false, source: `opening ${id}` },
        note: "What was there when the business moved in",
      })),
  );
  await put(scope, recipeItems, recipesOf(move));
}

function shelfOf(move: Move, row: OldRow, { current_stock, cost_price }: Old<typeof oldProduct>) {
  const costMinor = minorOf(move, row, cost_price, "its cost");
  if (current_stock < 0)
    adjust(
      move,
      row,
      { measure: "stock", amount: -current_stock * costMinor },
      `${current_stock} are none: counted as 0`,
    );
  return { onHand: Math.max(0, current_stock), costMinor };
}

function recipesOf(move: Move) {
  const seen = new Map<string, typeof recipeItems.$inferInsert>();
  for (const { row, it } of take(move, "serviceproductconsumption", oldRecipe)) {
    const [serviceId, productId] = [newIdOf(move, "service", it.service), newIdOf(move, "product", it.product)];
    const key = `${serviceId} ${productId}`;
    if (!serviceId || !productId) refuseRow(move, row, "names a service or a product that did not come in");
    else if (it.quantity < 1 || it.quantity > 100_000) refuseRow(move, row, `uses ${it.quantity}`);
    else if (seen.has(key)) refuseRow(move, row, "says the same as another row");
    else {
      seen.set(key, { tenantId: move.scope.tenantId, serviceId, productId, quantity: it.quantity });
      bringRow(move, row);
    }
  }
  return [...seen.values()];
}
