import type { TransactionSql } from "postgres";
import { addDays, weekdayOf } from "@/lib/platform/calendar";
import { staffIdOf, tenantIdOf } from "./base";
import { type DemoBusiness, stretches } from "./businesses";
import { type Coming, coming } from "./coming";
import { insertRows, range } from "./rows";
import { demoId } from "./stable";
import { clock, midnight } from "./wall-clock";

const minute = 60_000;

/** One customer has two other times to choose from. */
export async function leaveProposal(
  sql: TransactionSql,
  business: DemoBusiness,
  today: string,
  now: Date,
): Promise<void> {
  const tenant_id = tenantIdOf(business);
  const [open] =
    await sql`select from holds where tenant_id = ${tenant_id} and booking_id is not null and ended is null and expires_at > ${now}`;
  const candidates = await coming(sql, business, new Date(now.getTime() + 30 * minute));
  const booking = candidates.find(({ status }) => status === "requested") ?? candidates.at(-1);
  const [desk] = await sql<{ id: string }[]>`select id from users where email = ${`desk@${business.slug}.test`}`;
  if (open || !booking || !desk) return;
  const times = await freeTimes(sql, business, booking, today, 2);
  if (times.length === 0) return;
  const expires_at = new Date(Math.min(now.getTime() + 1440 * minute, ...times.map(({ from }) => from.getTime())));
  const madeAt = new Date(now.getTime() - 20 * minute);
  const rows = times.map(({ from, to }) => ({ id: demoId(`proposal/${booking.id}/${from.toISOString()}`), from, to }));
  const made = await insertRows(
    sql,
    "holds",
    rows.map(({ id, from, to }) => ({
      tenant_id,
      id,
      booking_id: booking.id,
      starts_at: from,
      ends_at: to,
      staff_ids: [booking.staffId],
      expires_at,
      created_at: madeAt,
    })),
  );
  const kept = rows.filter(({ id }) => made.has(id));
  const time = { tenant_id, staff_id: booking.staffId, lanes: "[0,)", active: true, source: "hold", expires_at };
  const nothing = { buffer_before_minutes: 0, buffer_after_minutes: 0 };
  await insertRows(
    sql,
    "occupancies",
    kept.map(({ id, from, to }) => ({
      ...time,
      ...nothing,
      id: demoId(`${id} time`),
      hold_id: id,
      span: range(from, to),
    })),
    "fresh",
  );
  await insertRows(
    sql,
    "due",
    kept.map(({ id }) => ({
      tenant_id,
      id: demoId(`${id} due`),
      kind: "free_hold",
      due_at: expires_at,
      payload: { holdId: id },
      created_at: madeAt,
    })),
  );
  await sql`update bookings set expires_at = least(starts_at, greatest(expires_at, ${expires_at}::timestamptz))
    where tenant_id = ${tenant_id} and id = ${booking.id} and status = 'requested'`;
  await insertRows(sql, "booking_changes", [
    {
      tenant_id,
      id: demoId(`proposal/${booking.id}/${today}`),
      booking_id: booking.id,
      move: "propose",
      from_status: booking.status,
      to_status: booking.status,
      by_kind: "member",
      by_user_id: desk.id,
      before: {
        startsAt: booking.startsAt.toISOString(),
        staffIds: [booking.staffId],
        expiresAt: booking.expiresAt?.toISOString() ?? null,
      },
      reason: "",
      created_at: madeAt,
    },
  ]);
}

/** Times of the coming week at which whoever serves it is free, with a quarter of an hour on both sides; one a day. */
async function freeTimes(sql: TransactionSql, business: DemoBusiness, booking: Coming, today: string, most: number) {
  const tenantId = tenantIdOf(business);
  const week = business.staff.find(({ key }) => staffIdOf(business, key) === booking.staffId)?.week ?? [];
  const taken = await sql<{ from: Date; to: Date }[]>`
    select lower(span) as from, upper(span) as to from occupancies
    where tenant_id = ${tenantId} and staff_id = ${booking.staffId} and active and ends_at > ${midnight(today, business.timeZone)}
    union all select lower(span), upper(span) from time_off
    where tenant_id = ${tenantId} and staff_id = ${booking.staffId} and status = 'approved'`;
  const closed = await sql<
    { date: string }[]
  >`select date::text from business_days where tenant_id = ${tenantId} and windows = '[]'`;
  const lasting = (booking.endsAt.getTime() - booking.startsAt.getTime()) / minute;
  const found: { from: Date; to: Date }[] = [];
  for (let ahead = 2; ahead <= 9 && found.length < most; ahead++) {
    const date = addDays(today, ahead);
    if (closed.some((day) => day.date === date)) continue;
    const free = stretches(week[weekdayOf(date)] ?? "")
      .flatMap((shift) => quarters(shift.from + 15, shift.to - lasting - 15))
      .map((at) => ({ from: clock(date, at, business.timeZone), to: clock(date, at + lasting, business.timeZone) }))
      .find(({ from, to }) =>
        taken.every(
          (one) => one.to.getTime() + 15 * minute <= from.getTime() || to.getTime() + 15 * minute <= one.from.getTime(),
        ),
      );
    if (free) found.push(free);
  }
  return found;
}

const quarters = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(Math.floor((to - from) / 15) + 1, 0) }, (_, n) => from + n * 15);
