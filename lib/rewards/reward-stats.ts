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
  const monthOf = (column: "created_at" | "redeemed_at") =>
    sql`to_char(${sql.raw(column)} at time zone ${timeZone}, 'YYYY-MM')`;
  const since = sql`${first}::timestamp at time zone ${timeZone}`;
  const [[sums], claimed, used, mostRedeemed] = await Promise.all([
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
    tx.execute<{ month: string; n: number }>(sql`
      select ${monthOf("created_at")} as month, count(*)::int as n from vouchers
      where tenant_id = ${tenantId} and created_at >= ${since} group by 1`),
    tx.execute<{ month: string; n: number; off: string }>(sql`
      select ${monthOf("redeemed_at")} as month, count(*)::int as n, sum(off_minor) as off from vouchers
      where tenant_id = ${tenantId} and redeemed_at >= ${since} group by 1`),
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
      const came = claimed.find((row) => row.month === month);
      const went = used.find((row) => row.month === month);
      return { month, claimed: came?.n ?? 0, redeemed: went?.n ?? 0, offMinor: Number(went?.off ?? 0) };
    }),
    mostRedeemed: [...mostRedeemed],
    currency,
    position: writePosition(head),
  };
}
