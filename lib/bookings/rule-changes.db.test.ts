import postgres from "postgres";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import { addDays, localDate, weekdayOf } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { addResource } from "@/lib/resources/change-resource";
import { askTimeOff } from "@/lib/staff/ask-time-off";
import type { Actor, Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { misplaced } from "./list-affected";
import { placed } from "./testing/placed";
import {
  clearDayUnlessBooked,
  decideTimeOffUnlessBooked,
  enterTimeOffUnlessBooked,
  setBreaksUnlessBooked,
  setBusinessHoursUnlessBooked,
  setDayUnlessBooked,
  setHolidayUnlessBooked,
  setHoursUnlessBooked,
} from "./unless-booked";
import { changeResourceUnlessBooked } from "./unless-booked-services";

// What narrows what can be booked, and the bookings in its way.
const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 4, onnotice: () => {} });
afterAll(() => sql.end());

const tomorrow = addDays(localDate(now(), "Africa/Nairobi"), 1);
const look = { anyway: false };
const anyway = { anyway: true };
let house: House;
let owner: Actor;
let staffId: string;
/** Tomorrow from 10 to 11 with the first person. */
let id: string;

beforeEach(async () => {
  house = await makeHouse({ staff: 2 });
  owner = await addPerson(sql, house.tenantId, "owner");
  staffId = house.staffIds[0]!;
  id = (await placed(house)).id;
});

const inHouse = <T>(work: (scope: Scope) => Promise<T>) => withTenant(house.tenantId, owner, work);
const held = (...ids: string[]) => ({ ok: false, refusal: "bookings_affected", affected: { ids, total: ids.length } });
const shut = (more: object = look) =>
  inHouse((scope) => setDayUnlessBooked(scope, { date: tomorrow, windows: [], reason: "", ...look, ...more }));

describe("a date", () => {
  test("is shut once its bookings were looked at, and they are misplaced from then on", async () => {
    expect(await shut()).toMatchObject(held(id));
    expect(await inHouse(misplaced)).toEqual([]);
    expect((await shut(anyway)).ok).toBe(true);
    expect(await inHouse(misplaced)).toEqual([id]);
    // What is misplaced already is not affected once more.
    expect((await shut()).ok).toBe(true);
    expect((await inHouse((scope) => clearDayUnlessBooked(scope, { date: tomorrow, ...look }))).ok).toBe(true);
    expect(await inHouse(misplaced)).toEqual([]);
  });

  test("open otherwise holds who fits, not who does not", async () => {
    const open = (from: number, to: number) => shut({ windows: [[from, to]] });
    expect((await open(600, 660)).ok).toBe(true);
    expect(await open(615, 900)).toMatchObject(held(id));
  });

  test("of a holiday that was announced late is shut and opened in one word", async () => {
    const holiday = (open: boolean, more: object = look) =>
      inHouse((scope) => setHolidayUnlessBooked(scope, { date: tomorrow, open, ...look, ...more }));
    expect(await holiday(false)).toMatchObject(held(id));
    expect((await holiday(false, anyway)).ok).toBe(true);
    const days = () => sql`select windows, reason from business_days where tenant_id = ${house.tenantId}`;
    expect(await days()).toMatchObject([{ windows: [] }]);
    expect((await holiday(true)).ok).toBe(true);
    expect(await days()).toEqual([]);
  });
});

test("closing the business closes whoever works its hours, and nobody who has their own", async () => {
  const close = () => inHouse((scope) => setBusinessHoursUnlessBooked(scope, { hours: [], ...look }));
  expect((await close()).ok).toBe(true);
  const all = [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, from: 480, to: 1_200 }));
  await inHouse((scope) => setBusinessHoursUnlessBooked(scope, { hours: all, ...look }));
  await inHouse((scope) => setHoursUnlessBooked(scope, staffId, { hours: [], ...look }));
  expect(await close()).toMatchObject(held(id));
  const but = all.filter(({ weekday }) => weekday !== weekdayOf(tomorrow));
  expect(await inHouse((scope) => setBusinessHoursUnlessBooked(scope, { hours: but, ...look }))).toMatchObject(
    held(id),
  );
});

test("a break holds what lies in it", async () => {
  const pause = (from: number) =>
    inHouse((scope) =>
      setBreaksUnlessBooked(scope, staffId, {
        breaks: [{ weekday: weekdayOf(tomorrow), from, to: from + 60 }],
        ...look,
      }),
    );
  expect((await pause(780)).ok).toBe(true);
  expect(await pause(630)).toMatchObject(held(id));
});

describe("time off", () => {
  const wish = (from: number | null, to: number | null) => ({
    staffId,
    firstDay: tomorrow,
    lastDay: tomorrow,
    from,
    to,
    reason: "",
    ...look,
  });

  test("by the hour holds what lies in it; the rest of the day is nobody's business", async () => {
    const enter = (from: number, to: number) => inHouse((scope) => enterTimeOffUnlessBooked(scope, wish(from, to)));
    expect((await enter(660, 720)).ok).toBe(true);
    expect(await enter(540, 630)).toMatchObject(held(id));
  });

  test("is asked for freely, and approved once the bookings were looked at", async () => {
    const staff = await addPerson(sql, house.tenantId, "staff", staffId);
    const asked = await withTenant(house.tenantId, staff, (scope) => askTimeOff(scope, wish(null, null)));
    expect(asked.ok).toBe(true);
    const timeOffId = asked.ok ? asked.value.id : "";
    const decide = (to: "approved" | "declined", more: object = look) =>
      inHouse((scope) => decideTimeOffUnlessBooked(scope, timeOffId, { to, answer: "", ...look, ...more }));
    expect(await decide("approved")).toMatchObject(held(id));
    expect((await decide("approved", anyway)).ok).toBe(true);
    expect(await inHouse(misplaced)).toEqual([id]);
    expect(await decide("declined")).toMatchObject({ refusal: "moved_on", status: "approved" });
  });
});

test("fewer chairs than are in use hold the bookings that would not all find one", async () => {
  const added = await inHouse((scope) =>
    addResource(scope, { name: "Chair", quantity: 2, serviceIds: house.serviceIds }),
  );
  const chair = added.ok ? added.value.id : "";
  const [one, two] = [
    await placed(house, { hour: 14, phone: "0711550031" }),
    await placed({ ...house, staffIds: [house.staffIds[1]!] }, { hour: 14, phone: "0711550032" }),
  ];
  await placed(house, { hour: 16, phone: "0711550033" });
  const change = (input: { quantity?: number; active?: boolean }) =>
    inHouse((scope) => changeResourceUnlessBooked(scope, chair, { ...look, ...input }));
  const answer = await change({ quantity: 1 });
  expect(answer).toMatchObject({ refusal: "bookings_affected", affected: { total: 2 } });
  expect(answer.ok === false && answer.refusal === "bookings_affected" && answer.affected.ids.sort()).toEqual(
    [one.id, two.id].sort(),
  );
  expect(await change({ active: false })).toMatchObject({ affected: { total: 3 } });
  expect((await change({ quantity: 3 })).ok).toBe(true);
});

describe("meanwhile", () => {
  test("those that came since somebody looked are shown before anything is done", async () => {
    expect(await shut()).toMatchObject(held(id));
    const later = await placed(house, { hour: 12, phone: "0711550041" });
    expect(await shut({ anyway: true, seen: [id] })).toMatchObject({ ...held(id, later.id), affected: { fresh: 1 } });
    expect((await shut({ anyway: true, seen: [id, later.id] })).ok).toBe(true);
  });

  test("the answer tells as many in full as were asked for", async () => {
    await placed(house, { hour: 12, phone: "0711550042" });
    const answer = await shut({ show: 1 });
    expect(answer).toMatchObject({ affected: { total: 2 } });
    expect("affected" in answer && answer.affected.bookings).toHaveLength(1);
  });

  test("nobody is booked by the old hours behind the back of who shuts the day", async () => {
    const rounds = Array.from({ length: 8 }, (_, n) => n);
    const [shutting, ...booking] = await Promise.all([
      shut({ anyway: true, seen: [id] }),
      ...rounds.map((n) =>
        placed(house, { hour: 11 + n, phone: `07115501${String(n).padStart(2, "0")}` }).then(
          () => true,
          () => false,
        ),
      ),
    ]);
    const booked = booking.filter(Boolean).length;
    // Either they came first and were shown, or the day was shut and they were refused.
    if (shutting.ok) expect(booked).toBe(0);
    else expect(shutting).toMatchObject({ affected: { fresh: expect.any(Number) } });
    expect((await inHouse(misplaced)).length).toBe(shutting.ok ? 1 : 0);
  });
});
