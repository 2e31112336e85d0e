import { sql } from "drizzle-orm";
import type { PointsKind } from "@/db/schema/rewards";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { lotsOf } from "./expire-points";
import { nextToGo } from "./reckon";
import type { Balance } from "./rules";

export type PointsRow = {
  id: string;
  kind: PointsKind;
  points: number;
  visits: number;
  at: string;
  /** What it was for: a reward, or what whoever wrote it by hand said. */
  what: string;
  saleNumber: number | null;
};
export type PointsPage = { rows: PointsRow[]; nextCursor: string | null };

const pageSize = 20;

/** How somebody's points came and went, the newest first. */
export async function listPoints(
  { tx, tenantId }: Scope,
  customerId: string,
  cursor?: string | undefined,
): Promise<PointsPage> {
  const [at = null, id = null] = cursor?.split(" ") ?? [];
  const rows = await tx.execute<PointsRow>(sql`
    select e.id, e.kind, e.points, e.visits, to_char(e.created_at at time zone 'utc', ${isoShape}) as at,
      coalesce(v.name, e.reason) as what, s.number as "saleNumber"
    from points_entries e
    left join vouchers v on v.tenant_id = e.tenant_id and v.id = e.voucher_id
    left join sales s on s.tenant_id = e.tenant_id and s.id = e.sale_id
    where e.tenant_id = ${tenantId} and e.customer_id = ${customerId}
      and (${at}::timestamptz is null or (e.created_at, e.id) < (${at}::timestamptz, ${id}::uuid))
    order by e.created_at desc, e.id desc limit ${pageSize + 1}`);
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return { rows: page, nextCursor: rows.length > pageSize && last ? `${last.at} ${last.id}` : null };
}

/** To the microsecond, as Postgres keeps it: a cursor that is rounded skips or repeats. */
const isoShape = 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"';

export async function balanceOf({ tx, tenantId }: Scope, customerId: string): Promise<Balance> {
  const [row] = await tx.execute<Balance>(sql`
    select points, visits from points_balances where tenant_id = ${tenantId} and customer_id = ${customerId}`);
  return row ?? { points: 0, visits: 0 };
}

export type Standing = Balance & { runsOut: { at: string; points: number } | null };

/** What somebody has, and what of it runs out next. */
export async function pointsStanding(scope: Scope, customerId: string): Promise<Standing> {
  const [balance, lots] = await Promise.all([balanceOf(scope, customerId), lotsOf(scope, customerId)]);
  const next = nextToGo(lots, now());
  return { ...balance, runsOut: next && { at: next.at.toISOString(), points: Math.min(next.points, balance.points) } };
}
