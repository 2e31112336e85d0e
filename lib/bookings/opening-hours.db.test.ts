import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { makeHouse } from "@/db/testing/house";
import { newId } from "@/lib/platform/ids";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { openingHours } from "./opening-hours";

const admin = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => admin.end());

const hoursOf = (tenantId: string, from: string, length: number) =>
  readTenant(tenantId, { kind: "public", via: "page" }, (scope) => openingHours(scope, from, length));

test("open is when somebody works: their own hours together, the business's where they have none, less what it shuts", async () => {
  const { tenantId, staffIds } = await makeHouse({ staff: 2 });
  const [own, houses] = staffIds;
  await admin`delete from staff_hours where tenant_id = ${tenantId} and (staff_id = ${houses!} or weekday = 0)`;
  await admin`update staff_hours set from_minute = 600, to_minute = 1260 where tenant_id = ${tenantId} and staff_id = ${own!}`;
  await admin`insert into business_hours (tenant_id, id, weekday, from_minute, to_minute)
    values (${tenantId}, ${newId()}, 1, 480, 720), (${tenantId}, ${newId()}, 6, 1320, 1560)`;
  await admin`insert into business_days (tenant_id, date, windows, reason)
    values (${tenantId}, '2026-12-01', '[]', 'Stocktaking'), (${tenantId}, '2026-12-02', '[[660, 720]]', '')`;
  await admin`update tenants set policy = policy || '{"closedOnHolidays": true}' where id = ${tenantId}`;

  const { weekly, days } = await hoursOf(tenantId, "2026-11-29", 14);
  expect(weekly.filter(({ weekday }) => weekday === 0)).toEqual([]);
  expect(weekly.filter(({ weekday }) => weekday === 1)).toEqual([{ weekday: 1, from: 480, to: 1260 }]);
  // A late night is that day's, and another's morning is not joined to it.
  expect(weekly.filter(({ weekday }) => weekday === 6)).toEqual([
    { weekday: 6, from: 600, to: 1260 },
    { weekday: 6, from: 1320, to: 1560 },
  ]);
  const on = (date: string) => days.find((day) => day.date === date);
  expect(on("2026-11-29")).toEqual({ date: "2026-11-29", windows: [], reason: "" });
  expect(on("2026-12-01")).toEqual({ date: "2026-12-01", windows: [], reason: "Stocktaking" });
  expect(on("2026-12-02")?.windows).toEqual([{ from: 660, to: 720 }]);
  expect(on("2026-12-12")).toEqual({ date: "2026-12-12", windows: [], reason: "Jamhuri Day" });
});

test("a public holiday that the house works on is open, whatever it says of the others", async () => {
  const { tenantId } = await makeHouse();
  await admin`update tenants set policy = policy || '{"closedOnHolidays": true, "openOnHolidays": ["2026-12-12"]}'
    where id = ${tenantId}`;
  const { days } = await hoursOf(tenantId, "2026-12-10", 18);
  const on = (date: string) => days.find((day) => day.date === date);
  expect(on("2026-12-12")).toEqual({ ...on("2026-12-11"), date: "2026-12-12" });
  expect(on("2026-12-12")?.windows).not.toEqual([]);
  expect(on("2026-12-25")).toEqual({ date: "2026-12-25", windows: [], reason: "Christmas Day" });
});
