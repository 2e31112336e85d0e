import { sql } from "drizzle-orm";
import type { FreedTime, Verdict, WaitWindow } from "@/db/schema/waiting";
import { actorMay } from "@/lib/auth/actor-may";
import { now } from "@/lib/platform/clock";
import { headOf, writePosition } from "@/lib/tenancy/head";
import type { Scope } from "@/lib/tenancy/scope";
import { iso } from "./internal/iso";
import { waits } from "./internal/waits";

export type WaitingEntry = {
  id: string;
  name: string;
  /** For those who may call customers. Who has none is called by nobody: the desk meets them. */
  phone: string | null;
  serviceName: string;
  staffName: string | null;
  windows: WaitWindow[];
  createdAt: string;
  source: "public" | "desk";
  unanswered: number;
  /** What they are asked about now. */
  offer: { bookingId: string; startsAt: string; expiresAt: string; staffName: string; isRequest: boolean } | null;
};

export type Waitlist = { entries: WaitingEntry[]; position: string };

/** Everybody who waits for a free time, longest first. */
export async function listWaitlist(scope: Scope): Promise<Waitlist> {
  const head = await headOf(scope);
  const mayCall = actorMay(scope.actor, "customers.contact");
  const entries = await scope.tx.execute<WaitingEntry>(sql`
    select e.id, e.name, ${mayCall ? sql`c.phone` : sql`null`} as phone, s.name as "serviceName", p.name as "staffName", e.windows, ${iso("e.created_at")} as "createdAt",
      e.source, e.unanswered,
      (select json_build_object('bookingId', b.id, 'startsAt', ${iso("b.starts_at")}, 'expiresAt', ${iso("b.expires_at")}, 'isRequest', b.status = 'requested',
          'staffName', (select w.name from booking_lines l join staff w on w.tenant_id = l.tenant_id and w.id = l.staff_id
            where l.tenant_id = b.tenant_id and l.booking_id = b.id order by l.position limit 1))
        from waitlist_offers o join bookings b on b.tenant_id = o.tenant_id and b.id = o.booking_id
        where o.tenant_id = e.tenant_id and o.entry_id = e.id and o.outcome is null and b.status in ('held', 'requested')
          and b.expires_at > ${now().toISOString()}) as offer
    from waitlist_entries e
    join customers c on c.tenant_id = e.tenant_id and c.id = e.customer_id
    join services s on s.tenant_id = e.tenant_id and s.id = e.service_id
    left join staff p on p.tenant_id = e.tenant_id and p.id = e.staff_id
    where e.tenant_id = ${scope.tenantId} and ${waits(scope)}
    order by e.created_at, e.id`);
  return { entries: [...entries], position: writePosition(head) };
}

export type LogLine = {
  id: string;
  /** Those that were weighed against each other. */
  roundId: string;
  entryId: string;
  name: string;
  serviceName: string;
  verdict: Verdict;
  /** What came free; null where no time in particular did. */
  freed: FreedTime | null;
  /** Who has that time. */
  freedWith: string | null;
  /** What they were asked about. */
  startsAt: string | null;
  at: string;
};

export type LogPage = { lines: LogLine[]; next: string | null };

type Asked = { cursor?: string | undefined; entry?: string | undefined; limit: number };

/** Who was asked and who was passed over, newest first, by cursor. */
export async function listWaitlistLog(scope: Scope, { cursor, entry, limit }: Asked): Promise<LogPage> {
  const behind = cursor
    ? sql`and (g.created_at, g.place, g.id) < (select created_at, place, id from waitlist_log where tenant_id = ${scope.tenantId} and id = ${cursor})`
    : sql``;
  const rows = await scope.tx.execute<LogLine>(sql`
    select g.id, g.round_id as "roundId", g.entry_id as "entryId", e.name, s.name as "serviceName", g.verdict, g.freed,
      (select string_agg(p.name, ', ' order by p.name) from staff p
        where p.tenant_id = g.tenant_id and g.freed->'staffIds' ? p.id::text) as "freedWith",
      ${iso("b.starts_at")} as "startsAt", ${iso("g.created_at")} as at
    from waitlist_log g
    join waitlist_entries e on e.tenant_id = g.tenant_id and e.id = g.entry_id
    join services s on s.tenant_id = e.tenant_id and s.id = e.service_id
    left join bookings b on b.tenant_id = g.tenant_id and b.id = g.booking_id
    where g.tenant_id = ${scope.tenantId} ${entry ? sql`and g.entry_id = ${entry}` : sql``} ${behind}
    order by g.created_at desc, g.place desc, g.id desc limit ${limit + 1}`);
  const lines = rows.slice(0, limit);
  return { lines, next: rows.length > limit ? lines.at(-1)!.id : null };
}
