import { sql } from "drizzle-orm";
import type { Role } from "@/db/schema/people";
import { type DomainEvent, entryOf } from "@/lib/events/catalogue";
import { maySee, tokensOf } from "@/lib/events/viewer";
import { env } from "@/lib/platform/env";
import type { Scope } from "@/lib/tenancy/scope";
import type { OutgoingMessage } from "./queue-message";

/** What members are written to of. */
type Mailed = Extract<DomainEvent, { name: "booking.placed" | "booking.cancelled" | "booking.moved" }>;
type Member = { user_id: string; email: string; role: Role; staff_id: string | null; bookings: "all" | "own" };
type Known = { id: string; customer_name: string | null; house: string; time_zone: string };

/**
 * Bookings that are new, cancelled or elsewhere by e-mail, to those who asked for that and may see them; once each, however
 * often the job runs. What the desk did itself is written only to whoever serves them.
 */
export async function mailToMembers(scope: Scope, placed: readonly Mailed[]): Promise<OutgoingMessage[]> {
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

function letter({ tenantId }: Scope, event: Mailed, known: Known, member: Member): OutgoingMessage {
  const told = { customerName: known.customer_name, timeZone: known.time_zone };
  const series = seriesOf(event);
  const { title, message } = entryOf(event.name).words(
    event.name === "booking.placed" && series ? { ...event, series: { ...series, speaks: true } } : event,
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
    dedupeKey: `booking-for-member ${series?.id ?? event.bookingId}${stepOf(event)} ${member.user_id}`,
  };
}

const seriesOf = (event: Mailed) => (event.name === "booking.placed" ? event.series : undefined);

/** One letter for each step; the same step told again is the same. */
function stepOf(event: Mailed): string {
  if (event.name === "booking.placed") return "";
  const from = event.name === "booking.moved" ? ` ${event.wasAt ?? ""}` : "";
  return ` ${event.name}${from} ${event.startsAt}`;
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

function isFor({ user_id, role, staff_id, bookings }: Member, event: Mailed): boolean {
  const tokens = tokensOf({ userId: user_id, role, staffId: staff_id });
  if (!maySee(entryOf(event.name).audience(event), tokens)) return false;
  const serves = staff_id !== null && event.staffIds.includes(staff_id);
  if (event.name !== "booking.placed" && event.by !== "customer") return serves;
  return bookings === "all" || serves;
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
