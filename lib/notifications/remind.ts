import { sql } from "drizzle-orm";
import { bookingToken } from "@/lib/bookings/booking-token";
import { reached } from "@/lib/customers/reached";
import type { DuePayloads } from "@/lib/events/plan-due";
import { addDays, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { formatDayTime, formatTime } from "@/lib/platform/format";
import type { Scope } from "@/lib/tenancy/scope";
import { calmTime } from "./calm-time";
import { inWishedWays, type Reached } from "./in-wished-ways";
import type { OutgoingMessage } from "./queue-message";
import { messageDefaults, tooLateToRemind } from "./rules";
import { bookingWords } from "./words/booking";

type Coming = Reached & {
  id: string;
  starts_at: string;
  house: string;
  time_zone: string;
  services: string;
  remind_before: number[] | null;
};

/**
 * A visit that comes near, said on the ways that its customer wants to hear of it: only while it stands as it did when that
 * was planned, at a time at which the business still reminds, and not when half of the time is gone.
 */
export async function remind(
  scope: Scope,
  { bookingId, startsAt, minutesBefore }: DuePayloads["remind"],
): Promise<OutgoingMessage[]> {
  const starts = new Date(startsAt);
  if (now() >= tooLateToRemind(starts, minutesBefore)) return [];
  const [coming] = await scope.tx.execute<Coming>(sql`
    select b.id, b.starts_at, c.id as customer_id, ${reached()}, t.name as house, t.time_zone, w.remind_before,
      (select string_agg(l.service_name, ', ' order by l.position) from booking_lines l
        where l.tenant_id = b.tenant_id and l.booking_id = b.id) as services
    from bookings b
    join customers c on c.tenant_id = b.tenant_id and c.id = b.customer_id
    join tenants t on t.id = b.tenant_id
    left join message_settings w on w.tenant_id = b.tenant_id
    where b.tenant_id = ${scope.tenantId} and b.id = ${bookingId} and b.status = 'confirmed'
      and b.starts_at = ${starts.toISOString()}`);
  if (!coming) return [];
  if (!(coming.remind_before ?? messageDefaults.remindBefore).some((minutes) => minutes === minutesBefore)) return [];
  return inWishedWays(coming, {
    template: "booking-reminder",
    subject: `${coming.house}: ${formatDayTime(coming.starts_at, coming.time_zone, coming.language)}`,
    body: words(coming, await calmTime(scope, now())),
    dedupeKey: `booking-reminder ${bookingId} ${starts.toISOString()} ${minutesBefore}`,
  }).map((message) => ({ ...message, bookingId, validUntil: starts, calm: true as const }));
}

/** `readAt`: when it goes, which may be the morning after it came due. */
function words({ id, starts_at, time_zone: zone, house, services, language }: Coming, readAt: Date): string {
  const say = bookingWords[language];
  const [day, today] = [localDate(new Date(starts_at), zone), localDate(readAt, zone)];
  const time = formatTime(starts_at, zone);
  const near = day === today ? say.today(time) : day === addDays(today, 1) ? say.tomorrow(time) : null;
  const when = near ?? formatDayTime(starts_at, zone, language);
  return say.reminder(house, when, services, `${env().APP_URL}/b/${bookingToken(id)}`);
}
