import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import type { Actor } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { changeBooking } from "./change-booking";
import { getBooking } from "./get-booking";
import { bookAs, choose, hourOf, must } from "./testing/desk-books";
import { shiftTo } from "./testing/shift-to";
import {
  addResourceUnlessBooked,
  changeResourceUnlessBooked,
  changeServiceUnlessBooked,
} from "./unless-booked-services";

// What is booked before its service comes to need a chair, or becomes a class, or a smaller one.
const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 4, onnotice: () => {} });
afterAll(() => sql.end());

const guest: Actor = { kind: "public", via: "page" };
const desk = { source: "desk" } as const;

let house: House;
/** The same house, by its second person. */
let second: House;
let owner: Awaited<ReturnType<typeof addPerson>>;
beforeEach(async () => {
  house = await makeHouse({ staff: 2 });
  second = { ...house, staffIds: [house.staffIds[1]!] };
  owner = await addPerson(sql, house.tenantId, "owner");
});

const inHouse = <T>(work: Parameters<typeof withTenant<T>>[2]) => withTenant(house.tenantId, owner, work);
const addChair = () =>
  inHouse((scope) =>
    addResourceUnlessBooked(scope, { name: "Chair", quantity: 1, serviceIds: house.serviceIds, anyway: false }),
  );
const neededBy = (id: string, serviceIds: string[]) =>
  inHouse((scope) => changeResourceUnlessBooked(scope, id, { serviceIds, anyway: false }));
const seats = (many: number) =>
  inHouse((scope) => changeServiceUnlessBooked(scope, house.serviceIds[0]!, { seats: many, anyway: false }));
const another = (at: Date) => bookAs(second, owner, desk, { at, phone: "0711580002" });

test("a visit that is going on takes a chair for the rest of it, whoever sat there before", async () => {
  const first = await must(bookAs(house, owner, desk, { at: hourOf(10, 2) }));
  const { id } = await must(addChair());
  await shiftTo(sql, house.tenantId, first.id, -80);
  await must(neededBy(id, []));
  const running = await must(another(hourOf(10, 3)));
  await shiftTo(sql, house.tenantId, running.id, -30);
  expect((await neededBy(id, house.serviceIds)).ok).toBe(true);
});

test("a chair that a held time has come to need is free with it when it runs out", async () => {
  const held = await must(bookAs(house, owner, { ...desk, holdMinutes: 15 }, { at: hourOf(10, 2) }));
  await addChair();
  for (const table of ["bookings", "occupancies"])
    await sql`update ${sql(table)} set expires_at = now() - interval '1 minute'
      where tenant_id = ${house.tenantId} and expires_at is not null`;
  expect(held.status).toBe("held");
  expect((await another(hourOf(10, 2))).ok).toBe(true);
});

test("a visitor's choice that has run out takes no chair from a booking", async () => {
  const { id } = await must(addChair());
  await must(choose(house, { at: hourOf(10, 2) }));
  for (const table of ["holds", "occupancies"])
    await sql`update ${sql(table)} set expires_at = now() - interval '1 minute' where tenant_id = ${house.tenantId}`;
  await must(neededBy(id, []));
  await must(another(hourOf(10, 2)));
  expect((await neededBy(id, house.serviceIds)).ok).toBe(true);
});

test("a booking that is cancelled while a chair comes leaves none taken", async () => {
  const { id } = await must(bookAs(house, owner, desk, { at: hourOf(10, 2) }));
  let added: Promise<unknown> = Promise.resolve();
  await sql.begin(async (tx) => {
    // Whoever wants to seat the booking waits here, before or after having looked at it.
    await tx`select 1 from booking_lines where tenant_id = ${house.tenantId} for update`;
    await tx`select 1 from bookings where tenant_id = ${house.tenantId} for update`;
    added = addChair();
    let waits = 0;
    while (waits === 0)
      waits = (
        await sql`select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()
          and (query like '%occupancies%' or query like '%for update%')`
      ).length;
    await tx`update bookings set status = 'cancelled' where id = ${id}`;
    await tx`update occupancies set active = false where tenant_id = ${house.tenantId}`;
  });
  await added;
  expect(await sql`select 1 from occupancies where tenant_id = ${house.tenantId} and active`).toHaveLength(0);
  expect(await inHouse((scope) => changeBooking(scope, { id, move: "cancel", from: "confirmed" }))).toMatchObject({
    refusal: "moved_on",
  });
});

test("a class that is to be smaller than what is booked in it is looked at first", async () => {
  await must(seats(3));
  for (const n of [1, 2, 3]) await must(bookAs(house, owner, desk, { at: hourOf(10, 2), phone: `071158000${n}` }));
  expect((await seats(3)).ok).toBe(true);
  const smaller = await seats(1);
  expect(smaller).toMatchObject({ refusal: "bookings_affected", affected: { total: 3 } });
});

test("what was booked with one person alone is one of the class that it becomes, and the other places can be had", async () => {
  const { id } = await must(bookAs(house, guest, { source: "public" }, { at: hourOf(10, 2) }));
  await must(seats(3));
  const shown = await inHouse((scope) => getBooking(scope, id));
  expect(shown?.classes).toMatchObject([{ taken: 1, seats: 3 }]);
  for (const n of [2, 3])
    await must(bookAs(house, guest, { source: "public" }, { at: hourOf(10, 2), phone: `071158000${n}` }));
  expect(await bookAs(house, guest, { source: "public" }, { at: hourOf(10, 2), phone: "0711580004" })).toMatchObject({
    refusal: "slot_taken",
  });
});
