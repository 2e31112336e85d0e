import { and, eq } from "drizzle-orm";
import { bookingLines, bookings } from "@/db/schema/bookings";
import { customers } from "@/db/schema/customers";
import { messages } from "@/db/schema/notifications";
import { tenants } from "@/db/schema/tenants";
import { bookingToken } from "@/lib/bookings/booking-token";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { formatDayTime } from "@/lib/platform/format";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";

/** The customer's confirmation, once per booking however often the job runs. */
export async function confirmToCustomer(scope: Scope, event: { bookingId: string }): Promise<void> {
  const [[found], lines] = await Promise.all([
    bookingOf(scope, event.bookingId),
    scope.tx
      .select({ name: bookingLines.serviceName })
      .from(bookingLines)
      .where(and(eq(bookingLines.tenantId, scope.tenantId), eq(bookingLines.bookingId, event.bookingId)))
      .orderBy(bookingLines.position),
  ]);
  if (!found?.phone) return;

  const { booking, house, timeZone } = found;
  const said = booking.status === "requested" ? "has your request for" : "expects you for";
  const when = formatDayTime(booking.startsAt.toISOString(), timeZone);
  await scope.tx
    .insert(messages)
    .values({
      tenantId: scope.tenantId,
      id: newId(),
      channel: "sms",
      toAddress: found.phone,
      customerId: found.customerId,
      template: "booking-placed",
      body: `${house} ${said} ${lines.map((line) => line.name).join(", ")}, ${when}. Reference ${booking.reference}. ${env().APP_URL}/b/${bookingToken(booking.id)}`,
      dedupeKey: `booking-placed ${booking.id}`,
      createdAt: now(),
    })
    .onConflictDoNothing();
}

function bookingOf(scope: Scope, bookingId: string) {
  return scope.tx
    .select({
      booking: bookings,
      phone: customers.phone,
      customerId: customers.id,
      house: tenants.name,
      timeZone: tenants.timeZone,
    })
    .from(bookings)
    .innerJoin(customers, and(eq(customers.tenantId, bookings.tenantId), eq(customers.id, bookings.customerId)))
    .innerJoin(tenants, eq(tenants.id, bookings.tenantId))
    .where(and(eq(bookings.tenantId, scope.tenantId), eq(bookings.id, bookingId)));
}
