import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import { findCustomers } from "@/lib/customers/find-customers";
import { newId } from "@/lib/platform/ids";
import type { Actor, Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { bookAtDesk } from "./book-at-desk";
import { deskBookingInput } from "./input";
import { hourOf, must } from "./testing/desk-books";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

let house: House;
let owner: Actor;
beforeEach(async () => {
  house = await makeHouse();
  owner = await addPerson(sql, house.tenantId, "owner");
});
const inHouse = <T>(work: (scope: Scope) => Promise<T>, actor = owner) => withTenant(house.tenantId, actor, work);
const book = (hour: number, customer: object, key?: string) =>
  inHouse((scope) =>
    bookAtDesk(
      scope,
      deskBookingInput.parse({
        lines: [{ serviceId: house.serviceIds[0] }],
        startsAt: hourOf(hour).toISOString(),
        customer,
        ...(key ? { key } : {}),
      }),
    ),
  );
const customers = () =>
  sql<{ id: string; name: string; phone: string | null }[]>`
    select id, name, phone from customers where tenant_id = ${house.tenantId} order by name, id`;
const bookedAs = async (id: string) =>
  (await sql`select booked_as->>'name' as name, customer_id from bookings where id = ${id}`)[0];

test("somebody of whom nothing but the name is known is a customer without a phone, each time another", async () => {
  await must(book(9, { name: "Wanjiru" }));
  await must(book(10, { name: "Wanjiru" }));
  await must(book(11, {}));
  expect((await customers()).map(({ name, phone }) => [name, phone])).toEqual([
    ["Guest", null],
    ["Wanjiru", null],
    ["Wanjiru", null],
  ]);
  // Nobody can be told, so nothing is sent.
  expect(await sql`select 1 from messages where tenant_id = ${house.tenantId}`).toHaveLength(0);
});

test("sent twice with one key it is one booking and one customer", async () => {
  const [one, two] = [
    await must(book(9, { name: "Akoth" }, "a-key-of-eight")),
    await must(book(9, { name: "Akoth" }, "a-key-of-eight")),
  ];
  expect(one.id).toBe(two.id);
  expect(await customers()).toHaveLength(1);
});

test("a number alone is somebody known here, by the name that is known, or a guest", async () => {
  await must(book(9, { name: "Jane", phone: "0712345678" }));
  const { id } = await must(book(10, { phone: "0712 345 678" }));
  expect(await bookedAs(id)).toMatchObject({ name: "Jane" });
  const guest = await must(book(11, { phone: "0712345679" }));
  expect(await bookedAs(guest.id)).toMatchObject({ name: "Guest" });
  expect(await book(12, { phone: "12" })).toMatchObject({
    refusal: "invalid",
    fields: { "customer.phone": [expect.any(String)] },
  });
});

test("one of the house's own customers is booked as they are known; somebody else's is nobody here", async () => {
  await must(book(9, { name: "Jane", phone: "0712345678" }));
  const [jane] = await customers();
  const { id } = await must(book(10, { customerId: jane!.id }));
  expect(await bookedAs(id)).toEqual({ name: "Jane", customer_id: jane!.id });
  const fields = { "customer.customerId": ["is not a customer of this business"] };
  expect(await book(11, { customerId: newId() })).toEqual({ ok: false, refusal: "invalid", fields });
  const other = await makeHouse();
  const [theirs] =
    await sql`insert into customers (tenant_id, id, name) values (${other.tenantId}, ${newId()}, 'Theirs') returning id`;
  expect(await book(11, { customerId: theirs!.id })).toMatchObject({ refusal: "invalid" });
});

test("customers are found by a part of the name or the tail of the number; numbers are for those who may call", async () => {
  for (const [n, name] of ["Jane Wanjiku", "Wanjiku Kamau", "Peter"].entries())
    await sql`insert into customers (tenant_id, id, name, phone) values (${house.tenantId}, ${newId()}, ${name}, ${`+25471234567${n}`})`;
  const find = (text: string, actor = owner) => inHouse((scope) => findCustomers(scope, text), actor);
  expect((await find("wanj")).map(({ name, phone }) => [name, phone])).toEqual([
    ["Wanjiku Kamau", "+254712345671"],
    ["Jane Wanjiku", "+254712345670"],
  ]);
  expect((await find("345 672")).map(({ name }) => name)).toEqual(["Peter"]);
  expect(await find("%")).toEqual([]);
  const staff: Actor = { kind: "member", userId: newId(), role: "staff", staffId: house.staffIds[0]! };
  expect(await find("345672", staff)).toEqual([]);
  expect((await find("Peter", staff))[0]?.phone).toBeNull();
});
