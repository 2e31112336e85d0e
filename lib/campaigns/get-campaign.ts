import { type SQL, sql } from "drizzle-orm";
import { headOf, writePosition } from "@/lib/tenancy/head";
import type { Scope } from "@/lib/tenancy/scope";
import { type Campaign, readCampaigns } from "./internal/campaign-rows";
import { type Counts, countsOf, none } from "./internal/counts";
import { bookedWithinDays } from "./rules";

type Stored = { [K in keyof Results]: string };

/** What came after it; not because of it, which nobody can know. */
export type Results = {
  /** Customers who booked, and how many bookings they made. */
  bookers: number;
  bookings: number;
  codes: number;
  redeemed: number;
  /** Paid in the sales in which codes were used. */
  moneyMinor: number;
  offMinor: number;
  currency: string;
};
export type CampaignFacts = Campaign & { counts: Counts; results: Results; position: string };

/** One of them, how far it is and what came after; null when there is none. */
export async function getCampaign(scope: Scope, id: string): Promise<CampaignFacts | null> {
  const head = await headOf(scope);
  const [campaign] = await readCampaigns(scope, sql`k.id = ${id}`);
  if (!campaign) return null;
  const counts = (await countsOf(scope, [id])).get(id) ?? none();
  const written = sql`(select r.customer_id, r.written_at, r.message_id, r.voucher_id from campaign_recipients r
    where r.tenant_id = ${scope.tenantId} and r.campaign_id = ${id} and r.outcome = 'written')`;
  return { ...campaign, counts, results: await resultsOf(scope, written), position: writePosition(head) };
}

/** `written`: whom, when, by which message and with which code. */
export async function resultsOf({ tx, tenantId }: Scope, written: SQL): Promise<Results> {
  const [row] = await tx.execute<Stored>(sql`
    with written as ${written}, booked as (
      select b.customer_id from written w
      join messages m on m.tenant_id = ${tenantId} and m.id = w.message_id and m.status in ('sent', 'delivered')
      join bookings b on b.tenant_id = ${tenantId} and b.customer_id = w.customer_id and b.created_at >= w.written_at
        and b.created_at < w.written_at + make_interval(days => ${bookedWithinDays})
        and b.status not in ('held', 'rejected', 'expired', 'cancelled')
    ), codes as (
      select v.status, v.off_minor, s.total_minor from written w
      join messages m on m.tenant_id = ${tenantId} and m.id = w.message_id and m.status in ('sent', 'delivered')
      join vouchers v on v.tenant_id = ${tenantId} and v.id = w.voucher_id and v.status <> 'cancelled'
      left join sales s on s.tenant_id = ${tenantId} and s.id = v.sale_id and s.status = 'closed'
    )
    select (select count(distinct customer_id) from booked) as bookers, (select count(*) from booked) as bookings,
      (select count(*) from codes) as codes, (select count(*) from codes where status = 'redeemed') as redeemed,
      (select coalesce(sum(total_minor), 0) from codes) as "moneyMinor", (select coalesce(sum(off_minor), 0) from codes) as "offMinor",
      (select currency from tenants where id = ${tenantId}) as currency`);
  const { bookers, bookings, codes, redeemed, moneyMinor, offMinor, currency } = row!;
  return {
    ...{ bookers: Number(bookers), bookings: Number(bookings), codes: Number(codes), redeemed: Number(redeemed) },
    ...{ moneyMinor: Number(moneyMinor), offMinor: Number(offMinor), currency },
  };
}
