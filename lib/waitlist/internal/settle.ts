import { sql } from "drizzle-orm";
import type { BookingStatus } from "@/db/schema/bookings";
import type { FreedTime, Verdict, WaitEnd } from "@/db/schema/waiting";
import { undoGraceMs, undoMs } from "@/lib/bookings/rules";
import { planDues } from "@/lib/events/plan-due";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";
import { localToday } from "../list-turns";
import { mostUnanswered } from "../rules";
import { type LogRow, writeLog } from "./log";
import { waits } from "./waits";

type Offered = {
  booking_id: string;
  entry_id: string;
  customer_id: string;
  status: BookingStatus;
  /** The house had to say yes, and did not. */
  was_request: boolean;
  /** Somebody of the house may still take back what became of it. */
  is_fresh: boolean;
  /** There is a way on which they could have heard of it. */
  reached: boolean;
  unanswered: number;
  ended: WaitEnd | null;
};

/**
 * What became of offers since the last look: taken, let go, or run out without a word; and who has come by what they
 * waited for another way. Each is counted once. Whoever answers just now waits until the look is over: nobody is asked about
 * a time before it is written down that it was let go.
 */
export async function settle(scope: Scope): Promise<void> {
  const undoable = new Date(now().getTime() - undoMs - undoGraceMs).toISOString();
  const open = await scope.tx.execute<Offered>(sql`
    select o.booking_id, o.entry_id, e.customer_id, b.status, e.unanswered, e.ended,
      exists (select 1 from booking_changes h where h.tenant_id = b.tenant_id and h.booking_id = b.id
        and h.from_status = 'requested') as was_request,
      exists (select 1 from booking_changes h where h.tenant_id = b.tenant_id and h.booking_id = b.id
        and h.by_kind = 'member' and h.created_at > ${undoable}) as is_fresh,
      (c.phone is not null and (c.wishes->>'bySms')::boolean)
        or (c.email is not null and (c.wishes->>'byEmail')::boolean) as reached
    from waitlist_offers o
    join bookings b on b.tenant_id = o.tenant_id and b.id = o.booking_id
    join waitlist_entries e on e.tenant_id = o.tenant_id and e.id = o.entry_id
    join customers c on c.tenant_id = e.tenant_id and c.id = e.customer_id
    where o.tenant_id = ${scope.tenantId} and o.outcome is null
    order by o.created_at, o.booking_id for update of b`);
  const isOpen = (status: BookingStatus) => status === "held" || status === "requested";
  const answered = open
    .filter(({ status, is_fresh }) => !isOpen(status) && !is_fresh)
    .map((one) => ({ ...one, ...afterwards(one) }));
  const rows = [...answered, ...(await cameAnotherWay(scope))];
  if (rows.length === 0) return;
  await scope.tx.execute(sql`
    update waitlist_offers o set outcome = r.outcome
    from jsonb_to_recordset(${JSON.stringify(answered)}::jsonb) as r (booking_id uuid, outcome text)
    where o.tenant_id = ${scope.tenantId} and o.booking_id = r.booking_id`);
  await scope.tx.execute(sql`
    update waitlist_entries e set unanswered = r.many, ended = coalesce(e.ended, r.ends),
      ended_at = case when e.ended is null and r.ends is not null then ${now().toISOString()}::timestamptz else e.ended_at end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (entry_id uuid, many int, ends text)
    where e.tenant_id = ${scope.tenantId} and e.id = r.entry_id`);
  await writeLog(scope, newId(), null, rows.flatMap(linesOf), 0);
  for (const { entry_id: entryId, customer_id: customerId, ends } of rows)
    if (ends === "unanswered") recordEvent(scope, { name: "waitlist.left", entryId, customerId, by: "system" });
  const still = answered.filter(({ ends, ended }) => ends === null && ended === null);
  if (still.length > 0) await lookAgain(scope, still);
}

/** What came free while they were asked about something else is looked at once more: they were passed over for that alone. */
async function lookAgain(scope: Scope, still: readonly Offered[]): Promise<void> {
  const ids = `{${still.map(({ booking_id }) => booking_id).join(",")}}`;
  const missed = await scope.tx.execute<{ freed: FreedTime }>(sql`
    select distinct g.freed from waitlist_offers o
    join waitlist_entries mine on mine.tenant_id = o.tenant_id and mine.id = o.entry_id
    join waitlist_entries e on e.tenant_id = mine.tenant_id and e.customer_id = mine.customer_id
    join waitlist_log g on g.tenant_id = e.tenant_id and g.entry_id = e.id and g.created_at >= o.created_at
    where o.tenant_id = ${scope.tenantId} and o.booking_id = any(${ids}::uuid[])
      and g.verdict = 'has_offer' and g.freed->>'endsAt' > ${now().toISOString()}`);
  await planDues(
    scope,
    missed.map(({ freed }) => ({ kind: "offer_freed", at: now(), payload: { freed, quiet: true } })),
  );
}

type Settled = {
  booking_id: string;
  entry_id: string;
  customer_id: string;
  outcome: Outcome;
  many: number;
  ends: WaitEnd | null;
};
type Outcome = Extract<Verdict, "taken" | "declined" | "unanswered">;

const linesOf = ({ entry_id, booking_id, outcome, ends }: Settled): LogRow[] => [
  { entryId: entry_id, bookingId: booking_id, verdict: outcome },
  ...(ends === "unanswered" ? [{ entryId: entry_id, verdict: "ended" as const }] : []),
];

function afterwards({ status, was_request, unanswered, reached }: Offered): Pick<Settled, "outcome" | "many" | "ends"> {
  if (status === "cancelled" || status === "rejected") return { outcome: "declined", many: 0, ends: null };
  if (status !== "expired") return { outcome: "taken", many: 0, ends: "booked" };
  // Nobody's silence counts who could not hear, or whom the house kept waiting.
  const many = reached && !was_request ? unanswered + 1 : unanswered;
  return { outcome: "unanswered", many, ends: many >= mostUnanswered ? "unanswered" : null };
}

/** Whoever has booked the same for one of these days by themselves, or at the desk, waits no more. */
const cameAnotherWay = async (scope: Scope): Promise<Settled[]> => [
  ...(await scope.tx.execute<Settled>(sql`
    select distinct on (e.id) e.id as entry_id, e.customer_id, b.id as booking_id, 'taken' as outcome, 0 as many, 'booked' as ends
    from waitlist_entries e
    join bookings b on b.tenant_id = e.tenant_id and b.customer_id = e.customer_id
    join booking_lines l on l.tenant_id = b.tenant_id and l.booking_id = b.id and l.service_id = e.service_id
    where e.tenant_id = ${scope.tenantId} and ${waits(scope)} and b.created_at > e.created_at
      and b.status in ('confirmed', 'arrived', 'in_service', 'completed')
      and (b.starts_at at time zone (select time_zone from tenants where id = e.tenant_id))::date::text
        between greatest(e.first_date, ${localToday(scope)}) and e.last_date
      and not exists (select 1 from waitlist_offers o where o.tenant_id = e.tenant_id and o.booking_id = b.id)
    order by e.id, b.created_at`)),
];
