import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import type { Actor, Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { bookSlot } from "./book-slot";
import { bookSlotInput } from "./input";
import { moveBooking } from "./move-booking";
import { proposeTimes } from "./propose-times";
import { resizeBooking } from "./resize-booking";
import { hourOf, must } from "./testing/desk-books";
import { placed } from "./testing/placed";
import { undoChange } from "./undo-change";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

let house: House;
let owner: Actor;
beforeEach(async () => {
  house = await makeHouse({
    services: [
      { name: "Colour", minutes: 60 },
      { name: "Cut", minutes: 30 },
    ],
  });
  owner = await addPerson(sql, house.tenantId, "owner");
});
const inHouse = <T>(work: (scope: Scope) => Promise<T>, actor = owner) => withTenant(house.tenantId, actor, work);
const linesOf = (id: string) =>
  sql<{ id: string; starts_at: Date; ends_at: Date; segments: { kind: string; minutes: number }[] }[]>`
    select id, starts_at, ends_at, segments from booking_lines where booking_id = ${id} order by position`;
const takenBy = async (id: string) =>
  (
    await sql<{ span: string }[]>`select to_char(upper(o.span) at time zone 'Africa/Nairobi', 'HH24:MI') as span
      from occupancies o join booking_lines l on l.id = o.booking_line_id where l.booking_id = ${id} and o.active order by o.span`
  ).map(({ span }) => span);

test("it takes as much longer or shorter as is said, up to what comes next, and is taken back", async () => {
  const { id, startsAt } = await placed(house, { hour: 10 });
  await placed(house, { hour: 12, phone: "0711550011" });
  const [line] = await linesOf(id);
  const resize = (minutes: number) =>
    inHouse((scope) => resizeBooking(scope, { id, lineId: line!.id, from: startsAt, minutes }));
  const longer = await must(resize(90));
  expect(longer.endsAt).toBe(hourOf(11.5).toISOString());
  expect(await takenBy(id)).toEqual(["11:30"]);
  expect((await linesOf(id))[0]!.segments).toEqual([{ kind: "work", minutes: 90 }]);
  expect(await resize(150)).toMatchObject({ ok: false, refusal: "slot_taken" });
  expect(await resize(90)).toEqual({ ok: false, refusal: "same_place" });
  const shorter = await must(resize(45));
  expect(await takenBy(id)).toEqual(["10:45"]);
  expect((await inHouse((scope) => undoChange(scope, { id, changeId: shorter.changeId }))).ok).toBe(true);
  expect(await takenBy(id)).toEqual(["11:30"]);
  expect((await linesOf(id))[0]!.segments).toEqual([{ kind: "work", minutes: 90 }]);
  const told =
    await sql`select name from events where tenant_id = ${house.tenantId} and name like 'booking.re%' order by seq`;
  expect(told.map(({ name }) => name)).toEqual(["booking.resized", "booking.resized", "booking.restored"]);
});

test("what follows in the visit begins later; what waits in between takes as long as it takes", async () => {
  const [colour, cut] = house.serviceIds as [string, string];
  const parts = [
    { kind: "work", minutes: 20 },
    { kind: "gap", minutes: 20 },
    { kind: "work", minutes: 20 },
  ];
  await sql`update services set segments = ${sql.json(parts)} where id = ${colour}`;
  const input = bookSlotInput.parse({
    lines: [{ serviceId: colour }, { serviceId: cut }],
    startsAt: hourOf(10).toISOString(),
    customer: { name: "Achieng", phone: "0711550012" },
  });
  const { id, startsAt } = await must(inHouse((scope) => bookSlot(scope, input, { source: "desk" })));
  const [line] = await linesOf(id);
  const resize = (minutes: number, by = owner) =>
    inHouse((scope) => resizeBooking(scope, { id, lineId: line!.id, from: startsAt, minutes }), by);
  await must(resize(75));
  const lines = await linesOf(id);
  expect(lines[0]!.segments.map(({ minutes }) => minutes)).toEqual([20, 20, 35]);
  expect(lines[1]!.starts_at.toISOString()).toBe(hourOf(11.25).toISOString());
  expect(await resize(40)).toEqual({ ok: false, refusal: "too_short" });
  const staff: Actor = { kind: "member", userId: id, role: "staff", staffId: house.staffIds[0]! };
  expect(await resize(60, staff)).toEqual({ ok: false, refusal: "not_yours" });
});

test("times proposed to the customer stay, and what takes no more time may stay where hours no longer are", async () => {
  const { id, startsAt } = await placed(house, { hour: 10 });
  const [line] = await linesOf(id);
  const resize = (minutes: number) =>
    inHouse((scope) => resizeBooking(scope, { id, lineId: line!.id, from: startsAt, minutes }));
  await must(inHouse((scope) => proposeTimes(scope, { id, from: startsAt, times: [hourOf(15)] })));
  await must(resize(75));
  expect(await sql`select 1 from holds where booking_id = ${id} and ended is null`).toHaveLength(1);
  await sql`update staff_hours set from_minute = 720 where tenant_id = ${house.tenantId}`;
  expect(await resize(90)).toMatchObject({ ok: false, refusal: "slot_taken" });
  await must(resize(30));
});

test("what lies over another on purpose is made shorter as well, and a line of another booking is none of its own", async () => {
  const [one, two] = [await placed(house, { hour: 10 }), await placed(house, { hour: 14, phone: "0711550011" })];
  const at = hourOf(10.5);
  const anyway = { reason: "Sisters" };
  await must(inHouse((scope) => moveBooking(scope, { id: two.id, from: two.startsAt, startsAt: at, anyway })));
  const [line] = await linesOf(two.id);
  const from = at.toISOString();
  await must(inHouse((scope) => resizeBooking(scope, { id: two.id, lineId: line!.id, from, minutes: 45 })));
  const foreign = {
    id: one.id,
    from: one.startsAt,
    startsAt: hourOf(16),
    staffId: house.staffIds[0]!,
    lineId: line!.id,
  };
  expect(await inHouse((scope) => moveBooking(scope, foreign))).toEqual({ ok: false, refusal: "moved_on" });
  const same = { id: one.id, from: one.startsAt, startsAt: hourOf(10), staffId: house.staffIds[0]! };
  expect(await inHouse((scope) => moveBooking(scope, same))).toEqual({ ok: false, refusal: "same_place" });
});

test("who has moved it to the same time for somebody else is told apart from who asks twice", async () => {
  const { id, startsAt } = await placed(house, { hour: 10 });
  const wish = { id, from: startsAt, startsAt: hourOf(12) };
  const first = await must(inHouse((scope) => moveBooking(scope, wish)));
  expect(await inHouse((scope) => moveBooking(scope, wish))).toMatchObject({
    ok: true,
    value: { changeId: first.changeId },
  });
  const other = await addPerson(sql, house.tenantId, "manager");
  expect(await inHouse((scope) => moveBooking(scope, wish), other)).toEqual({ ok: false, refusal: "moved_on" });
});
