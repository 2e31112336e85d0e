import { sql } from "drizzle-orm";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";
import { lockBalance, writePoints } from "./internal/points";
import { goneBy, type Lot } from "./reckon";
import type { Balance } from "./rules";

/** What of somebody's points has run out by now is taken off, and what they have after that, locked. */
export async function expirePoints(scope: Scope, { customerId }: { customerId: string }): Promise<Balance> {
  const balance = await lockBalance(scope, customerId);
  const gone = Math.min(balance.points, goneBy(await lotsOf(scope, customerId), now()));
  if (gone === 0) return balance;
  await writePoints(scope, [{ customerId, kind: "expire", points: -gone, source: `expire ${newId()}` }]);
  return { ...balance, points: balance.points - gone };
}

/** All that somebody got and gave, the oldest first. */
export async function lotsOf({ tx, tenantId }: Scope, customerId: string): Promise<Lot[]> {
  const rows = await tx.execute<Omit<Lot, "expiresAt"> & { expiresAt: string | null }>(sql`
    select points, kind = 'move' as moved, sale_id as "saleId", expires_at as "expiresAt" from points_entries
    where tenant_id = ${tenantId} and customer_id = ${customerId} and points <> 0 order by created_at, id`);
  return rows.map(({ expiresAt, ...row }) => ({ ...row, expiresAt: expiresAt ? new Date(expiresAt) : null }));
}
