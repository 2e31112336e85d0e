import { sql } from "drizzle-orm";
import type { BookingStatus } from "@/db/schema/bookings";
import type { Wishes } from "@/db/schema/customers";
import { bookingToken } from "@/lib/bookings/booking-token";
import { env } from "@/lib/platform/env";
import { formatDayTime } from "@/lib/platform/format";
import type { Scope } from "@/lib/tenancy/scope";
import { addMessage } from "./queue-message";

type Confirmed = {
  reference: string;
  status: BookingStatus;
  starts_at: string;
  phone: string | null;
  email: string | null;
  wishes: Wishes;
  customer_id: string;
  house: string;
  time_zone: string;
  services: string;
};

/** The customer's confirmation on the ways they want, once per booking and way however often the job runs. */
export async function confirmToCustomer(scope: Scope, { bookingId }: { bookingId: string }): Promise<void> {
  const [booking] = await scope.tx.execute<Confirmed>(sql`
    select b.reference, b.status, b.starts_at, c.phone, c.email, c.wishes, c.id as customer_id, t.name as house, t.time_zone,
      (select string_agg(l.service_name, ', ' order by l.position) from booking_lines l
        where l.tenant_id = b.tenant_id and l.booking_id = b.id) as services
    from bookings b
    join customers c on c.tenant_id = b.tenant_id and c.id = b.customer_id
    join tenants t on t.id = b.tenant_id
    where b.tenant_id = ${scope.tenantId} and b.id = ${bookingId}`);
  if (!booking) return;

  const { house, services, reference } = booking;
  const said = booking.status === "requested" ? "has your request for" : "expects you for";
  const when = formatDayTime(booking.starts_at, booking.time_zone);
  const link = `${env().APP_URL}/b/${bookingToken(bookingId)}`;
  const message = {
    customerId: booking.customer_id,
    template: "booking-placed",
    body: `${house} ${said} ${services}, ${when}. Reference ${reference}. ${link}`,
  };
  const { phone, email, wishes } = booking;
  if (phone && wishes.bySms)
    await addMessage(scope, { ...message, channel: "sms", to: phone, dedupeKey: `booking-placed ${bookingId}` });
  if (email && wishes.byEmail)
    await addMessage(scope, {
      ...message,
      channel: "email",
      to: email,
      subject: `${house}: ${when}`,
      dedupeKey: `booking-placed ${bookingId} email`,
    });
}
