import type { TransactionSql } from "postgres";
import { addDays } from "@/lib/platform/calendar";
import { tenantIdOf } from "./base";
import type { DemoBusiness } from "./businesses";
import { insertRows } from "./rows";
import { demoId, dice, firstDemoId, lastDemoId } from "./stable";
import { midnight } from "./wall-clock";

const minute = 60_000;

type Running = {
  id: string;
  status: string;
  startsAt: Date;
  endsAt: Date;
  customerId: string;
  totalMinor: string;
  currency: string;
  visited: boolean;
};

/** Lets time pass over the demo's own bookings: what is over becomes a visit, what is on is in service. */
export async function letTimePass(sql: TransactionSql, business: DemoBusiness, now: Date): Promise<void> {
  const tenantId = tenantIdOf(business);
  const running = await sql<Running[]>`
    select b.id, b.status, b.starts_at as "startsAt", b.ends_at as "endsAt", b.customer_id as "customerId",
      b.total_minor as "totalMinor", b.currency,
      exists (select from visits v where v.tenant_id = b.tenant_id and v.booking_id = b.id) as visited
    from bookings b
    where b.tenant_id = ${tenantId} and b.id between ${firstDemoId} and ${lastDemoId}
      and b.status in ('requested', 'confirmed', 'arrived', 'in_service')
      and b.starts_at <= ${new Date(now.getTime() + 12 * minute)}`;
  const waiting = leftWaiting(running, now);
  const moved = running
    .map((booking) => ({ ...booking, next: waiting.get(booking.id) ?? nextStatus(booking, now) }))
    .filter(({ status, next }) => status !== next);
  if (moved.length === 0) return;

  const changes = sql.json(moved.map(({ id, next }) => ({ id, status: next })));
  await sql`update bookings b set status = c.status from jsonb_to_recordset(${changes}) as c (id uuid, status text)
    where b.tenant_id = ${tenantId} and b.id = c.id`;
  const missed = moved.filter(({ next }) => next === "no_show").map(({ id }) => id);
  if (missed.length > 0) {
    await sql`update occupancies o set active = false from booking_lines l
      where l.tenant_id = ${tenantId} and l.booking_id in ${sql(missed)} and o.tenant_id = l.tenant_id and o.booking_line_id = l.id`;
  }
  const served = moved.filter(({ next }) => next === "completed" || next === "in_service");
  const fresh = await insertRows(
    sql,
    "visits",
    served.filter(({ visited }) => !visited).map((booking) => visitRow(tenantId, booking, now)),
  );
  if (fresh.size > 0)
    await sql`insert into visit_lines (tenant_id, id, visit_id, position, service_id, service_name, staff_id, price_minor)
      select v.tenant_id, l.id, v.id, l.position, l.service_id, l.service_name, l.staff_id, l.price_minor
      from visits v join booking_lines l on l.tenant_id = v.tenant_id and l.booking_id = v.booking_id
      where v.tenant_id = ${tenantId} and v.id in ${sql([...fresh])}`;
  const finished = served.filter(({ visited, next }) => visited && next === "completed").map(({ id }) => id);
  if (finished.length > 0) {
    await sql`update visits v set completed_at = b.ends_at, paid_minor = v.total_minor from bookings b
      where v.tenant_id = ${tenantId} and v.booking_id in ${sql(finished)} and v.completed_at is null
        and b.tenant_id = v.tenant_id and b.id = v.booking_id`;
  }
}

/** As on any day: one takes longer than planned, and one has not come yet. */
function leftWaiting(running: Running[], now: Date): Map<string, string> {
  const ago = (at: Date) => (now.getTime() - at.getTime()) / minute;
  const over = running.find(({ startsAt, endsAt, status }) => {
    const begun = status !== "requested" && ago(startsAt) > 0;
    return begun && ago(endsAt) > 0 && ago(endsAt) < 30;
  });
  const late = running.find(
    ({ startsAt, endsAt, status }) =>
      status === "confirmed" && ago(startsAt) >= 15 && ago(startsAt) < 45 && ago(endsAt) < 0,
  );
  return new Map([
    ...(over ? [[over.id, "in_service"] as const] : []),
    ...(late ? [[late.id, "confirmed"] as const] : []),
  ]);
}

function nextStatus({ id, status, startsAt, endsAt }: Running, now: Date): string {
  const throws = dice(`outcome ${id}`);
  const waiting = status === "requested" || status === "confirmed";
  if (endsAt <= now) return waiting && throws.chance(0.05) ? "no_show" : "completed";
  if (startsAt.getTime() <= now.getTime() - 5 * minute) return "in_service";
  return waiting && throws.chance(0.75) ? "arrived" : status;
}

function visitRow(tenantId: string, booking: Running & { next: string }, now: Date) {
  const throws = dice(`visit ${booking.id}`);
  const startedAt = new Date(booking.startsAt.getTime() + throws.between(0, 5) * minute);
  const completedAt = new Date(Math.min(booking.endsAt.getTime() + throws.between(-5, 8) * minute, now.getTime()));
  const completed = booking.next === "completed";
  return {
    tenant_id: tenantId,
    id: demoId(`visit/${booking.id}`),
    booking_id: booking.id,
    customer_id: booking.customerId,
    started_at: startedAt,
    completed_at: completed ? completedAt : null,
    total_minor: Number(booking.totalMinor),
    paid_minor: completed ? Number(booking.totalMinor) : 0,
    currency: booking.currency,
    created_at: startedAt,
  };
}

const wanted = 3;

/** A desk with nothing to answer shows nothing: a few of the coming bookings still wait for a yes. */
export async function leaveRequests(
  sql: TransactionSql,
  business: DemoBusiness,
  today: string,
  now: Date,
): Promise<void> {
  const tenantId = tenantIdOf(business);
  const coming = await sql<{ id: string; status: string }[]>`
    select id, status from bookings
    where tenant_id = ${tenantId} and status in ('requested', 'confirmed') and starts_at > ${new Date(now.getTime() + 90 * minute)}
      and starts_at < ${midnight(addDays(today, 2), business.timeZone)}
      and (status = 'requested' or (id between ${firstDemoId} and ${lastDemoId} and source = 'public'))
    order by starts_at limit 40`;
  const missing = wanted - coming.filter(({ status }) => status === "requested").length;
  const chosen = coming
    .filter(({ status }, place) => status === "confirmed" && place % 3 === 1)
    .slice(0, Math.max(missing, 0));
  if (chosen.length === 0) return;
  await sql`update bookings set status = 'requested', expires_at = least(starts_at, ${new Date(now.getTime() + 1440 * minute)})
    where tenant_id = ${tenantId} and id in ${sql(chosen.map(({ id }) => id))}`;
}
