import { type SQL, sql } from "drizzle-orm";
import { actorMay } from "@/lib/auth/actor-may";
import { ownStaffOnly } from "@/lib/tenancy/own";
import type { Scope } from "@/lib/tenancy/scope";

/** What whoever serves somebody should know of them. */
export type CustomerCard = {
  id: string;
  name: string;
  /** For those who may call customers. */
  phone: string | null;
  /** Null to a key that was given bookings and not customers; so is what they owe. */
  allergies: string | null;
  notes: string | null;
  /** When they first came into the house's books. */
  since: string;
  visits: number;
  lastVisit: string | null;
  /** How often they have not come: what was taken back is not counted. */
  missed: number;
  /** What they owe in fees, by currency; null to whom it would tell what others earn. */
  owes: { amountMinor: number; currency: string }[] | null;
};

/** Of the customer that `which` (over `c`) picks, in one statement. Whether the actor serves them is the caller's to see to. */
export async function customerCard(scope: Scope, which: SQL): Promise<CustomerCard | null> {
  const { actor, tenantId } = scope;
  const mayCall = actorMay(actor, "customers.contact");
  const isTold = actorMay(actor, "customers.see");
  const own = ownStaffOnly(actor);
  const [row] = await scope.tx.execute<CustomerCard>(sql`
    select c.id, c.name, ${mayCall ? sql`c.phone` : sql`null`} as phone,
      ${isTold ? sql`c.allergies, c.notes` : sql`null as allergies, null as notes`}, c.created_at as since,
      v.many as visits, v.last as "lastVisit",
      (select count(*)::int from bookings b
        where b.tenant_id = c.tenant_id and b.customer_id = c.id and b.status = 'no_show') as missed,
      ${own || !isTold ? sql`null` : owedBy} as owes
    from customers c
    cross join lateral (select count(*)::int as many, max(v.started_at) as last from visits v
      where v.tenant_id = c.tenant_id and v.customer_id = c.id and v.voided_at is null) v
    where c.tenant_id = ${tenantId} and ${which}`);
  const iso = (at: string) => new Date(at).toISOString();
  return row ? { ...row, since: iso(row.since), lastVisit: row.lastVisit && iso(row.lastVisit) } : null;
}

const owedBy = sql`(select coalesce(json_agg(json_build_object('amountMinor', o.owed, 'currency', o.currency)), '[]') from (
  select sum(f.amount_minor)::bigint as owed, f.currency from booking_fees f
  join bookings b on b.tenant_id = f.tenant_id and b.id = f.booking_id
  where b.tenant_id = c.tenant_id and b.customer_id = c.id and f.status = 'owed' group by f.currency) o)`;
