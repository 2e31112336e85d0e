import postgres from "postgres";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { BookingPolicy } from "@/db/schema/tenants";
import { type House, makeHouse } from "@/db/testing/house";
import { kenyanHolidays } from "@/lib/availability/holidays";
import { addDays, atMinute, localDate, weekdayOf } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { bookSlot } from "./book-slot";
import { bookSlotInput } from "./input";
import { listOpenSlots } from "./list-open-slots";

// Every rule of a house as it stands in the database: what is offered by it is accepted, and nothing else.
const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());

const zone = "Africa/Nairobi";
const tomorrow = addDays(localDate(now(), zone), 1);
const at = (hour: number, date = tomorrow) => atMinute(date, hour * 60, zone).toISOString();
const span = (from: number, to: number) => `[${at(from)},${at(to)})`;
const regular = "0712345678";

let house: House;
let service: string;
let staff: string[];
beforeEach(async () => {
  house = await makeHouse({ staff: 2 });
  service = house.serviceIds[0]!;
  staff = house.staffIds;
});

const guest = { kind: "public", via: "api" } as const;
type Wish = { staffId?: string | undefined; phone?: string; source?: "public" | "api" };
const wish = (startsAt: string, { staffId, phone = "0712000009" }: Wish) =>
  bookSlotInput.parse({
    lines: [{ serviceId: service, ...(staffId ? { staffId } : {}) }],
    startsAt,
    customer: { name: "Wanjiru", phone },
  });
const book = async (hour: number, more: Wish = {}) => {
  const phone = more.phone ?? `0711${String(Math.random()).slice(2, 8)}`;
  const booked = await withTenant(house.tenantId, guest, (scope) =>
    bookSlot(scope, wish(at(hour), { ...more, phone }), { source: "desk" }),
  );
  expect(booked.ok).toBe(true);
};

class Undo extends Error {
  constructor(readonly accepted: boolean) {
    super("undone");
  }
}
const isAccepted = (startsAt: string, asked: Wish): Promise<boolean> =>
  withTenant(house.tenantId, guest, async (scope) => {
    throw new Undo((await bookSlot(scope, wish(startsAt, asked), { source: asked.source ?? "public" })).ok);
  }).catch((error: unknown) => {
    if (error instanceof Undo) return error.accepted;
    throw error;
  });

/** The hours of a day that are open: as offered, and each quarter of an hour asked for. Both have to agree. */
async function open(asked: Wish = {}, date = tomorrow): Promise<number[]> {
  const found = await withTenant(house.tenantId, guest, (scope) =>
    listOpenSlots(scope, {
      serviceId: service,
      staffId: asked.staffId ?? "any",
      from: date,
      to: date,
      ...(asked.source ? { channel: asked.source } : {}),
      ...(asked.phone ? { phone: `+254${asked.phone.slice(1)}` } : {}),
    }),
  );
  if (!found.ok) throw new Error(found.refusal);
  const offered = found.value.days[0]!.slots.map((slot) => slot.startsAt);
  const quarters = Array.from({ length: 96 }, (_, quarter) => at(quarter / 4, date));
  const accepted: string[] = [];
  for (const start of quarters) if (await isAccepted(start, asked)) accepted.push(start);
  expect(accepted).toEqual(offered);
  return offered.map((start) => (Date.parse(start) - Date.parse(at(0, date))) / 3_600_000);
}

const halfHours = (from: number, to: number) => Array.from({ length: (to - from) * 2 }, (_, n) => from + n / 2);
const setPolicy = (change: Partial<BookingPolicy>) =>
  sql`update tenants set policy = policy || ${sql.json(change as never)} where id = ${house.tenantId}`;
const setService = (change: Record<string, unknown>) => sql`update services set ${sql(change)} where id = ${service}`;
const businessDay = (date: string, windows: number[][]) =>
  sql`insert into business_days (tenant_id, date, windows) values (${house.tenantId}, ${date}, ${sql.json(windows)})`;
const pool = async (quantity: number, segments: number[] | null = null) => {
  const id = newId();
  await sql`insert into resources (tenant_id, id, name, quantity) values (${house.tenantId}, ${id}, 'Chair', ${quantity})`;
  await sql`insert into service_resources (tenant_id, service_id, resource_id, segments) values (${house.tenantId}, ${service}, ${id}, ${segments})`;
  return id;
};

test("without any rule the weekly hours are open", async () => expect(await open()).toEqual(halfHours(8, 19.5)));

describe("hours", () => {
  test("closing the business closes all", async () => {
    await businessDay(tomorrow, []);
    expect(await open()).toEqual([]);
  });
  test("a short day is short for everybody", async () => {
    await businessDay(tomorrow, [[540, 720]]);
    expect(await open()).toEqual(halfHours(9, 11.5));
  });
  test("on a public holiday nobody works when the house says so", async () => {
    const { date } = [2026, 2027, 2028].flatMap(kenyanHolidays).find((holiday) => holiday.date > tomorrow)!;
    await setPolicy({ horizonDays: 366 });
    expect(await open({}, date)).toEqual(halfHours(8, 19.5));
    await setPolicy({ closedOnHolidays: true });
    expect(await open({}, date)).toEqual([]);
    await businessDay(date, [[600, 720]]);
    expect(await open({}, date)).toEqual(halfHours(10, 11.5));
  });
  test("staff without hours of their own work the business's", async () => {
    await sql`delete from staff_hours where staff_id = ${staff[0]!}`;
    await sql`insert into business_hours (tenant_id, id, weekday, from_minute, to_minute)
      values (${house.tenantId}, ${newId()}, ${weekdayOf(tomorrow)}, 600, 780)`;
    expect(await open({ staffId: staff[0] })).toEqual(halfHours(10, 12.5));
  });
  test("a person's other hours on a date", async () => {
    await sql`insert into staff_days (tenant_id, staff_id, date, windows)
      values (${house.tenantId}, ${staff[0]!}, ${tomorrow}, ${sql.json([[840, 960]])})`;
    expect(await open({ staffId: staff[0] })).toEqual(halfHours(14, 15.5));
  });
  test("breaks, every week and once", async () => {
    await sql`insert into staff_breaks (tenant_id, id, staff_id, weekday, date, from_minute, to_minute) values
      (${house.tenantId}, ${newId()}, ${staff[0]!}, ${weekdayOf(tomorrow)}, null, 600, 1140),
      (${house.tenantId}, ${newId()}, ${staff[0]!}, null, ${tomorrow}, 480, 510)`;
    expect(await open({ staffId: staff[0] })).toEqual([8.5, 9, 19]);
  });
  test("time off once it is approved", async () => {
    const ask = (status: string, from: number, to: number) =>
      sql`insert into time_off (tenant_id, id, staff_id, span, status, asked_at)
        values (${house.tenantId}, ${newId()}, ${staff[0]!}, ${span(from, to)}, ${status}, now())`;
    await Promise.all([ask("asked", 8, 20), ask("declined", 8, 20), ask("approved", 9, 19)]);
    expect(await open({ staffId: staff[0] })).toEqual([8, 19]);
  });
});

describe("the time around a visit", () => {
  test("buffers of the service and of a person", async () => {
    await setService({ buffer_after_minutes: 30 });
    await book(12, { staffId: staff[0]! });
    expect((await open({ staffId: staff[0] })).filter((hour) => hour > 10 && hour < 14)).toEqual([10.5, 13.5]);
    await sql`update staff_services set buffer_after_minutes = 0 where staff_id = ${staff[0]!}`;
    // The one in the diary keeps the buffer it was booked with.
    expect((await open({ staffId: staff[0] })).filter((hour) => hour > 10 && hour < 14)).toEqual([10.5, 11, 13.5]);
  });
  test("somebody else's work fits into a gap", async () => {
    const work = (minutes: number) => ({ kind: "work", minutes });
    await setService({ segments: sql.json([work(30), { kind: "gap", minutes: 60 }, work(30)]), duration_minutes: 120 });
    await book(12, { staffId: staff[0]! });
    await setService({ segments: sql.json([work(60)]), duration_minutes: 60 });
    expect((await open({ staffId: staff[0] })).filter((hour) => hour > 10 && hour < 14)).toEqual([10.5, 11, 12.5]);
  });
  test("no hole that nothing fits into, where there is a choice", async () => {
    await setPolicy({ gapAware: true });
    await book(12, { staffId: staff[0]! });
    expect((await open({ staffId: staff[0] })).filter((hour) => hour < 15)).toEqual([8, 9, 9.5, 10, 11, 13, 14, 14.5]);
  });
});

test("without a closing hour, too: what belongs to a day does not depend on how many days are looked at", async () => {
  await sql`update staff_hours set from_minute = 0, to_minute = 1440 where tenant_id = ${house.tenantId}`;
  await setPolicy({ gapAware: true, anyStaff: "least_gaps" });
  await book(1, { staffId: staff[0]! });
  await book(22.5, { staffId: staff[0]! });
  const day = await open({ staffId: staff[0] });
  expect(day).toContain(23.5);
  expect(day).not.toContain(0.5);
  const both = await withTenant(house.tenantId, guest, (scope) =>
    listOpenSlots(scope, { serviceId: service, staffId: staff[0]!, from: tomorrow, to: addDays(tomorrow, 3) }),
  );
  expect(both.ok && both.value.days[0]!.slots).toHaveLength(day.length);
});

describe("when a customer may book", () => {
  const inDays = (days: number) => addDays(tomorrow, days - 1);
  test("notice and horizon of a service, per channel", async () => {
    await sql`insert into service_windows (tenant_id, service_id, channel, notice_minutes, horizon_days)
      values (${house.tenantId}, ${service}, 'api', ${3 * 1440}, 5)`;
    expect(await open()).toHaveLength(23);
    expect(await open({ source: "api" })).toEqual([]);
    expect(await open({ source: "api" }, inDays(5))).toHaveLength(23);
    expect(await open({ source: "api" }, inDays(6))).toEqual([]);
  });
  test("and of the house", async () => {
    await setPolicy({ channels: { api: { horizonDays: 0 } } });
    expect([(await open()).length, (await open({ source: "api" })).length]).toEqual([23, 0]);
  });
  test("the service's own steps", async () => {
    await setService({ step_minutes: 45 });
    expect((await open()).slice(0, 4)).toEqual([8, 8.75, 9.5, 10.25]);
  });
  test("so many visits a day", async () => {
    await setPolicy({ visitsPerDay: 1 });
    await book(9, { phone: regular });
    expect(await open({ phone: regular })).toEqual([]);
    expect(await open({ phone: regular }, inDays(2))).toHaveLength(23);
    const answer = await withTenant(house.tenantId, guest, (scope) =>
      bookSlot(scope, wish(at(15), { phone: regular }), { source: "public" }),
    );
    expect(answer).toEqual({ ok: false, refusal: "too_many_that_day", most: 1 });
    expect(await open({ phone: "0712999999" })).toHaveLength(23);
  });
});

describe("seats and chairs", () => {
  test("a class takes as many as it has seats, and nothing else meanwhile", async () => {
    await setService({ seats: 2 });
    await book(10, { staffId: staff[0]! });
    expect(await open({ staffId: staff[0] })).toContain(10);
    await book(10, { staffId: staff[0]! });
    expect((await open({ staffId: staff[0] })).filter((hour) => hour < 12)).toEqual([8, 8.5, 9, 11, 11.5]);
    const [other] = await sql<{ id: string }[]>`insert into services
      (tenant_id, id, name, category, segments, duration_minutes, price_minor, currency, seats)
      values (${house.tenantId}, ${newId()}, 'Other class', 'hair', ${sql.json([{ kind: "work", minutes: 60 }])}, 60, 1, 'KES', 5) returning id`;
    await sql`insert into staff_services (tenant_id, staff_id, service_id) values (${house.tenantId}, ${staff[0]!}, ${other!.id})`;
    service = other!.id;
    expect((await open({ staffId: staff[0] })).filter((hour) => hour < 12)).toEqual([8, 8.5, 9, 11, 11.5]);
  });
  test("a lesson begins when the first who booked it does, and fills up before another begins beside it", async () => {
    await setService({ seats: 3 });
    await book(10, { staffId: staff[1]! });
    expect((await open({ staffId: staff[1] })).filter((hour) => hour < 12)).toEqual([8, 8.5, 9, 10, 11, 11.5]);
    await book(10);
    const joined =
      await sql`select staff_id as by from booking_lines where chosen_because = 'joined' and tenant_id = ${house.tenantId}`;
    expect(joined).toEqual([{ by: staff[1] }]);
    await setService({ together: false });
    expect((await open({ staffId: staff[1] })).filter((hour) => hour < 12)).toContain(10.5);
  });
  test("two people and one chair", async () => {
    await pool(1);
    await book(10, { staffId: staff[0]! });
    expect((await open({ staffId: staff[1] })).filter((hour) => hour < 12)).toEqual([8, 8.5, 9, 11, 11.5]);
  });
  test("a chair that only the first segment needs is free in the others", async () => {
    const half = { kind: "work", minutes: 30 };
    await setService({ segments: sql.json([half, half]) });
    await pool(1, [0]);
    await book(10, { staffId: staff[0]! });
    expect((await open({ staffId: staff[1] })).filter((hour) => hour < 12)).toEqual([8, 8.5, 9, 9.5, 10.5, 11, 11.5]);
  });
  test("whoever sits makes room: chairs are as good as each other", async () => {
    const chair = await pool(2);
    await sql`update staff_hours set to_minute = 1320 where tenant_id = ${house.tenantId}`;
    await book(10, { staffId: staff[0]! });
    await book(10.5, { staffId: staff[1]! });
    await book(11.5, { staffId: staff[1]! });
    const lanes = () => sql`select lower(lanes) as lane from occupancies where resource_id = ${chair} order by span`;
    expect((await lanes()).map(({ lane }) => lane)).toEqual([0, 1, 0]);
    await sql`update occupancies set lanes = '[1,2)' where resource_id = ${chair} and span && ${span(11.5, 12)}`;
    // From 11:00 to 12:00 one chair is free, but first the one and then the other.
    await book(11, { staffId: staff[0]! });
    expect((await lanes()).map(({ lane }) => lane)).toEqual([0, 1, 0, 1]);
  });
});

describe("whom the house chooses", () => {
  const chosen = async () => {
    const rows =
      await sql`select staff_id, chosen_because from booking_lines where tenant_id = ${house.tenantId} order by starts_at`;
    return rows.map((row) => `${staff.indexOf(row.staff_id)} ${row.chosen_because}`);
  };
  test("the fairest way, with its reason", async () => {
    await setPolicy({ anyStaff: "fairest" });
    await book(9, { staffId: staff[0]! });
    await book(14);
    await book(16, { staffId: staff[1]! });
    await book(17);
    expect(await chosen()).toEqual(["0 asked", "1 fairest", "1 asked", "0 fairest"]);
  });
  test("the customer's last", async () => {
    await setPolicy({ anyStaff: "usual" });
    await book(9, { staffId: staff[1]!, phone: regular });
    await book(14, { phone: regular });
    await book(16);
    expect(await chosen()).toEqual(["1 asked", "1 usual", "0 order"]);
  });
});

test("a hold that has run out is free, though nobody has cleaned it up", async () => {
  await sql`insert into occupancies (tenant_id, id, staff_id, span, source, expires_at)
    values (${house.tenantId}, ${newId()}, ${staff[0]!}, ${span(8, 20)}, 'hold', now() - interval '1 second')`;
  expect(await open({ staffId: staff[0] })).toHaveLength(23);
  await sql`update occupancies set expires_at = now() + interval '1 hour' where tenant_id = ${house.tenantId}`;
  expect(await open({ staffId: staff[0] })).toEqual([]);
});
