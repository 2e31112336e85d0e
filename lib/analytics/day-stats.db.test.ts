import postgres from "postgres";
import { afterAll, afterEach, expect, test } from "vitest";
import { makeHouse } from "@/db/testing/house";
import { bookSlot } from "@/lib/bookings/book-slot";
import { bookingQuery, bookSlotInput } from "@/lib/bookings/input";
import { listBookings } from "@/lib/bookings/list-bookings";
import { listNext } from "@/lib/bookings/list-next";
import { atMinute } from "@/lib/platform/calendar";
import { now, setClockOffset } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { Actor, Scope } from "@/lib/tenancy/scope";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { visitQuery } from "@/lib/visits/input";
import { listVisits } from "@/lib/visits/list-visits";
import { listCustomerRows } from "./customer-rows";
import { dayStats } from "./day-stats";
import { customerRowsQuery } from "./rows-input";

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

test("each number of today is as many as the rows that it opens to", async () => {
  const house = await makeHouse({ staff: 2 });
  const { tenantId, staffIds } = house;
  const [mine, other] = staffIds as [string, string];
  goTo(at(7));
  const ids = [
    await book(house, at(9), mine, "0711000031"),
    await book(house, at(9), other, "0711000032"),
    await book(house, at(10), mine, "0711000033"),
    await book(house, at(11), other, "0711000034"),
    await book(house, at(9, "2027-03-03"), mine, "0711000035"),
  ];
  await sql`update bookings set status = 'cancelled' where id = ${ids[1]!}`;
  await sql`update bookings set status = 'requested' where id = ${ids[2]!}`;
  // Somebody who was erased is new to nobody.
  await sql`insert into customer_keys (tenant_id, customer_id, destroyed_at)
    select tenant_id, customer_id, ${now()} from bookings where id = ${ids[1]!}`;
  await sql`insert into visits (tenant_id, id, booking_id, customer_id, started_at, total_minor, paid_minor, currency)
    select tenant_id, gen_random_uuid(), id, customer_id, ${now()}, 150000, case id when ${ids[0]!} then 120000 else 0 end, 'KES'
    from bookings where id in ${sql([ids[0]!, ids[3]!])}`;
  goTo(at(8.5));
  const read = <T>(work: (scope: Scope) => Promise<T>) => readTenant(tenantId, owner, work);
  const stats = await read(dayStats);
  const day = { from: date, to: date };
  const bookings = async (asked: Record<string, string>) =>
    (await read((scope) => listBookings(scope, bookingQuery.parse(asked)))).items.length;
  const customers = async (of: string) =>
    (await read((scope) => listCustomerRows(scope, customerRowsQuery.parse({ of, ...day })))).items;
  const visits = await read((scope) => listVisits(scope, visitQuery.parse(day)));
  const paid = (await customers("paid_visits")).reduce((sum, { paidMinor }) => sum + paidMinor, 0);
  expect([stats.bookingsToday, await bookings({ status: "not_cancelled", ...day })]).toEqual([3, 3]);
  expect([stats.arrivingNext, await bookings({ status: "arriving" })]).toEqual([1, 1]);
  expect([stats.pending, await bookings({ view: "requests" })]).toEqual([1, 1]);
  expect([stats.newCustomersToday, (await customers("new")).length]).toEqual([4, 4]);
  expect([stats.visitsToday, visits.totals.visits]).toEqual([2, 2]);
  expect([stats.revenueTodayMinor, paid, visits.totals.paidMinor]).toEqual([120_000, 120_000, 120_000]);
});
