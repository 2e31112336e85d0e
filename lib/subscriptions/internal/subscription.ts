import { sql } from "drizzle-orm";
import type { BillingInterval, SubscriptionStatus } from "@/db/schema/subscriptions";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { dueDay, type Terms } from "../terms";

/** A business's subscription as its verbs have it. */
export type Subscription = Terms & {
  status: SubscriptionStatus;
  cancelsAtEnd: boolean;
  freeDays: number;
  nextPlanId: string | null;
  nextInterval: BillingInterval | null;
  payerPhone: string | null;
  nextLookAt: Date | null;
  timeZone: string;
  /** The platform has not suspended it, and its owner does not close it. */
  isOpen: boolean;
  /** By the business's own calendar. */
  today: string;
  creditMinor: number;
};

type Row = Omit<Subscription, "today" | "priceMinor" | "creditMinor" | "nextLookAt"> & {
  priceMinor: string;
  creditMinor: string;
  nextLookAt: string | null;
};

/** With its lock: whatever happens to a subscription, to its invoices and its credit happens one after the other. */
export async function lockSubscription({ tx, tenantId }: Scope): Promise<Subscription | null> {
  const [locked] = await tx.execute(sql`select 1 from subscriptions where tenant_id = ${tenantId} for update`);
  return locked ? readSubscription({ tx, tenantId }) : null;
}

export async function readSubscription({ tx, tenantId }: Pick<Scope, "tx" | "tenantId">): Promise<Subscription | null> {
  const [row] = await tx.execute<Row>(sql`
    select s.plan_id as "planId", s.interval, s.status, s.period_start::text as "periodStart", s.period_end::text as "periodEnd",
      s.free_days as "freeDays", s.next_plan_id as "nextPlanId", s.next_interval as "nextInterval",
      t.status in ('active', 'pending') and t.closing_since is null as "isOpen", s.price_minor as "priceMinor", s.anchor_on::text as "anchorOn", s.cancels_at_end as "cancelsAtEnd",
      s.payer_phone as "payerPhone", s.next_look_at as "nextLookAt", t.time_zone as "timeZone",
      (select coalesce(sum(amount_minor), 0) from subscription_credits c where c.tenant_id = s.tenant_id) as "creditMinor"
    from subscriptions s join tenants t on t.id = s.tenant_id where s.tenant_id = ${tenantId}`);
  if (!row) return null;
  return {
    ...row,
    priceMinor: Number(row.priceMinor),
    creditMinor: Number(row.creditMinor),
    nextLookAt: row.nextLookAt ? new Date(row.nextLookAt) : null,
    today: localDate(now(), row.timeZone),
  };
}

/** Whether the present period is paid for, tried or given. */
export const isRunning = (subscription: Subscription): boolean =>
  (subscription.status === "trialing" || subscription.status === "active") && subscription.today < dueDay(subscription);

/** What is running costs nothing: there is nothing of it to change hands. */
export const isFree = ({ status, today, periodEnd }: Subscription): boolean =>
  status === "trialing" || today >= periodEnd;

/** What the next period is to be. */
export const chosenOf = ({ planId, interval, nextPlanId, nextInterval }: Subscription) => ({
  planId: nextPlanId ?? planId,
  interval: nextInterval ?? interval,
});
