import { type SQL, sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";
import { bookedAfter, codeUsed, sentBetween } from "./sent-between";

/** What came after the messages of a campaign, or of all of them; not because of them, which nobody can know. */
export type ResultsBetween = {
  /** Which period; see `periods`. */
  nth: number;
  /** Null for all of them together: whoever booked after two is one booking. */
  campaignId: string | null;
  name: string | null;
  sent: number;
  delivered: number;
  bookings: number;
  redeemed: number;
  moneyMinor: number;
  offMinor: number;
};

type Row = Omit<ResultsBetween, "moneyMinor" | "offMinor"> & Record<"moneyMinor" | "offMinor", string>;

/** Of what was written in these periods, by campaign and in all. `periods`: rows `p` with `nth`, `starts` and `ends`. */
export async function resultsBetween({ tx, tenantId }: Scope, periods: SQL): Promise<ResultsBetween[]> {
  const rows = await tx.execute<Row>(sql`
    with sent as (${sentBetween(tenantId, periods)}),
    messages_of as (
      select nth, campaign_id, count(*)::int as sent, (count(*) filter (where status = 'delivered'))::int as delivered
      from sent group by grouping sets ((nth, campaign_id), (nth))),
    booked as (
      select w.nth, w.campaign_id, count(distinct b.id)::int as bookings from sent w
      join bookings b on b.tenant_id = ${tenantId} and ${bookedAfter}
      group by grouping sets ((w.nth, w.campaign_id), (w.nth))),
    used as (
      select w.nth, w.campaign_id, count(*)::int as redeemed, coalesce(sum(s.total_minor), 0) as money, sum(v.off_minor) as off
      from sent w ${codeUsed(tenantId)}
      group by grouping sets ((w.nth, w.campaign_id), (w.nth)))
    select k.nth, k.campaign_id as "campaignId", c.name, k.sent, k.delivered, coalesce(b.bookings, 0) as bookings,
      coalesce(u.redeemed, 0) as redeemed, coalesce(u.money, 0) as "moneyMinor", coalesce(u.off, 0) as "offMinor"
    from messages_of k left join campaigns c on c.tenant_id = ${tenantId} and c.id = k.campaign_id
    left join booked b on b.nth = k.nth and b.campaign_id is not distinct from k.campaign_id
    left join used u on u.nth = k.nth and u.campaign_id is not distinct from k.campaign_id
    order by k.nth, c.started_at desc nulls first, c.id`);
  return rows.map(({ moneyMinor, offMinor, ...row }) => ({
    ...row,
    moneyMinor: Number(moneyMinor),
    offMinor: Number(offMinor),
  }));
}
