import { sql } from "drizzle-orm";
import type { z } from "zod";
import { isDuplicate } from "@/db/errors";
import { stockCounts } from "@/db/schema/inventory";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { countLineInput, discardCountInput, finishCountInput } from "./input";
import { lockShelves, moveStock } from "./internal/move-stock";

export type CountRefusal =
  | { refusal: "unknown_count" }
  | { refusal: "count_finished" }
  | { refusal: "not_counted" }
  /** Typed before somebody else counted it, and sent after. */
  | { refusal: "counted_since" }
  | { refusal: "nothing_counted" };

const memberId = ({ actor }: Scope) => (actor.kind === "member" ? actor.userId : null);

/** Begins one, unless one is open: then that is it. */
export async function startCount(scope: Scope): Promise<Result<{ id: string }, never>> {
  const { tenantId, tx } = scope;
  const open = await openCount(scope);
  if (open) return ok(open);
  const id = newId();
  try {
    await tx.transaction(async (savepoint) => {
      await savepoint.insert(stockCounts).values({ tenantId, id, startedBy: memberId(scope), startedAt: now() });
    });
  } catch (error) {
    if (!isDuplicate(error, "stock_counts_open")) throw error;
    return ok((await openCount(scope))!);
  }
  recordEvent(scope, { name: "stock.counted", countId: id });
  return ok({ id });
}

async function openCount({ tx, tenantId }: Scope): Promise<{ id: string } | null> {
  const [open] = await tx.execute<{ id: string }>(sql`
    select id from stock_counts where tenant_id = ${tenantId} and finished_at is null`);
  return open ?? null;
}

/** So many lay there. How many there should have been is kept as of the moment at which it was typed, and told to nobody yet. */
export async function countProduct(
  scope: Scope,
  { countId, productId, counted, agoMs }: z.output<typeof countLineInput>,
): Promise<Result<{ productId: string }, CountRefusal>> {
  const open = await lockCount(scope, countId);
  if (!open.ok) return open;
  const shelf = (await lockShelves(scope, [productId])).get(productId);
  if (!shelf) return refuse("not_counted");
  const { tenantId, tx } = scope;
  const at = new Date(now().getTime() - agoMs).toISOString();
  const written = await tx.execute(sql`
    insert into stock_count_lines (tenant_id, count_id, product_id, counted, expected, counted_by, counted_at)
    values (${tenantId}, ${countId}, ${productId}, ${counted}, ${shelf.onHand} - coalesce((
      select sum(change) from stock_movements where tenant_id = ${tenantId} and product_id = ${productId} and at > ${at}), 0),
      ${memberId(scope)}, ${at})
    on conflict (tenant_id, count_id, product_id) do update set counted = excluded.counted,
      expected = excluded.expected, counted_by = excluded.counted_by, counted_at = excluded.counted_at
      where stock_count_lines.counted_at <= excluded.counted_at
    returning product_id`);
  if (written.length === 0) return refuse("counted_since");
  recordEvent(scope, { name: "stock.counted", countId });
  return ok({ productId });
}

/** What was found more or less than there should have been is written down, once. What has moved since the count stays. */
export async function finishCount(
  scope: Scope,
  { countId, note }: z.output<typeof finishCountInput>,
): Promise<Result<{ id: string }, CountRefusal>> {
  const open = await lockCount(scope, countId);
  if (!open.ok) return open.refusal === "count_finished" ? ok({ id: countId }) : open;
  const { tenantId, tx } = scope;
  const lines = await tx.execute<{ productId: string; off: number }>(sql`
    select product_id as "productId", counted - expected as off from stock_count_lines
    where tenant_id = ${tenantId} and count_id = ${countId} order by product_id`);
  if (lines.length === 0) return refuse("nothing_counted");
  const shelves = await lockShelves(
    scope,
    lines.map(({ productId }) => productId),
  );
  await moveStock(
    scope,
    shelves,
    lines.map(({ productId, off }) => ({
      ...{ productId, countId, change: off, source: `count ${countId} ${productId}` },
      reason: "counted" as const,
    })),
  );
  await tx.execute(sql`
    update stock_counts set finished_at = ${now().toISOString()}, finished_by = ${memberId(scope)}, note = ${note}
    where tenant_id = ${tenantId} and id = ${countId}`);
  await recordAudit(scope, {
    action: "stock.counted",
    entity: "stock",
    entityId: countId,
    after: {
      products: lines.length,
      different: lines.filter(({ off }) => off !== 0).length,
      ...(note ? { note } : {}),
    },
  });
  recordEvent(scope, { name: "stock.counted", countId });
  return ok({ id: countId });
}

/** Begun in error, or lain for weeks: nothing of it counts. */
export async function discardCount(
  scope: Scope,
  { countId }: z.output<typeof discardCountInput>,
): Promise<Result<{ id: string }, CountRefusal>> {
  const open = await lockCount(scope, countId);
  if (!open.ok) return open;
  const { tenantId, tx } = scope;
  await tx.execute(sql`delete from stock_count_lines where tenant_id = ${tenantId} and count_id = ${countId}`);
  await tx.execute(sql`
    update stock_counts set finished_at = ${now().toISOString()}, finished_by = ${memberId(scope)}, note = 'Thrown away'
    where tenant_id = ${tenantId} and id = ${countId}`);
  await recordAudit(scope, { action: "stock.count_discarded", entity: "stock", entityId: countId });
  recordEvent(scope, { name: "stock.counted", countId });
  return ok({ id: countId });
}

async function lockCount({ tx, tenantId }: Scope, id: string): Promise<Result<null, CountRefusal>> {
  const [row] = await tx.execute<{ finished: boolean }>(sql`
    select finished_at is not null as finished from stock_counts where tenant_id = ${tenantId} and id = ${id} for update`);
  if (!row) return refuse("unknown_count");
  return row.finished ? refuse("count_finished") : ok(null);
}
