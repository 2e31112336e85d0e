import postgres from "postgres";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import { addDays, atMinute, localDate, weekdayOf } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { bookSlot } from "./book-slot";
import { bookSlotInput } from "./input";
import { changeStaffUnlessBooked, setHoursUnlessBooked } from "./unless-booked";
import { archiveServiceUnlessBooked, changeServiceUnlessBooked } from "./unless-booked-services";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());

const zone = "Africa/Nairobi";
const tomorrow = addDays(localDate(now(), zone), 1);
let house: House;
let owner: Actor;
let staffId: string;
let serviceId: string;
let reference: string;

/** One booking: tomorrow from 10 to 11 with the first person, of the first service. */
beforeEach(async () => {
  house = await makeHouse({ staff: 2, services: ["Cut", "Shave"].map((name) => ({ name, minutes: 60 })) });
  owner = await addPerson(sql, house.tenantId, "owner");
  [staffId, serviceId] = [house.staffIds[0]!, house.serviceIds[0]!];
  const wish = bookSlotInput.parse({
    lines: [{ serviceId, staffId }],
    startsAt: atMinute(tomorrow, 600, zone).toISOString(),
    customer: { name: "Wanjiru", phone: "0712 345 678" },
  });
  const booked = await withTenant(house.tenantId, { kind: "public", via: "page" }, (scope) =>
    bookSlot(scope, wish, { source: "public" }),
  );
  reference = booked.ok ? booked.value.reference : "";
});

const inHouse = <T>(work: Parameters<typeof withTenant<T>>[2]) => withTenant(house.tenantId, owner, work);
const isHeld = {
  ok: false,
  refusal: "bookings_affected",
  affected: { total: 1, bookings: [expect.objectContaining({ customerName: "Wanjiru", services: ["Cut"] })] },
};
const deeds = async () =>
  (await sql`select action from audit_entries where tenant_id = ${house.tenantId}`).map(({ action }) => action);

const staffActive = (id: string, active: boolean, anyway = false) =>
  inHouse((scope) => changeStaffUnlessBooked(scope, id, { active, anyway }));

test("somebody with bookings to come is not taken off until they have been looked at", async () => {
  const held = await staffActive(staffId, false);
  expect(held).toMatchObject(isHeld);
  expect(held.ok === false && held.refusal === "bookings_affected" && held.affected.bookings[0]?.reference).toBe(
    reference,
  );
  expect(await deeds()).not.toContain("staff.changed");
  expect(await staffActive(staffId, false, true)).toEqual({ ok: true, value: null });
  const [booking] = await sql`select status from bookings where tenant_id = ${house.tenantId}`;
  expect(booking?.status).toBe("confirmed");
});

test("whoever has none goes at once, and what is cancelled or over holds nobody", async () => {
  expect((await staffActive(house.staffIds[1]!, false)).ok).toBe(true);
  await sql`update bookings set status = 'cancelled' where tenant_id = ${house.tenantId}`;
  expect((await staffActive(staffId, false)).ok).toBe(true);
  expect((await staffActive(staffId, true)).ok).toBe(true);
  await sql`update bookings set status = 'confirmed', starts_at = now() - interval '2 hours', ends_at = now() - interval '1 hour'
    where tenant_id = ${house.tenantId}`;
  expect((await staffActive(staffId, false)).ok).toBe(true);
});

test("so it is with services, taken off for a while or for good", async () => {
  const change = (id: string, anyway = false) =>
    inHouse((scope) => changeServiceUnlessBooked(scope, id, { active: false, anyway }));
  const archive = (id: string, anyway = false) => inHouse((scope) => archiveServiceUnlessBooked(scope, id, { anyway }));
  expect(await change(serviceId)).toMatchObject(isHeld);
  expect(await archive(serviceId)).toMatchObject(isHeld);
  expect((await archive(house.serviceIds[1]!)).ok).toBe(true);
  expect((await change(serviceId, true)).ok).toBe(true);
  expect((await archive(serviceId, true)).ok).toBe(true);
  expect(await change(serviceId, true)).toEqual({ ok: false, refusal: "unknown" });
});

describe("hours", () => {
  const weekday = weekdayOf(tomorrow);
  const set = (from: number, to: number, anyway = false, on = weekday) =>
    inHouse((scope) =>
      setHoursUnlessBooked(scope, staffId, { hours: [{ weekday: on, from: from * 60, to: to * 60 }], anyway }),
    );

  test("that hold the booking are set; those that cut it are not", async () => {
    expect((await set(10, 11)).ok).toBe(true);
    expect(await set(10.5, 18)).toMatchObject(isHeld);
    expect(await set(8, 10.5)).toMatchObject(isHeld);
    expect(await set(8, 18, false, (weekday + 1) % 7)).toMatchObject(isHeld);
    expect((await set(12, 18, true)).ok).toBe(true);
  });

  test("are the business's for who has none of their own", async () => {
    const none = (anyway = false) => inHouse((scope) => setHoursUnlessBooked(scope, staffId, { hours: [], anyway }));
    expect(await none()).toMatchObject(isHeld);
    await sql`insert into business_hours (tenant_id, id, weekday, from_minute, to_minute)
      values (${house.tenantId}, ${newId()}, ${weekday}, 660, 1080)`;
    expect(await none()).toMatchObject(isHeld);
    await sql`update business_hours set from_minute = 480 where tenant_id = ${house.tenantId}`;
    expect((await none()).ok).toBe(true);
  });

  test("are the wall clock's where the business is", async () => {
    // 10:00 in Nairobi is 7:00 at Greenwich.
    await sql`update tenants set time_zone = 'Europe/London' where id = ${house.tenantId}`;
    expect((await set(6, 9)).ok).toBe(true);
    expect(await set(10, 11)).toMatchObject(isHeld);
  });
});
