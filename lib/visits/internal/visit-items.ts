import { type SQL, sql } from "drizzle-orm";
import { ownStaffOnly } from "@/lib/tenancy/own";
import type { Scope } from "@/lib/tenancy/scope";

/** A visit in a list. */
export type VisitItem = {
  id: string;
  startedAt: string;
  /** Null while it goes on. */
  completedAt: string | null;
  customerName: string;
  services: string[];
  staffNames: string[];
  /** To a staff member what they did themselves costs so much. */
  totalMinor: number;
  /** Null for a staff member. */
  paidMinor: number | null;
  currency: string;
};

export type VisitRow = {
  id: string;
  started_at: string;
  completed_at: string | null;
  customer_name: string;
  services: string[];
  staff_names: string[];
  total_minor: string;
  paid_minor: string | null;
  currency: string;
};

/** What of a visit `v` is shown to whoever asks, for a statement that groups nothing. */
export const visitColumns = (scope: Scope): SQL => sql`v.id, v.started_at, v.completed_at, ${money(scope)}, v.currency,
  (select c.name from customers c where c.tenant_id = v.tenant_id and c.id = v.customer_id) as customer_name,
  (select array_agg(l.service_name order by l.position) from visit_lines l
    where l.tenant_id = v.tenant_id and l.visit_id = v.id) as services,
  (select array_agg(p.name order by l.position) from visit_lines l join staff p on p.tenant_id = l.tenant_id and p.id = l.staff_id
    where l.tenant_id = v.tenant_id and l.visit_id = v.id) as staff_names`;

function money({ actor }: Scope): SQL {
  const own = ownStaffOnly(actor);
  return own
    ? sql`(select sum(l.price_minor) from visit_lines l
        where l.tenant_id = v.tenant_id and l.visit_id = v.id and l.staff_id = ${own}) as total_minor, null as paid_minor`
    : sql`v.total_minor, v.paid_minor`;
}

export const visitItem = (row: VisitRow): VisitItem => ({
  id: row.id,
  startedAt: new Date(row.started_at).toISOString(),
  completedAt: row.completed_at && new Date(row.completed_at).toISOString(),
  customerName: row.customer_name,
  services: row.services,
  staffNames: [...new Set(row.staff_names)],
  totalMinor: Number(row.total_minor),
  paidMinor: row.paid_minor === null ? null : Number(row.paid_minor),
  currency: row.currency,
});

/** Over `v`: it happened, and it is one that this actor may see; a staff member sees those with work of their own. */
export function seenVisits(scope: Scope): SQL {
  const own = ownStaffOnly(scope.actor);
  return sql`v.tenant_id = ${scope.tenantId} and v.voided_at is null ${own ? doneBy(own) : sql``}`;
}

export const doneBy = (staffId: string): SQL => sql`and exists (select 1 from visit_lines o
  where o.tenant_id = v.tenant_id and o.visit_id = v.id and o.staff_id = ${staffId})`;
