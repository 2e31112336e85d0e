import { type SQL, sql } from "drizzle-orm";
import type { CustomerStatus } from "@/db/schema/customers";
import { actorMay } from "@/lib/auth/actor-may";
import type { Permission } from "@/lib/auth/permissions";
import { now } from "@/lib/platform/clock";
import { headOf, writePosition } from "@/lib/tenancy/head";
import { ownStaffOnly } from "@/lib/tenancy/own";
import type { Scope } from "@/lib/tenancy/scope";
import { nameless } from "./customer-by-phone";
import { type CustomerCard, customerCard } from "./customer-card";
import { andServed } from "./internal/served";
import { cameBack, rhythm } from "./segments";

export type Named = { id: string; name: string };

export type CustomerFile = CustomerCard & {
  /** For those who may write to customers. */
  email: string | null;
  status: CustomerStatus;
  location: string;
  birthday: string | null;
  tags: string[];
  preferredStaff: Named | null;
  favourites: Named[];
  serviceNotes: string;
  language: "en" | "sw";
  photo: string | null;
  archivedAt: string | null;
  /** Signs in with phone and code. */
  hasPortal: boolean;
  guardian: Named | null;
  children: Named[];
  /** What they paid for visits; null to whom it would tell what others earn. */
  spentMinor: number | null;
  currency: string;
  /** They come every so many days; null before that can be told. */
  everyDays: number | null;
  /** When they are expected next. */
  next: { bookingId: string; startsAt: string } | null;
  /** What they have to turn in, and what they write with the house; null to whom it is not told, or where there is none. */
  points: number | null;
  conversationId: string | null;
  /** Somebody who may be the same; null to whoever could not make them one. */
  twin: Named | null;
  position: string;
};

const named = (table: SQL, which: SQL): SQL =>
  sql`(select json_build_object('id', x.id, 'name', x.name) from ${table} x where x.tenant_id = c.tenant_id and ${which})`;
const allNamed = (from: SQL): SQL =>
  sql`(select coalesce(json_agg(json_build_object('id', x.id, 'name', x.name) order by lower(x.name), x.id), '[]') from ${from})`;

type Row = Omit<CustomerFile, keyof CustomerCard | "spentMinor" | "everyDays" | "next" | "position"> & {
  spent: string;
  rhythm: string | null;
  next: { bookingId: string; startsAt: string } | null;
};

/** All that stands in somebody's file, or null when there is none that this actor may see. */
export async function getCustomer(scope: Scope, id: string): Promise<CustomerFile | null> {
  const { actor, tenantId, tx } = scope;
  const can = (permission: Permission) => actorMay(actor, permission);
  const own = ownStaffOnly(actor);
  const [head, card, [row]] = await Promise.all([
    headOf(scope),
    customerCard(scope, sql`c.id = ${id} ${andServed(scope)}`),
    tx.execute<Row>(sql`
      select ${can("customers.contact") ? sql`c.email` : sql`null`} as email, c.status, c.location, c.birthday, c.tags,
        c.service_notes as "serviceNotes", c.language, c.archived_at as "archivedAt",
        c.account_id is not null as "hasPortal", t.currency,
        (select p.version from customer_photos p where p.tenant_id = c.tenant_id and p.customer_id = c.id) as photo,
        ${named(sql`staff`, sql`x.id = c.preferred_staff_id`)} as "preferredStaff",
        ${named(sql`customers`, sql`x.id = c.guardian_id`)} as guardian,
        ${allNamed(sql`customers x where x.tenant_id = c.tenant_id and x.guardian_id = c.id and x.archived_at is null`)} as children,
        ${allNamed(sql`customer_favourites f join services x on x.tenant_id = f.tenant_id and x.id = f.service_id
          where f.tenant_id = c.tenant_id and f.customer_id = c.id`)} as favourites,
        coalesce(s.spent, 0) as spent, case when s.visits >= 3 then round(${rhythm}) end as rhythm,
        ${can("rewards.see") ? sql`coalesce((select p.points from points_balances p where p.tenant_id = c.tenant_id and p.customer_id = c.id), 0)` : sql`null::int`} as points,
        ${can("conversations.keep") ? sql`(select k.id from conversations k where k.tenant_id = c.tenant_id and k.customer_id = c.id)` : sql`null::uuid`} as "conversationId",
        ${can("customers.merge") ? twinOf : sql`null::json`} as twin,
        (select json_build_object('bookingId', b.id, 'startsAt', b.starts_at) from bookings b
          where b.tenant_id = c.tenant_id and b.customer_id = c.id and b.starts_at > ${now().toISOString()}
            and b.status in ('requested', 'held', 'confirmed') ${own ? ownLine(own) : sql``}
          order by b.starts_at, b.id limit 1) as next
      from customers c join tenants t on t.id = c.tenant_id
      left join lateral (select * from ${cameBack(scope, id)} s) s on true
      where c.tenant_id = ${tenantId} and c.id = ${id}`),
  ]);
  if (!card || !row) return null;
  const { spent, rhythm: days, next, archivedAt, ...rest } = row;
  return {
    ...card,
    ...rest,
    archivedAt: archivedAt && new Date(archivedAt).toISOString(),
    next: next && { ...next, startsAt: new Date(next.startsAt).toISOString() },
    spentMinor: own ? null : Number(spent),
    everyDays: days === null ? null : Number(days),
    position: writePosition(head),
  };
}

/** The same sign-in, address or name, as in the list of those who are here twice. */
const twinOf = sql`(select json_build_object('id', x.id, 'name', x.name) from customers x
  where x.tenant_id = c.tenant_id and x.id <> c.id and x.archived_at is null and c.archived_at is null and c.name <> ${nameless}
    and (x.account_id = c.account_id or lower(x.email) = lower(c.email) or lower(x.name) = lower(c.name))
  order by x.created_at, x.id limit 1)`;

const ownLine = (staffId: string): SQL => sql`and exists (select from booking_lines l
  where l.tenant_id = b.tenant_id and l.booking_id = b.id and l.staff_id = ${staffId})`;

/** Whether there is such a customer whom this actor may see. */
export async function isSeen(scope: Scope, id: string): Promise<boolean> {
  const [row] = await scope.tx.execute(sql`
    select 1 from customers c where c.tenant_id = ${scope.tenantId} and c.id = ${id} ${andServed(scope)}`);
  return row !== undefined;
}
