import { sql } from "drizzle-orm";
import type { TimeOffStatus } from "@/db/schema/hours";
import { now } from "@/lib/platform/clock";
import { headOf, writePosition } from "@/lib/tenancy/head";
import { ownStaffOnly } from "@/lib/tenancy/own";
import type { Scope } from "@/lib/tenancy/scope";
import type { TimeOffQuery } from "./time-off-input";

export type TimeOffItem = {
  id: string;
  staffId: string;
  staffName: string;
  status: TimeOffStatus;
  from: string;
  to: string;
  reason: string;
  answer: string;
  askedAt: string;
  /** Who said yes or no. */
  decidedBy: string | null;
  /** So many bookings with them lie in it. */
  bookings: number;
};

export type TimeOffPage = {
  /** What waits for an answer, oldest first; all of it, on the first page only. */
  waiting: TimeOffItem[];
  items: TimeOffItem[];
  nextCursor: string | null;
  position: string;
};

/** Time off: what waits, and what is decided, soonest first; of the past the latest. Staff see their own. */
export async function listTimeOff(scope: Scope, { view, staff, cursor, limit }: TimeOffQuery): Promise<TimeOffPage> {
  const at = now().toISOString();
  const own = ownStaffOnly(scope.actor) ?? staff;
  const whose = own ? sql`and o.staff_id = ${own}` : sql``;
  const waits = sql`o.status = 'asked' and upper(o.span) > ${at}`;
  const coming = view === "coming";
  const which = coming
    ? sql`upper(o.span) > ${at} and o.status in ('approved', 'declined')`
    : sql`(upper(o.span) <= ${at} or o.status = 'withdrawn')`;
  const beyond = sql`(select lower(c.span), c.id from time_off c where c.tenant_id = ${scope.tenantId} and c.id = ${cursor ?? null})`;
  const after = cursor
    ? coming
      ? sql`and (lower(o.span), o.id) > ${beyond}`
      : sql`and (lower(o.span), o.id) < ${beyond}`
    : sql``;
  const order = coming ? sql`lower(o.span), o.id` : sql`lower(o.span) desc, o.id desc`;
  const [head, waiting, found] = await Promise.all([
    headOf(scope),
    coming && !cursor ? rows(scope, sql`${waits} ${whose} order by o.asked_at, o.id limit 200`) : [],
    rows(scope, sql`${which} ${whose} ${after} order by ${order} limit ${limit + 1}`),
  ]);
  const items = found.slice(0, limit);
  return {
    waiting,
    items,
    nextCursor: found.length > limit ? (items.at(-1)?.id ?? null) : null,
    position: writePosition(head),
  };
}

async function rows(scope: Scope, which: ReturnType<typeof sql>): Promise<TimeOffItem[]> {
  const found = await scope.tx.execute<TimeOffItem>(sql`
    select o.id, o.staff_id as "staffId", s.name as "staffName", o.status, lower(o.span) as "from", upper(o.span) as "to",
      o.reason, o.answer, o.asked_at as "askedAt", u.name as "decidedBy",
      (select count(distinct l.booking_id)::int from booking_lines l
        join bookings b on b.tenant_id = l.tenant_id and b.id = l.booking_id
        where l.tenant_id = o.tenant_id and l.staff_id = o.staff_id and l.starts_at < upper(o.span) and l.ends_at > lower(o.span)
          and b.status in ('requested', 'confirmed', 'arrived', 'in_service')) as bookings
    from time_off o
    join staff s on s.tenant_id = o.tenant_id and s.id = o.staff_id
    left join users u on u.id = o.decided_by
    where o.tenant_id = ${scope.tenantId} and ${which}`);
  const iso = (at: string) => new Date(at).toISOString();
  return found.map((row) => ({ ...row, from: iso(row.from), to: iso(row.to), askedAt: iso(row.askedAt) }));
}
