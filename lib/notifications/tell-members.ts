import { sql } from "drizzle-orm";
import type { Role } from "@/db/schema/people";
import { entryOf } from "@/lib/events/catalogue";
import { maySee, tokensOf } from "@/lib/events/viewer";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import type { Language } from "@/lib/platform/format";
import type { Scope } from "@/lib/tenancy/scope";
import type { OutgoingMessage } from "./queue-message";
import { type Mailed, memberNews, memberWords } from "./words/member";

type Member = {
  user_id: string;
  /** Null when they want no e-mails. */
  email: string | null;
  /** Their browsers that want to hear of things. */
  devices: string[];
  role: Role;
  staff_id: string | null;
  bookings: "all" | "own";
  language: Language;
};
type Known = { id: string; customer_name: string | null; house: string; time_zone: string };

/**
 * Bookings that are new, cancelled or elsewhere, by e-mail and to browsers, to those who asked for that and may see them, in the language of
 * their profile; once each, however often the job runs. What the desk did itself is told only to whoever serves them, and of a file of many
 * nobody is told one by one.
 */
export async function tellMembers(scope: Scope, placed: readonly Mailed[]): Promise<OutgoingMessage[]> {
  const wishing = await membersWishing(scope);
  const alone = placed.filter(({ imported }) => !imported);
  const letters = alone.flatMap((event) =>
    wishing.filter((member) => isFor(member, event)).map((member) => ({ event, member })),
  );
  if (letters.length === 0) return [];
  const known = await namesOf(scope, [...new Set(letters.map(({ event }) => event.bookingId))]);
  return letters.flatMap(({ event, member }) => {
    const names = known.get(event.bookingId);
    return names ? messagesTo(member, news(scope, event, names, member)) : [];
  });
}

type News = { subject: string; title: string; message: string; link: string; customerId: string; dedupeKey: string };

/** The same news in a letter, and shorter on every device. */
const messagesTo = (
  { email, devices, language }: Member,
  { subject, title, message, link, ...news }: News,
): OutgoingMessage[] => [
  ...(email
    ? [
        {
          ...news,
          channel: "email" as const,
          to: email,
          template: "booking-for-member",
          subject,
          body: `${title}\n${message}\n\n${link}\n\n${memberWords[language].asked(`${env().APP_URL}/profile`)}`,
        },
      ]
    : []),
  ...devices.map((device) => ({
    ...news,
    channel: "push" as const,
    to: device,
    template: "booking-for-member",
    subject: title,
    body: `${message}\n${link}`,
    dedupeKey: `${news.dedupeKey} ${device}`,
  })),
];

function news({ tenantId }: Scope, event: Mailed, known: Known, member: Member): News {
  const told = { customerName: known.customer_name, timeZone: known.time_zone };
  const series = seriesOf(event);
  const { title, message } = memberNews[member.language](
    event.name === "booking.placed" && series ? { ...event, series: { ...series, speaks: true } } : event,
    told,
  );
  const link = `${env().APP_URL}/dashboard/${tenantId}?booking=${event.bookingId}`;
  return {
    subject: `${known.house}: ${title}`,
    title,
    message,
    link,
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

/** Who wants to hear of bookings and may come in now: whoever owes a second factor is told nothing here either. */
const membersWishing = (scope: Scope): Promise<Member[]> =>
  scope.tx.execute<Member>(sql`
    with browsers as materialized (
      select p.user_id, json_agg(p.id order by p.id) as ids from push_subscriptions p
      join sessions s on s.id = p.session_id and s.user_id = p.user_id and s.revoked_at is null
        and s.expires_at > ${now().toISOString()} and not s.awaits_second_factor
      where p.tenant_id = ${scope.tenantId} group by p.user_id
    )
    select m.user_id, m.role, m.staff_id, u.language, case when w.by_email then u.email end as email,
      coalesce(d.ids, '[]') as devices, case when u.preferences->>'bookings' = 'own' then 'own' else 'all' end as bookings
    from members m
    join users u on u.id = m.user_id
    join tenants t on t.id = m.tenant_id
    left join browsers d on d.user_id = m.user_id
    cross join lateral (select u.email is not null and coalesce((u.preferences->>'byEmail')::boolean, false)
      and coalesce(u.preferences->>'bookings' in ('all', 'own'), false) as by_email) w
    where m.tenant_id = ${scope.tenantId} and m.removed_at is null and u.disabled_at is null
      and (w.by_email or d.ids is not null)
      and t.status in ('active', 'pending') and (not t.second_factor_required or u.totp_confirmed_at is not null)
    order by m.user_id`);
