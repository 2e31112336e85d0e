import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import { tellCustomer } from "@/lib/notifications/tell-customer";
import { addDays, atMinute, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { addResource } from "@/lib/resources/change-resource";
import type { Actor, Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { askForAnotherTime } from "./ask-for-another-time";
import { changeBooking } from "./change-booking";
import { misplaced } from "./list-affected";
import { moveBooking } from "./move-booking";
import { type Preferring, proposeMoves } from "./propose-moves";
import { placed } from "./testing/placed";
import { undoChange } from "./undo-change";
import { enterTimeOffUnlessBooked, setDayUnlessBooked } from "./unless-booked";
import { changeResourceUnlessBooked, changeServiceUnlessBooked } from "./unless-booked-services";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 4, onnotice: () => {} });
afterAll(() => sql.end());

const zone = "Africa/Nairobi";
const day = (days: number) => addDays(localDate(now(), zone), days);
const at = (days: number, hour: number) => atMinute(day(days), hour * 60, zone).toISOString();
let house: House;
let owner: Actor;
beforeEach(async () => {
  house = await makeHouse({ staff: 2 });
  owner = await addPerson(sql, house.tenantId, "owner");
});

const inHouse = <T>(work: (scope: Scope) => Promise<T>) => withTenant(house.tenantId, owner, work);
const shut = (days: number) =>
  inHouse((scope) => setDayUnlessBooked(scope, { date: day(days), windows: [], reason: "", anyway: true }));
const off = (staffId: string, days: number, until = days) =>
  inHouse((scope) =>
    enterTimeOffUnlessBooked(scope, {
      staffId,
      firstDay: day(days),
      lastDay: day(until),
      from: null,
      to: null,
      reason: "",
      anyway: true,
    }),
  );
const propose = (ids: string[], prefer: Preferring) => inHouse((scope) => proposeMoves(scope, { ids, prefer }));

test("each is proposed the nearest free time of the same person, none the time of another", async () => {
  const first = await placed(house, { day: 3, hour: 10, phone: "0711560001" });
  const second = await placed(house, { day: 3, hour: 11, phone: "0711560002" });
  await shut(3);
  const proposals = await propose([first.id, second.id], "person");
  expect(proposals.map(({ why, to }) => [why, to?.staffNames, to?.staffId])).toEqual([
    ["hours", ["Staff 1"], undefined],
    ["hours", ["Staff 1"], undefined],
  ]);
  const starts = proposals.map(({ to }) => Date.parse(to!.startsAt));
  expect(Math.abs(starts[0]! - starts[1]!)).toBeGreaterThanOrEqual(3_600_000);
  // Every one of them is taken by the verb that moves.
  for (const { booking, to } of proposals) {
    const moved = await inHouse((scope) =>
      moveBooking(scope, { id: booking.id, from: booking.startsAt, startsAt: new Date(to!.startsAt) }),
    );
    expect(moved.ok).toBe(true);
  }
  expect(await inHouse(misplaced)).toEqual([]);
});

test("who would rather keep the time goes to another who can; who has nobody left near stays listed", async () => {
  const { id } = await placed(house, { day: 3, hour: 10 });
  const [one, two] = house.staffIds as [string, string];
  await off(one, 3);
  expect((await propose([id], "time"))[0]).toMatchObject({
    to: { startsAt: at(3, 10), staffId: two, staffNames: ["Staff 2"] },
  });
  expect((await propose([id], "person"))[0]).toMatchObject({ to: { staffNames: ["Staff 1"] } });
  await off(one, 4, 40);
  await off(one, 0, 2);
  expect((await propose([id], "person"))[0]).toMatchObject({ to: { startsAt: at(3, 10), staffId: two } });
  await off(two, 0, 40);
  expect((await propose([id], "person"))[0]).toMatchObject({ why: "absent", to: null });
});

test("what fits where it is is left alone, and is in the way of the others", async () => {
  const fits = await placed({ ...house, staffIds: [house.staffIds[1]!] }, { day: 3, hour: 10, phone: "0711560005" });
  const { id } = await placed(house, { day: 3, hour: 10, phone: "0711560006" });
  await off(house.staffIds[0]!, 3);
  const proposals = await propose([fits.id, id], "time");
  const of = (which: string) => proposals.find(({ booking }) => booking.id === which);
  expect(of(fits.id)).toMatchObject({ why: null, to: null });
  expect(of(id)?.to?.startsAt).not.toBe(at(3, 10));
});

test("of two in one chair the first stays, and the second is proposed another time", async () => {
  const added = await inHouse((scope) =>
    addResource(scope, { name: "Chair", quantity: 2, serviceIds: house.serviceIds }),
  );
  const chair = added.ok ? added.value.id : "";
  const one = await placed(house, { day: 3, hour: 10, phone: "0711560011" });
  const two = await placed({ ...house, staffIds: [house.staffIds[1]!] }, { day: 3, hour: 10, phone: "0711560012" });
  await inHouse((scope) => changeResourceUnlessBooked(scope, chair, { quantity: 1, anyway: true }));
  const proposals = await propose([one.id, two.id], "time");
  expect(proposals.map(({ why, to }) => [why, to !== null])).toEqual([
    [null, false],
    ["room", true],
  ]);
});

test("what is no longer on offer is moved all the same", async () => {
  const { id, startsAt } = await placed(house, { day: 3 });
  await inHouse((scope) => changeServiceUnlessBooked(scope, house.serviceIds[0]!, { active: false, anyway: true }));
  const moved = await inHouse((scope) => moveBooking(scope, { id, from: startsAt, startsAt: new Date(at(4, 15)) }));
  expect(moved.ok).toBe(true);
});

test("taken back within its time it stands where it was, though the day is shut; not where somebody is away", async () => {
  const { id, startsAt } = await placed(house, { day: 3 });
  const move = async () => {
    const moved = await inHouse((scope) => moveBooking(scope, { id, from: startsAt, startsAt: new Date(at(4, 15)) }));
    return moved.ok ? moved.value.changeId : "";
  };
  await shut(3);
  const undo = (changeId: string) => inHouse((scope) => undoChange(scope, { id, changeId }));
  expect((await undo(await move())).ok).toBe(true);
  const changeId = await move();
  await off(house.staffIds[0]!, 3);
  expect(await undo(changeId)).toMatchObject({ refusal: "time_taken" });
});

test("a cancelled one is not taken back into time off, nor into what another keeps free around a visit", async () => {
  const cancelled = async (hour: number) => {
    const { id } = await placed(house, { day: 3, hour, phone: `07115610${String(hour).padStart(2, "0")}` });
    const step = await inHouse((scope) => changeBooking(scope, { id, move: "cancel", from: "confirmed" }));
    return { id, changeId: step.ok ? step.value.changeId : "" };
  };
  const undo = (wish: { id: string; changeId: string }) => inHouse((scope) => undoChange(scope, wish));
  const free = await cancelled(9);
  expect((await undo(free)).ok).toBe(true);
  const [beside, away] = [await cancelled(12), await cancelled(17)];
  await sql`update services set buffer_before_minutes = 30 where tenant_id = ${house.tenantId}`;
  await sql`update tenants set policy = policy || '{"stepMinutes": 15}' where id = ${house.tenantId}`;
  await placed(house, { day: 3, hour: 13, phone: "0711561099" });
  expect(await undo(beside)).toMatchObject({ refusal: "time_taken" });
  await off(house.staffIds[0]!, 3);
  expect(await undo(away)).toMatchObject({ refusal: "time_taken" });
});

test("customers are asked once for another time, when it can no longer be taken back, with the link to choose it", async () => {
  const { id } = await placed(house, { day: 3 });
  const ask = () => inHouse((scope) => askForAnotherTime(scope, { ids: [id], reason: "Water is off" }));
  const first = await ask();
  const asked = first.ok ? first.value.asked : [];
  expect(asked.map((one) => one.id)).toEqual([id]);
  expect(await ask()).toEqual({ ok: true, value: { asked: [], passed: [id] } });
  const waiting = () => sql`select due_at > now() + interval '10 seconds' as waits from due
    where tenant_id = ${house.tenantId} and kind = 'tell_customer'`;
  expect(await waiting()).toMatchObject([{ waits: true }]);
  const [row] = await sql`select move, from_status, to_status, reason from booking_changes where booking_id = ${id}`;
  expect(row).toEqual({ move: "ask", from_status: "confirmed", to_status: "confirmed", reason: "Water is off" });
  const told = () => inHouse((scope) => tellCustomer(scope, { changeId: asked[0]!.changeId }));
  expect((await told()).map(({ body }) => body)).toEqual([
    expect.stringMatching(
      /^Test House cannot keep Cut, .* as booked\. Water is off\. Choose another time or cancel: .*\/b\//,
    ),
  ]);
  expect((await inHouse((scope) => undoChange(scope, { id, changeId: asked[0]!.changeId }))).ok).toBe(true);
  expect(await told()).toEqual([]);
  expect(await ask()).toMatchObject({ value: { passed: [] } });
});
