import { type SQL, sql } from "drizzle-orm";
import type { CustomerStatus } from "@/db/schema/customers";
import { actorMay } from "@/lib/auth/actor-may";
import { headOf, writePosition } from "@/lib/tenancy/head";
import { ownStaffOnly } from "@/lib/tenancy/own";
import type { Scope } from "@/lib/tenancy/scope";
import { nameless } from "./customer-by-phone";
import { customerLike } from "./customer-like";
import { andServed } from "./internal/served";
import type { CustomerFilters, CustomersQuery } from "./segment-input";
import { findSegment, hasTag, segmentWhere } from "./segments";

export type CustomerItem = {
  id: string;
  name: string;
  /** For those who may call customers; null as well where none is known. */
  phone: string | null;
  status: CustomerStatus;
  tags: string[];
  location: string;
  /** Names the picture. */
  photo: string | null;
  visits: number;
  lastVisit: string | null;
  /** Who answers for a child. */
  guardianName: string | null;
};

export type CustomerPage = {
  items: CustomerItem[];
  /** Of all that the filters leave. */
  total: number;
  nextCursor: string | null;
  position: string;
};

type Row = CustomerItem & { total: number };

/** Everybody the house knows, by name, page by page; the last one's id is the cursor. */
export async function listCustomers(
  scope: Scope,
  { limit, cursor, ...filters }: CustomersQuery,
): Promise<CustomerPage> {
  const which = await whichOf(scope, filters);
  // What has to be worked out is worked out once, for the page and for how many they are; by name alone there is an index.
  const kept = filters.search || filters.segment || filters.tag ? sql`materialized` : sql`not materialized`;
  const [head, rows] = await Promise.all([
    headOf(scope),
    scope.tx.execute<Row>(sql`
      with found as ${kept} (select c.tenant_id, c.id, lower(c.name) as by_name from customers c where ${which})
      select c.id, c.name, ${phoneFor(scope)} as phone, c.status, c.tags, c.location, p.version as photo, v.visits,
        v.last as "lastVisit", g.name as "guardianName", sum.total
      from (select count(*)::int as total from found) sum
      left join (select * from found f where true ${after(scope, cursor)} order by f.by_name, f.id limit ${limit + 1}) f on true
      left join customers c on c.tenant_id = f.tenant_id and c.id = f.id
      left join customer_photos p on p.tenant_id = c.tenant_id and p.customer_id = c.id
      left join customers g on g.tenant_id = c.tenant_id and g.id = c.guardian_id
      left join lateral (select count(*)::int as visits, max(v.started_at) as last from visits v
        where v.tenant_id = c.tenant_id and v.customer_id = c.id and v.voided_at is null ${ownVisits(scope)}) v on true
      order by f.by_name, f.id`),
  ]);
  const found = rows.filter(({ id }) => id !== null);
  const items = found.slice(0, limit).map(({ total: _, ...row }) => ({ ...row, lastVisit: iso(row.lastVisit) }));
  return {
    items,
    total: rows[0]!.total,
    nextCursor: found.length > limit ? (items.at(-1)?.id ?? null) : null,
    position: writePosition(head),
  };
}

export type CustomerLine = Omit<CustomerItem, "photo" | "guardianName"> & {
  email: string | null;
  birthday: string | null;
  spentMinor: number;
  currency: string;
  since: string;
};

/** All that the filters leave, for a file. What must not come near them, and what was noted, stays in the house. */
export async function customersForFile(scope: Scope, filters: CustomerFilters): Promise<CustomerLine[]> {
  const which = await whichOf(scope, filters);
  const rows = await scope.tx.execute<Omit<CustomerLine, "spentMinor"> & { spent: string }>(sql`
    select c.id, c.name, ${phoneFor(scope)} as phone, c.email, c.status, c.tags, c.location, c.birthday,
      c.created_at as since, coalesce(v.visits, 0) as visits, v.last as "lastVisit", coalesce(v.spent, 0) as spent, t.currency
    from customers c join tenants t on t.id = c.tenant_id
    left join (select customer_id, count(*)::int as visits, max(started_at) as last, sum(paid_minor) as spent
      from visits where tenant_id = ${scope.tenantId} and voided_at is null group by customer_id) v on v.customer_id = c.id
    where ${which} order by lower(c.name), c.id`);
  return rows.map(({ spent, ...row }) => ({
    ...row,
    spentMinor: Number(spent),
    lastVisit: iso(row.lastVisit),
    since: iso(row.since)!,
  }));
}

/** The tags that are in use, the commonest first. */
export async function customerTags({ tx, tenantId, actor }: Scope): Promise<string[]> {
  if (ownStaffOnly(actor)) return [];
  const rows = await tx.execute<{ tag: string }>(sql`
    select min(tag) as tag from customers c, unnest(c.tags) as tag
    where c.tenant_id = ${tenantId} and c.archived_at is null and c.tags <> '{}'
    group by lower(tag) order by count(*) desc, lower(tag) limit 100`);
  return rows.map(({ tag }) => tag);
}

const iso = (at: string | null): string | null => at && new Date(at).toISOString();

const phoneFor = ({ actor }: Scope): SQL => (actorMay(actor, "customers.contact") ? sql`c.phone` : sql`null`);

/** Over `v`: whoever serves is told of their own work only. */
function ownVisits({ actor }: Scope): SQL {
  const own = ownStaffOnly(actor);
  return own
    ? sql`and exists (select from visit_lines l where l.tenant_id = v.tenant_id and l.visit_id = v.id and l.staff_id = ${own})`
    : sql``;
}

/** Over `c`. Nobody's name without a number is nobody to be found. */
async function whichOf(scope: Scope, { search, status, tag, segment, archived }: CustomerFilters): Promise<SQL> {
  const found = segment ? await findSegment(scope, segment) : undefined;
  return sql`c.tenant_id = ${scope.tenantId} and c.archived_at is ${archived ? sql`not null` : sql`null`}
    and (c.phone is not null or c.name <> ${nameless}) ${andServed(scope)}
    ${search ? sql`and ${customerLike(search, scope.actor)}` : sql``}
    ${status ? sql`and c.status = ${status}` : sql``}
    ${tag ? sql`and ${hasTag(tag)}` : sql``}
    ${found === undefined ? sql`` : found ? sql`and ${segmentWhere(scope, found)}` : sql`and false`}`;
}

const after = ({ tenantId }: Scope, cursor: string | undefined): SQL =>
  cursor
    ? sql`and (f.by_name, f.id) > (select lower(o.name), o.id from customers o where o.tenant_id = ${tenantId} and o.id = ${cursor})`
    : sql``;
