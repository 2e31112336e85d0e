import type { TransactionSql } from "postgres";
import { addDays, weekdayOf } from "@/lib/platform/calendar";
import { staffIdOf, tenantIdOf } from "./base";
import type { DemoBusiness } from "./businesses";
import { leaveSeries } from "./coming-round";
import { leaveCorrection } from "./corrected";
import { leaveOverbooking } from "./overbooked";
import { leaveOwnDay } from "./own-day";
import { leaveProposal } from "./proposed";
import { range } from "./rows";
import { demoId } from "./stable";
import { leaveQueue, leaveWaitlist } from "./waiting";
import { midnight } from "./wall-clock";

/** A day of other hours, and one that is asked for; each only when there is none. */
export async function leaveOtherDays(sql: TransactionSql, business: DemoBusiness, today: string, now: Date) {
  await leaveDayOfOtherHours(sql, business, today);
  await leaveTimeOffAsked(sql, business, today, now);
}

/** What a desk has to look at besides the day itself; each only when there is none of it. */
export async function leaveDeskScenes(sql: TransactionSql, business: DemoBusiness, today: string, now: Date) {
  await leaveOverbooking(sql, business, today, now);
  await leaveProposal(sql, business, today, now);
  await leaveCorrection(sql, business, now);
  await leaveQueue(sql, business, today, now);
  await leaveWaitlist(sql, business, today, now);
  await leaveSeries(sql, business, today, now);
  await leaveOwnDay(sql, business, today, now);
}

/** The first of the staff comes in on a day that is free every week, for a morning. */
async function leaveDayOfOtherHours(sql: TransactionSql, business: DemoBusiness, today: string): Promise<void> {
  const tenant_id = tenantIdOf(business);
  const person = business.staff.find(({ week }) => week.includes(""));
  if (!person) return;
  await sql`
    insert into staff_days (tenant_id, staff_id, date, windows)
    select ${tenant_id}, ${staffIdOf(business, person.key)}, d.day, '[[600, 840]]'
    from (select ${today}::date + n as day from generate_series(2, 21) n) d
    where extract(dow from d.day) = ${person.week.indexOf("")}
      and not exists (select from business_days b where b.tenant_id = ${tenant_id} and b.date = d.day)
      and not exists (select from staff_days s where s.tenant_id = ${tenant_id} and s.date >= ${today})
    order by d.day limit 1 on conflict do nothing`;
}

/** The first one asks for a day off, and nobody has answered. */
async function leaveTimeOffAsked(sql: TransactionSql, business: DemoBusiness, today: string, now: Date): Promise<void> {
  const tenant_id = tenantIdOf(business);
  const [person] = business.staff;
  let date = addDays(today, 11);
  while (!person!.week[weekdayOf(date)]) date = addDays(date, 1);
  const span = range(midnight(date, business.timeZone), midnight(addDays(date, 1), business.timeZone));
  await sql`
    insert into time_off (tenant_id, id, staff_id, span, status, reason, asked_at)
    select ${tenant_id}, ${demoId(`time off/${business.slug}/${date}`)}, ${staffIdOf(business, person!.key)}, ${span}::tstzrange,
      'asked', 'A wedding in the family', ${midnight(addDays(today, -1), business.timeZone)}
    where not exists (select from time_off t where t.tenant_id = ${tenant_id} and t.status = 'asked' and upper(t.span) > ${now})
    on conflict do nothing`;
}
