import { sql } from "drizzle-orm";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { expirePoints, lotsOf } from "./expire-points";
import { lockBalances, type PointsEntry, writePoints } from "./internal/points";
import { leftByTime } from "./reckon";

type Way = { from: string; to: string; cause: string };
type Part = { points: number; visits: number; expiresAt: Date | null };

/** Two customers are one: what one of them has left is the other's, and runs out when it would have. */
export async function movePoints(scope: Scope, way: Way): Promise<void> {
  await lockBalances(scope, [way.from, way.to]);
  const { points, visits } = await expirePoints(scope, { customerId: way.from });
  const left = leftByTime(await lotsOf(scope, way.from), points, now());
  const [first = { points: 0, expiresAt: null }, ...rest] = left;
  const parts = [{ ...first, visits }, ...rest.map((part) => ({ ...part, visits: 0 }))];
  await write(scope, `merge ${way.cause}`, way, parts);
}

/** They were two after all: what went over goes back, as far as it is there. */
export async function movePointsBack(scope: Scope, way: Way): Promise<void> {
  await lockBalances(scope, [way.from, way.to]);
  let left = await expirePoints(scope, { customerId: way.from });
  const went = await scope.tx.execute<{ points: number; visits: number; expiresAt: string | null }>(sql`
    select points, visits, expires_at as "expiresAt" from points_entries
    where tenant_id = ${scope.tenantId} and customer_id = ${way.from} and source like ${`merge ${way.cause} to %`}
      and (expires_at is null or expires_at > ${now().toISOString()} or visits <> 0)
    order by expires_at desc nulls first, id`);
  const parts = went.map(({ points, visits, expiresAt }) => {
    const until = expiresAt ? new Date(expiresAt) : null;
    const stands = until === null || until > now();
    const part = {
      points: Math.min(stands ? points : 0, left.points),
      visits: Math.min(visits, left.visits),
      expiresAt: stands ? until : null,
    };
    left = { points: left.points - part.points, visits: left.visits - part.visits };
    return part;
  });
  await write(scope, `parted ${way.cause}`, way, parts);
}

async function write(scope: Scope, source: string, { from, to }: Way, parts: readonly Part[]): Promise<void> {
  const entries: PointsEntry[] = [
    ...parts.map(({ points, visits, ...part }, nth) => ({
      ...{ ...part, customerId: from, kind: "move" as const, source: `${source} from ${nth}` },
      ...{ points: -points, visits: -visits },
    })),
    ...parts.map((part, nth) => ({ ...part, customerId: to, kind: "move" as const, source: `${source} to ${nth}` })),
  ];
  await writePoints(
    scope,
    entries.filter(({ points, visits }) => points !== 0 || visits !== 0),
  );
}
