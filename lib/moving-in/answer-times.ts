import { and, eq, sql } from "drizzle-orm";
import { movesIn } from "@/db/schema/moving-in";
import { recordAudit, recordAudits } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { planReminders } from "@/lib/notifications/plan-reminders";
import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { inParts } from "./internal/in-parts";
import { hoursOff, type TimesAnswered } from "./rules";

export type TimesRefusal = { refusal: "answered_already" } | { refusal: "did_not_move_in" };

const minutesBy: Record<TimesAnswered, number> = { right: 0, later: hoursOff * 60, earlier: -hoursOff * 60 };

/** `over`: bookings that lie over something else since they moved. */
export type TimesSaid = { moved: number; over: string[] };

/**
 * Its owner has looked at the bookings that came in: they are right, or all of them are put where they belong, once. Visits
 * stay: the old system's own clock wrote those down.
 */
export async function answerTimes(
  scope: Scope,
  { answer }: { answer: TimesAnswered },
): Promise<Result<TimesSaid, TimesRefusal>> {
  const { tx, tenantId, actor } = scope;
  const minutes = minutesBy[answer];
  // Whoever imports at this moment has finished, or sees what was answered.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`moving in ${tenantId}`}, 0))`);
  const [move] = await tx.select({ times: movesIn.times }).from(movesIn).where(eq(movesIn.tenantId, tenantId));
  if (!move) return refuse("did_not_move_in");
  const [answered] = await tx
    .update(movesIn)
    .set({
      ...{ times: minutes === 0 ? "right" : "moved", minutes, decidedAt: now() },
      decidedBy: actor.kind === "member" ? actor.userId : null,
    })
    .where(and(eq(movesIn.tenantId, tenantId), eq(movesIn.times, "waiting")))
    .returning({ minutes: movesIn.minutes });
  if (!answered) return refuse("answered_already");
  const { ids, over } = minutes === 0 ? { ids: [], over: [] } : await moveAll(scope, minutes);
  for (const some of inParts(await cameIn(scope))) await planReminders(scope, some);
  const deeds = over.map(({ id, startsAt }) => ({
    ...{ action: "booking.overbooked", entity: "booking", entityId: id },
    after: {
      startsAt: new Date(startsAt).toISOString(),
      reason: "It lay over another booking once its time was put right",
    },
  }));
  for (const some of inParts(deeds)) await recordAudits(scope, some);
  await recordAudit(scope, {
    action: "house.times_answered",
    entity: "tenant",
    entityId: tenantId,
    after: { answer, moved: ids.length, over: over.length },
  });
  recordEvent(scope, { name: "house.moved", tenantId });
  return ok({ moved: ids.length, over: over.map(({ id }) => id) });
}

/** Nobody was to be reminded of them until now. */
const cameIn = ({ tx, tenantId }: Scope) =>
  tx.execute<{ bookingId: string }>(sql`
    select new_id as "bookingId" from moved_rows where tenant_id = ${tenantId} and model = 'booking'`);

type Over = { id: string; startsAt: string };

/** What the house has touched since it knows better than we do; what was booked here since keeps its time. */
async function moveAll({ tx, tenantId }: Scope, minutes: number): Promise<{ ids: string[]; over: Over[] }> {
  await tx.execute(sql`set local statement_timeout = '60s'`);
  const by = sql`make_interval(mins => ${minutes}::int)`;
  const mine = sql`
    select m.new_id as id from moved_rows m where m.tenant_id = ${tenantId} and m.model = 'booking'
      and not exists (select from booking_changes c where c.tenant_id = m.tenant_id and c.booking_id = m.new_id)`;
  const moved = await tx.execute<{ id: string }>(sql`
    update bookings set starts_at = starts_at + ${by}, ends_at = ends_at + ${by}, expires_at = expires_at + ${by}
    where tenant_id = ${tenantId} and id in (${mine}) returning id`);
  await tx.execute(sql`
    update booking_lines set starts_at = starts_at + ${by}, ends_at = ends_at + ${by}
    where tenant_id = ${tenantId} and booking_id in (${mine})`);
  // In one statement: the constraint looks when all of them have moved.
  const over = await tx.execute<Over & { isNew: boolean }>(sql`
    with moving as (
      select o.id, o.staff_id, o.source as was, l.booking_id, tstzrange(lower(o.span) + ${by}, upper(o.span) + ${by}) as span
      from occupancies o join booking_lines l on l.tenant_id = o.tenant_id and l.id = o.booking_line_id
      where o.tenant_id = ${tenantId} and l.booking_id in (${mine})
    )
    update occupancies o set span = moving.span, source = case when o.active and o.source = 'booking' and exists (
        select from occupancies x where x.tenant_id = o.tenant_id and x.staff_id = o.staff_id and x.active
          and x.source <> 'overbooking' and x.span && moving.span and x.id not in (select id from moving))
      then 'overbooking' else o.source end
    from moving where o.tenant_id = ${tenantId} and o.id = moving.id
    returning moving.booking_id as id, lower(o.span) as "startsAt", o.source <> moving.was as "isNew"`);
  return { ids: moved.map(({ id }) => id), over: over.filter(({ isNew }) => isNew) };
}
