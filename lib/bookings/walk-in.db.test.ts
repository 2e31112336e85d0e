import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { noonZone } from "@/db/testing/noon";
import { addPerson } from "@/db/testing/people";
import { now } from "@/lib/platform/clock";
import type { Actor, Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { walkInInput } from "./input";
import { must } from "./testing/desk-books";
import { bookWalkIn, earliestToday } from "./walk-in";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

let house: House;
let owner: Actor;
beforeEach(async () => {
  house = await makeHouse({
    staff: 2,
    services: [
      { name: "Cut", minutes: 30 },
      { name: "Shave", minutes: 15 },
    ],
  });
  owner = await addPerson(sql, house.tenantId, "owner");
  // It is about noon there whenever the test runs: the day is long, and somebody is at work.
  await sql`update tenants set time_zone = ${noonZone(now())} where id = ${house.tenantId}`;
});
const inHouse = <T>(work: (scope: Scope) => Promise<T>) => withTenant(house.tenantId, owner, work);
const earliest = () => inHouse(earliestToday);
const come = (more: object) => inHouse((scope) => bookWalkIn(scope, walkInInput.parse(more)));
test("whoever is free first does it now; once nobody is, the next start is told, and the one after that", async () => {
  const [cut, shave] = house.serviceIds as [string, string];
  const [one, two] = house.staffIds as [string, string];
  const [first] = await earliest();
  expect(first).toMatchObject({ serviceId: cut, minutes: 30, start: { staffId: one, isNow: true } });
  const { startsAt } = first!.start!;
  const here = await must(come({ serviceId: cut, staffId: one, startsAt, customer: { name: "Otieno" } }));
  const [row] = await sql`select status, booked_as->>'name' as name from bookings where id = ${here.id}`;
  expect(row).toEqual({ status: "arrived", name: "Otieno" });
  expect((await earliest())[0]!.start).toMatchObject({ staffId: two, isNow: true });
  // What was shown passes while it is looked at: then it is now.
  const past = new Date(Date.parse(startsAt) - 5 * 60_000).toISOString();
  const next = await must(come({ serviceId: cut, staffId: two, startsAt: past }));
  expect(Date.parse(next.startsAt)).toBeGreaterThanOrEqual(Date.parse(startsAt));
  const waits = (await earliest()).map(({ start }) => start);
  for (const start of waits) {
    expect(start?.isNow).toBe(false);
    expect(Date.parse(start!.startsAt)).toBeGreaterThan(Date.parse(startsAt) + 14 * 60_000);
  }
  expect(await come({ serviceId: shave, staffId: one, startsAt })).toMatchObject({ ok: false, refusal: "slot_taken" });
});

test("sent twice with one key it is one visit", async () => {
  const [cut] = house.serviceIds;
  const { start } = (await earliest())[0]!;
  const wish = { serviceId: cut, staffId: start!.staffId, startsAt: start!.startsAt, key: "walk-in-key-1" };
  const [one, two] = [await must(come(wish)), await must(come(wish))];
  expect(one.id).toBe(two.id);
});

test("where nobody works any more today it says so, and what nobody does is not asked about", async () => {
  await sql`delete from staff_hours where tenant_id = ${house.tenantId}`;
  await sql`delete from staff_services where tenant_id = ${house.tenantId} and service_id = ${house.serviceIds[1]!}`;
  expect((await earliest()).map(({ name, start }) => [name, start])).toEqual([["Cut", null]]);
});

test("one service or many are asked about in as many statements", async () => {
  const count = () =>
    inHouse(async (scope) => {
      let statements = 0;
      const execute = scope.tx.execute.bind(scope.tx);
      scope.tx.execute = ((...given: Parameters<typeof execute>) => {
        statements++;
        return execute(...given);
      }) as typeof execute;
      await earliestToday(scope);
      return statements;
    });
  const few = await count();
  await sql`insert into services (tenant_id, id, name, category, segments, duration_minutes, price_minor, currency)
    select tenant_id, gen_random_uuid(), 'More ' || n, category, segments, duration_minutes, price_minor, currency
    from services, generate_series(1, 20) as n where id = ${house.serviceIds[0]!}`;
  await sql`insert into staff_services (tenant_id, staff_id, service_id)
    select tenant_id, ${house.staffIds[0]!}, id from services where tenant_id = ${house.tenantId} and name like 'More%'`;
  expect(await count()).toBe(few);
});
