import { sql } from "drizzle-orm";
import { type FreedTime, type Verdict, type WaitWindow, waitlistOffers } from "@/db/schema/waiting";
import { bookSlot } from "@/lib/bookings/book-slot";
import { type FreeStart, startsWithin } from "@/lib/bookings/starts-within";
import { planDue } from "@/lib/events/plan-due";
import { recordEvent } from "@/lib/events/record-event";
import { addDays, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { formatTime } from "@/lib/platform/format";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";
import { type LogRow, writeLog } from "./internal/log";
import { settle } from "./internal/settle";
import { lockWaitlist, waits } from "./internal/waits";
import { rank } from "./rank";
import { canCome, leastLeadMinutes, mayCome, offerLasts, waitDays } from "./rules";

type Entry = {
  id: string;
  customerId: string;
  name: string;
  serviceId: string;
  staffId: string | null;
  windows: WaitWindow[];
  since: number;
  lastDate: string;
  hasOffer: boolean;
  /** Times they were asked about before, and did not take. */
  before: [from: number, to: number][];
};

/** `again`: what is left of it after somebody was asked. */
export type OfferWish = { freed: FreedTime | null; again?: boolean };

/**
 * Offers time that came free to one person at a time (rank.ts says to whom): it is held for them, and the next is asked
 * once they have let it go or not answered. Everybody who waits for that day and is not asked is in the log with the
 * reason. `freed` null: all free time is looked at, since the house's rules have changed or somebody has just joined.
 */
export async function offerFreed(scope: Scope, { freed, again }: OfferWish): Promise<void> {
  await lockWaitlist(scope);
  await settle(scope);
  const entries = await waitingFor(scope, freed);
  if (entries.length === 0) return;
  const span = freed && { from: minuteOf(freed.startsAt), to: minuteOf(freed.endsAt) };
  const { timeZone, starts } = await startsWithin(scope, entries, (zone) => datesOf(freed, entries, zone));
  const looked = entries.map((entry, at) => look(entry, starts[at] ?? null, { freed, span, timeZone }));
  const ranked = rank(
    span,
    looked.flatMap(({ entry, open }) => (open ? [{ id: entry.id, since: entry.since, starts: open }] : [])),
  );
  const known = new Map(entries.map((entry) => [entry.id, entry]));
  const rows = new Map<string, LogRow>();
  let asked: (typeof ranked)[number] | null = null;
  for (const one of ranked) {
    if (asked) {
      rows.set(one.id, {
        entryId: one.id,
        verdict: one.fillsMinutes < asked.fillsMinutes ? "fits_less" : "waits_less",
      });
      continue;
    }
    const bookingId = await offer(scope, known.get(one.id)!, one.start, timeZone);
    rows.set(
      one.id,
      bookingId ? { entryId: one.id, verdict: "offered", bookingId } : { entryId: one.id, verdict: "not_bookable" },
    );
    if (bookingId) asked = one;
  }
  for (const { entry, why } of looked) if (!rows.has(entry.id)) rows.set(entry.id, { entryId: entry.id, verdict: why });
  // A second look that finds nobody says nothing new; where no time in particular came free, nobody is passed over for it.
  const told = [...rows.values()].filter(({ verdict }) => freed !== null || verdict === "offered");
  if (asked || !again) await writeLog(scope, newId(), freed, told);
  if (asked) await planDue(scope, { kind: "offer_freed", at: now(), payload: { freed, again: true } });
}

const minuteOf = (iso: string): number => Math.floor(Date.parse(iso) / 60_000);

/** Who waits, and for that day, in the order in which they came. */
const waitingFor = async (scope: Scope, freed: FreedTime | null): Promise<Entry[]> => {
  const rows = await scope.tx.execute<Entry>(sql`
    select e.id, e.customer_id as "customerId", e.name, e.service_id as "serviceId", e.staff_id as "staffId", e.windows,
      date_part('epoch', e.created_at)::float8 as since, e.last_date as "lastDate",
      exists (select 1 from waitlist_offers o where o.tenant_id = e.tenant_id and o.entry_id = e.id
        and o.outcome is null) as "hasOffer",
      (select coalesce(json_agg(json_build_array(date_part('epoch', b.starts_at) / 60, date_part('epoch', b.ends_at) / 60)), '[]')
        from waitlist_offers o join bookings b on b.tenant_id = o.tenant_id and b.id = o.booking_id
        where o.tenant_id = e.tenant_id and o.entry_id = e.id and o.outcome is not null) as before
    from waitlist_entries e
    where e.tenant_id = ${scope.tenantId} and ${waits(scope)}
    order by e.created_at, e.id`);
  if (!freed) return [...rows];
  const [house] = await scope.tx.execute<{ time_zone: string }>(
    sql`select time_zone from tenants where id = ${scope.tenantId}`,
  );
  const [first, last] = daysOf(freed, house!.time_zone);
  return rows.filter(({ windows }) => mayCome(windows, first, last));
};

const daysOf = ({ startsAt, endsAt }: FreedTime, timeZone: string): [first: string, last: string] => [
  localDate(new Date(startsAt), timeZone),
  localDate(new Date(Date.parse(endsAt) - 1), timeZone),
];

/** The days of what came free, or all that anybody waits for. */
function datesOf(freed: FreedTime | null, entries: readonly Entry[], timeZone: string) {
  if (freed) {
    const [from, to] = daysOf(freed, timeZone);
    return { from, to };
  }
  const today = localDate(now(), timeZone);
  const [last, most] = [
    entries
      .map(({ lastDate }) => lastDate)
      .sort()
      .at(-1)!,
    addDays(today, waitDays),
  ];
  return { from: today, to: last < most ? last : most };
}

type About = { freed: FreedTime | null; span: { from: number; to: number } | null; timeZone: string };
type Look = { entry: Entry; open: FreeStart[] | null; why: Verdict };

/** Where they could be put, or why nowhere. */
function look(entry: Entry, starts: readonly FreeStart[] | null, { freed, span, timeZone }: About): Look {
  const not = (why: Verdict): Look => ({ entry, open: null, why });
  if (entry.hasOffer) return not("has_offer");
  if (!starts) return not("not_bookable");
  const inIt = span ? starts.filter(({ from, to }) => from < span.to && span.from < to) : starts;
  if (inIt.length === 0)
    return not(freed && entry.staffId && !freed.staffIds.includes(entry.staffId) ? "other_person" : "no_room");
  const suiting = inIt.filter(({ from }) => comesAt(entry.windows, from, timeZone));
  if (suiting.length === 0) return not("other_times");
  const fresh = suiting.filter(({ from, to }) => !entry.before.some(([began, ended]) => from < ended && began < to));
  if (fresh.length === 0) return not("asked_before");
  const soonest = now().getTime() / 60_000 + leastLeadMinutes;
  const open = fresh.filter(({ from }) => from >= soonest);
  return open.length === 0 ? not("begins_too_soon") : { entry, open, why: "offered" };
}

function comesAt(windows: readonly WaitWindow[], minute: number, timeZone: string): boolean {
  const at = new Date(minute * 60_000);
  return canCome(windows, localDate(at, timeZone), clockMinute(at, timeZone));
}

/** Minutes of the day, as the clock there shows them. */
function clockMinute(at: Date, timeZone: string): number {
  const [hour = 0, minute = 0] = formatTime(at.toISOString(), timeZone).split(":").map(Number);
  return hour * 60 + minute;
}

/** Held for them until they say yes; null where the house cannot promise it after all. */
async function offer(
  scope: Scope,
  entry: Entry,
  { from, staffId }: FreeStart,
  timeZone: string,
): Promise<string | null> {
  const { serviceId, customerId, name } = entry;
  const startsAt = new Date(from * 60_000);
  const booked = await bookSlot(
    scope,
    {
      lines: [{ serviceId, staffId: entry.staffId ? staffId : undefined }],
      startsAt,
      customer: { id: customerId, name },
    },
    { source: "desk", holdMinutes: offerLasts(from - now().getTime() / 60_000, clockMinute(now(), timeZone)) },
  );
  if (!booked.ok) return null;
  const { id: bookingId } = booked.value;
  await scope.tx
    .insert(waitlistOffers)
    .values({ tenantId: scope.tenantId, bookingId, entryId: entry.id, createdAt: now() });
  recordEvent(scope, {
    name: "waitlist.offered",
    entryId: entry.id,
    customerId,
    bookingId,
    startsAt: startsAt.toISOString(),
  });
  return bookingId;
}
