import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";
import { lockShelves, type Move, moveStock } from "./internal/move-stock";
import { share } from "./rules";

type Line = { lineId: string; serviceId: string; productId: string; quantity: number };
type Written = { lineId: string; serviceId: string; productId: string; used: number; costMinor: number; nth: number };

/**
 * A visit was done, taken back or put right: what its services use is compared with what has been written for it, and the
 * difference is written. Safe to run again, and in any order. A visit is never refused: what was used was used, and a shelf
 * that says less is marked.
 */
export async function useInVisit(scope: Scope, about: { bookingId: string } | { visitId: string }): Promise<void> {
  const { tenantId, tx } = scope;
  const which = "visitId" in about ? sql`id = ${about.visitId}` : sql`booking_id = ${about.bookingId}`;
  const [visit] = await tx.execute<{ id: string; done: boolean }>(sql`
    select id, completed_at is not null and voided_at is null as done from visits
    where tenant_id = ${tenantId} and ${which} for update`);
  if (!visit) return;
  const rows = await tx.execute<Omit<Written, "costMinor"> & { cost: string }>(sql`
    select visit_line_id as "lineId", min(service_id::text) as "serviceId", product_id as "productId",
      (-sum(change))::int as used, -sum(cost_minor) filter (where reason <> 'revalued') as cost, count(*)::int as nth
    from stock_movements where tenant_id = ${tenantId} and visit_id = ${visit.id}
    group by visit_line_id, product_id`);
  const written = rows.map(({ cost, ...row }): Written => ({ ...row, costMinor: Number(cost) }));
  const wanted = visit.done ? await usedBy(scope, visit.id, written) : [];
  const moves = differences(visit.id, wanted, written);
  await moveStock(scope, await lockShelves(scope, [...new Set(moves.map(({ productId }) => productId))]), moves);
}

/** By line: one that is written and still of the same service keeps what was written, whatever the recipe says by now. */
async function usedBy({ tx, tenantId }: Scope, visitId: string, written: readonly Written[]): Promise<Line[]> {
  const rows = await tx.execute<{ lineId: string; serviceId: string; productId: string | null; quantity: number }>(sql`
    select l.id as "lineId", l.service_id as "serviceId", r.product_id as "productId", r.quantity from visit_lines l
    left join recipe_items r on r.tenant_id = l.tenant_id and r.service_id = l.service_id
    where l.tenant_id = ${tenantId} and l.visit_id = ${visitId} order by l.id, r.product_id`);
  const services = new Map(rows.map(({ lineId, serviceId }) => [lineId, serviceId]));
  const kept = written.filter(({ lineId, serviceId, used }) => used > 0 && services.get(lineId) === serviceId);
  const settled = new Set(kept.map(({ lineId }) => lineId));
  return [
    ...kept.map(({ used, ...line }) => ({ ...line, quantity: used })),
    ...rows.flatMap(({ productId, ...row }) => (productId && !settled.has(row.lineId) ? [{ ...row, productId }] : [])),
  ];
}

function differences(visitId: string, wanted: readonly Line[], written: readonly Written[]): Move[] {
  const keyOf = ({ lineId, productId }: Line | Written) => `${lineId} ${productId}`;
  const before = new Map(written.map((one) => [keyOf(one), one]));
  const after = new Map(wanted.map((one) => [keyOf(one), one]));
  return [...new Map<string, Line | Written>([...before, ...after])].map(([key, { lineId, serviceId, productId }]) => {
    const { used, costMinor, nth } = before.get(key) ?? { used: 0, costMinor: 0, nth: 0 };
    const change = used - (after.get(key)?.quantity ?? 0);
    return {
      ...{ productId, visitId, visitLineId: lineId, serviceId, change },
      reason: "used" as const,
      // What comes back is worth what it was as it went, whatever has come in since.
      ...(change > 0 ? { wentForMinor: share(costMinor, change, used) } : {}),
      source: `visit ${visitId} line ${lineId} ${productId} ${nth}`,
    };
  });
}
