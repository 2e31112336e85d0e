import { sql } from "drizzle-orm";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { headOf, writePosition } from "@/lib/tenancy/head";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import type { PeriodQuery } from "./input";
import { periodRows, withAgainst } from "./internal/period-rows";
import { periodOf } from "./period";
import type { ReferralFigures, ReferralsAnswer } from "./report-answers";

const mostLeaders = 10;

type Row = Record<"friends" | "referrers" | "converted" | "points" | "paid", string>;
type Leader = ReferralsAnswer["leaders"][number];

/** Who came by a friend's code in these days, and what came of it. */
export async function getReferrals(scope: Scope, query: PeriodQuery): Promise<ReferralsAnswer> {
  const { tx, tenantId } = scope;
  const head = await headOf(scope);
  const { currency, timeZone } = await houseOf(scope);
  const period = periodOf(query, localDate(now(), timeZone));
  const rows = await tx.execute<Row>(sql`
    select count(r.customer_id) as friends, count(distinct r.referrer_id) as referrers,
      count(r.sale_id) as converted,
      (select coalesce(sum(e.points), 0) from points_entries e where e.tenant_id = ${tenantId} and e.kind = 'referral'
        and e.created_at >= p.starts and e.created_at < p.ends) as points,
      (select coalesce(sum(v.paid_minor), 0) from visits v join referrals f
          on f.tenant_id = v.tenant_id and f.customer_id = v.customer_id and v.started_at >= f.created_at
        where v.tenant_id = ${tenantId} and v.voided_at is null
          and v.started_at >= p.starts and v.started_at < p.ends) as paid
    from ${periodRows(withAgainst(period), timeZone)} left join referrals r on r.tenant_id = ${tenantId}
      and r.created_at >= p.starts and r.created_at < p.ends
    group by p.nth, p.starts, p.ends order by p.nth`);
  const leaders = await tx.execute<Leader>(sql`
    select r.referrer_id as "customerId", c.name, count(*)::int as friends, count(r.sale_id)::int as converted,
      sum(r.points)::int as points
    from ${periodRows([period], timeZone)} join referrals r on r.tenant_id = ${tenantId}
      and r.created_at >= p.starts and r.created_at < p.ends
    join customers c on c.tenant_id = r.tenant_id and c.id = r.referrer_id
    group by r.referrer_id, c.name order by friends desc, converted desc, lower(c.name), r.referrer_id limit ${mostLeaders}`);
  const [figures, against = null] = rows.map(figuresOf);
  return { period, figures: figures!, against, leaders: [...leaders], currency, position: writePosition(head) };
}

const figuresOf = ({ friends, referrers, converted, points, paid }: Row): ReferralFigures => ({
  friends: Number(friends),
  referrers: Number(referrers),
  converted: { part: Number(converted), of: Number(friends) },
  points: Number(points),
  paidMinor: Number(paid),
});
