import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";
import type { Days } from "../rules";
import { daysNotKept } from "./kept-days";
import { type PartKind, revenueParts } from "./revenue-parts";

/** What somebody or something has brought. */
export type RevenueShare = { id: string | null; name: string; minor: number };

type Row = {
  about: "thing" | "staff" | "category";
  kind: PartKind;
  id: string | null;
  name: string | null;
  minor: string;
};

/** What was earned, by what it was earned with, by whom and by which kind of service; the largest first. */
export async function sharesOf(scope: Scope, days: Days) {
  const { tx, tenantId } = scope;
  const rows = await tx.execute<Row>(sql`
    with parts as (
      select kind, coalesce(service_id, product_id) as thing_id, service_id, product_id, staff_id, sum(minor) as minor
      from (
        select kind, service_id, product_id, staff_id, minor from day_parts
          where tenant_id = ${tenantId} and day between ${days.from} and ${days.to}
        union all
        select kind, service_id, product_id, staff_id, minor
          from ${revenueParts(scope, sql`l.day = any(${daysNotKept(scope, [days])})`)} live
      ) p group by 1, 2, 3, 4, 5
    )
    select 'thing' as about, p.kind, p.thing_id as id, coalesce(v.name, d.name) as name, sum(p.minor) as minor
      from parts p left join services v on v.tenant_id = ${tenantId} and v.id = p.service_id
      left join products d on d.tenant_id = ${tenantId} and d.id = p.product_id group by 2, 3, 4
    union all
    select 'staff', null, p.staff_id, t.name, sum(p.minor)
      from parts p left join staff t on t.tenant_id = ${tenantId} and t.id = p.staff_id group by 3, 4
    union all
    select 'category', 'service', null, v.category, sum(p.minor)
      from parts p join services v on v.tenant_id = ${tenantId} and v.id = p.service_id group by 4
    order by minor desc, name`);
  const of = (about: Row["about"], kind?: PartKind): RevenueShare[] =>
    rows
      .filter((row) => row.about === about && (!kind || row.kind === kind) && Number(row.minor) !== 0)
      .map(({ id, name, minor }) => ({ id, name: name ?? "", minor: Number(minor) }));
  return {
    services: of("thing", "service"),
    products: of("thing", "product"),
    feesMinor: of("thing", "fee").reduce((sum, { minor }) => sum + minor, 0),
    staff: of("staff"),
    categories: of("category").map(({ name, minor }) => ({ name, minor })),
  };
}
