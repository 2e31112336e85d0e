import { type SQL, sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";

/** What counts as earned, as profit has it: tax is the state's and a tip somebody's own. */
export const earnedOn = sql`('services', 'products', 'fees', 'discounts')`;

/** `fee`: kept of a deposit, or whatever else is of no line. */
export type PartKind = "service" | "product" | "fee";

/** Two of them multiplied are still a whole number. */
const fits = sql`3000000000`;

const kind = sql`case when service_id is not null then 'service' when product_id is not null then 'product' else 'fee' end`;
const part = (minor: SQL) =>
  sql`day, sale_id, booking_id, service_id, product_id, staff_id, ${kind} as kind, ${minor} as minor`;

/**
 * What was earned on the days that `on` leaves of transactions `l`, each amount shared out over the lines of its sale as it is for who has earned by it: by what
 * each line cost, after its part of the discount. Parts of a sale's day add up to it to the last cent (platform/share-out); what
 * is left over by whole cents is a part of its own. Sums are of floats, which are quick and exact for more than any house has.
 */
export const revenueParts = ({ tenantId }: Scope, on: SQL): SQL => sql`(
  with charged as (
    -- What a booking paid ahead is its sale's once there is one.
    select l.day, l.sale_id, case when l.sale_id is null then l.booking_id end as booking_id,
      sum((e.credit_minor - e.debit_minor)::float8)::bigint as minor
    from ledger_transactions l join ledger_entries e on e.tenant_id = l.tenant_id and e.transaction_id = l.id
    where l.tenant_id = ${tenantId} and ${on} and e.account in ${earnedOn}
    group by 1, 2, 3
  ), weights as (
    select s.sale_id, s.service_id, s.product_id, s.staff_id, s.position, s.quantity * s.unit_minor - s.discount_minor as weight
    from sale_lines s where s.tenant_id = ${tenantId} and s.sale_id in (select sale_id from charged)
  ), wholes as (
    select sale_id, sum(weight::float8)::bigint as whole from weights group by 1
  ), floored as (
    -- Most amounts fit into whole numbers, which are quick to share out.
    select c.*, w.whole, s.service_id, s.product_id, s.staff_id, s.position, s.weight,
      case when s.sale_id is null then c.minor when not w.whole > 0 then 0
        when abs(c.minor) < ${fits} and w.whole < ${fits} then c.minor * s.weight / w.whole
        else trunc(c.minor::numeric * s.weight / w.whole)::bigint end as part,
      case when s.sale_id is null then false when not w.whole > 0 then c.minor <> 0
        when abs(c.minor) < ${fits} and w.whole < ${fits} then c.minor * s.weight % w.whole <> 0
        else c.minor::numeric * s.weight % w.whole <> 0 end as uneven
    from charged c left join weights s on s.sale_id = c.sale_id left join wholes w on w.sale_id = c.sale_id
  ), over as (
    select *, minor - sum(part) over (partition by sale_id, day)::bigint as rest,
      row_number() over (partition by sale_id, day order by weight = 0, position) as nth
    from floored where (sale_id, day) in (select sale_id, day from floored where uneven)
  )
  select ${part(sql`part`)} from floored
  union all
  -- It goes to the first lines, a cent each; where no line cost anything, all of it to the first.
  select ${part(sql`case when whole > 0 then (nth <= abs(rest))::int * sign(rest)::int when nth = 1 then rest else 0 end`)} from over
)`;
