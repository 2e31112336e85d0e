import { type SQL, sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";
import type { Days } from "../rules";

/** What counts as earned, as profit has it: tax is the state's and a tip somebody's own. */
export const earnedOn = sql`('services', 'products', 'fees', 'discounts')`;

/** `fee`: kept of a deposit, or whatever else is of no line. */
export type PartKind = "service" | "product" | "fee";

/** Two of them multiplied are still a whole number. */
const fits = sql`3000000000`;

/**
 * What was earned in these days, each amount shared out over the lines of its sale as it is for who has earned by it: by what
 * each line cost, after its part of the discount. Parts of a sale's day add up to it to the last cent (platform/share-out).
 */
export const revenueParts = ({ tenantId }: Scope, { from, to }: Days): SQL => sql`(
  with charged as (
    -- What a booking paid ahead is its sale's once there is one.
    select l.day, l.sale_id, case when l.sale_id is null then l.booking_id end as booking_id,
      coalesce(l.sale_id, l.booking_id) as what, sum(e.credit_minor - e.debit_minor)::bigint as minor
    from ledger_transactions l join ledger_entries e on e.tenant_id = l.tenant_id and e.transaction_id = l.id
    where l.tenant_id = ${tenantId} and l.day between ${from} and ${to} and e.account in ${earnedOn}
    group by 1, 2, 3, 4
  ), weights as (
    select s.sale_id, s.service_id, s.product_id, s.staff_id, s.position, s.quantity * s.unit_minor - s.discount_minor as weight
    from sale_lines s where s.tenant_id = ${tenantId}
  ), wholes as (
    select sale_id, sum(weight) as whole from weights group by 1
  ), floored as (
    -- Most amounts fit into whole numbers, which are quick to share out.
    select c.*, s.service_id, s.product_id, s.staff_id, s.position, coalesce(s.weight, 0) as weight, w.whole > 0 as shared,
      case when s.sale_id is null then c.minor when not w.whole > 0 then 0
        when abs(c.minor) < ${fits} and w.whole < ${fits} then c.minor * s.weight / w.whole::bigint
        else trunc(c.minor::numeric * s.weight / w.whole)::bigint end as part
    from charged c left join weights s on s.sale_id = c.sale_id left join wholes w on w.sale_id = c.sale_id
  ), uneven as (
    select what, day, minor - sum(part)::bigint as rest from floored group by what, day, minor having sum(part) <> minor
  ), more as (
    -- What is left over by whole cents goes to the first lines, one each; where no line cost anything, all of it to the first.
    select what, day, position, case when shared then (nth <= abs(rest))::int * sign(rest)::int when nth = 1 then rest else 0 end as minor
    from (select u.*, f.position, f.shared, row_number() over (partition by what, day order by f.weight = 0, f.position) as nth
      from uneven u join floored f using (what, day)) lines
  )
  select f.day, f.sale_id, f.booking_id, f.service_id, f.product_id, f.staff_id,
    case when f.service_id is not null then 'service' when f.product_id is not null then 'product' else 'fee' end as kind,
    f.part + coalesce(m.minor, 0) as minor
  from floored f left join more m on m.what = f.what and m.day = f.day and m.position = f.position
)`;
