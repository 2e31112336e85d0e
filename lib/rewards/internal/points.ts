import { sql } from "drizzle-orm";
import { type PointsKind, pointsEntries } from "@/db/schema/rewards";
import { planDues } from "@/lib/events/plan-due";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";
import type { Balance } from "../rules";

/**
 * What these people have, which nobody else changes until this transaction ends. Several in the order of their ids, so that
 * two who lock the same never wait for one another.
 */
export async function lockBalances(
  { tx, tenantId }: Scope,
  customerIds: readonly string[],
): Promise<Map<string, Balance>> {
  const ids = `{${[...new Set(customerIds)].sort().join(",")}}`;
  await tx.execute(sql`
    insert into points_balances (tenant_id, customer_id) select ${tenantId}, id from unnest(${ids}::uuid[]) as id order by id
    on conflict do nothing`);
  const rows = await tx.execute<Balance & { id: string }>(sql`
    select customer_id as id, points, visits from points_balances
    where tenant_id = ${tenantId} and customer_id = any(${ids}::uuid[]) order by customer_id for update`);
  return new Map(rows.map(({ id, points, visits }) => [id, { points, visits }]));
}

export async function lockBalance(scope: Scope, customerId: string): Promise<Balance> {
  return (await lockBalances(scope, [customerId])).get(customerId)!;
}

export type PointsEntry = {
  customerId: string;
  kind: PointsKind;
  points: number;
  visits?: number;
  source: string;
  saleId?: string;
  voucherId?: string;
  baseMinor?: number;
  expiresAt?: Date | null;
  reason?: string;
};

/** Writes entries of people whose balance is locked, plans when they run out, and tells of each of them. */
export async function writePoints(scope: Scope, entries: readonly PointsEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const { actor, tenantId, tx } = scope;
  const rows = entries.map((entry) => ({
    ...entry,
    tenantId,
    id: newId(),
    byUserId: actor.kind === "member" ? actor.userId : null,
    createdAt: now(),
  }));
  await tx.insert(pointsEntries).values(rows);
  await planDues(
    scope,
    entries.flatMap(({ customerId, points, expiresAt }) =>
      points > 0 && expiresAt ? [{ kind: "expire_points" as const, at: expiresAt, payload: { customerId } }] : [],
    ),
  );
  for (const { id, customerId, kind, points } of rows)
    recordEvent(scope, { name: "points.changed", entryId: id, customerId, kind, points });
}

/** So many entries have been written by one source; the next one is that one's nth. */
export async function entriesOfSale({ tx, tenantId }: Scope, saleId: string) {
  return tx.execute<{
    kind: PointsKind;
    points: number;
    visits: number;
    baseMinor: string | null;
    expiresAt: string | null;
  }>(sql`
    select kind, points, visits, base_minor as "baseMinor", expires_at as "expiresAt" from points_entries
    where tenant_id = ${tenantId} and sale_id = ${saleId} and kind in ('earn', 'reverse') order by created_at, id`);
}
