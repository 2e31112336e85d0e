import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import { confirmToCustomer } from "@/lib/notifications/confirm-to-customer";
import { newId } from "@/lib/platform/ids";
import type { Actor, Scope } from "@/lib/tenancy/scope";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { getBooking } from "./get-booking";
import { handOver, takeBackHandover } from "./hand-over";
import { bookAs, hourOf, must } from "./testing/desk-books";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());
const guest: Actor = { kind: "public", via: "page" };

let house: House;
let desk: Actor;
let janeId: string;
beforeEach(async () => {
  house = await makeHouse();
  desk = await addPerson(sql, house.tenantId, "front_desk");
  janeId = newId();
  await sql`insert into customers (tenant_id, id, name, phone) values (${house.tenantId}, ${janeId}, 'Jane', '+254711550010')`;
});

const online = (name: string, hour = 10) =>
  must(bookAs(house, guest, { source: "public" }, { name, phone: "0711550010", at: hourOf(hour) }));
const act = <T>(work: (scope: Scope) => Promise<T>) => withTenant(house.tenantId, desk, work);
const say = (bookingId: string, choice: "same" | "dependant" | "new") =>
  act((scope) => handOver(scope, { bookingId, choice }));
const takeBack = (bookingId: string) => act((scope) => takeBackHandover(scope, bookingId));
const shown = (id: string) => readTenant(house.tenantId, desk, (scope) => getBooking(scope, id));
const whose = async (id: string) => {
  const booking = await shown(id);
  return { as: booking!.bookedAs, name: booking!.customerName, handed: booking!.handed?.choice ?? null };
};

test("booked as Mary on Jane's number: it is Jane, and what was typed comes back when that is taken back", async () => {
  const { id } = await online("Mary");
  expect(await whose(id)).toEqual({ as: "Mary", name: "Jane", handed: null });
  expect(await say(id, "same")).toMatchObject({ ok: true, value: { customerId: janeId } });
  expect(await whose(id)).toEqual({ as: null, name: "Jane", handed: "same" });
  expect(await say(id, "new")).toMatchObject({ refusal: "not_asked" });
  expect(await takeBack(id)).toMatchObject({ ok: true });
  expect(await whose(id)).toEqual({ as: "Mary", name: "Jane", handed: null });
  expect(await takeBack(id)).toMatchObject({ refusal: "not_asked" });
});

test("it is Jane's child: written down once, reached on Jane's number, with visit and bill; taken back it is put away", async () => {
  const [first, second] = [await online("Mary"), await online("mary", 12)];
  const visitId = newId();
  await sql`insert into visits (tenant_id, id, booking_id, customer_id, started_at, total_minor, paid_minor, currency)
    values (${house.tenantId}, ${visitId}, ${first.id}, ${janeId}, now(), 1, 0, 'KES')`;
  const handed = await say(first.id, "dependant");
  if (!handed.ok) throw new Error(handed.refusal);
  const maryId = handed.value.customerId;
  expect(await whose(first.id)).toEqual({ as: null, name: "Mary", handed: "dependant" });
  expect((await sql`select customer_id from visits where id = ${visitId}`)[0]).toEqual({ customer_id: maryId });
  expect(await say(second.id, "dependant")).toMatchObject({ ok: true, value: { customerId: maryId } });
  const [mary] = await sql`select name, phone, guardian_id from customers where id = ${maryId}`;
  expect(mary).toEqual({ name: "Mary", phone: null, guardian_id: janeId });
  const messages = await act((scope) => confirmToCustomer(scope, [{ bookingId: first.id }]));
  expect(messages).toMatchObject([{ to: "+254711550010", customerId: maryId }]);
  await takeBack(second.id);
  expect((await sql`select archived_at from customers where id = ${maryId}`)[0]!.archived_at).toBeNull();
  await takeBack(first.id);
  expect((await sql`select archived_at from customers where id = ${maryId}`)[0]!.archived_at).not.toBeNull();
  expect((await sql`select customer_id from visits where id = ${visitId}`)[0]).toEqual({ customer_id: janeId });
  const deeds = await sql`select action from audit_entries where entity_id = ${first.id} order by at, id`;
  expect(deeds.map(({ action }) => action)).toEqual(["booking.handed_over", "booking.handed_back"]);
});

test("it is somebody new, without a number; two desks that say so at once make one", async () => {
  const { id } = await online("Mary");
  const said = await Promise.all([say(id, "new"), say(id, "new")]);
  expect(said.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await whose(id)).toEqual({ as: null, name: "Mary", handed: "new" });
  const made =
    await sql`select guardian_id, phone from customers where tenant_id = ${house.tenantId} and name = 'Mary'`;
  expect(made).toEqual([{ guardian_id: null, phone: null }]);
  const other = await makeHouse();
  expect(
    await withTenant(other.tenantId, desk, (scope) => handOver(scope, { bookingId: id, choice: "same" })),
  ).toMatchObject({ refusal: "unknown_booking" });
});

test("whoever is blocked does not book by themself, nor do their children; the desk books for them", async () => {
  await sql`update customers set status = 'blocked' where id = ${janeId}`;
  const book = (source: "public" | "api" | "desk", actor: Actor = guest) =>
    bookAs(house, actor, { source }, { phone: "0711550010" });
  for (const source of ["public", "api"] as const)
    expect(await book(source)).toEqual({ ok: false, refusal: "call_us" });
  expect(await sql`select 1 from bookings where tenant_id = ${house.tenantId}`).toHaveLength(0);
  expect(await book("desk", desk)).toMatchObject({ ok: true });
  const stranger = bookAs(house, guest, { source: "public" }, { phone: "0711550011", at: hourOf(14) });
  expect(await stranger).toMatchObject({ ok: true });
});
