import { sql } from "drizzle-orm";
import type { BookingStatus } from "@/db/schema/bookings";
import { reached } from "@/lib/customers/reached";
import type { Scope } from "@/lib/tenancy/scope";
import type { Reached } from "../in-wished-ways";

export type Confirmed = Reached & {
  id: string;
  reference: string;
  status: BookingStatus;
  starts_at: string;
  expires_at: string | null;
  house: string;
  time_zone: string;
  services: string;
  /** They waited for it. */
  is_offer: boolean;
  deposit_minor: string | null;
  deposit: "due" | "paid" | "waived" | null;
  currency: string;
  series_id: string | null;
  series_weeks: number | null;
};

/** What a confirmation says of these bookings, and of those that come round with them. */
export const placedBookings = (scope: Scope, bookingIds: readonly string[]): Promise<Confirmed[]> => {
  const ids = `{${bookingIds.join(",")}}`;
  return scope.tx.execute<Confirmed>(sql`
    select b.id, b.reference, b.status, b.starts_at, b.expires_at, ${reached()}, c.id as customer_id, t.name as house,
      t.time_zone, b.deposit_minor, b.deposit, b.currency, b.series_id, b.series_weeks,
      exists (select 1 from waitlist_offers o where o.tenant_id = b.tenant_id and o.booking_id = b.id) as is_offer,
      (select string_agg(l.service_name, ', ' order by l.position) from booking_lines l
        where l.tenant_id = b.tenant_id and l.booking_id = b.id) as services
    from bookings b
    join customers c on c.tenant_id = b.tenant_id and c.id = b.customer_id
    join tenants t on t.id = b.tenant_id
    where b.tenant_id = ${scope.tenantId} and b.id in (
      select unnest(${ids}::uuid[])
      union select other.id from bookings s join bookings other
        on other.tenant_id = s.tenant_id and other.series_id = s.series_id
        where s.tenant_id = ${scope.tenantId} and s.id = any(${ids}::uuid[]) and s.series_id is not null)
    order by b.created_at, b.starts_at, b.id`);
};
