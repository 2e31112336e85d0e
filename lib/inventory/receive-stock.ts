import type { z } from "zod";
import { recordAudit } from "@/lib/auth/audit";
import { newId } from "@/lib/platform/ids";
import { type KeyReused, once } from "@/lib/platform/once";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { adjustInput, receiveInput } from "./input";
import { lockShelves, moveStock } from "./internal/move-stock";

export type StockRefusal =
  | { refusal: "not_counted" }
  /** There is less than that; nothing is silently taken below nothing. */
  | { refusal: "not_enough"; left: number };

type Moved = Promise<Result<{ onHand: number }, StockRefusal | KeyReused>>;

/** So many came in, for so much. */
export async function receiveStock(scope: Scope, wish: z.output<typeof receiveInput>): Moved {
  const shelves = await lockShelves(scope, [wish.productId]);
  const shelf = shelves.get(wish.productId);
  if (!shelf) return refuse("not_counted");
  return once<{ onHand: number }, StockRefusal>(scope, "stock-received", wish, async () => {
    const { productId, units, costMinor, note } = wish;
    const source = `received ${newId()}`;
    await moveStock(scope, shelves, [{ productId, reason: "received", change: units, costMinor, note, source }]);
    return ok({ onHand: shelf.onHand + units });
  });
}

/** Something broke, was used up, lost, or turned up, with why. */
export async function adjustStock(scope: Scope, wish: z.output<typeof adjustInput>): Moved {
  const shelves = await lockShelves(scope, [wish.productId]);
  const shelf = shelves.get(wish.productId);
  if (!shelf) return refuse("not_counted");
  return once<{ onHand: number }, StockRefusal>(scope, "stock-adjusted", wish, async () => {
    const { productId, reason, note } = wish;
    // What is damaged or used up goes, whichever way it was typed.
    const change = reason === "adjusted" ? wish.change : -Math.abs(wish.change);
    if (change < 0 && shelf.onHand + change < 0) return refuse("not_enough", { left: shelf.onHand });
    await moveStock(scope, shelves, [{ productId, reason, change, note, source: `adjusted ${newId()}` }]);
    await recordAudit(scope, {
      action: "stock.adjusted",
      entity: "product",
      entityId: productId,
      before: { onHand: shelf.onHand },
      after: { onHand: shelf.onHand + change, reason, note },
    });
    return ok({ onHand: shelf.onHand + change });
  });
}
