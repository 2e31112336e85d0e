import { sql } from "drizzle-orm";
import { arrivesSoon, awaitsDeposit, notCancelled } from "@/lib/bookings/list-bookings";
import { isGone } from "@/lib/customers/gone";
import { addDays, localDate, startOfDay } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { headOf, writePosition } from "@/lib/tenancy/head";
import { ownStaffOnly } from "@/lib/tenancy/own";
import type { Scope } from "@/lib/tenancy/scope";

export type DayNumbers = {
  bookingsToday: number;
  newCustomersToday: number;
  revenueTodayMinor: number;
  visitsToday: number;
};

export type DayStats = DayNumbers & {
  date: string;
  arrivingNext: number;
  pending: number;
  /** Wait for their deposit. */
  unpaid: number;
  currency: string;
  /** The same weekday a week ago, whole. */
  lastWeek: DayNumbers;
  position: string;
  seq: number;
};

/** Today's numbers, by the business's own calendar. Revenue is what was paid for visits that began today. */
export async function dayStats(scope: Scope): Promise<DayStats> {
  const [tenant] = await scope.tx.execute<{ time_zone: string; currency: string }>(
    sql`select time_zone, currency from tenants where id = ${scope.tenantId}`,
  );
  if (!tenant) throw new Error(`tenant ${scope.tenantId} is not there`);
  const at = now();
  const date = localDate(at, tenant.time_zone);
  const [head, today, lastWeek, [soon]] = await Promise.all([
    headOf(scope),
    numbersOf(scope, date, tenant.time_zone),
    numbersOf(scope, addDays(date, -7), tenant.time_zone),
    scope.tx.execute<{ arriving: string; pending: string; unpaid: string }>(sql`
      select count(*) filter (where ${arrivesSoon()}) as arriving,
        count(*) filter (where status = 'requested') as pending,
        count(*) filter (where ${awaitsDeposit()}) as unpaid
      from bookings b where tenant_id = ${scope.tenantId} and starts_at >= ${at.toISOString()} ${ownBookings(scope)}`),
  ]);
  return {
    date,
    ...today,
    arrivingNext: Number(soon?.arriving ?? 0),
    pending: Number(soon?.pending ?? 0),
    unpaid: Number(soon?.unpaid ?? 0),
    currency: tenant.currency,
    lastWeek,
    position: writePosition(head),
    seq: head.seq,
  };
}

async function numbersOf(scope: Scope, date: string, timeZone: string): Promise<DayNumbers> {
  const from = startOfDay(date, timeZone).toISOString();
  const to = startOfDay(addDays(date, 1), timeZone).toISOString();
  const own = ownStaffOnly(scope.actor);
  const ownCustomers = own
    ? sql`and exists (select 1 from bookings b join booking_lines l on l.tenant_id = b.tenant_id and l.booking_id = b.id
        where b.tenant_id = c.tenant_id and b.customer_id = c.id and l.staff_id = ${own})`
    : sql``;
  // Of a visit with several people each has done their part.
  const part = own
    ? sql`join lateral (select sum(l.price_minor) as minor from visit_lines l
        where l.tenant_id = v.tenant_id and l.visit_id = v.id and l.staff_id = ${own}) part on part.minor is not null`
    : sql``;
  const paid = own ? sql`round(v.paid_minor::numeric * part.minor / nullif(v.total_minor, 0))` : sql`v.paid_minor`;
  const [row] = await scope.tx.execute<Record<"bookings" | "customers" | "revenue" | "visits", string>>(sql`
    select
      (select count(*) from bookings b where tenant_id = ${scope.tenantId} and starts_at >= ${from} and starts_at < ${to}
        and ${notCancelled} ${ownBookings(scope)}) as bookings,
      (select count(*) from customers c where c.tenant_id = ${scope.tenantId} and c.created_at >= ${from}
        and c.created_at < ${to} and not ${isGone({ tenantId: sql`c.tenant_id`, id: sql`c.id` })} ${ownCustomers}) as customers,
      v.visits, v.revenue
    from (select count(*) as visits, coalesce(sum(${paid}), 0) as revenue from visits v ${part}
      where v.tenant_id = ${scope.tenantId} and v.voided_at is null
        and v.started_at >= ${from} and v.started_at < ${to}) v`);
  return {
    bookingsToday: Number(row?.bookings ?? 0),
    newCustomersToday: Number(row?.customers ?? 0),
    revenueTodayMinor: Number(row?.revenue ?? 0),
    visitsToday: Number(row?.visits ?? 0),
  };
}

function ownBookings(scope: Scope) {
  const own = ownStaffOnly(scope.actor);
  return own
    ? sql`and exists (select 1 from booking_lines l where l.tenant_id = b.tenant_id and l.booking_id = b.id and l.staff_id = ${own})`
    : sql``;
}
