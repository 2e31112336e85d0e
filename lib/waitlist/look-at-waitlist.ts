import { sql } from "drizzle-orm";
import type { FreedTime } from "@/db/schema/waiting";
import { undoGraceMs, undoMs } from "@/lib/bookings/rules";
import type { DomainEvent } from "@/lib/events/catalogue";
import { planDues } from "@/lib/events/plan-due";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { settle } from "./internal/settle";
import { lockWaitlist, waits } from "./internal/waits";
import { offerFreed } from "./offer-freed";

/**
 * Time may have come free, or somebody has answered an offer. What the desk has done can be taken back for some seconds:
 * until then nobody is asked.
 */
export async function lookAtWaitlist(scope: Scope, events: readonly DomainEvent[]): Promise<[]> {
  const [waiting] = await scope.tx.execute(sql`
    select 1 from waitlist_entries e where e.tenant_id = ${scope.tenantId} and ${waits(scope)} limit 1`);
  if (!waiting) return [];
  const spans = await spansOf(scope, events);
  const at = new Date(now().getTime() + undoMs + undoGraceMs);
  const wishes = events
    .filter((event) => mayFree(event, spans))
    .map((event) => ({ freed: freedBy(event, spans), waits: "by" in event && event.by === "desk" }));
  await planDues(
    scope,
    wishes.filter((wish) => wish.waits).map(({ freed }) => ({ kind: "offer_freed", at, payload: { freed } })),
  );
  for (const { freed } of wishes.filter((wish) => !wish.waits)) await offerFreed(scope, { freed });
  return [];
}

/** What is over frees nothing that anybody could be asked about. */
const mayFree = (event: DomainEvent, spans: Lengths): boolean => {
  const freed = freedBy(event, spans);
  return !freed || Date.parse(freed.endsAt) > now().getTime();
};

type Lengths = ReadonlyMap<string, { startsAt: string; endsAt: string }>;

/** Where the bookings are that these events tell of. */
async function spansOf(scope: Scope, events: readonly DomainEvent[]): Promise<Lengths> {
  const ids = events.flatMap((event) => ("bookingId" in event ? [event.bookingId] : []));
  if (ids.length === 0) return new Map();
  const rows = await scope.tx.execute<{ id: string; starts_at: string; ends_at: string }>(sql`
    select id, starts_at, ends_at from bookings
    where tenant_id = ${scope.tenantId} and id = any(${`{${ids.join(",")}}`}::uuid[])`);
  const iso = (at: string) => new Date(at).toISOString();
  return new Map(rows.map(({ id, starts_at, ends_at }) => [id, { startsAt: iso(starts_at), endsAt: iso(ends_at) }]));
}

/** The time that is free since then; null where it may be any. */
function freedBy(event: DomainEvent, spans: Lengths): FreedTime | null {
  if (event.name === "slot.freed") return { staffIds: event.staffIds, startsAt: event.startsAt, endsAt: event.endsAt };
  const span = "bookingId" in event ? spans.get(event.bookingId) : undefined;
  // Made shorter, it has given back what lies behind it, or around it.
  if (!span || !("staffIds" in event) || event.name === "booking.resized") return null;
  const wasAt = "wasAt" in event ? event.wasAt : undefined;
  // Put elsewhere: it is free where it was, by whoever did it then.
  if (!wasAt || wasAt === span.startsAt) return { staffIds: event.staffIds, ...span };
  const lasts = Date.parse(span.endsAt) - Date.parse(span.startsAt);
  return { staffIds: [], startsAt: wasAt, endsAt: new Date(Date.parse(wasAt) + lasts).toISOString() };
}

/** Somebody has said yes to an offer: they wait no more. */
export async function settleWaitlist(scope: Scope): Promise<[]> {
  const [open] = await scope.tx.execute(sql`
    select 1 from waitlist_offers where tenant_id = ${scope.tenantId} and outcome is null limit 1`);
  if (!open) return [];
  await lockWaitlist(scope);
  await settle(scope);
  return [];
}
