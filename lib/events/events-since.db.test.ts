import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { makeHouse } from "@/db/testing/house";
import { placed } from "@/lib/bookings/testing/placed";
import { addDays, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { eventsSince } from "./events-since";

const admin = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => admin.end());

test("the public hears of a day only as far ahead as it may look, by the house's word or a service's own", async () => {
  const house = await makeHouse();
  const { tenantId, serviceIds } = house;
  await placed(house, { day: 20 });
  const told = async () => {
    const events = await readTenant(tenantId, { kind: "system", job: "test" }, (scope) => eventsSince(scope, 0));
    return events.map(({ name, slotDays }) => [name, slotDays]);
  };
  const day = addDays(localDate(now(), "Africa/Nairobi"), 20);
  const heard = [
    ["customer.added", null],
    ["booking.placed", [day]],
  ];
  const unheard = [
    ["customer.added", null],
    ["booking.placed", null],
  ];
  expect(await told()).toEqual(heard);
  await admin`update tenants set policy = policy || '{"horizonDays": 14}' where id = ${tenantId}`;
  expect(await told()).toEqual(unheard);
  await admin`update tenants set policy = policy || '{"channels": {"desk": {"horizonDays": 300}, "api": {"horizonDays": 21}}}' where id = ${tenantId}`;
  expect(await told()).toEqual(heard);
  await admin`update tenants set policy = policy - 'channels' where id = ${tenantId}`;
  await admin`insert into service_windows (tenant_id, service_id, channel, horizon_days) values (${tenantId}, ${serviceIds[0]!}, 'desk', 60)`;
  expect(await told()).toEqual(unheard);
  await admin`update service_windows set channel = 'public' where tenant_id = ${tenantId}`;
  expect(await told()).toEqual(heard);
});
