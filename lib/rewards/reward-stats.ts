import { sql } from "drizzle-orm";
import { addMonths, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { headOf, writePosition } from "@/lib/tenancy/head";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";

export type RewardStats = {
  /** Rewards that there are, and those that can be had. */
  created: number;
  active: number;
  /** Codes: turned in for, given, waiting to be used, used. */
  claimed: number;
  given: number;
  pending: number;
  redeemed: number;
  /** Points that customers hold. */
  points: number;
  /** The last six months of the house's calendar, the oldest first. */
  months: { month: string; claimed: number; redeemed: number; offMinor: number }[];
  mostRedeemed: { rewardId: string; name: string; redeemed: number }[];
  currency: string;
  position: string;
};

const shownMonths = 6;

export async function rewardStats(scope: Scope): Promise<RewardStats> {
  const head = await headOf(scope);
  const { tx, tenantId } = scope;
  const { timeZone, currency } = await houseOf(scope);
  const thisMonth = `${localDate(now(), timeZone).slice(0, 7)}-01`;
  const first = addMonths(thisMonth, 1 - shownMonths);
  const since = sql`${first}::timestamp at time zone ${timeZone}`;
  const [[sums], byMonth, mostRedeemed] = await Promise.all([
    tx.execute<Record<"created" | "active" | "claimed" | "given" | "pending" | "redeemed" | "points", number>>(sql`
      select r.created, r.active, v.*, (select coalesce(sum(points), 0)::int from points_balances
        where tenant_id = ${tenantId}) as points
      from (select count(*)::int as created, (count(*) filter (where active))::int as active
        from rewards where tenant_id = ${tenantId}) r,
      (select (count(*) filter (where origin = 'claimed'))::int as claimed,
        (count(*) filter (where origin <> 'claimed'))::int as given,
        (count(*) filter (where status = 'pending'))::int as pending,
        (count(*) filter (where status = 'redeemed'))::int as redeemed
        from vouchers where tenant_id = ${tenantId}) v`),
    tx.execute<{ month: string; claimed: number; redeemed: number; off: string }>(sql`
      select to_char(at at time zone ${timeZone}, 'YYYY-MM') as month, (count(*) filter (where is_new))::int as claimed,
        (count(*) filter (where not is_new))::int as redeemed, sum(off) as off
      from (select created_at as at, true as is_new, 0 as off from vouchers
          where tenant_id = ${tenantId} and created_at >= ${since}
        union all select redeemed_at, false, off_minor from vouchers
          where tenant_id = ${tenantId} and redeemed_at >= ${since}) v
      group by 1`),
    tx.execute<{ rewardId: string; name: string; redeemed: number }>(sql`
      select r.id as "rewardId", r.name, count(*)::int as redeemed from vouchers v
      join rewards r on r.tenant_id = v.tenant_id and r.id = v.reward_id
      where v.tenant_id = ${tenantId} and v.status = 'redeemed'
      group by r.id, r.name order by redeemed desc, r.name, r.id limit 5`),
  ]);
  const months = Array.from({ length: shownMonths }, (_, nth) => addMonths(first, nth).slice(0, 7));
  return {
    ...sums!,
    months: months.map((month) => {
      const { claimed = 0, redeemed = 0, off = 0 } = byMonth.find((row) => row.month === month) ?? {};
      return { month, claimed, redeemed, offMinor: Number(off ?? 0) };
    }),
    mostRedeemed: [...mostRedeemed],
    currency,
    position: writePosition(head),
  };
}
