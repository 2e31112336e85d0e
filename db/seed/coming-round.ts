import type { TransactionSql } from "postgres";
import { addDays } from "@/lib/platform/calendar";
import { tenantIdOf } from "./base";
import type { DemoBusiness } from "./businesses";
import { coming } from "./coming";
import { insertRows, range } from "./rows";
import { demoId, demoReference } from "./stable";
import { midnight } from "./wall-clock";

const [weeks, times] = [2, 6];
const dayMs = 86_400_000;

type Row = Record<string, unknown>;

/** Somebody comes every two weeks: a booking of the coming days, and the same again on the days that nobody has booked yet. */
export async function leaveSeries(sql: TransactionSql, business: DemoBusiness, today: string, now: Date) {
  const tenant_id = tenantIdOf(business);
  const [there] = await sql`
    select from bookings where tenant_id = ${tenant_id} and series_id is not null and starts_at > ${now}`;
  // From tomorrow on: two weeks after that is beyond the days that the demo fills.
  const first = (await coming(sql, business, midnight(addDays(today, 1), business.timeZone))).find(
    ({ status }) => status === "confirmed",
  );
  if (there || !first) return;
  const series = { series_id: demoId(`series/${first.id}`), series_weeks: weeks };
  await sql`update bookings set series_id = ${series.series_id}, series_weeks = ${weeks}, source = 'desk'
    where tenant_id = ${tenant_id} and id = ${first.id}`;
  const [booking] = await sql<Row[]>`select * from bookings where tenant_id = ${tenant_id} and id = ${first.id}`;
  const [line] = await sql<Row[]>`select * from booking_lines where tenant_id = ${tenant_id} and id = ${first.lineId}`;
  const shut = await sql<{ from: Date; to: Date }[]>`
    select lower(span) as from, upper(span) as to from time_off
    where tenant_id = ${tenant_id} and staff_id = ${first.staffId} and status = 'approved'
    union all select date at time zone ${business.timeZone}, (date + 1) at time zone ${business.timeZone}
    from business_days where tenant_id = ${tenant_id} and windows = '[]'`;
  // The demo's businesses are in Kenya, where the clock is never moved.
  const later = (at: Date, n: number) => new Date(at.getTime() + n * weeks * 7 * dayMs);
  const following = Array.from({ length: times - 1 }, (_, n) => n + 1)
    .map((n) => ({
      key: `${first.id}/series/${n}`,
      startsAt: later(first.startsAt, n),
      endsAt: later(first.endsAt, n),
    }))
    .filter(({ startsAt, endsAt }) => shut.every(({ from, to }) => to <= startsAt || endsAt <= from));
  const when = ({ startsAt, endsAt }: (typeof following)[number]) => ({ starts_at: startsAt, ends_at: endsAt });
  await insertRows(
    sql,
    "bookings",
    following.map((one) => ({ ...booking, ...when(one), id: demoId(one.key), reference: demoReference(one.key) })),
  );
  await insertRows(
    sql,
    "booking_lines",
    following.map((one) => ({ ...line, ...when(one), id: demoId(`${one.key}/line`), booking_id: demoId(one.key) })),
  );
  await insertRows(
    sql,
    "occupancies",
    following.map(({ key, startsAt, endsAt }) => ({
      tenant_id,
      id: demoId(`${key}/time`),
      staff_id: first.staffId,
      span: range(startsAt, endsAt),
      lanes: "[0,)",
      active: true,
      source: "booking",
      booking_line_id: demoId(`${key}/line`),
      buffer_before_minutes: line!.buffer_before_minutes,
      buffer_after_minutes: line!.buffer_after_minutes,
    })),
    "fresh",
  );
}
