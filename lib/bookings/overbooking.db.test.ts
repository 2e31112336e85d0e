import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import type { Actor } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import type { Booked } from "./book-slot";
import { changeBooking } from "./change-booking";
import { getBooking } from "./get-booking";
import { moveBooking } from "./move-booking";
import { bookAs, choose, hourOf, must } from "./testing/desk-books";
import { undoChange } from "./undo-change";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 4, onnotice: () => {} });
afterAll(() => sql.end());

const guest: Actor = { kind: "public", via: "page" };
let house: House;
let [manager, frontDesk]: Actor[] = [];
beforeEach(async () => {
  house = await makeHouse();
  manager = await addPerson(sql, house.tenantId, "manager");
  frontDesk = await addPerson(sql, house.tenantId, "front_desk");
});

const anyway = { reason: "Her sister is in the chair" };
const two = async (): Promise<[Booked, Booked]> => [
  await must(bookAs(house, guest, { source: "public" }, { at: hourOf(10) })),
  await must(bookAs(house, guest, { source: "public" }, { at: hourOf(14), phone: "0711550011" })),
];
const move = ({ id, startsAt }: Booked, to: Date, more: object = {}, actor: Actor = manager!) =>
  withTenant(house.tenantId, actor, (scope) => moveBooking(scope, { id, from: startsAt, startsAt: to, ...more }));
const isOver = async (id: string) =>
  (await withTenant(house.tenantId, manager!, (scope) => getBooking(scope, id)))!.overbooked;
const active = async () =>
  (await sql`select source from occupancies where tenant_id = ${house.tenantId} and active order by source`).map(
    ({ source }) => source,
  );

test("over what is taken only by who may, with a reason, marked and in the audit log", async () => {
  const [, second] = await two();
  expect(await move(second, hourOf(10))).toMatchObject({ ok: false, refusal: "slot_taken" });
  expect(await move(second, hourOf(10), { anyway }, frontDesk!)).toEqual({ ok: false, refusal: "not_yours" });
  expect(await move(second, hourOf(10), { anyway }, guest)).toEqual({ ok: false, refusal: "not_yours" });
  const { changeId } = await must(move(second, hourOf(10), { anyway }));
  expect(await isOver(second.id)).toBe(true);
  expect(await active()).toEqual(["booking", "overbooking"]);
  const [entry] =
    await sql`select before, after from audit_entries where tenant_id = ${house.tenantId} and entity_id = ${second.id}
    order by at desc, id desc limit 1`;
  expect(JSON.stringify(entry)).toContain("overbooked");
  // Nobody else gets in because of it, and where it was is free.
  expect(await choose(house, { at: hourOf(10) })).toMatchObject({ refusal: "slot_taken" });
  await must(withTenant(house.tenantId, manager!, (scope) => undoChange(scope, { id: second.id, changeId })));
  expect(await isOver(second.id)).toBe(false);
  expect(await active()).toEqual(["booking", "booking"]);
});

test("moved away it is an ordinary booking, taken back it lies where it lay, and cancelled it leaves nothing", async () => {
  const [first, second] = await two();
  await must(move(second, hourOf(10), { anyway }));
  const there = { ...second, startsAt: hourOf(10).toISOString() };
  const { changeId } = await must(move(there, hourOf(16)));
  expect(await active()).toEqual(["booking", "booking"]);
  await must(withTenant(house.tenantId, manager!, (scope) => undoChange(scope, { id: second.id, changeId })));
  expect(await isOver(second.id)).toBe(true);
  await must(
    withTenant(house.tenantId, manager!, (scope) =>
      changeBooking(scope, { id: second.id, move: "cancel", from: "confirmed" }),
    ),
  );
  expect(await isOver(second.id)).toBe(false);
  expect(await active()).toEqual(["booking"]);
  await must(
    withTenant(house.tenantId, manager!, (scope) =>
      changeBooking(scope, { id: first.id, move: "cancel", from: "confirmed" }),
    ),
  );
  await must(choose(house, { at: hourOf(10) }));
});

test("a new booking as well; but not where nobody works, and asked for where there is room it takes the room", async () => {
  await two();
  const book = (at: Date, actor = manager!) =>
    bookAs(house, actor, { source: "desk", anyway }, { at, phone: "0711550012" });
  const over = await must(book(hourOf(10)));
  expect(await isOver(over.id)).toBe(true);
  expect(await book(hourOf(22))).toMatchObject({ ok: false, refusal: "slot_taken" });
  const free = await must(book(hourOf(17)));
  expect(await isOver(free.id)).toBe(false);
  expect(await book(hourOf(10), frontDesk!)).toEqual({ ok: false, refusal: "not_yours" });
  const audit =
    await sql`select 1 from audit_entries where tenant_id = ${house.tenantId} and action = 'booking.overbooked'`;
  expect(audit).toHaveLength(1);
});
