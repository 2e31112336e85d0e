import type { z } from "zod";
import { platformPool } from "@/db/platform-client";
import type { BillingInterval, SubscriptionStatus } from "@/db/schema/subscriptions";
import type { subscriptionsQuery } from "./input";
import { type Doubt, listDoubts } from "./list-doubts";

export type SubscriptionItem = {
  tenantId: string;
  business: string;
  planName: string | null;
  interval: BillingInterval | null;
  /** Null for a business that is not charged. */
  status: SubscriptionStatus | null;
  periodEnd: string | null;
  worksUntil: string | null;
  owedMinor: number;
  openInvoiceId: string | null;
  openNumber: number | null;
  currency: string;
};

export type SubscriptionPage = {
  items: SubscriptionItem[];
  nextCursor: string | null;
  counts: Record<SubscriptionStatus | "none", number>;
  /** What a month brings in by the plans of who has paid, a twelfth of what is paid yearly. */
  monthlyMinor: number;
  /** Money that a person has to look at. */
  doubts: Doubt[];
};

type Row = Omit<SubscriptionItem, "owedMinor"> & { owedMinor: string; place: string };
const atOnce = 50;

const businesses =
  "from tenants t left join subscriptions s on s.tenant_id = t.id left join plans p on p.id = s.plan_id";
const open = "t.kind = 'business' and t.status in ('active', 'suspended')";

/** Every open business with what it has with the platform: who owes first, then whose end comes first. */
export async function listSubscriptions({
  status,
  cursor,
}: z.output<typeof subscriptionsQuery>): Promise<SubscriptionPage> {
  const [doubts, found, counted] = await Promise.all([
    listDoubts(),
    platformPool().query<Row>(
      `with listed as (
         select t.id as "tenantId", t.name as business, p.name as "planName", s.interval, s.status, (s.period_end + s.free_days)::text as "periodEnd",
           t.works_until as "worksUntil", coalesce(i.amount_minor, 0) as "owedMinor", i.id as "openInvoiceId",
           i.number as "openNumber", coalesce(i.currency, t.currency) as currency,
           row_number() over (order by (s.status = 'past_due') desc nulls last, s.period_end + s.free_days nulls last, t.id) as place
         ${businesses} left join subscription_invoices i on i.tenant_id = t.id and i.status = 'open'
         where ${open} and ($1::text is null or coalesce(s.status, 'none') = $1))
       select * from listed
       where $2::uuid is null or place > (select place from listed where "tenantId" = $2) order by place limit $3`,
      [status ?? null, cursor ?? null, atOnce + 1],
    ),
    platformPool().query<{ status: SubscriptionStatus | "none"; many: number; monthly: string }>(
      `select coalesce(s.status, 'none') as status, count(*)::int as many,
         coalesce(sum(case when s.status = 'active' then case s.interval when 'month' then p.monthly_minor else p.yearly_minor / 12 end end), 0)
           as monthly
       ${businesses} where ${open} group by 1`,
    ),
  ]);
  const items = found.rows
    .slice(0, atOnce)
    .map(({ place: _, ...row }) => ({ ...row, owedMinor: Number(row.owedMinor) }));
  const counts = { trialing: 0, active: 0, past_due: 0, cancelled: 0, none: 0 };
  for (const row of counted.rows) counts[row.status] = row.many;
  const monthlyMinor = counted.rows.reduce((sum, row) => sum + Number(row.monthly), 0);
  return {
    items,
    nextCursor: found.rows.length > atOnce ? items.at(-1)!.tenantId : null,
    counts,
    monthlyMinor,
    doubts,
  };
}
