import { sql } from "drizzle-orm";
import type { BookingStatus } from "@/db/schema/bookings";
import { now } from "@/lib/platform/clock";
import { headOf, writePosition } from "@/lib/tenancy/head";
import { ownStaffOnly } from "@/lib/tenancy/own";
import type { Scope } from "@/lib/tenancy/scope";

export type BookingItem = {
  id: string;
  reference: string;
  status: BookingStatus;
  startsAt: string;
  endsAt: string;
  customerName: string;
  /** The name typed with the booking, when it is not the customer's: somebody booked on their number. */
  bookedAs: string | null;
  services: string[];
  staffNames: string[];
  totalMinor: number;
  currency: string;
};

/** Who comes next: live bookings that have not ended, soonest first. A staff member sees their own. */
export async function listNext(scope: Scope, { limit }: { limit: number }) {
  const own = ownStaffOnly(scope.actor);
  const mine = own
    ? sql`and exists (select 1 from booking_lines l where l.tenant_id = b.tenant_id and l.booking_id = b.id and l.staff_id = ${own})`
    : sql``;
  const [head, rows] = await Promise.all([
    headOf(scope),
    scope.tx.execute<Row>(sql`
      select b.id, b.reference, b.status, b.starts_at, b.ends_at, b.total_minor, b.currency,
        c.name as customer_name, b.booked_as->>'name' as typed,
        array_agg(l.service_name order by l.position) as services,
        array_agg(distinct p.name) as staff_names
      from bookings b
      join customers c on c.tenant_id = b.tenant_id and c.id = b.customer_id
      join booking_lines l on l.tenant_id = b.tenant_id and l.booking_id = b.id
      join staff p on p.tenant_id = l.tenant_id and p.id = l.staff_id
      where b.tenant_id = ${scope.tenantId} and b.ends_at > ${now().toISOString()}
        and b.status in ('requested', 'confirmed', 'arrived', 'in_service') ${mine}
      group by b.tenant_id, b.id, c.name
      order by b.starts_at, b.id limit ${limit}`),
  ]);
  return { items: rows.map(item), position: writePosition(head), seq: head.seq };
}

type Row = {
  id: string;
  reference: string;
  status: BookingStatus;
  starts_at: string;
  ends_at: string;
  total_minor: string;
  currency: string;
  customer_name: string;
  typed: string;
  services: string[];
  staff_names: string[];
};

const item = (row: Row): BookingItem => ({
  id: row.id,
  reference: row.reference,
  status: row.status,
  startsAt: new Date(row.starts_at).toISOString(),
  endsAt: new Date(row.ends_at).toISOString(),
  customerName: row.customer_name,
  bookedAs: row.typed === row.customer_name ? null : row.typed,
  services: row.services,
  staffNames: row.staff_names,
  totalMinor: Number(row.total_minor),
  currency: row.currency,
});
