import { sql } from "drizzle-orm";
import type { Role } from "@/db/schema/people";
import { type DomainEvent, entryOf } from "@/lib/events/catalogue";
import { maySee, tokensOf } from "@/lib/events/viewer";
import { env } from "@/lib/platform/env";
import type { Scope } from "@/lib/tenancy/scope";
import type { OutgoingMessage } from "./queue-message";

type Placed = Extract<DomainEvent, { name: "booking.placed" }>;
type Member = { user_id: string; email: string; role: Role; staff_id: string | null; bookings: "all" | "own" };
type Known = { id: string; customer_name: string | null; house: string; time_zone: string };

/** New bookings by e-mail, to those who asked for that and may see them; once each, however often the job runs. */
export async function mailToMembers(scope: Scope, placed: readonly Placed[]): Promise<OutgoingMessage[]> {
  const wishing = await membersWishing(scope);
  const letters = placed.flatMap((event) =>
    wishing.filter((member) => isFor(member, event)).map((member) => ({ event, member })),
  );
  if (letters.length === 0) return [];
  const known = await namesOf(scope, [...new Set(letters.map(({ event }) => event.bookingId))]);
  return letters.flatMap(({ event, member }) => {
    const names = known.get(event.bookingId);
    return names ? [letter(scope, event, names, member)] : [];
  });
}

function letter({ tenantId }: Scope, event: Placed, known: Known, member: Member): OutgoingMessage {
  const told = { customerName: known.customer_name, timeZone: known.time_zone };
  const { title, message } = entryOf(event.name).words(
    event.series ? { ...event, series: { ...event.series, speaks: true } } : event,
    told,
  );
  const link = `${env().APP_URL}/dashboard/${tenantId}?booking=${event.bookingId}`;
  return {
    channel: "email",
    to: member.email,
    template: "booking-for-member",
    subject: `${known.house}: ${title}`,
    body: `${title}\n${message}\n\n${link}\n\nYou asked for this in your profile: ${env().APP_URL}/profile`,
    customerId: event.customerId,
    // Of a series they read once, whichever of it is theirs.
    dedupeKey: `booking-for-member ${event.series?.id ?? event.bookingId} ${member.user_id}`,
  };
}

async function namesOf(scope: Scope, bookingIds: string[]): Promise<Map<string, Known>> {
  const rows = await scope.tx.execute<Known>(sql`
    select b.id, coalesce(b.booked_as->>'name', c.name) as customer_name, t.name as house, t.time_zone
    from bookings b
    join tenants t on t.id = b.tenant_id
    left join customers c on c.tenant_id = b.tenant_id and c.id = b.customer_id
    where b.tenant_id = ${scope.tenantId} and b.id = any(${`{${bookingIds.join(",")}}`}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row]));
}

function isFor({ user_id, role, staff_id, bookings }: Member, event: Placed): boolean {
  const tokens = tokensOf({ userId: user_id, role, staffId: staff_id });
  if (!maySee(entryOf(event.name).audience(event), tokens)) return false;
  return bookings === "all" || (staff_id !== null && event.staffIds.includes(staff_id));
}

/** Who wants e-mails of bookings and may come in now: whoever owes a second factor sees nothing here either. */
const membersWishing = (scope: Scope): Promise<Member[]> =>
  scope.tx.execute<Member>(sql`
    select m.user_id, u.email, m.role, m.staff_id, u.preferences->>'bookings' as bookings
    from members m
    join users u on u.id = m.user_id
    join tenants t on t.id = m.tenant_id
    where m.tenant_id = ${scope.tenantId} and m.removed_at is null and u.disabled_at is null and u.email is not null
      and (u.preferences->>'byEmail')::boolean and u.preferences->>'bookings' in ('all', 'own')
      and t.status in ('active', 'pending') and (not t.second_factor_required or u.totp_confirmed_at is not null)
    order by m.user_id`);
