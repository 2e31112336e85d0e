import postgres from "postgres";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import { listAudit } from "@/lib/auth/list-audit";
import { addDays, atMinute, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { getProfile } from "@/lib/staff/get-profile";
import type { StaffDay } from "@/lib/staff/list-staff-days";
import type { Actor } from "@/lib/tenancy/scope";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { bookSlot } from "./book-slot";
import { bookSlotInput } from "./input";
import { listOpenSlots } from "./list-open-slots";
import { clearStaffDayUnlessBooked, setBreaksUnlessBooked, setStaffDayUnlessBooked } from "./unless-booked";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());

let zone = "Africa/Nairobi";
const today = localDate(now(), zone);
const date = addDays(today, 3);
let house: House;
let owner: Actor;
let staffId: string;

beforeEach(async () => {
  zone = "Africa/Nairobi";
  house = await makeHouse();
  owner = await addPerson(sql, house.tenantId, "owner");
  staffId = house.staffIds[0]!;
});

const inHouse = <T>(work: Parameters<typeof withTenant<T>>[2]) => withTenant(house.tenantId, owner, work);
const set = (day: Partial<StaffDay>, anyway = false, id = staffId) =>
  inHouse((scope) => setStaffDayUnlessBooked(scope, id, { date, windows: null, breaks: [], ...day, anyway }));
const clear = (anyway = false) => inHouse((scope) => clearStaffDayUnlessBooked(scope, staffId, { date, anyway }));
const profile = () => readTenant(house.tenantId, owner, (scope) => getProfile(scope, staffId));

/** Minutes of the date at which somebody can begin; the next day's are beyond 1440. */
async function starts(on = date, serviceId = house.serviceIds[0]!): Promise<number[]> {
  const asked = { serviceId, staffId, from: on, to: addDays(on, 1), channel: "desk" as const };
  const found = await readTenant(house.tenantId, owner, (scope) => listOpenSlots(scope, asked));
  const begins = atMinute(on, 0, zone).getTime();
  const slots = found.ok ? found.value.days.flatMap(({ slots }) => slots) : [];
  return slots.map(({ startsAt }) => (Date.parse(startsAt) - begins) / 60_000);
}
const first = async () => (await starts())[0];
const lastOfDay = async () => (await starts()).filter((minute) => minute < 1_440).at(-1);

async function booked(minute: number): Promise<void> {
  const wish = bookSlotInput.parse({
    lines: [{ serviceId: house.serviceIds[0]!, staffId }],
    startsAt: atMinute(date, minute, zone).toISOString(),
    customer: { name: "Wanjiru", phone: "0712 345 678" },
  });
  const answer = await withTenant(house.tenantId, { kind: "public", via: "page" }, (scope) =>
    bookSlot(scope, wish, { source: "public" }),
  );
  expect(answer.ok).toBe(true);
}
const isHeld = { ok: false, refusal: "bookings_affected", affected: { total: 1 } };
const done = { ok: true, value: null };

test("one date has hours of its own, or none, and is like every week again", async () => {
  expect(await set({ windows: [[600, 840]] })).toEqual(done);
  expect([await first(), await lastOfDay()]).toEqual([600, 780]);
  expect(await set({ windows: [] })).toEqual(done);
  expect(await lastOfDay()).toBeUndefined();
  expect(await clear()).toEqual(done);
  expect([await first(), await lastOfDay()]).toEqual([480, 1_140]);
});

test("somebody works on a day that is free every week", async () => {
  await sql`delete from staff_hours where tenant_id = ${house.tenantId} and weekday <> ${new Date(addDays(date, 1)).getUTCDay()}`;
  expect(await lastOfDay()).toBeUndefined();
  await set({ windows: [[600, 720]] });
  expect([await first(), await lastOfDay()]).toEqual([600, 660]);
});

test("a break on one date keeps the hours of every week, and stays when the breaks of the week change", async () => {
  await set({ breaks: [[540, 600]] });
  expect((await starts()).slice(0, 2)).toEqual([480, 600]);
  const weekday = new Date(date).getUTCDay();
  const lunch = { breaks: [{ weekday, from: 780, to: 840 }], anyway: false };
  await inHouse((scope) => setBreaksUnlessBooked(scope, staffId, lunch));
  const free = await starts();
  expect(free.filter((minute) => minute > 720 && minute < 840)).toEqual([]);
  expect(free.slice(0, 2)).toEqual([480, 600]);
  await clear();
  expect((await starts()).slice(0, 3)).toEqual([480, 510, 540]);
  expect((await profile())?.breaks).toEqual(lunch.breaks);
});

describe("bookings in the way", () => {
  beforeEach(() => booked(600));

  test("are looked at first, and stay", async () => {
    expect(await set({ windows: [[600, 660]] })).toEqual(done);
    for (const narrower of [
      { windows: [] },
      { windows: [[660, 840]] },
      { breaks: [[630, 640]] },
    ] as Partial<StaffDay>[])
      expect(await set(narrower)).toMatchObject(isHeld);
    expect((await profile())?.days).toEqual([{ date, windows: [[600, 660]], breaks: [] }]);
    expect(await set({ windows: [] }, true)).toEqual(done);
    const [{ status } = { status: "" }] = await sql`select status from bookings where tenant_id = ${house.tenantId}`;
    expect(status).toBe("confirmed");
  });

  test("are looked at too when what they were booked in is taken back", async () => {
    await sql`delete from staff_hours where tenant_id = ${house.tenantId} and weekday <> ${new Date(addDays(date, 1)).getUTCDay()}`;
    expect(await set({ windows: [[480, 720]] })).toEqual(done);
    expect(await clear()).toMatchObject(isHeld);
    expect(await clear(true)).toEqual(done);
  });
});

test("a date that is over is refused, today is not, and nobody else's person is known", async () => {
  expect(await set({ date: addDays(today, -1), windows: [] })).toEqual({ ok: false, refusal: "past" });
  expect(await set({ date: today, windows: [] })).toEqual(done);
  const other = await makeHouse();
  for (const id of [newId(), other.staffIds[0]!])
    expect(await set({ windows: [] }, false, id)).toEqual({ ok: false, refusal: "unknown" });
});

test("what comes is told in order, written down and rung once; the same again is nothing", async () => {
  const later = addDays(date, 2);
  await set({
    date: later,
    breaks: [
      [900, 960],
      [600, 615],
    ],
  });
  await set({ windows: [[600, 840]] });
  await set({ windows: [[600, 840]] });
  expect((await profile())?.days).toEqual([
    { date, windows: [[600, 840]], breaks: [] },
    {
      date: later,
      windows: null,
      breaks: [
        [600, 615],
        [900, 960],
      ],
    },
  ]);
  const own = await addPerson(sql, house.tenantId, "staff", staffId);
  expect((await readTenant(house.tenantId, own, (scope) => getProfile(scope, staffId)))?.days).toHaveLength(2);
  const { items } = await inHouse((scope) => listAudit(scope, {}, { limit: 10 }));
  expect(items.map(({ action, before, after }) => ({ action, before, after }))).toEqual([
    {
      action: "staff.day_changed",
      before: { date, hours: "as every week", breaks: "as every week" },
      after: { date, hours: "10:00–14:00", breaks: "as every week" },
    },
    expect.objectContaining({ after: { date: later, hours: "as every week", breaks: "10:00–10:15, 15:00–16:00" } }),
  ]);
  const events = await sql`select name from events where tenant_id = ${house.tenantId}`;
  expect(events.map(({ name }) => name)).toEqual(["staff.changed", "staff.changed"]);
});

test("a night runs into the next day, and the night the clocks change is as long as it is", async () => {
  await sql`delete from staff_hours where tenant_id = ${house.tenantId}`;
  await set({ windows: [[1_320, 1_560]] });
  expect(await starts()).toEqual([1_320, 1_350, 1_380, 1_410, 1_440, 1_470, 1_500]);

  zone = "Europe/London";
  await sql`update tenants set time_zone = ${zone} where id = ${house.tenantId}`;
  await set({ date: "2027-03-28", windows: [[0, 240]] });
  // One o'clock is two o'clock: three hours, and a visit of one begins in the first two.
  expect(await starts("2027-03-28")).toEqual([0, 30, 60, 90, 120]);
});
