import { sql } from "drizzle-orm";
import type { FreedTime, Verdict } from "@/db/schema/waiting";
import { type FreeStart, startsWithin } from "@/lib/bookings/starts-within";
import { planDue } from "@/lib/events/plan-due";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { openStatus } from "@/lib/tenancy/open-status";
import type { Scope } from "@/lib/tenancy/scope";
import { localClock } from "./internal/local-clock";
import { type LogRow, writeLog } from "./internal/log";
import { offer, openPublicOffers } from "./internal/offer";
import { settle } from "./internal/settle";
import { type Entry, waitingFor } from "./internal/waiting-for";
import { lockWaitlist } from "./internal/waits";
import { rank } from "./rank";
import { canCome, leastLeadMinutes, mayCome, sameTimeMinutes, untilMorning } from "./rules";

type Days = { from: string; to: string };

/** `quiet`: nobody is passed over for it who is not passed over for somebody else. Neither of both: answers are counted, and that is all. */
export type OfferWish = { freed?: FreedTime; days?: Days; quiet?: boolean };

/**
 * Offers time that came free to one person at a time (rank.ts says to whom): it is held for them, and the next is asked
 * once they have let it go or not answered. Everybody who waits for that day and is not asked is in the log with the
 * reason. With `days` all free time of them is looked at: the house's rules have changed, or somebody waits anew; whoever
 * has waited longest is asked first, about their earliest start.
 */
export async function offerFreed(scope: Scope, wish: OfferWish): Promise<void> {
  await lockWaitlist(scope);
  const [house] = await scope.tx.execute<{ status: string; time_zone: string }>(sql`
    select ${openStatus()} as status, t.time_zone from tenants t where t.id = ${scope.tenantId}`);
  await settle(scope);
  if (house!.status !== "active") return;
  const timeZone = house!.time_zone;
  const days = wish.days ?? (wish.freed && daysOf(wish.freed, timeZone));
  if (!days) return;
  const entries = await waitingFor(scope, days);
  if (entries.length === 0) return;

  const at = now();
  const sleepMs = untilMorning(localClock(timeZone)(minuteOf(at)).minute) * 60_000;
  const morning = new Date(at.getTime() + sleepMs);
  if (sleepMs > 0 && (!wish.freed || Date.parse(wish.freed.endsAt) > morning.getTime()))
    return planDue(scope, { kind: "offer_freed", at: morning, payload: wish });

  const about = { ...wish, timeZone, soonest: minuteOf(morning) + leastLeadMinutes };
  const asked = await weigh(scope, entries, days, about);
  if (asked) await planDue(scope, { kind: "offer_freed", at, payload: { ...wish, quiet: true } });
}

const minuteOf = (at: Date | string): number => Math.floor(new Date(at).getTime() / 60_000);

const daysOf = ({ startsAt, endsAt }: FreedTime, timeZone: string): Days => ({
  from: localDate(new Date(startsAt), timeZone),
  to: localDate(new Date(Date.parse(endsAt) - 1), timeZone),
});

type About = OfferWish & { timeZone: string; soonest: number };

/** Asks the first of them that can be asked, and writes down why the others are not. Whether anybody is. */
async function weigh(scope: Scope, entries: readonly Entry[], days: Days, about: About): Promise<boolean> {
  const span = about.freed && { from: minuteOf(about.freed.startsAt), to: minuteOf(about.freed.endsAt) };
  const wanted = entries.map((entry) => ({ ...entry, channel: entry.source }));
  const { starts } = await startsWithin(scope, wanted, () => days);
  const looked = lookedAt(entries, starts, about, span);
  const ranked = rank(
    span ?? null,
    looked.flatMap(({ entry, open }) => (open ? [{ id: entry.id, since: entry.since, starts: open }] : [])),
  );
  const known = new Map(entries.map((entry) => [entry.id, entry]));
  const rows = new Map<string, LogRow>();
  let asked: { fillsMinutes: number; start: FreeStart } | null = null;
  const many = await openPublicOffers(scope);
  for (const { id, start, fillsMinutes } of ranked) {
    if (asked) {
      rows.set(id, { entryId: id, verdict: fillsMinutes < asked.fillsMinutes ? "fits_less" : "waits_less" });
      continue;
    }
    const made = await offer(scope, known.get(id)!, start, many);
    rows.set(id, { entryId: id, ...made });
    if (made.verdict === "offered") asked = { fillsMinutes, start };
  }
  for (const { entry, why } of looked) if (!rows.has(entry.id)) rows.set(entry.id, { entryId: entry.id, verdict: why });
  if (about.freed) {
    if (asked || !about.quiet) await writeLog(scope, newId(), about.freed, [...rows.values()]);
  } else if (asked) {
    // Of all free time it is this that came to be given out: who waits for its day is told why it was not to them.
    const { date } = localClock(about.timeZone)(asked.start.from);
    const thatDay = entries.filter(({ windows }) => mayCome(windows, date, date)).map(({ id }) => rows.get(id)!);
    await writeLog(scope, newId(), freeTime(asked.start), thatDay);
  }
  return asked !== null;
}

const freeTime = ({ from, to, staffId }: FreeStart): FreedTime => ({
  staffIds: [staffId],
  startsAt: new Date(from * 60_000).toISOString(),
  endsAt: new Date(to * 60_000).toISOString(),
});

type Look = { entry: Entry; open: FreeStart[] | null; why: Verdict };
type Starts = readonly (readonly FreeStart[] | null)[];

/** Where each could be put, or why nowhere. */
function lookedAt(entries: readonly Entry[], starts: Starts, about: About, span: Span | undefined): Look[] {
  const clock = localClock(about.timeZone);
  return entries.map((entry, at) => {
    const not = (why: Verdict): Look => ({ entry, open: null, why });
    if (entry.hasOffer) return not("has_offer");
    const all = starts[at];
    if (!all) return not("not_bookable");
    const inIt = span ? all.filter(({ from, to }) => from < span.to && span.from < to) : all;
    if (inIt.length === 0) return not(wantsSomebodyElse(entry, about.freed) ? "other_person" : "no_room");
    const suiting = inIt.filter(({ from }) => canCome(entry.windows, clock(from).date, clock(from).minute));
    if (suiting.length === 0) return not("other_times");
    const fresh = suiting.filter(({ from }) => !entry.before.some((began) => Math.abs(began - from) < sameTimeMinutes));
    if (fresh.length === 0) return not("asked_before");
    const open = fresh.filter(({ from }) => from >= about.soonest);
    return open.length === 0 ? not("begins_too_soon") : { entry, open, why: "offered" };
  });
}

type Span = { from: number; to: number };

const wantsSomebodyElse = ({ staffId }: Entry, freed: FreedTime | undefined): boolean =>
  Boolean(staffId && freed && freed.staffIds.length > 0 && !freed.staffIds.includes(staffId));
