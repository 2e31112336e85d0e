import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { dayStats } from "@/lib/analytics/day-stats";
import { deskOf, placed } from "@/lib/bookings/testing/placed";
import { shiftTo } from "@/lib/bookings/testing/shift-to";
import { newId } from "@/lib/platform/ids";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { recordChange, takeBack } from "./record-change";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());

const desk = deskOf(newId());
let house: House;
let id: string;
beforeEach(async () => {
  house = await makeHouse();
  id = (await placed(house)).id;
  await shiftTo(sql, house.tenantId, id, -40);
});

async function move(wish: Omit<Parameters<typeof recordChange>[1], "id">) {
  const answer = await withTenant(house.tenantId, desk, (scope) => recordChange(scope, { id, ...wish }));
  if (!answer.ok) throw new Error(answer.refusal);
  return answer.value;
}
const visits = () => sql`select * from visits where tenant_id = ${house.tenantId}`;
const visitsToday = async () => (await readTenant(house.tenantId, desk, dayStats)).visitsToday;

test("a booking that is done is one visit, and said again, still one", async () => {
  await Promise.all(Array.from({ length: 5 }, () => move({ move: "complete", from: "confirmed" })));
  const [visit, ...more] = await visits();
  expect(more).toEqual([]);
  await move({ move: "complete", from: "confirmed" });
  expect((await visits())[0]?.completed_at).toEqual(visit?.completed_at);
  expect(visit).toMatchObject({ booking_id: id, total_minor: "150000", paid_minor: "0" });
  // Nobody said when it began: it began when it was planned.
  expect(visit!.completed_at.getTime() - visit!.started_at.getTime()).toBeGreaterThanOrEqual(40 * 60_000);
  expect(await visitsToday()).toBe(1);
});

test("it is the visit of who serves in the end", async () => {
  house = await makeHouse({ staff: 2 });
  id = (await placed(house)).id;
  await shiftTo(sql, house.tenantId, id, -40);
  const { changeId } = await move({ move: "start", from: "confirmed" });
  await withTenant(house.tenantId, desk, (scope) => takeBack(scope, { id, changeId }));
  await sql`update booking_lines set staff_id = ${house.staffIds[1]!} where booking_id = ${id}`;
  await move({ move: "complete", from: "confirmed" });
  expect((await visits())[0]).toMatchObject({ voided_at: null });
  expect(await sql`select staff_id from visit_lines where tenant_id = ${house.tenantId}`).toEqual([
    { staff_id: house.staffIds[1] },
  ]);
});

test("taken back, it has not happened; done after all, it is the same visit", async () => {
  const { changeId } = await move({ move: "complete", from: "confirmed" });
  await withTenant(house.tenantId, desk, (scope) => takeBack(scope, { id, changeId }));
  expect((await visits())[0]?.voided_at).not.toBeNull();
  expect(await visitsToday()).toBe(0);
  await move({ move: "start", from: "confirmed" });
  const begun = await visits();
  expect(begun).toHaveLength(1);
  expect(begun[0]).toMatchObject({ voided_at: null, completed_at: null });
  await move({ move: "complete", from: "in_service" });
  const done = await visits();
  expect(done).toHaveLength(1);
  expect(done[0]!.started_at).toEqual(begun[0]!.started_at);
  expect(done[0]!.completed_at).not.toBeNull();
});
