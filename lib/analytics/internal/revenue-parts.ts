import { type SQL, sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";
import type { Days } from "../rules";

/** What counts as earned, as profit has it: tax is the state's and a tip somebody's own. */
export const earnedOn = sql`('services', 'products', 'fees', 'discounts')`;

/** `fee`: kept of a deposit, or whatever else is of no line. */
export type PartKind = "service" | "product" | "fee";

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
  ), weighed as (
    select c.*, s.service_id, s.product_id, s.staff_id, coalesce(s.weight, 0) as weight, sum(s.weight) over sale as whole,
      row_number() over (sale order by s.weight = 0, s.position) as nth
    from charged c left join weights s on s.sale_id = c.sale_id
    window sale as (partition by c.what, c.day)
  ), floored as (
    select *, case when whole > 0 then trunc(minor::numeric * weight / whole)::bigint when nth = 1 then minor else 0 end as part
    from weighed
  )
  select day, sale_id, booking_id, service_id, product_id, staff_id,
    case when service_id is not null then 'service' when product_id is not null then 'product' else 'fee' end as kind,
    -- What is left over by whole cents goes to the first lines, one each.
    part + case when nth <= abs(minor - sum(part) over sale) then sign(minor)::int else 0 end as minor
  from floored window sale as (partition by what, day)
)`;
