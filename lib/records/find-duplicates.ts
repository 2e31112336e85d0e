import { sql } from "drizzle-orm";
import { nameless } from "@/lib/customers/customer-by-phone";
import { headOf, writePosition } from "@/lib/tenancy/head";
import type { Scope } from "@/lib/tenancy/scope";

export type Twin = {
  id: string;
  name: string;
  phone: string | null;
  email: string | null;
  since: string;
  bookings: number;
};
/** Why two are likely to be one: the same sign-in, the same address, or the same name. */
export type Likeness = "account" | "email" | "name";
export type Pair = { why: Likeness; one: Twin; other: Twin };
export type Merged = { id: string; kept: { id: string; name: string }; at: string; by: string | null; rows: number };
/** Two who look alike and are not the same, as somebody said. */
export type Apart = { one: Pick<Twin, "id" | "name">; other: Pick<Twin, "id" | "name">; at: string; by: string | null };
export type Duplicates = {
  items: Pair[];
  nextCursor: string | null;
  merged: Merged[];
  apart: Apart[];
  position: string;
};

const perPage = 20;
const lately = 10;

/** Customers who are likely to be in the books twice, the newest of them first. A number is nobody else's, however it was written. */
export async function findDuplicates(scope: Scope, cursor?: { one: string; other: string }): Promise<Duplicates> {
  const { tx, tenantId } = scope;
  const twin = (c: string) =>
    sql.raw(`json_build_object('id', ${c}.id, 'name', ${c}.name, 'phone', ${c}.phone,
    'email', ${c}.email, 'since', ${c}.created_at, 'bookings', (select count(*)::int from bookings b
      where b.tenant_id = ${c}.tenant_id and b.customer_id = ${c}.id))`);
  const page = cursor ? sql`and (b.id, a.id) < (${cursor.other}::uuid, ${cursor.one}::uuid)` : sql``;
  const like = (why: Likeness, same: string) => sql`
    select a.id as one, b.id as other, ${why}::text as why from customers a
    join customers b on b.tenant_id = a.tenant_id and ${sql.raw(same)} and a.id < b.id and b.archived_at is null
    where a.tenant_id = ${tenantId} and a.archived_at is null and a.name <> ${nameless} and b.name <> ${nameless} ${page}
      and not exists (select from customers_apart d where d.tenant_id = a.tenant_id and d.one_id = a.id and d.other_id = b.id
        and d.undone_at is null)`;
  const items = await tx.execute<Pair>(sql`
    with pairs as (
      select one, other, min(why) as why from (
        ${like("account", "b.account_id = a.account_id")}
        union all ${like("email", "lower(b.email) = lower(a.email)")}
        union all ${like("name", "lower(b.name) = lower(a.name)")}
      ) p group by one, other order by other desc, one desc limit ${perPage + 1}
    )
    select p.why, ${twin("a")} as one, ${twin("b")} as other from pairs p
    join customers a on a.tenant_id = ${tenantId} and a.id = p.one
    join customers b on b.tenant_id = ${tenantId} and b.id = p.other
    order by p.other desc, p.one desc`);
  const shown = items.slice(0, perPage);
  const last = items.length > perPage ? shown.at(-1) : undefined;
  return {
    items: shown,
    nextCursor: last ? `${last.one.id} ${last.other.id}` : null,
    merged: cursor ? [] : await mergedLately(scope),
    apart: cursor ? [] : await toldApart(scope),
    position: writePosition(await headOf(scope)),
  };
}

/** What was made one and can be taken apart again. */
async function mergedLately({ tx, tenantId }: Scope): Promise<Merged[]> {
  const rows = await tx.execute<Merged>(sql`
    select m.id, json_build_object('id', c.id, 'name', c.name) as kept, m.created_at as at, u.name as by,
      (select coalesce(sum(jsonb_array_length(value)), 0)::int from jsonb_each(m.moved)) as rows
    from customer_merges m
    join customers c on c.tenant_id = m.tenant_id and c.id = m.kept_id and c.archived_at is null
    left join users u on u.id = m.by_user_id
    where m.tenant_id = ${tenantId} and m.undone_at is null
    order by m.created_at desc, m.id desc limit ${lately}`);
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
}

/** What was said to be two and can be taken back. */
async function toldApart({ tx, tenantId }: Scope): Promise<Apart[]> {
  const rows = await tx.execute<Apart>(sql`
    select json_build_object('id', a.id, 'name', a.name) as one, json_build_object('id', b.id, 'name', b.name) as other,
      d.created_at as at, u.name as by
    from customers_apart d
    join customers a on a.tenant_id = d.tenant_id and a.id = d.one_id and a.archived_at is null
    join customers b on b.tenant_id = d.tenant_id and b.id = d.other_id and b.archived_at is null
    left join users u on u.id = d.by_user_id
    where d.tenant_id = ${tenantId} and d.undone_at is null
    order by d.created_at desc, d.one_id limit ${lately}`);
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
}
