import { type SQL, sql } from "drizzle-orm";
import { ownStaffOnly } from "@/lib/tenancy/own";
import type { Scope } from "@/lib/tenancy/scope";
import type { TimelineKind } from "../timeline-kinds";

/** One thing that happened, as the database tells it; what a kind has nothing of is null. */
export type Told = {
  id: string;
  kind: TimelineKind;
  at: string;
  title: string;
  /** Who did it, wrote it down or said it, or on which way. */
  who: string | null;
  status: string | null;
  /** What kind of message it is, or how points moved. */
  what: string | null;
  /** Why a message did not go. */
  failure: string | null;
  /** Points, stars, or how many messages of that day. */
  count: number | null;
  /** What it opens, where that is something else than itself. */
  opens: string | null;
  amount: string | null;
  currency: string | null;
  /** Of notes: taken back, and still to be read. */
  struck: boolean;
};

type Columns = { id: SQL; at: SQL; title: SQL } & Partial<Record<Exclude<keyof Told, "kind">, SQL>>;
type Part = (scope: Scope, customerId: string, alone: boolean) => SQL;

/** A row of the list, from wherever it is kept. */
const told = (kind: TimelineKind, of: Columns, from: SQL): SQL => sql`
  select ${of.id} as id, ${kind}::text as kind, ${of.at} as at, ${of.title} as title, ${of.who ?? none} as who,
    ${of.status ?? none} as status, ${of.what ?? none} as what, ${of.failure ?? none} as failure,
    ${of.count ?? sql`null::int`} as count, ${of.opens ?? none} as opens, ${of.amount ?? sql`null::bigint`} as amount,
    ${of.currency ?? none} as currency, ${of.struck ?? sql`false`} as struck
  from ${from}`;
const none = sql`null::text`;

export const timelineParts: Record<TimelineKind, Part> = {
  // A booking that became a visit is told once, as that; asked for by themselves they are all there.
  booking: (scope, id, alone) =>
    told(
      "booking",
      {
        ...{ id: sql`b.id`, at: sql`b.starts_at`, title: lines("l.service_name", "booking") },
        ...{ who: lines("p.name", "booking"), status: sql`b.status` },
        ...{ amount: sql`b.total_minor`, currency: sql`b.currency` },
      },
      sql`bookings b where b.tenant_id = ${scope.tenantId} and b.customer_id = ${id} ${ownLine(scope, "booking")}
        ${alone ? sql`` : sql`and not exists (select from visits v where v.tenant_id = b.tenant_id and v.booking_id = b.id and v.voided_at is null)`}`,
    ),
  visit: (scope, id) =>
    told(
      "visit",
      {
        ...{ id: sql`b.id`, at: sql`b.started_at`, title: lines("l.service_name", "visit") },
        ...{ who: lines("p.name", "visit"), amount: sql`b.total_minor`, currency: sql`b.currency` },
      },
      sql`visits b where b.tenant_id = ${scope.tenantId} and b.customer_id = ${id} and b.voided_at is null ${ownLine(scope, "visit")}`,
    ),
  payment: ({ tenantId }, id) =>
    told(
      "payment",
      {
        ...{ id: sql`y.id`, at: sql`coalesce(y.settled_at, y.created_at)`, title: sql`y.purpose` },
        ...{ who: sql`y.method`, status: sql`y.status`, amount: sql`y.amount_minor`, currency: sql`y.currency` },
      },
      sql`payments y where y.tenant_id = ${tenantId} and y.customer_id = ${id} and y.status in ('paid', 'paid_late', 'needs_review')`,
    ),
  // What lets somebody in is not for other eyes, however long ago it was good.
  message: ({ tenantId }, id) =>
    told(
      "message",
      {
        ...{ id: sql`m.id`, at: sql`m.created_at`, who: sql`m.channel`, status: sql`m.status`, what: sql`m.template` },
        failure: sql`nullif(m.failure, '')`,
        title: sql`case when m.secret_until is not null then 'A code to sign in'
          when m.subject <> '' then m.subject else left(m.body, 160) end`,
      },
      sql`messages m where m.tenant_id = ${tenantId} and m.customer_id = ${id}`,
    ),
  // A day's messages of each side are told once, by the last of them.
  conversation: ({ tenantId }, id) =>
    told(
      "conversation",
      {
        ...{ id: sql`d.id`, at: sql`d.created_at`, title: sql`left(d.words, 160)`, who: sql`d.side` },
        ...{ count: sql`d.many`, opens: sql`d.conversation_id::text` },
      },
      sql`(select m.*, row_number() over (partition by m.side, m.day order by m.seq desc) as nth,
          (count(*) over (partition by m.side, m.day))::int as many
        from (select m.*, (m.created_at at time zone t.time_zone)::date as day from conversations k
          join tenants t on t.id = k.tenant_id
          join conversation_messages m on m.tenant_id = k.tenant_id and m.conversation_id = k.id
          where k.tenant_id = ${tenantId} and k.customer_id = ${id}) m) d where d.nth = 1`,
    ),
  points: ({ tenantId }, id) =>
    told(
      "points",
      {
        ...{ id: sql`e.id`, at: sql`e.created_at`, title: sql`e.reason`, what: sql`e.kind`, count: sql`e.points` },
        opens: sql`e.voucher_id::text`,
      },
      sql`points_entries e where e.tenant_id = ${tenantId} and e.customer_id = ${id} and e.points <> 0`,
    ),
  voucher: ({ tenantId }, id) =>
    told(
      "voucher",
      {
        ...{ id: sql`v.id`, at: sql`v.created_at`, title: sql`v.name`, status: sql`v.status`, what: sql`v.origin` },
      },
      sql`vouchers v where v.tenant_id = ${tenantId} and v.customer_id = ${id}`,
    ),
  review: ({ tenantId }, id) =>
    told(
      "review",
      { id: sql`r.id`, at: sql`r.created_at`, title: sql`left(r.words, 160)`, count: sql`r.rating::int` },
      sql`reviews r where r.tenant_id = ${tenantId} and r.customer_id = ${id}`,
    ),
  // Said for every way at once, it is told once.
  consent: ({ tenantId }, id) =>
    told(
      "consent",
      {
        ...{ id: sql`s.id`, at: sql`s.created_at`, title: sql`s.purpose`, who: sql`s.source` },
        status: sql`case when s.granted then 'yes' else 'no' end`,
      },
      sql`(select distinct on (s.purpose, s.created_at, s.granted) s.* from consents s
        where s.tenant_id = ${tenantId} and s.customer_id = ${id}
        order by s.purpose, s.created_at, s.granted, s.id) s`,
    ),
  note: ({ tenantId }, id) =>
    told(
      "note",
      {
        ...{ id: sql`n.id`, at: sql`n.created_at`, title: sql`n.body`, who: sql`u.name` },
        struck: sql`n.struck_at is not null`,
      },
      sql`customer_notes n left join users u on u.id = n.by_user_id where n.tenant_id = ${tenantId} and n.customer_id = ${id}`,
    ),
  photo: ({ tenantId }, id) =>
    told(
      "photo",
      { id: sql`f.customer_id`, at: sql`f.created_at`, title: sql`f.version` },
      sql`customer_photos f where f.tenant_id = ${tenantId} and f.customer_id = ${id}`,
    ),
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
