import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { localDate, weekdayOf } from "@/lib/platform/calendar";
import { formatTime } from "@/lib/platform/format";
import { newId } from "@/lib/platform/ids";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { bookAgain } from "./book-again";
import type { Booked } from "./book-slot";
import { getBooking } from "./get-booking";
import { type AgainOffer, type AgainTimes, listAgain } from "./list-again";
import { termsOf, termsSeen, termsWords } from "./terms";
import { deskOf, placed } from "./testing/placed";
import { shiftTo } from "./testing/shift-to";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const zone = "Africa/Nairobi";
const desk = deskOf(newId());
let house: House;
let booked: Booked;
beforeEach(async () => {
  house = await makeHouse({ staff: 2 });
  booked = await placed(house, { hour: 14 });
});

async function offer(): Promise<AgainOffer> {
  const found = await readTenant(house.tenantId, desk, (scope) => listAgain(scope, { id: booked.id, channel: "desk" }));
  if (!found.ok) throw new Error(found.refusal);
  return found.value;
}
const times = async (): Promise<AgainTimes> => (await offer()).times;
const again = (startsAt: string, totalMinor = 150_000, more: { terms?: string; key?: string } = {}) =>
  withTenant(house.tenantId, desk, (scope) =>
    bookAgain(scope, { id: booked.id, startsAt: new Date(startsAt), totalMinor, ...more }, { source: "desk" }),
  );
const dateOf = (iso: string) => localDate(new Date(iso), zone);
const weeksOn = (iso: string) => (Date.parse(dateOf(iso)) - Date.parse(dateOf(booked.startsAt))) / 604_800_000;

test("in one, two, four, six and eight weeks: the same hour when it is free, the nearest ones when it is not", async () => {
  const offered = await times();
  expect(offered.map(({ weeks }) => weeks)).toEqual([1, 2, 4, 6, 8]);
  for (const { weeks, slots } of offered) {
    expect(slots.map(({ startsAt }) => formatTime(startsAt, zone))).toContain("14:00");
    expect(slots.every(({ startsAt, staffId }) => weeksOn(startsAt) === weeks && staffId === house.staffIds[0])).toBe(
      true,
    );
  }
  const first = offered[0]!.slots.find(({ startsAt }) => formatTime(startsAt, zone) === "14:00")!;
  expect(await again(first.startsAt)).toMatchObject({ ok: true });
  const next = (await times())[0]!.slots.map(({ startsAt }) => formatTime(startsAt, zone));
  expect(next).not.toContain("14:00");
  expect(next).toContain("13:00");
});

test("one tap books the same for the same customer by the same person, and a second tap not twice", async () => {
  const [{ slots }] = (await times()) as [AgainTimes[number]];
  const answers = await Promise.all([again(slots[0]!.startsAt), again(slots[0]!.startsAt)]);
  expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  const made = answers.find((answer) => answer.ok)!;
  const [before, after] = await Promise.all(
    [booked.id, (made as { value: Booked }).value.id].map((id) =>
      readTenant(house.tenantId, desk, (scope) => getBooking(scope, id)),
    ),
  );
  expect(after).toMatchObject({
    customer: { id: before!.customer.id },
    services: before!.services,
    staffNames: before!.staffNames,
    status: "confirmed",
  });
});

test("what is over counts from today; another price is shown before anything is booked", async () => {
  // At its own hour of the day: what is nearest to the middle of the night may be the evening before.
  const longAgo = Date.parse(booked.startsAt) - 41 * 86_400_000;
  await shiftTo(sql, house.tenantId, booked.id, Math.round((longAgo - Date.now()) / 60_000));
  const [first] = await times();
  const weekdays = new Set(first!.slots.map(({ startsAt }) => weekdayOf(dateOf(startsAt))));
  const [row] = await sql`select starts_at from bookings where id = ${booked.id}`;
  expect(weekdays).toEqual(new Set([weekdayOf(localDate(row!.starts_at, zone))]));
  expect(Date.parse(first!.slots[0]!.startsAt)).toBeGreaterThan(Date.now());
  await sql`update services set price_minor = 170000 where tenant_id = ${house.tenantId}`;
  expect(await again(first!.slots[0]!.startsAt)).toMatchObject({ refusal: "price_changed", totalMinor: 170_000 });
});

test("by whoever is free when they no longer do it, and not at all when it is no longer sold", async () => {
  await sql`delete from staff_services where tenant_id = ${house.tenantId} and staff_id = ${house.staffIds[0]!}`;
  expect((await times())[0]!.slots[0]!.staffId).toBe(house.staffIds[1]);
  const [{ slots }] = (await times()) as [AgainTimes[number]];
  await sql`update services set active = false where tenant_id = ${house.tenantId}`;
  expect(await again(slots[0]!.startsAt)).toEqual({ ok: false, refusal: "not_sold" });
});

test("for a customer without a phone, who stays one customer and within the rules of the house", async () => {
  await sql`update customers set phone = null where tenant_id = ${house.tenantId}`;
  await sql`update tenants set policy = policy || '{"visitsPerDay": 1}' where id = ${house.tenantId}`;
  const [{ slots }] = (await times()) as [AgainTimes[number]];
  const made = await again(slots[0]!.startsAt);
  if (!made.ok) throw new Error(made.refusal);
  const rows = await sql`select b.customer_id, c.phone from bookings b
    join customers c on c.tenant_id = b.tenant_id and c.id = b.customer_id where b.tenant_id = ${house.tenantId}`;
  expect(rows.map((row) => ({ ...row }))).toEqual(Array(2).fill({ customer_id: rows[0]!.customer_id, phone: null }));
  const theirs = await withTenant(house.tenantId, { kind: "public", via: "page" }, (scope) =>
    bookAgain(
      scope,
      { id: booked.id, startsAt: new Date(slots[1]!.startsAt), totalMinor: 150_000 },
      { source: "public" },
    ),
  );
  expect(theirs).toEqual({ ok: false, refusal: "too_many_that_day", most: 1 });
});

test("the terms that were shown are the ones that are kept; others are told before anything is booked", async () => {
  const { terms: none } = await offer();
  const terms = { freeHours: 24, late: { kind: "percent" as const, percent: 50 } };
  await sql`update tenants set policy = policy || ${sql.json({ cancellation: terms })} where id = ${house.tenantId}`;
  const { times, terms: now } = await offer();
  const { startsAt } = times[0]!.slots[0]!;
  expect([none, now]).toEqual([null, terms]);
  expect(await again(startsAt, 150_000, { terms: termsSeen(none) })).toMatchObject({ refusal: "terms_changed", terms });
  expect(termsOf(times, now, "KES")).toEqual([termsWords(terms, 150_000, "KES")]);
  const made = await again(startsAt, 150_000, { terms: termsSeen(now) });
  expect(made).toMatchObject({ ok: true });
});

test("with one key it is one booking, though a group has more seats, and though it is no longer sold", async () => {
  await sql`update services set seats = 4 where tenant_id = ${house.tenantId}`;
  const { startsAt } = (await times())[0]!.slots[0]!;
  const key = newId();
  const answers = await Promise.all([again(startsAt, 150_000, { key }), again(startsAt, 150_000, { key })]);
  expect(answers[0]).toMatchObject({ ok: true });
  expect(answers[1]).toEqual(answers[0]);
  await sql`update services set active = false where tenant_id = ${house.tenantId}`;
  expect(await again(startsAt, 150_000, { key })).toEqual(answers[0]);
  expect(await again(startsAt, 160_000, { key })).toEqual({ ok: false, refusal: "key_reused" });
});
