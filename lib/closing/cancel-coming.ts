import { sql } from "drizzle-orm";
import type { BookingStatus } from "@/db/schema/bookings";
import { changeBooking } from "@/lib/bookings/change-booking";
import { now } from "@/lib/platform/clock";
import { languageOf } from "@/lib/tenancy/rules";
import type { Scope } from "@/lib/tenancy/scope";
import { leaveWaitlist } from "@/lib/waitlist/leave-waitlist";

/** Each of them settles its deposit, too: so many are not too long for one transaction. */
const atOnce = 20;

/** Nothing is settled for them; many at once, so that none of them is asked about a time that another one lets go. */
const mostWaiting = 100;

/** In the house's own language, as whatever a desk writes there. */
const why = { en: "We are closing", sw: "Tunafunga biashara" } as const;

/**
 * Cancels what is to come, the next ones first and some at once; each customer hears of it and is given back what they have
 * paid, as for any booking that the house cancels. Before them whoever waits for a time is told that they wait no longer: none
 * of those that come free is offered. None is answered when nothing is left that can be cancelled.
 */
export async function cancelComing(scope: Scope): Promise<{ cancelled: number; sentAway: number }> {
  const { tx, tenantId } = scope;
  const sentAway = await sendAway(scope);
  if (sentAway > 0) return { cancelled: 0, sentAway };
  const coming = await tx.execute<{ id: string; status: BookingStatus; locale: string }>(sql`
    select b.id, b.status, t.locale from bookings b join tenants t on t.id = b.tenant_id
    where b.tenant_id = ${tenantId} and b.ends_at > ${now().toISOString()} and b.status in ('requested', 'held', 'confirmed')
    order by b.starts_at, b.id limit ${atOnce}`);
  let cancelled = 0;
  for (const { id, status, locale } of coming) {
    const move = status === "held" ? "release" : "cancel";
    const changed = await changeBooking(scope, { id, move, from: status, reason: why[languageOf(locale)] });
    if (changed.ok) cancelled += 1;
  }
  return { cancelled, sentAway };
}

/** Whoever has been asked about a time comes last: when they let it go nobody waits for it any more. */
async function sendAway(scope: Scope): Promise<number> {
  const waiting = await scope.tx.execute<{ id: string }>(sql`
    select e.id from waitlist_entries e where e.tenant_id = ${scope.tenantId} and e.ended is null
    order by exists (select from waitlist_offers o where o.tenant_id = e.tenant_id and o.entry_id = e.id and o.outcome is null),
      e.created_at, e.id limit ${mostWaiting}`);
  for (const { id } of waiting) await leaveWaitlist(scope, id);
  return waiting.length;
}
