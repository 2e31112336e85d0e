import { localDate } from "@/lib/platform/calendar";
import { idempotencyKey } from "@/lib/platform/idempotency";
import { newId } from "@/lib/platform/ids";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { type Booked, type BookRefusal, type How, lockWish, readWish, type Wish } from "./book-slot";
import { priceOf } from "./internal/candidates";
import { answeredBefore, customerOf, recordPlaced, type Seen, visitOf, whatChanged } from "./internal/decide";
import { knownAs, notACustomer } from "./internal/desk-customer";
import { lookOver, type Verdict, verdictOn } from "./internal/series";
import { writeBookings } from "./internal/write-booking";
import type { Clash } from "./rules";
import { seriesTimes } from "./rules";
import { type SeriesDate, seriesDates } from "./series-dates";
import type { BookSeriesInput } from "./series-input";

export type SeriesBooked = { seriesId: string; weeks: number; bookings: Booked[] };
export type SeriesRefusal =
  | BookRefusal
  /** Nothing is booked before each of these has another time, or is left out. */
  | { refusal: "clashes"; clashes: ({ date: string } & Clash)[] };
export type SeriesAnswer = Result<SeriesBooked, SeriesRefusal>;

/**
 * Books a visit that comes round, as the desk does: every date as it is or as it was chosen instead, all of them or none.
 * Sent twice with one key it is one series.
 */
export async function bookSeries(scope: Scope, given: BookSeriesInput): Promise<SeriesAnswer> {
  const { key, customer: asked, weeks, times, instead, ...input } = given;
  const { key: _, ...wished } = given;
  const how: How = { source: "desk", idempotency: key ? idempotencyKey("desk-series", key, wished) : undefined };
  const customer = await knownAs(scope, asked);
  if (!customer) return notACustomer;
  const read = await readWish(scope, { ...input, customer }, how);
  if (!read.ok) return (await answeredBefore<SeriesBooked>(scope, how)) ?? read;
  const wish = read.value;
  const dates = seriesDates(input.startsAt, { weeks, times }, wish.house.timeZone);
  const chosen = chooseDates(dates, instead, wish.house.timeZone);
  if (!chosen.ok) return chosen;
  const [, earlier, seen] = await Promise.all([
    lockWish(scope, wish),
    answeredBefore<SeriesBooked>(scope, how),
    lookOver(scope, wish, dates),
  ]);
  return earlier ?? decide(scope, { wish, weeks, dates: chosen.value }, seen);
}

type Deciding = { wish: Wish; weeks: number; dates: SeriesDate[] };

/** The dates with what was chosen for them; a date that is left out is none. */
function chooseDates(
  dates: readonly SeriesDate[],
  instead: BookSeriesInput["instead"],
  timeZone: string,
): Result<SeriesDate[], Extract<BookRefusal, { refusal: "invalid" }>> {
  const wrong = instead.find(
    ({ date, startsAt }) =>
      !dates.some((one) => one.date === date) || (startsAt && localDate(startsAt, timeZone) !== date),
  );
  if (wrong) return refuse("invalid", { fields: { [`instead.${wrong.date}`]: ["is not a time of that day"] } });
  const choices = new Map(instead.map(({ date, startsAt }) => [date, startsAt ?? null]));
  const left = dates.flatMap(({ date, at }) => {
    const choice = choices.get(date);
    return choice === null ? [] : [{ date, at: choice ?? at }];
  });
  if (left.length < seriesTimes.least)
    return refuse("invalid", { fields: { instead: [`leaves fewer than ${seriesTimes.least} dates`] } });
  return ok(left);
}

/** Somebody past the locks, or the customer made meanwhile, is one more look each. */
const attempts = 3;

async function decide(scope: Scope, deciding: Deciding, first: Seen): Promise<SeriesAnswer> {
  const { wish, dates } = deciding;
  let seen = first;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const verdicts = dates.map((date) => verdictOn(wish, seen, date));
    const clashes = verdicts.flatMap((one) => ("clash" in one ? [{ date: one.date, ...one.clash }] : []));
    if (clashes.length > 0) return refuse("clashes", { clashes });
    const answer = await take(scope, deciding, verdicts, seen);
    if (answer) return answer;
    seen = await lookOver(scope, wish, dates);
  }
  return refuse("slot_taken", { alternatives: [] });
}

/** Null when somebody else was quicker: nothing is left of the attempt. */
async function take(
  scope: Scope,
  { wish, weeks }: Deciding,
  verdicts: readonly Verdict[],
  { customer: known, taken }: Seen,
): Promise<SeriesAnswer | null> {
  const found = verdicts.flatMap((one) => ("found" in one ? [one.found] : []));
  const prices = found.map(({ placed }) => priceOf(wish.lines, placed));
  const changed = whatChanged(
    wish,
    prices.reduce((sum, price) => sum + price, 0),
    null,
  );
  if (changed) return changed;
  const customer = customerOf(wish, known);
  const series = { id: newId(), of: found.length, weeks };
  const told = new Set<string>();
  const visits = found.map((place, n) => {
    const speaks = place.placed.some(({ staffId }) => !told.has(staffId));
    for (const { staffId } of place.placed) told.add(staffId);
    return visitOf(wish, place, { totalMinor: prices[n]!, depositMinor: null }, customer, {
      ...series,
      place: n + 1,
      speaks,
    });
  });
  const answer: SeriesBooked = { seriesId: series.id, weeks, bookings: visits.map(({ booked }) => booked) };
  const outcome = await writeBookings(scope, { wish, visits, expired: taken.expired, customer, answer });
  if (outcome === "key_used") return (await answeredBefore<SeriesBooked>(scope, wish.how)) ?? refuse("key_reused");
  if (outcome === "too_late") return null;
  recordPlaced(scope, customer, visits);
  return ok(answer);
}
