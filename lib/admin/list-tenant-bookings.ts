import { platformPool } from "@/db/platform-client";
import type { BookingStatus } from "@/db/schema/bookings";
import { shortName } from "@/lib/platform/masked";
import type { TenantRowsInput } from "./input";

export type TenantBooking = {
  id: string;
  reference: string;
  status: BookingStatus;
  startsAt: string;
  timeZone: string;
  services: string;
  /** `Akoth O.` */
  customer: string;
  totalMinor: number;
  currency: string;
};
export type TenantBookingPage = { items: TenantBooking[]; nextCursor: string | null };

type Row = Omit<TenantBooking, "startsAt" | "totalMinor"> & { startsAt: Date; totalMinor: string };

/** The bookings of one business, the latest first; of the customers no more than tells them apart. */
export async function listTenantBookings(
  tenantId: string,
  { cursor, limit }: TenantRowsInput,
): Promise<TenantBookingPage> {
  const { rows } = await platformPool().query<Row>(
    `select b.id, b.reference, b.status, b.starts_at as "startsAt", t.time_zone as "timeZone",
       (select string_agg(l.service_name, ', ' order by l.position) from booking_lines l
         where l.tenant_id = b.tenant_id and l.booking_id = b.id) as services,
       c.name as customer, b.total_minor as "totalMinor", b.currency
     from bookings b join tenants t on t.id = b.tenant_id
     join customers c on c.tenant_id = b.tenant_id and c.id = b.customer_id
     where b.tenant_id = $1 and ($2::uuid is null or (b.starts_at, b.id) < (select o.starts_at, o.id from bookings o
       where o.tenant_id = $1 and o.id = $2))
     order by b.starts_at desc, b.id desc limit $3`,
    [tenantId, cursor ?? null, limit + 1],
  );
  const items = rows.slice(0, limit).map(({ startsAt, customer, totalMinor, services, ...row }) => ({
    ...row,
    startsAt: startsAt.toISOString(),
    services: services ?? "",
    customer: shortName(customer),
    totalMinor: Number(totalMinor),
  }));
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}
