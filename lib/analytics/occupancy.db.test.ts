import postgres from "postgres";
import { afterAll, afterEach, expect, test } from "vitest";
import { makeHouse } from "@/db/testing/house";
import { setClockOffset } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { member } from "@/lib/till/testing/at-the-till";
import { getOccupancy } from "./get-occupancy";
import { periodQuery } from "./input";
import { occupancyAnswer } from "./report-answers";
import { nairobi } from "./testing/january";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());
afterEach(() => setClockOffset(0));

test("sold, free and lost to holes, of two people and two days, to the minute", async () => {
  const house = await makeHouse({
    staff: 2,
    services: [
      { name: "Cut", minutes: 60 },
      { name: "Wash", minutes: 30 },
    ],
  });
  setClockOffset(nairobi("2027-02-10 12:00").getTime() - Date.now());
  const { tenantId } = house;
  const [amina, brian] = house.staffIds as [string, string];
  const taken = (staffId: string, from: string, to: string, fields: object = {}) =>
    sql`insert into occupancies ${sql({
      ...{ tenant_id: tenantId, id: newId(), staff_id: staffId, source: "overbooking", buffer_after_minutes: 0 },
      ...{ span: `[${nairobi(from).toISOString()},${nairobi(to).toISOString()})`, ...fields },
    })}`;
  // Amina, Friday 15 January: 08:00 to 20:00, less an hour's break and two hours that are blocked, are 540 minutes.
  await sql`insert into staff_breaks ${sql({
    ...{ tenant_id: tenantId, id: newId(), staff_id: amina, date: "2027-01-15", from_minute: 780, to_minute: 840 },
  })}`;
  await taken(amina, "2027-01-15 18:00", "2027-01-15 20:00", { source: "block" });
  // 09:00 to 10:10 with what is kept free after it; an overbooking within it is no more time.
  await taken(amina, "2027-01-15 09:00", "2027-01-15 10:00", { source: "booking", buffer_after_minutes: 10 });
  await taken(amina, "2027-01-15 09:30", "2027-01-15 10:00");
  // Twenty minutes are left before this one: nothing of theirs is so short.
  await taken(amina, "2027-01-15 10:30", "2027-01-15 11:30", { source: "booking" });
  // Half an hour before this one is a wash.
  await taken(amina, "2027-01-15 12:00", "2027-01-15 13:00", { source: "booking" });
  await taken(amina, "2027-01-15 15:00", "2027-01-15 16:00", { source: "booking", active: false });
  await taken(amina, "2027-01-15 20:00", "2027-01-15 20:30");
  await taken(amina, "2027-01-15 14:00", "2027-01-15 15:00", {
    source: "hold",
    expires_at: nairobi("2027-01-15 13:00"),
  });
  // On Saturday she has time off.
  await sql`insert into time_off ${sql({
    ...{ tenant_id: tenantId, id: newId(), staff_id: amina, status: "approved", asked_at: nairobi("2027-01-01 09:00") },
    span: `[${nairobi("2027-01-16 00:00").toISOString()},${nairobi("2027-01-17 00:00").toISOString()})`,
  })}`;
  // Brian is off on Friday and works the night of Saturday, 22:00 to 02:00, one hour of it over midnight.
  for (const [date, windows] of [
    ["2027-01-15", []],
    ["2027-01-16", [[1_320, 1_560]]],
  ] as const) {
    await sql`insert into staff_days ${sql({ tenant_id: tenantId, staff_id: brian, date, windows: sql.json(windows as never) })}`;
  }
  await taken(brian, "2027-01-16 23:30", "2027-01-17 00:30", { source: "booking" });

  const query = periodQuery.parse({ from: "2027-01-15", to: "2027-01-16", compare: "before" });
  const answer = occupancyAnswer.parse(
    await readTenant(tenantId, member("owner"), (scope) => getOccupancy(scope, query)),
  );
  expect(answer.staff).toEqual([
    // Sold: 70 + 60 + 60. Free: 60 before nine, 30, and 240 from two to six. 190 + 330 + 20 = 540.
    { staffId: amina, name: "Staff 1", sellable: 540, sold: 190, free: 330, lost: 20, beyond: 30 },
    // Of the night 120 minutes are Saturday's.
    { staffId: brian, name: "Staff 2", sellable: 120, sold: 30, free: 90, lost: 0, beyond: 0 },
  ]);
  expect(answer.total).toEqual({ sellable: 660, sold: 220, free: 420, lost: 20, beyond: 30 });
  expect(answer.days).toEqual([
    { day: "2027-01-15", sellable: 540, sold: 190, free: 330, lost: 20, beyond: 30 },
    { day: "2027-01-16", sellable: 120, sold: 30, free: 90, lost: 0, beyond: 0 },
  ]);
  // On Wednesday and Thursday both were there, and nobody came: 2 × 2 × 720.
  expect(answer.against).toEqual({ sellable: 2_880, sold: 0, free: 2_880, lost: 0, beyond: 0 });
});
