import { sql } from "drizzle-orm";
import type { WaitWindow } from "@/db/schema/waiting";
import { undoGraceMs, undoMs } from "@/lib/bookings/rules";
import type { DomainEvent } from "@/lib/events/catalogue";
import { planDues } from "@/lib/events/plan-due";
import { addDays } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { type Facts, freedBy } from "./internal/freed-by";
import { settle } from "./internal/settle";
import { lockWaitlist, waits } from "./internal/waits";
import { weeksOf } from "./internal/weeks";
import { localToday } from "./list-turns";
import { type OfferWish, offerFreed } from "./offer-freed";
import { waitDays } from "./rules";

/**
 * Time may have come free, or somebody has answered an offer. What the house has done can be taken back for some seconds:
 * until then nobody is asked. One look is one transaction: of several the others are left to be done at once.
 */
export async function lookAtWaitlist(scope: Scope, events: readonly DomainEvent[]): Promise<[]> {
  const [list] = await scope.tx.execute<{ today: string; last: string | null }>(sql`
    select ${localToday(scope)} as today, max(e.last_date) as last
    from waitlist_entries e where e.tenant_id = ${scope.tenantId} and ${waits(scope)}`);
  if (!list?.last) return [];
  const { today, last } = list;
  const farthest = addDays(today, waitDays);
  const facts = await factsOf(scope, events);
  const undone = undoneAt();
  const wishes = events.flatMap((event) => {
    const isMembers =
      event.name === "time.unblocked" || ("by" in event && (event.by === "desk" || event.by === "staff"));
    return freedBy(event, facts).map((wish) => ({ at: isMembers ? undone : null, wish }));
  });
  // Whatever may be anywhere is looked for once, week by week.
  const anywhere = wishes.some(({ wish }) => wish === "anywhere");
  const all = anywhere
    ? weeksOf([{ from: today, to: last < farthest ? last : farthest }]).map((days) => ({ days }))
    : [];
  const some = wishes.filter((one): one is { at: Date | null; wish: OfferWish } => one.wish !== "anywhere");
  const later = some.filter(({ at }) => at !== null);
  const [first, ...rest] = [...some.filter(({ at }) => at === null).map(({ wish }) => wish), ...all];
  await planDues(scope, [
    ...later.map(({ at, wish }) => ({ kind: "offer_freed" as const, at: at!, payload: wish })),
    ...rest.map((payload) => ({ kind: "offer_freed" as const, at: now(), payload })),
  ]);
  if (first) await offerFreed(scope, first);
  return [];
}

type Booked = { id: string; starts_at: string; ends_at: string; staff_before: string[] | null };
type Waits = { id: string; windows: WaitWindow[]; source: "public" | "desk" };

/** What has to be known besides what the events say. */
async function factsOf(scope: Scope, events: readonly DomainEvent[]): Promise<Facts> {
  const idsOf = (name: "bookingId" | "holdId" | "entryId") =>
    `{${events.flatMap((event) => (name in event ? [(event as unknown as Record<string, string>)[name]!] : [])).join(",")}}`;
  const [bookings, visitors, entries] = await Promise.all([
    scope.tx.execute<Booked>(sql`
      select b.id, b.starts_at, b.ends_at, (select array(select jsonb_array_elements_text(h.before->'staffIds'))
        from booking_changes h where h.tenant_id = b.tenant_id and h.booking_id = b.id and h.move in ('move', 'agree')
        order by h.created_at desc, h.id desc limit 1) as staff_before
      from bookings b where b.tenant_id = ${scope.tenantId} and b.id = any(${idsOf("bookingId")}::uuid[])`),
    scope.tx.execute<{ id: string }>(sql`
      select id from holds where tenant_id = ${scope.tenantId} and id = any(${idsOf("holdId")}::uuid[]) and visitor is not null`),
    scope.tx.execute<Waits>(sql`
      select id, windows, source from waitlist_entries
      where tenant_id = ${scope.tenantId} and id = any(${idsOf("entryId")}::uuid[])`),
  ]);
  const iso = (at: string) => new Date(at).toISOString();
  return {
    bookings: new Map(
      bookings.map(({ id, starts_at, ends_at, staff_before }) => [
        id,
        { startsAt: iso(starts_at), endsAt: iso(ends_at), staffBefore: staff_before ?? [] },
      ]),
    ),
    visitors: new Set(visitors.map(({ id }) => id)),
    entries: new Map(entries.map((entry) => [entry.id, entry])),
  };
}

/** Somebody has said yes to an offer, or booked by themselves: they wait no more. */
export async function settleWaitlist(scope: Scope, events: readonly DomainEvent[]): Promise<[]> {
  const [open] = await scope.tx.execute(sql`
    select 1 from waitlist_entries e where e.tenant_id = ${scope.tenantId} and ${waits(scope)}
    union all select 1 from waitlist_offers o where o.tenant_id = ${scope.tenantId} and o.outcome is null limit 1`);
  if (!open) return [];
  await lockWaitlist(scope);
  await settle(scope);
  if (events.some((event) => "by" in event && event.by === "desk"))
    await planDues(scope, [{ kind: "offer_freed", at: undoneAt(), payload: {} }]);
  return [];
}

/** When what a member does now can be taken back no more. */
const undoneAt = (): Date => new Date(now().getTime() + undoMs + undoGraceMs);
