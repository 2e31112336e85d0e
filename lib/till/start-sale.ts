import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";
import { aboutOf } from "./internal/about";

export type Sellable = { id: string; name: string; priceMinor: number };
export type StartLine = {
  lineId: string;
  serviceId: string;
  name: string;
  staffId: string;
  staffName: string;
  unitMinor: number;
};

/** What somebody at the till begins with: what was done, what else can be sold, and who may have sold it. */
export type Start = {
  /** It is charged already: that sale is shown instead. */
  saleId: string | null;
  customer: { id: string; name: string } | null;
  lines: StartLine[];
  depositMinor: number;
  services: Sellable[];
  products: Sellable[];
  staff: { id: string; name: string }[];
  vatPercent: number | null;
  currency: string;
};

/** Null when there is no such booking or visit that could be charged. */
export async function startSale(
  scope: Scope,
  { booking = null, visit = null }: { booking?: string | null | undefined; visit?: string | null | undefined },
): Promise<Start | null> {
  const { tx, tenantId } = scope;
  const [row] = await tx.execute<{ start: string; known: boolean }>(sql`
    with about as (
      ${aboutOf(scope, { bookingId: booking, visitId: visit })}
    )
    select (a.visit_id is not null or a.booking_id is not null) as known, json_build_object(
      'saleId', (select s.id from sales s where s.tenant_id = ${tenantId} and s.status <> 'voided'
        and (s.visit_id = a.visit_id or s.booking_id = a.booking_id) limit 1),
      'customer', (select json_build_object('id', c.id, 'name', c.name) from customers c
        where c.tenant_id = ${tenantId} and c.id = a.customer_id),
      'lines', coalesce(
        (select json_agg(json_build_object('lineId', l.id, 'serviceId', l.service_id, 'name', l.service_name,
            'staffId', l.staff_id, 'staffName', p.name, 'unitMinor', l.price_minor) order by l.position)
          from visit_lines l join staff p on p.tenant_id = l.tenant_id and p.id = l.staff_id
          where l.tenant_id = ${tenantId} and l.visit_id = a.visit_id),
        (select json_agg(json_build_object('lineId', l.id, 'serviceId', l.service_id, 'name', l.service_name,
            'staffId', l.staff_id, 'staffName', p.name, 'unitMinor', l.price_minor) order by l.position)
          from booking_lines l join staff p on p.tenant_id = l.tenant_id and p.id = l.staff_id
          where l.tenant_id = ${tenantId} and l.booking_id = a.booking_id and a.visit_id is null), '[]'),
      'depositMinor', (select coalesce(sum(e.credit_minor - e.debit_minor), 0) from ledger_transactions t
        join ledger_entries e on e.tenant_id = t.tenant_id and e.transaction_id = t.id and e.account = 'deposits'
        where t.tenant_id = ${tenantId} and t.booking_id = a.booking_id),
      'services', (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name, 'priceMinor', s.price_minor)
          order by s.position, s.name), '[]')
        from services s where s.tenant_id = ${tenantId} and s.archived_at is null),
      'products', (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'priceMinor', p.price_minor)
          order by p.name), '[]') from products p where p.tenant_id = ${tenantId} and p.active),
      'staff', (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name) order by p.position, p.name), '[]')
        from staff p where p.tenant_id = ${tenantId} and p.archived_at is null),
      'vatPercent', (select l.vat_percent from tills l where l.tenant_id = ${tenantId}),
      'currency', t.currency)::text as start
    from about a join tenants t on t.id = ${tenantId}`);
  if (!row || ((booking || visit) && !row.known)) return null;
  return JSON.parse(row.start) as Start;
}
