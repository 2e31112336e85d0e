import { type SQL, sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";

type Asked = { bookingId: string | null; visitId: string | null };

/**
 * What a sale would be of, as one row of `visit_id`, `booking_id` and `customer_id`: a visit with its booking, or a booking
 * with its visit if it has become one. What was cancelled, or nobody came for, is not charged.
 */
export const aboutOf = ({ tenantId }: Scope, { bookingId, visitId }: Asked): SQL => sql`
  select v.id as visit_id, b.id as booking_id, coalesce(v.customer_id, b.customer_id) as customer_id
  from (select 1) one
  left join visits v on v.tenant_id = ${tenantId} and v.voided_at is null
    and (v.id = ${visitId} or ${visitId}::uuid is null and v.booking_id = ${bookingId})
  left join bookings b on b.tenant_id = ${tenantId} and b.id = coalesce(v.booking_id, ${bookingId})
    and b.status in ('confirmed', 'arrived', 'in_service', 'completed')`;
