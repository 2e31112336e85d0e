import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import { addDays, atMinute, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/tenancy/scope";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { bookSlot } from "./book-slot";
import { readCalendar } from "./calendar";
import { changeBooking } from "./change-booking";
import { bookSlotInput } from "./input";
import { moveBooking } from "./move-booking";
import { choose, hourOf, must } from "./testing/desk-books";
import { placed } from "./testing/placed";
import { undoChange } from "./undo-change";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const zone = "Africa/Nairobi";
const tomorrow = addDays(localDate(now(), zone), 1);
const minuteAt = (hour: number, date = tomorrow) => atMinute(date, hour * 60, zone).getTime() / 60_000;

let house: House;
let owner: Actor;
beforeEach(async () => {
  house = await makeHouse({ staff: 2 });
  owner = await addPerson(sql, house.tenantId, "owner");
});
const read = (actor: Actor = owner, from = tomorrow, to = from) =>
  readTenant(house.tenantId, actor, (scope) => readCalendar(scope, { from, to }));

test("a day has who works, when and when not, what is booked, and what is kept for somebody", async () => {
  const [one] = house.staffIds as [string, string];
  await sql`insert into time_off (tenant_id, id, staff_id, span, status, asked_at)
    values (${house.tenantId}, ${newId()}, ${one}, ${`[${atMinute(tomorrow, 780, zone).toISOString()},${atMinute(tomorrow, 840, zone).toISOString()})`}, 'approved', now())`;
  await placed(house, { hour: 10 });
  await must(choose(house, { at: hourOf(15) }));
  const calendar = await read();
  expect(calendar.days).toEqual([{ date: tomorrow, from: minuteAt(0), to: minuteAt(24) }]);
  expect(calendar.people.map(({ name, windows, away }) => [name, windows, away])).toEqual([
    ["Staff 1", [{ from: minuteAt(8), to: minuteAt(20) }], [{ from: minuteAt(13), to: minuteAt(14) }]],
    ["Staff 2", [{ from: minuteAt(8), to: minuteAt(20) }], []],
  ]);
  expect(calendar.entries).toMatchObject([
    {
      staffId: one,
      from: minuteAt(10),
      to: minuteAt(11),
      customer: "Chebet",
      status: "confirmed",
      of: 1,
      isSeat: false,
    },
  ]);
  expect(calendar.kept).toMatchObject([{ staffId: one, from: minuteAt(15), to: minuteAt(16), for: null }]);
  expect(calendar.position).toMatch(/^\d+-\d+$/);
});

test("what no longer stands is not drawn, nor what is another day's", async () => {
  const { id, status } = await placed(house, { hour: 10 });
  await placed(house, { hour: 12, day: 2, phone: "0711550099" });
  await withTenant(house.tenantId, owner, (scope) => changeBooking(scope, { id, move: "cancel", from: status }));
  expect((await read()).entries).toEqual([]);
  expect((await read(owner, tomorrow, addDays(tomorrow, 6))).entries).toHaveLength(1);
});

test("a staff member sees their own column and nobody else's customers", async () => {
  const [one, two] = house.staffIds as [string, string];
  await placed(house, { hour: 10 });
  await placed({ ...house, staffIds: [two] }, { hour: 10, name: "Njeri", phone: "0711550098" });
  await must(choose(house, { at: hourOf(15), staff: 0 }));
  const own: Actor = { kind: "member", userId: newId(), role: "staff", staffId: two };
  const calendar = await read(own);
  expect(calendar.people.map(({ id }) => id)).toEqual([two]);
  expect(calendar.entries.map(({ customer }) => customer)).toEqual(["Njeri"]);
  expect(calendar.kept).toEqual([]);
  expect(JSON.stringify(calendar)).not.toContain(one);
});

test("whoever works here no more keeps a column while something is booked with them", async () => {
  await placed(house, { hour: 10 });
  await sql`update staff set active = false, archived_at = now() where id = ${house.staffIds[0]!}`;
  expect((await read()).people.map(({ name, windows }) => [name, windows.length])).toEqual([
    ["Staff 2", 1],
    ["Staff 1", 0],
  ]);
});

test("days and days of ten people are asked for in as many statements", async () => {
  const count = async (actor: Actor) => {
    let statements = 0;
    await withTenant(house.tenantId, actor, async (scope) => {
      const execute = scope.tx.execute.bind(scope.tx);
      scope.tx.execute = ((...given: Parameters<typeof execute>) => {
        statements++;
        return execute(...given);
      }) as typeof execute;
      await readCalendar(scope, { from: tomorrow, to: addDays(tomorrow, 6) });
    });
    return statements;
  };
  expect(await count(owner)).toBe(5);
  for (const hour of [9, 10, 11, 12]) await placed(house, { hour, phone: `07115500${hour + 10}` });
  expect(await count(owner)).toBe(5);
});

test("of two services one is given to somebody else alone, and taken back with it", async () => {
  const [one, two] = house.staffIds as [string, string];
  const [service] = house.serviceIds as [string];
  const lines = [
    { serviceId: service, staffId: one },
    { serviceId: service, staffId: one },
  ];
  const input = bookSlotInput.parse({
    lines,
    startsAt: hourOf(11).toISOString(),
    customer: { name: "Achieng", phone: "0711550077" },
  });
  const { id, startsAt } = await must(
    withTenant(house.tenantId, owner, (scope) => bookSlot(scope, input, { source: "desk" })),
  );
  const before = (await read()).entries.filter((entry) => entry.bookingId === id);
  const move = (lineId: string, staffId: string, at: string) =>
    withTenant(house.tenantId, owner, (scope) =>
      moveBooking(scope, { id, from: startsAt, startsAt: new Date(at), staffId, lineId }),
    );
  const moved = await must(move(before[1]!.id, two, startsAt));
  const who = async () =>
    (await read()).entries.filter((entry) => entry.bookingId === id).map(({ staffId, from }) => [staffId, from]);
  expect(await who()).toEqual([
    [one, minuteAt(11)],
    [two, minuteAt(12)],
  ]);
  expect(
    (await withTenant(house.tenantId, owner, (scope) => undoChange(scope, { id, changeId: moved.changeId }))).ok,
  ).toBe(true);
  expect((await who()).map(([staffId]) => staffId)).toEqual([one, one]);
});
