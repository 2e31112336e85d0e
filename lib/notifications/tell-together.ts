import { sql } from "drizzle-orm";
import { reached } from "@/lib/customers/reached";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import type { Scope } from "@/lib/tenancy/scope";
import { inWishedWays, type Reached } from "./in-wished-ways";
import { timesWords } from "./internal/times-words";
import type { OutgoingMessage } from "./queue-message";
import { bookingWords } from "./words/booking";

type Cancelled = Reached & {
  starts_at: string;
  reason: string;
  house: string;
  slug: string;
  time_zone: string;
  services: string;
};

/** Bookings of one customer that the house has cancelled in one go and nobody has taken back, in one message. */
export async function tellTogether(scope: Scope, { changeIds }: { changeIds: string[] }): Promise<OutgoingMessage[]> {
  const ids = sql`${`{${changeIds.join(",")}}`}::uuid[]`;
  // Whoever is about to take it back is waited for.
  await scope.tx.execute(sql`
    select 1 from bookings b where b.tenant_id = ${scope.tenantId} and b.id in (
      select booking_id from booking_changes where tenant_id = ${scope.tenantId} and id = any(${ids}))
    order by b.id for update`);
  const told = await scope.tx.execute<Cancelled>(sql`
    select b.starts_at, h.reason, ${reached()}, c.id as customer_id, t.name as house, t.slug, t.time_zone,
      (select string_agg(l.service_name, ', ' order by l.position) from booking_lines l
        where l.tenant_id = b.tenant_id and l.booking_id = b.id) as services
    from booking_changes h
    join bookings b on b.tenant_id = h.tenant_id and b.id = h.booking_id
    join customers c on c.tenant_id = b.tenant_id and c.id = b.customer_id
    join tenants t on t.id = b.tenant_id
    where h.tenant_id = ${scope.tenantId} and h.id = any(${ids}) and b.status = 'cancelled'
      and b.starts_at > ${now().toISOString()}
      and not exists (select 1 from booking_changes undo
        where undo.tenant_id = h.tenant_id and undo.booking_id = h.booking_id and undo.undoes = h.id)
    order by b.starts_at`);
  const [first] = told;
  if (!first) return [];
  const { house, slug, services, time_zone, language } = first;
  const say = bookingWords[language];
  const times = timesWords(
    told.map(({ starts_at }) => starts_at),
    time_zone,
    language,
  );
  const why = first.reason ? ` ${first.reason.replace(/([^.!?])$/, "$1.")}` : "";
  return inWishedWays(first, {
    template: "bookings-cancel",
    subject: `${house}: ${say.manyCancelled(told.length)}`,
    body: `${say.cancelled(house, `${services} ${times}`)}${why} ${say.again(`${env().APP_URL}/book/${slug}`)}`,
    dedupeKey: `booking-changes ${changeIds[0]}`,
  });
}
