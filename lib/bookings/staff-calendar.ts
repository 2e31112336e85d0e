import { sql } from "drizzle-orm";
import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import type { BookingStatus } from "@/db/schema/bookings";
import { now } from "@/lib/platform/clock";
import { staffOfFeed } from "@/lib/staff/calendar-feed";
import { tenantOfToken } from "@/lib/tenancy/doors/tenant-of-token";
import type { Scope } from "@/lib/tenancy/scope";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { calendarWords } from "./calendar-words";

const daysBefore = 30;
const daysAfter = 180;
const most = 2_000;
const dayMs = 86_400_000;

/** What somebody has to do, for their own calendar: when, what, and whom they serve; no phone numbers. Null for no such feed. */
export async function staffCalendar(token: string): Promise<string | null> {
  const owner = await tenantOfToken(token);
  if (owner?.kind !== "calendar") return null;
  return readTenant(owner.tenantId, { kind: "public", via: "api" }, async (scope) => {
    const staff = await staffOfFeed(scope, owner.subjectId);
    if (!staff) return null;
    const { name, entries } = await workOf(scope, staff.id);
    if (name === null) return null;
    const words = calendarWords[staff.language];
    const calendar = ical({
      name: `${staff.name}, ${name}`,
      prodId: { company: "ClientPulse", product: "Calendar", language: staff.language.toUpperCase() },
      method: ICalCalendarMethod.PUBLISH,
      // Calendars ask again when they like; this is when they should.
      ttl: 900,
    });
    for (const entry of entries)
      calendar.createEvent({
        id: `${entry.id}@clientpulse`,
        stamp: new Date(entry.changed_at),
        start: new Date(entry.starts_at),
        end: new Date(entry.ends_at),
        summary: `${entry.service}: ${entry.customer}`,
        description: words.reference(entry.reference),
        status: entry.status === "requested" ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
      });
    return calendar.toString();
  });
}

type Entry = {
  id: string;
  service: string;
  customer: string;
  reference: string;
  status: BookingStatus;
  starts_at: string;
  ends_at: string;
  changed_at: string;
};

/** The name is null where the business is not open. */
async function workOf(scope: Scope, staffId: string): Promise<{ name: string | null; entries: Entry[] }> {
  const at = now().getTime();
  const instant = (days: number) => sql`${new Date(at + days * dayMs).toISOString()}::timestamptz`;
  const [[tenant], entries] = await Promise.all([
    scope.tx.execute<{ name: string }>(
      sql`select name from tenants where id = ${scope.tenantId} and status in ('active', 'pending')`,
    ),
    scope.tx.execute<Entry>(sql`
      select l.id, b.booked_as->>'name' as customer, b.reference, b.status, l.starts_at, l.ends_at,
        l.service_name as service,
        coalesce((select max(h.created_at) from booking_changes h
          where h.tenant_id = b.tenant_id and h.booking_id = b.id), b.created_at) as changed_at
      from booking_lines l join bookings b on b.tenant_id = l.tenant_id and b.id = l.booking_id
      where l.tenant_id = ${scope.tenantId} and l.staff_id = ${staffId}
        and l.starts_at > ${instant(-daysBefore)} and l.starts_at < ${instant(daysAfter)}
        and b.status in ('requested', 'confirmed', 'arrived', 'in_service', 'completed')
      order by l.starts_at, l.id limit ${most}`),
  ]);
  return { name: tenant?.name ?? null, entries: [...entries] };
}
