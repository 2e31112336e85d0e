import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { must } from "@/lib/bookings/testing/desk-books";
import { newId } from "@/lib/platform/ids";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { member } from "@/lib/till/testing/at-the-till";
import { findDuplicates } from "./find-duplicates";
import { mergeCustomers } from "./merge-customers";
import { tellApart } from "./tell-apart";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

let house: House;
beforeAll(async () => {
  house = await makeHouse();
});
const inside = <T>(work: Parameters<typeof withTenant<T>>[2]) => withTenant(house.tenantId, member("manager"), work);
const found = () => inside((scope) => findDuplicates(scope));
async function customer(name: string, tenantId = house.tenantId): Promise<string> {
  const id = newId();
  await sql`insert into customers (tenant_id, id, name) values (${tenantId}, ${id}, ${name})`;
  return id;
}

test("who is said to be two is never offered as one again, until that is taken back", async () => {
  const [oneId, otherId, third] = [await customer("Mary W"), await customer("Mary W"), await customer("mary w")];
  expect((await found()).items).toHaveLength(3);
  const say = (apart: boolean) => inside((scope) => tellApart(scope, { oneId: otherId, otherId: oneId, apart }));
  await must(say(true));
  await must(say(true));
  const { items, apart } = await found();
  // Within a millisecond ids come in no order.
  const pairs = (all: string[][]) => all.map((pair) => pair.toSorted().join(" ")).toSorted();
  expect(pairs(items.map(({ one, other }) => [one.id, other.id]))).toEqual(
    pairs([
      [otherId, third],
      [oneId, third],
    ]),
  );
  expect(apart).toMatchObject([{ one: { id: oneId }, other: { id: otherId } }]);
  await must(say(false));
  expect((await found()).items).toHaveLength(3);
  expect((await found()).apart).toEqual([]);
  await must(say(true));
  // Said twice it was done once, and each turn of it is written down.
  const log =
    await sql`select 1 from audit_entries where tenant_id = ${house.tenantId} and action = 'customers.distinguished'`;
  expect(log).toHaveLength(3);
});

test("nobody is told apart from themself, from somebody elsewhere, or from who is gone", async () => {
  const [oneId, goneId] = [await customer("Jane K"), await customer("Jane K")];
  const elsewhere = await customer("Jane K", (await makeHouse()).tenantId);
  const refusal = (otherId: string) => inside((scope) => tellApart(scope, { oneId, otherId, apart: true }));
  expect(await refusal(oneId)).toEqual({ ok: false, refusal: "same" });
  expect(await refusal(elsewhere)).toEqual({ ok: false, refusal: "unknown_customer" });
  await must(inside((scope) => mergeCustomers(scope, { keptId: oneId, goneId, take: [] })));
  expect(await refusal(goneId)).toMatchObject({ refusal: "merged", into: { id: oneId } });
});
