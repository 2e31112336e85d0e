import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { confirmToCustomer } from "@/lib/notifications/confirm-to-customer";
import { addMessages } from "@/lib/notifications/queue-message";
import { localDate } from "@/lib/platform/calendar";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { getBooking } from "./get-booking";
import { listSeries } from "./list-series";
import { seriesQuery } from "./series-input";
import { hourOf, must } from "./testing/desk-books";
import { deskOf, placed } from "./testing/placed";
import { comeRound, type SeriesWish } from "./testing/series";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const zone = "Africa/Nairobi";
const dateOf = (day: number) => localDate(hourOf(10, day), zone);
const desk = deskOf(newId());
let house: House;
beforeEach(async () => {
  house = await makeHouse();
});
const inHouse = <T>(work: (scope: Scope) => Promise<T>) => withTenant(house.tenantId, desk, work);
const book = (wish?: SeriesWish) => comeRound(house, desk, wish);
const list = (at: Date, more: object = {}) =>
  inHouse((scope) =>
    listSeries(
      scope,
      seriesQuery.parse({
        service: house.serviceIds[0],
        staff: house.staffIds[0],
        startsAt: at.toISOString(),
        weeks: "1",
        times: "4",
        ...more,
      }),
    ),
  );
const rows = () =>
  sql<
    { id: string; starts_at: Date; series_id: string; series_weeks: number; total_minor: string; reference: string }[]
  >`
    select id, starts_at, series_id, series_weeks, total_minor, reference from bookings
    where tenant_id = ${house.tenantId} and series_id is not null order by starts_at`;

test("each date is a booking of its own, with its link, and the events of all of them", async () => {
  const { seriesId, bookings } = await must(book({ times: 3, weeks: 2 }));
  const found = await rows();
  expect(found.map(({ starts_at }) => starts_at.toISOString())).toEqual(
    [2, 16, 30].map((day) => hourOf(10, day).toISOString()),
  );
  expect(found.map(({ id }) => id)).toEqual(bookings.map(({ id }) => id));
  expect(new Set(found.map(({ reference }) => reference)).size).toBe(3);
  for (const row of found) expect(row).toMatchObject({ series_id: seriesId, series_weeks: 2, total_minor: "150000" });
  expect(await sql`select 1 from access_tokens where tenant_id = ${house.tenantId}`).toHaveLength(3);
  const events = await sql`select payload->'series' as series from events
    where tenant_id = ${house.tenantId} and name = 'booking.placed' order by seq`;
  expect(events.map(({ series }) => [series.place, series.of])).toEqual([
    [1, 3],
    [2, 3],
    [3, 3],
  ]);
  const notices = await sql`select title from notifications where tenant_id = ${house.tenantId} and entity = 'booking'`;
  expect(notices.map(({ title }) => title)).toEqual(["Achieng booked Cut, 3 times every 2 weeks"]);
  const shown = await inHouse((scope) => getBooking(scope, bookings[1]!.id));
  expect(shown?.series).toMatchObject({ weeks: 2, bookings: bookings.map(({ id }) => ({ id, status: "confirmed" })) });
});

test("every clash is shown at its date with why, and what is free that day instead", async () => {
  await sql`update tenants set policy = policy || '{"channels": {"desk": {"horizonDays": 60}}}' where id = ${house.tenantId}`;
  await placed(house, { day: 9, hour: 10 });
  await sql`insert into business_days (tenant_id, date, windows) values (${house.tenantId}, ${dateOf(16)}, '[]')`;
  await sql`insert into time_off (tenant_id, id, staff_id, span, status, asked_at) values (${house.tenantId}, ${newId()},
    ${house.staffIds[0]!}, tstzrange(${hourOf(8, 23)}, ${hourOf(12, 23)}), 'approved', now())`;
  const { dates } = await must(list(hourOf(10, 2), { times: "10" }));
  expect(dates.map(({ clash }) => clash?.why ?? null)).toEqual([
    null,
    "taken",
    "closed",
    "away",
    null,
    null,
    null,
    null,
    null,
    "beyond",
  ]);
  expect(dates[0]).toMatchObject({ staffNames: ["Staff 1"], totalMinor: 150_000, free: [] });
  expect(dates[1]).toMatchObject({
    clash: { about: "Staff 1" },
    nearest: { startsAt: hourOf(9, 9).toISOString(), totalMinor: 150_000 },
  });
  expect(dates[2]).toMatchObject({ free: [], nearest: null });
  expect(dates[3]).toMatchObject({ nearest: { startsAt: hourOf(12, 23).toISOString() } });
  // The same verdicts are what booking goes by: nothing is booked with one of them unresolved.
  const refused = await book({ times: 10 });
  expect(refused).toMatchObject({
    refusal: "clashes",
    clashes: [
      { date: dateOf(9), why: "taken" },
      { date: dateOf(16), why: "closed" },
      { date: dateOf(23), why: "away" },
      { date: dateOf(65), why: "beyond" },
    ],
  });
  expect(await rows()).toHaveLength(0);
});

test("a holiday is named; what is past or begins sooner than the desk may book is said", async () => {
  await sql`update tenants set policy = policy || '{"closedOnHolidays": true, "channels": {"desk": {"horizonDays": 400}}}' where id = ${house.tenantId}`;
  // Whatever today is, within a year there is a Labour Day or Jamhuri Day that is no Sunday: of those Monday is kept.
  const year = Number(dateOf(1).slice(0, 4));
  const days = [year, year + 1].flatMap((one) => [`${one}-05-01`, `${one}-12-12`]);
  const at = days
    .map((day) => new Date(`${day}T07:00:00Z`))
    .find((day) => day > hourOf(10, 1) && day.getUTCDay() !== 0)!;
  const { dates } = await must(list(at, { times: "2" }));
  expect(dates[0]?.clash).toEqual({ why: "holiday", about: expect.stringMatching(/Jamhuri|Labour/) });
  const past = await must(list(hourOf(10, -3), { times: "2" }));
  expect(past.dates.map(({ clash }) => clash?.why)).toEqual(["past", undefined]);
});

test("a clash is left out or put at another time of its day; of another day, or with one date left, nothing is booked", async () => {
  await placed(house, { day: 9, hour: 10 });
  await placed(house, { day: 16, hour: 10 });
  const instead = [{ date: dateOf(9), startsAt: hourOf(14, 9).toISOString() }, { date: dateOf(16) }];
  const elsewhere = [{ date: dateOf(9), startsAt: hourOf(14, 10).toISOString() }, { date: dateOf(16) }];
  expect(await book({ instead: elsewhere })).toMatchObject({
    refusal: "invalid",
    fields: { [`instead.${dateOf(9)}`]: [expect.any(String)] },
  });
  expect(await book({ instead: [2, 9, 16].map((day) => ({ date: dateOf(day) })) })).toMatchObject({
    refusal: "invalid",
    fields: { instead: ["leaves fewer than 2 dates"] },
  });
  expect(await book({ instead: [{ date: dateOf(3) }] })).toMatchObject({ refusal: "invalid" });
  expect(await rows()).toHaveLength(0);
  const { bookings } = await must(book({ instead }));
  expect(bookings.map(({ startsAt }) => startsAt)).toEqual(
    [hourOf(10, 2), hourOf(14, 9), hourOf(10, 23)].map((at) => at.toISOString()),
  );
});

test("one that was taken meanwhile is told at its date, and none is booked", async () => {
  const { dates } = await must(list(hourOf(10, 2)));
  expect(dates.every(({ clash }) => clash === null)).toBe(true);
  await placed(house, { day: 16, hour: 10 });
  expect(await book({ key: "a-key-of-the-form" })).toEqual({
    ok: false,
    refusal: "clashes",
    clashes: [{ date: dateOf(16), why: "taken", about: "Staff 1" }],
  });
  expect(await rows()).toHaveLength(0);
  expect(await sql`select 1 from events where tenant_id = ${house.tenantId} and payload ? 'series'`).toHaveLength(0);
  // The key is still to be had: what is refused is not kept.
  const { bookings } = await must(book({ key: "a-key-of-the-form", instead: [{ date: dateOf(16) }] }));
  expect(bookings).toHaveLength(3);
});

test("two desks that book series over the same times: one has all of it, the other nothing", async () => {
  for (let round = 0; round < 4; round++) {
    const own = await makeHouse({ staff: 2 });
    const answers = await Promise.all([
      comeRound(own, desk, { phone: "0711550021" }),
      // Begins a week later and runs the other way over the same people.
      comeRound(own, desk, { phone: "0711550022", at: hourOf(10, 9), times: 3 }),
      comeRound(own, desk, { phone: "0711550023", at: hourOf(10, 16), times: 2, staff: 1 }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(2);
    const lost = answers.find(({ ok }) => !ok);
    expect(lost).toMatchObject({ refusal: "clashes" });
    const counts =
      await sql`select series_id, count(*)::int as n from bookings where tenant_id = ${own.tenantId} group by 1`;
    const whole = answers.flatMap((one) => (one.ok ? [one.value.bookings.length] : []));
    expect(counts.map(({ n }) => n).sort()).toEqual(whole.sort());
  }
});

test("sent twice with one key, even at once, it is one series and one customer; with another wish it is refused", async () => {
  const key = "a-key-of-the-form";
  const [one, two] = await Promise.all([must(book({ key })), must(book({ key }))]);
  expect(one).toEqual(two);
  expect(await must(book({ key }))).toEqual(one);
  expect(await rows()).toHaveLength(4);
  expect(await sql`select 1 from customers where tenant_id = ${house.tenantId}`).toHaveLength(1);
  expect(await book({ key, times: 5 })).toMatchObject({ refusal: "key_reused" });
});

test("the price that was seen is the price of all; another one is shown first", async () => {
  expect(await book({ seen: { totalMinor: 450_000 } })).toMatchObject({
    refusal: "price_changed",
    totalMinor: 600_000,
  });
  expect(await rows()).toHaveLength(0);
  await must(book({ seen: { totalMinor: 600_000 } }));
});

test("the customer has one message with every date, however the events come to be told", async () => {
  const { bookings } = await must(book());
  for (const part of [bookings.slice(0, 2), bookings.slice(2), bookings])
    await inHouse(async (scope) =>
      addMessages(
        scope,
        await confirmToCustomer(
          scope,
          part.map(({ id }) => ({ bookingId: id })),
        ),
      ),
    );
  const sent = await sql<{ body: string }[]>`select body from messages where tenant_id = ${house.tenantId}`;
  expect(sent).toHaveLength(1);
  expect(sent[0]!.body).toMatch(
    /^Test House expects you for Cut every week at 10:00 on (\w{3} \d+ \w{3,4}(, |\. )){4}http/,
  );
});

test("a service, a person and a customer of another house are none here", async () => {
  const other = await makeHouse();
  const mixed = { ...house, serviceIds: other.serviceIds };
  expect(await comeRound(mixed, desk)).toMatchObject({ refusal: "unknown_service" });
  expect(await comeRound({ ...house, staffIds: other.staffIds }, desk)).toMatchObject({ refusal: "unknown_staff" });
  expect(await list(hourOf(10, 2), { service: other.serviceIds[0] })).toMatchObject({ refusal: "unknown_service" });
});
