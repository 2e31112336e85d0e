import { type SQL, sql } from "drizzle-orm";
import { ownStaffOnly } from "@/lib/tenancy/own";
import type { Scope } from "@/lib/tenancy/scope";
import { isSeen } from "./get-customer";
import type { TimelineQuery } from "./timeline-input";
import type { TimelineKind } from "./timeline-kinds";

export type TimelineItem = {
  id: string;
  kind: TimelineKind;
  at: string;
  title: string;
  /** Who did it, or wrote it down. */
  who: string | null;
  /** Of bookings, payments and messages. */
  status: string | null;
  /** Null to whom it would tell what others earn. */
  amountMinor: number | null;
  currency: string | null;
  /** Of notes: taken back, and still to be read. */
  struck: boolean;
};

export type TimelinePage = { items: TimelineItem[]; nextCursor: string | null };

type Row = Omit<TimelineItem, "amountMinor"> & { amount: string | null };

const pageSize = 30;

/** What happened with somebody, latest first, in one question; null when this actor may not see them. */
export async function timeline(
  scope: Scope,
  customerId: string,
  { kind, cursor }: TimelineQuery,
): Promise<TimelinePage | null> {
  if (!(await isSeen(scope, customerId))) return null;
  const own = ownStaffOnly(scope.actor);
  const asked = (Object.keys(parts) as TimelineKind[]).filter(
    (one) => (kind === undefined || one === kind) && (own === null || ofTheirs.has(one)),
  );
  if (asked.length === 0) return { items: [], nextCursor: null };
  const all = asked.map((one) => sql`(${parts[one](scope, customerId, kind === one)})`);
  const rows = await scope.tx.execute<Row>(sql`
    select * from (${sql.join(all, sql` union all `)}) t
    ${cursor ? sql`where (t.at, t.id) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)` : sql``}
    order by t.at desc, t.id desc limit ${pageSize + 1}`);
  const items = rows.slice(0, pageSize).map(({ amount, ...row }) => ({
    ...row,
    at: new Date(row.at).toISOString(),
    amountMinor: own || amount === null ? null : Number(amount),
  }));
  const last = rows.at(pageSize - 1);
  return { items, nextCursor: rows.length > pageSize && last ? `${exactly(last.at)} ${last.id}` : null };
}

/** Postgres counts finer than JavaScript: cut short, the place in the list would be before its own row. */
const exactly = (at: string): string => String(at).replace(" ", "T");

/** Whoever serves sees what they did themselves, and what is good to know; no money, and no messages. */
const ofTheirs: ReadonlySet<TimelineKind> = new Set(["booking", "visit", "note", "photo"]);

const parts: Record<TimelineKind, (scope: Scope, customerId: string, alone: boolean) => SQL> = {
  // A booking that became a visit is told once, as that; asked for by themselves they are all there.
  booking: (scope, id, alone) => sql`
    select b.id, 'booking' as kind, b.starts_at as at, ${lines("l.service_name", "booking")} as title,
      ${lines("p.name", "booking")} as who, b.status, b.total_minor as amount, b.currency, false as struck
    from bookings b where b.tenant_id = ${scope.tenantId} and b.customer_id = ${id} ${ownLine(scope, "booking")}
      ${alone ? sql`` : sql`and not exists (select from visits v where v.tenant_id = b.tenant_id and v.booking_id = b.id and v.voided_at is null)`}`,
  visit: (scope, id) => sql`
    select b.id, 'visit' as kind, b.started_at as at, ${lines("l.service_name", "visit")} as title,
      ${lines("p.name", "visit")} as who, null as status, b.total_minor as amount, b.currency, false as struck
    from visits b where b.tenant_id = ${scope.tenantId} and b.customer_id = ${id} and b.voided_at is null ${ownLine(scope, "visit")}`,
  payment: ({ tenantId }, id) => sql`
    select y.id, 'payment' as kind, coalesce(y.settled_at, y.created_at) as at, y.purpose as title, y.method as who, y.status,
      y.amount_minor as amount, y.currency, false as struck
    from payments y where y.tenant_id = ${tenantId} and y.customer_id = ${id} and y.status in ('paid', 'paid_late', 'needs_review')`,
  // What lets somebody in is not for other eyes, however long ago it was good.
  message: ({ tenantId }, id) => sql`
    select m.id, 'message' as kind, m.created_at as at, case when m.secret_until is not null then 'A code to sign in'
        when m.subject <> '' then m.subject else left(m.body, 160) end as title,
      m.channel as who, m.status, null::bigint as amount, null as currency, false as struck
    from messages m where m.tenant_id = ${tenantId} and m.customer_id = ${id}`,
  note: ({ tenantId }, id) => sql`
    select n.id, 'note' as kind, n.created_at as at, n.body as title, u.name as who, null as status, null::bigint as amount,
      null as currency, n.struck_at is not null as struck
    from customer_notes n left join users u on u.id = n.by_user_id
    where n.tenant_id = ${tenantId} and n.customer_id = ${id}`,
  photo: ({ tenantId }, id) => sql`
    select f.customer_id as id, 'photo' as kind, f.created_at as at, f.version as title, null as who, null as status,
      null::bigint as amount, null as currency, false as struck
    from customer_photos f where f.tenant_id = ${tenantId} and f.customer_id = ${id}`,
};

type OfLines = "booking" | "visit";

/** Over `b`, a booking or a visit: what its lines say, in order, each once. */
const lines = (what: "l.service_name" | "p.name", of: OfLines): SQL => sql`(
  select string_agg(x.word, ', ' order by x.first) from (
    select ${sql.raw(what)} as word, min(l.position) as first from ${linesOf(of)}
    join staff p on p.tenant_id = l.tenant_id and p.id = l.staff_id
    where l.tenant_id = b.tenant_id and l.${idOf(of)} = b.id group by 1) x)`;

const linesOf = (of: OfLines): SQL => (of === "booking" ? sql`booking_lines l` : sql`visit_lines l`);
const idOf = (of: OfLines): SQL => (of === "booking" ? sql`booking_id` : sql`visit_id`);

function ownLine({ actor }: Scope, of: OfLines): SQL {
  const own = ownStaffOnly(actor);
  return own
    ? sql`and exists (select from ${linesOf(of)} where l.tenant_id = b.tenant_id and l.${idOf(of)} = b.id and l.staff_id = ${own})`
    : sql``;
}
