import { sql } from "drizzle-orm";
import { actorMay } from "@/lib/auth/actor-may";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { lockShelves, type Move, moveStock, type Shelf } from "./internal/move-stock";
import { share } from "./rules";

/** There is less than that; whoever may says that it is sold all the same. */
export type NotEnough = { refusal: "not_enough"; what: string; left: number };

type Sold = { productId: string | null; quantity: number };
type Why = "sold" | "given";
/** What is owed to a sale for one reason is never settled by what goes for another. */
const keyOf = (productId: string, why: Why) => `${why} ${productId}`;
const backOf = { sold: "returned", given: "given_back" } as const;
/** What a sale takes off the shelf, which nobody else moves until this transaction ends. */
export type Taken = { shelves: ReadonlyMap<string, Shelf>; moves: Omit<Move, "saleId" | "source">[]; nth: number };

/**
 * What has to come off the shelf, or back onto it, so that a sale has taken what its lines say. Looked at before the sale is
 * written; `takeFromShelf` writes it. Below nothing only by who may, who says so. `gift`: what its voucher gives for nothing.
 */
export async function lookAtShelf(
  scope: Scope,
  {
    saleId,
    lines,
    gift,
    below,
  }: { saleId: string | null; lines: readonly Sold[]; gift?: string | null | undefined; below: boolean },
): Promise<Result<Taken, NotEnough>> {
  const wanted = new Map<string, number>();
  const want = (key: string, quantity: number) => wanted.set(key, (wanted.get(key) ?? 0) + quantity);
  for (const { productId, quantity } of lines) if (productId) want(keyOf(productId, "sold"), quantity);
  if (gift) want(keyOf(gift, "given"), 1);
  const written = saleId ? await writtenFor(scope, saleId) : nothingYet;
  const ids = [...new Set([...wanted.keys(), ...written.taken.keys()].map((key) => key.split(" ")[1]!))];
  const shelves = await lockShelves(scope, ids);
  const mayGoBelow = below && actorMay(scope.actor, "stock.below");
  const moves: Taken["moves"] = [];
  for (const [productId, { what, onHand }] of shelves) {
    let left = onHand;
    for (const why of ["sold", "given"] as const) {
      const key = keyOf(productId, why);
      const before = written.taken.get(key) ?? { units: 0, costMinor: 0 };
      const change = before.units - (wanted.get(key) ?? 0);
      if (change === 0) continue;
      if (change < 0 && left + change < 0 && !mayGoBelow)
        return refuse("not_enough", { what, left: Math.max(0, left) });
      left += change;
      moves.push(
        change < 0
          ? { productId, change, reason: why }
          : { productId, change, reason: backOf[why], wentForMinor: share(before.costMinor, change, before.units) },
      );
    }
  }
  return ok({ shelves, moves, nth: written.nth });
}

/** Writes what was looked at, of a sale that is there. */
export const takeFromShelf = (scope: Scope, saleId: string, { shelves, moves, nth }: Taken): Promise<void> =>
  moveStock(
    scope,
    shelves,
    moves.map((move, more) => ({ ...move, saleId, source: `sale ${saleId} ${nth + more}` })),
  );

type Before = { taken: Map<string, { units: number; costMinor: number }>; nth: number };
const nothingYet: Before = { taken: new Map(), nth: 0 };

/** What the sale has by now, with what that cost as it went. */
async function writtenFor({ tx, tenantId }: Scope, saleId: string): Promise<Before> {
  const rows = await tx.execute<{ productId: string; why: Why; units: number; cost: string; nth: number }>(sql`
    select product_id as "productId", case when reason in ('given', 'given_back') then 'given' else 'sold' end as why,
      (-sum(change))::int as units, count(*)::int as nth, -sum(cost_minor) filter (where reason <> 'revalued') as cost
    from stock_movements where tenant_id = ${tenantId} and sale_id = ${saleId} group by 1, 2`);
  return {
    taken: new Map(
      rows.map(({ productId, why, units, cost }) => [keyOf(productId, why), { units, costMinor: Number(cost) }]),
    ),
    nth: rows.reduce((sum, row) => sum + row.nth, 0),
  };
}
