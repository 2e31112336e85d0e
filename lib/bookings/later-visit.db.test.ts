import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { localDate } from "@/lib/platform/calendar";
import { changeService } from "@/lib/services/change-service";
import { changeServiceInput } from "@/lib/services/input";
import { listServices } from "@/lib/services/list-services";
import type { Actor } from "@/lib/tenancy/scope";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { bookAgain } from "./book-again";
import { type Booked, bookSlot } from "./book-slot";
import { bookingToken } from "./booking-token";
import { getTicket } from "./get-ticket";
import { bookAgainInput, bookSlotInput } from "./input";
import { listAgain } from "./list-again";
import { listMoveTimes } from "./list-move-times";
import { moveBooking } from "./move-booking";
import { hourOf, must } from "./testing/desk-books";

// What a customer does later with a visit of several services: all of it goes, and in the order and by whom it was booked.
const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const guest: Actor = { kind: "public", via: "page" };
const tomorrow = localDate(hourOf(10), "Africa/Nairobi");

let house: House;
/** Braids and a polish by the first person, the second one's manicure between: 10:00 to 12:15. */
let visit: Booked;
beforeEach(async () => {
  house = await makeHouse({
    staff: 2,
    services: [
      { name: "Braids", minutes: 60 },
      { name: "Manicure", minutes: 30 },
    ],
  });
  const { tenantId, serviceIds } = house;
  const polish = { addons: [{ name: "Polish", minutes: 15, priceMinor: 50_000 }] };
  await withTenant(tenantId, { kind: "system", job: "test" }, (scope) =>
    changeService(scope, serviceIds[1]!, changeServiceInput.parse(polish)),
  );
  visit = await must(book(10, [line(0, 0), line(1, 1), await polished()], "0711550010"));
});

const line = (service: number, person: number) => ({
  serviceId: house.serviceIds[service]!,
  staffId: house.staffIds[person]!,
});
async function polished() {
  const services = await readTenant(house.tenantId, guest, listServices);
  const addonIds = services.find(({ id }) => id === house.serviceIds[1])!.addons.map(({ id }) => id);
  return { ...line(1, 0), addonIds };
}
const book = (hour: number, lines: object[], phone: string) =>
  withTenant(house.tenantId, guest, (scope) =>
    bookSlot(
      scope,
      bookSlotInput.parse({ lines, startsAt: hourOf(hour).toISOString(), customer: { name: "Achieng", phone } }),
      { source: "public" },
    ),
  );
const ticketOf = async ({ id }: { id: string }) => {
  const { lines, totalMinor, startsAt, endsAt } = (await getTicket(bookingToken(id)))!;
  return { lines: lines.map((l) => [l.serviceName, l.staffName, l.startsAt]), totalMinor, startsAt, endsAt };
};
const whole = (hour: number) => ({
  lines: [
    ["Braids", "Staff 1", hourOf(hour).toISOString()],
    ["Manicure", "Staff 2", hourOf(hour + 1).toISOString()],
    ["Manicure + Polish", "Staff 1", hourOf(hour + 1.5).toISOString()],
  ],
  totalMinor: 500_000,
  startsAt: hourOf(hour).toISOString(),
  endsAt: hourOf(hour + 2.25).toISOString(),
});
const movesOn = async () => {
  const found = await readTenant(house.tenantId, guest, (scope) =>
    listMoveTimes(scope, { id: visit.id, dates: { from: tomorrow, to: tomorrow }, channel: "public" }),
  );
  return found.ok ? found.value.map(({ startsAt }) => startsAt) : found.refusal;
};
const move = async (hour: number) => {
  const [row] = await sql`select customer_id from bookings where id = ${visit.id}`;
  return withTenant(house.tenantId, { kind: "customer", customerId: row!.customer_id }, (scope) =>
    moveBooking(scope, { id: visit.id, startsAt: hourOf(hour), from: visit.startsAt }),
  );
};

test("it is moved whole by the customer: each part with its person, its extras and its price, and what it had is free", async () => {
  expect(await ticketOf(visit)).toEqual(whole(10));
  expect(await movesOn()).toContain(hourOf(14).toISOString());
  expect(await move(14)).toMatchObject({ ok: true });
  expect(await ticketOf(visit)).toEqual(whole(14));
  await must(book(10, [line(0, 0), line(1, 1), line(1, 0)], "0711550011"));
  expect(await book(14, [line(0, 1), line(1, 1)], "0711550012")).toMatchObject({ refusal: "slot_taken" });
});

test("a part in the middle that does not fit keeps the whole of it where it is, and is not offered", async () => {
  await must(book(15, [line(1, 1)], "0711550011"));
  expect(await movesOn()).not.toContain(hourOf(14).toISOString());
  const refused = await move(14);
  expect(refused).toMatchObject({ ok: false, refusal: "slot_taken" });
  const near = !refused.ok && refused.refusal === "slot_taken" ? refused.alternatives : [];
  expect(near).toHaveLength(3);
  expect(await movesOn()).toEqual(expect.arrayContaining(near.map(({ startsAt }) => startsAt)));
  expect(await ticketOf(visit)).toEqual(whole(10));
});

test("the nearest times that stand in for one just taken are free for every part of it, at the price of all", async () => {
  const lines = [line(0, 0), line(1, 1)];
  const refused = await book(10, lines, "0711550011");
  const near = !refused.ok && refused.refusal === "slot_taken" ? refused.alternatives : [];
  expect(near.map(({ totalMinor }) => totalMinor)).toEqual([300_000, 300_000, 300_000]);
  const hours = near.map(({ startsAt }) => (Date.parse(startsAt) - hourOf(0).getTime()) / 3_600_000);
  // One after the other, since they lie over each other.
  for (const [n, hour] of hours.entries()) {
    const { id } = await must(book(hour, lines, `07115500${20 + n}`));
    await sql`delete from occupancies o using booking_lines l where l.booking_id = ${id} and o.booking_line_id = l.id`;
  }
});

test("it is booked again whole, at the sum of today's prices", async () => {
  const found = await readTenant(house.tenantId, guest, (scope) =>
    listAgain(scope, { id: visit.id, channel: "public" }),
  );
  const slot = found.ok
    ? found.value.times[0]!.slots.find(({ startsAt }) => startsAt === hourOf(10, 8).toISOString())
    : null;
  expect(slot).toMatchObject({ totalMinor: 500_000 });
  const again = (totalMinor: number) =>
    withTenant(house.tenantId, guest, (scope) =>
      bookAgain(
        scope,
        { id: visit.id, ...bookAgainInput.parse({ startsAt: slot!.startsAt, totalMinor }) },
        { source: "public" },
      ),
    );
  expect(await again(150_000)).toMatchObject({ refusal: "price_changed", totalMinor: 500_000 });
  const made = await ticketOf(await must(again(500_000)));
  const before = whole(10).lines.map(([service, person]) => [service, person]);
  expect(made.lines.map(([service, person]) => [service, person])).toEqual(before);
  expect(made).toMatchObject({ totalMinor: 500_000, startsAt: slot!.startsAt, endsAt: hourOf(12.25, 8).toISOString() });
});
