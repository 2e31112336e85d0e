import { sql } from "drizzle-orm";
import type { BookingStatus } from "@/db/schema/bookings";
import { type ChangeAnswer, type Changed, type ChangeWish, changeBooking } from "@/lib/bookings/change-booking";
import { undoChange } from "@/lib/bookings/undo-change";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";

/** Moves a booking on; what has begun or is done is also a visit, one per booking, however often it is said. */
export async function recordChange(scope: Scope, wish: ChangeWish): Promise<ChangeAnswer> {
  return withVisit(scope, await changeBooking(scope, wish));
}

/** Takes the last step back, and the visit that came of it. */
export async function takeBack(scope: Scope, wish: { id: string; changeId: string }): Promise<ChangeAnswer> {
  return withVisit(scope, await undoChange(scope, wish));
}

async function withVisit(scope: Scope, answer: ChangeAnswer): Promise<ChangeAnswer> {
  if (answer.ok) await keepVisit(scope, answer.value);
  return answer;
}

const happens: ReadonlySet<BookingStatus> = new Set(["in_service", "completed"]);

async function keepVisit(scope: Scope, { id, status }: Changed): Promise<void> {
  const at = sql`${now().toISOString()}::timestamptz`;
  if (!happens.has(status)) {
    await scope.tx.execute(sql`
      update visits set voided_at = ${at}
      where tenant_id = ${scope.tenantId} and booking_id = ${id} and voided_at is null`);
    return;
  }
  const completed = status === "completed" ? at : sql`null::timestamptz`;
  // Nobody said when it began: then it began when it was planned.
  const started = status === "completed" ? sql`least(b.starts_at, ${at})` : at;
  await scope.tx.execute(sql`
    with before as (
      select id, voided_at from visits where tenant_id = ${scope.tenantId} and booking_id = ${id}
    ), visit as (
      insert into visits as v (tenant_id, id, booking_id, customer_id, started_at, completed_at, total_minor, paid_minor,
        currency, created_at)
      select b.tenant_id, ${newId()}, b.id, b.customer_id, ${started}, ${completed}, b.total_minor, 0, b.currency, ${at}
      from bookings b where b.tenant_id = ${scope.tenantId} and b.id = ${id}
      on conflict (tenant_id, booking_id) do update set voided_at = null,
        -- Said once more, it was still done when it was first said.
        completed_at = case when v.voided_at is null and excluded.completed_at is not null
          then coalesce(v.completed_at, excluded.completed_at) else excluded.completed_at end,
        -- What has been put right meanwhile stays so.
        total_minor = case when v.voided_at is null then v.total_minor else excluded.total_minor end,
        started_at = case when v.voided_at is null then v.started_at else excluded.started_at end,
        -- What came back has been written anew: who saw it as it was before corrects nothing.
        revision = v.revision + case when v.voided_at is null then 0 else 1 end
      returning v.tenant_id, v.id
    )
    insert into visit_lines as w (tenant_id, id, visit_id, position, service_id, service_name, staff_id, price_minor)
    select v.tenant_id, gen_random_uuid(), v.id, l.position, l.service_id, l.service_name, l.staff_id, l.price_minor
    from visit v join booking_lines l on l.tenant_id = v.tenant_id and l.booking_id = ${id}
    where not exists (select from before where voided_at is null)
    on conflict (tenant_id, visit_id, position) do update
      set staff_id = excluded.staff_id, price_minor = excluded.price_minor`);
}
