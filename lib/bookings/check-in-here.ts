import { sql } from "drizzle-orm";
import { queueMessage } from "@/lib/notifications/queue-message";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { formatTime } from "@/lib/platform/format";
import type { Scope } from "@/lib/tenancy/scope";
import { bookingToken } from "./booking-token";
import { changeBooking } from "./change-booking";
import { moves } from "./rules";

const { earliestMs, latestMs } = moves.check_in.customer!;
const instant = (ms: number) => sql`${new Date(now().getTime() + ms).toISOString()}::timestamptz`;
/** Over `b`: its customer may say now that they are here. */
const nearNow = () => sql`b.starts_at >= ${instant(-latestMs)} and b.starts_at <= ${instant(earliestMs)}`;

/** Who knows the reference was told it with the booking: that is enough to be here. False for whatever cannot be now. */
export async function checkInByReference(scope: Scope, reference: string): Promise<boolean> {
  const [booking] = await scope.tx.execute<{ id: string }>(sql`
    select b.id from bookings b where b.tenant_id = ${scope.tenantId} and b.reference = ${reference} and ${nearNow()}`);
  if (!booking) return false;
  const here = await changeBooking(scope, { id: booking.id, move: "check_in", from: "confirmed" });
  return here.ok || (here.refusal === "moved_on" && here.status === "arrived");
}

type Near = { id: string; starts_at: string; customer_id: string; house: string; time_zone: string };

/**
 * A number is known to many, so it checks nobody in: the link to the booking's own page goes to it. One message per
 * booking and ten minutes, however often it is asked for.
 */
export async function sendCheckInLink(scope: Scope, phone: string): Promise<void> {
  const [booking] = await scope.tx.execute<Near>(sql`
    select b.id, b.starts_at, b.customer_id, t.name as house, t.time_zone
    from bookings b join customers c on c.tenant_id = b.tenant_id and c.id = b.customer_id
    join tenants t on t.id = b.tenant_id
    where b.tenant_id = ${scope.tenantId} and c.phone = ${phone} and b.status = 'confirmed' and ${nearNow()}
    order by b.starts_at, b.id limit 1`);
  if (!booking) return;
  const link = `${env().APP_URL}/b/${bookingToken(booking.id)}`;
  await queueMessage(scope, {
    channel: "sms",
    to: phone,
    template: "check-in-link",
    body: `${booking.house}, ${formatTime(booking.starts_at, booking.time_zone)}: open this and tap "I am here". ${link}`,
    customerId: booking.customer_id,
    dedupeKey: `check-in-link ${booking.id} ${Math.floor(now().getTime() / 600_000)}`,
  });
}
