import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { makeHouse } from "@/db/testing/house";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { listOwn } from "./list-own";
import { placed } from "./testing/placed";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

test("a guardian has their children's bookings beside their own; the child, and anybody else, has not the guardian's", async () => {
  const house = await makeHouse({ staff: 3 });
  const [first, second, third] = house.staffIds as [string, string, string];
  const own = await placed({ ...house, staffIds: [first] }, { phone: "0711550031" });
  const childs = await placed({ ...house, staffIds: [second] }, { phone: "0711550032" });
  const strangers = await placed({ ...house, staffIds: [third] }, { phone: "0711550033" });
  const customerOf = async (id: string) =>
    (await sql<{ customer_id: string }[]>`select customer_id from bookings where id = ${id}`)[0]!.customer_id;
  const [guardian, child, stranger] = [
    await customerOf(own.id),
    await customerOf(childs.id),
    await customerOf(strangers.id),
  ];
  await sql`update customers set guardian_id = ${guardian}, phone = null where id = ${child}`;
  const references = async (customerId: string) => {
    const listed = await readTenant(house.tenantId, { kind: "customer", customerId }, (scope) =>
      listOwn(scope, customerId),
    );
    return listed.toCome.map(({ reference }) => reference).sort();
  };
  expect(await references(guardian)).toEqual([own.reference, childs.reference].sort());
  expect(await references(child)).toEqual([childs.reference]);
  expect(await references(stranger)).toEqual([strangers.reference]);
});

test("what is over stands under what was, latest first, and what was cancelled ahead with it", async () => {
  const house = await makeHouse({ staff: 3 });
  const made = [];
  for (const [n, staffId] of house.staffIds.entries())
    made.push(await placed({ ...house, staffIds: [staffId] }, { phone: `071155004${n}` }));
  const [over, gone, coming] = made as [(typeof made)[0], (typeof made)[0], (typeof made)[0]];
  const [row] = await sql<{ customer_id: string }[]>`select customer_id from bookings where id = ${coming.id}`;
  const customerId = row!.customer_id;
  await sql`update bookings set customer_id = ${customerId} where id in (${over.id}, ${gone.id})`;
  await sql`update bookings set status = 'completed', starts_at = starts_at - interval '20 days',
    ends_at = ends_at - interval '20 days' where id = ${over.id}`;
  await sql`update bookings set status = 'cancelled' where id = ${gone.id}`;
  const listed = await readTenant(house.tenantId, { kind: "customer", customerId }, (scope) =>
    listOwn(scope, customerId),
  );
  expect(listed.toCome.map(({ reference }) => reference)).toEqual([coming.reference]);
  expect(listed.past.map(({ reference }) => reference)).toEqual([gone.reference, over.reference]);
});
