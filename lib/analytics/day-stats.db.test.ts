import postgres from "postgres";
import { afterAll, afterEach, expect, test } from "vitest";
import { makeHouse } from "@/db/testing/house";
import { bookSlot } from "@/lib/bookings/book-slot";
import { bookSlotInput } from "@/lib/bookings/input";
import { listNext } from "@/lib/bookings/list-next";
import { atMinute } from "@/lib/platform/calendar";
import { now, setClockOffset } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/tenancy/scope";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { dayStats } from "./day-stats";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());
afterEach(() => setClockOffset(0));

const zone = "Africa/Nairobi";
const date = "2027-03-02";
const owner: Actor = { kind: "member", userId: newId(), role: "owner", staffId: null };
const at = (hour: number, day = date) => atMinute(day, hour * 60, zone);
const goTo = (instant: Date) => setClockOffset(instant.getTime() - Date.now());

async function book(house: Awaited<ReturnType<typeof makeHouse>>, startsAt: Date, staffId: string, phone: string) {
  const input = bookSlotInput.parse({
    lines: [{ serviceId: house.serviceIds[0], staffId }],
    startsAt: startsAt.toISOString(),
    customer: { name: "Njeri", phone },
  });
  const booked = await withTenant(house.tenantId, { kind: "public", via: "api" }, (scope) =>
    bookSlot(scope, input, { source: "api" }),
  );
  if (!booked.ok) throw new Error(booked.refusal);
  return booked.value.id;
}

test("today is the business's day, not the server's", async () => {
  const house = await makeHouse({ staff: 2 });
  const [mine, other] = house.staffIds as [string, string];
  // Just after midnight in Nairobi it is still yesterday in UTC.
  goTo(at(0.1));
  await book(house, at(9), mine, "0711000001");
  await book(house, at(9), other, "0711000002");
  await book(house, at(9, "2027-03-03"), mine, "0711000003");
  goTo(at(8.5));
  const stats = await readTenant(house.tenantId, owner, dayStats);
  expect(stats).toMatchObject({
    date,
    bookingsToday: 2,
    arrivingNext: 2,
    pending: 0,
    unpaid: 0,
    newCustomersToday: 3,
    visitsToday: 0,
    currency: "KES",
  });
  expect(stats.seq).toBe(6);
  expect(stats.position).toBe("1-6");
});

test("revenue is what was paid, and a staff member sees their own work only", async () => {
  const house = await makeHouse({ staff: 2 });
  const [mine, other] = house.staffIds as [string, string];
  goTo(at(7));
  const bookings = [await book(house, at(9), mine, "0711000011"), await book(house, at(10), other, "0711000012")];
  for (const [n, staffId] of [mine, other].entries()) {
    await sql`with visit as (
        insert into visits (tenant_id, id, booking_id, customer_id, started_at, total_minor, paid_minor, currency)
        select tenant_id, ${newId()}, id, customer_id, ${now()}, 150000, ${n === 0 ? 150_000 : 50_000}, 'KES'
        from bookings where id = ${bookings[n]!} returning tenant_id, id)
      insert into visit_lines (tenant_id, id, visit_id, position, service_id, service_name, staff_id, price_minor)
      select tenant_id, ${newId()}, id, 0, ${house.serviceIds[0]!}, 'Cut', ${staffId}, 150000 from visit`;
  }
  const whole = await readTenant(house.tenantId, owner, dayStats);
  expect(whole).toMatchObject({ bookingsToday: 2, visitsToday: 2, revenueTodayMinor: 200_000 });
  const me: Actor = { kind: "member", userId: newId(), role: "staff", staffId: mine };
  const own = await readTenant(house.tenantId, me, dayStats);
  expect(own).toMatchObject({ bookingsToday: 1, newCustomersToday: 1, visitsToday: 1, revenueTodayMinor: 150_000 });
  const next = await readTenant(house.tenantId, me, (scope) => listNext(scope, { limit: 10 }));
  expect(next.items.map((item) => item.id)).toEqual([bookings[0]]);
  const unlinked: Actor = { ...me, staffId: null };
  expect((await readTenant(house.tenantId, unlinked, (scope) => listNext(scope, { limit: 10 }))).items).toEqual([]);
});
