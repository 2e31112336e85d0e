import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/tenancy/scope";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { bookingQuery } from "./input";
import { listBookings } from "./list-bookings";
import { listWaiting } from "./list-waiting";
import { deskOf, placed } from "./testing/placed";
import { shiftTo } from "./testing/shift-to";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const desk = deskOf(newId());
let house: House;
beforeEach(async () => {
  house = await makeHouse({ staff: 2 });
});

let phones = 0;
/** A booking of an hour that begins `minutes` from now, with this status. */
async function at(minutes: number, status = "confirmed", staff = 0, day = 1): Promise<string> {
  const phone = `07115510${String(phones++).padStart(2, "0")}`;
  const chosen = { ...house, staffIds: [house.staffIds[staff]!] };
  // Somewhere free first; then to where no customer could have put it.
  const { id } = await placed(chosen, { phone, day: day + phones, name: `Wanjiru ${phones}` });
  await shiftTo(sql, house.tenantId, id, minutes);
  await sql`update bookings set status = ${status} where id = ${id}`;
  return id;
}

const waiting = (actor: Actor = desk) => readTenant(house.tenantId, actor, listWaiting);
const ids = (items: { id: string }[]) => items.map(({ id }) => id);

test("nothing waits where nobody is late, runs over or asks", async () => {
  await Promise.all([at(-10), at(120, "confirmed", 1)]);
  expect(await waiting()).toMatchObject({ late: [], over: [], requests: [] });
});

test("from a quarter of an hour after the start it is asked whether they came, until half a day after the end", async () => {
  const late = await at(-15);
  await at(-14, "confirmed", 1);
  const forgotten = await at(-13 * 60);
  const lastNight = await at(-12 * 60);
  expect(ids((await waiting()).late)).toEqual([lastNight, late]);
  await sql`update bookings set status = 'arrived' where id in ${sql([late, lastNight, forgotten])}`;
  expect((await waiting()).late).toEqual([]);
});

test("held time waits as long as it is kept; who asks to be away waits for those who answer", async () => {
  const [soon, later, over] = [await at(300, "held"), await at(400, "held", 1), await at(500, "held")];
  const until = (id: string, minutes: number) =>
    sql`update bookings set expires_at = now() + make_interval(mins => ${minutes}) where id = ${id}`;
  await Promise.all([until(soon, 10), until(later, 20), until(over, -1)]);
  expect(ids((await waiting()).held)).toEqual([soon, later]);
  await sql`insert into time_off (tenant_id, id, staff_id, span, status, asked_at)
    values (${house.tenantId}, ${newId()}, ${house.staffIds[0]!}, tstzrange(now(), now() + interval '1 day'), 'asked', now())`;
  expect((await waiting()).timeOff).toBe(1);
  const staff: Actor = { kind: "member", userId: newId(), role: "staff", staffId: house.staffIds[0]! };
  expect(await waiting(staff)).toMatchObject({ held: [], timeOff: 0 });
});

test("one that runs over waits to be ended, and holds the next one of the same person up, not of another", async () => {
  const over = await at(-75, "in_service");
  const [next, later, others] = await Promise.all([at(5), at(70), at(5, "confirmed", 1)]);
  expect(ids((await waiting()).over)).toEqual([over]);
  const { items } = await readTenant(house.tenantId, desk, (scope) => listBookings(scope, bookingQuery.parse({})));
  const heldUp = new Map(items.map((item) => [item.id, item.heldUp]));
  expect([next, later, others].map((id) => heldUp.get(id!))).toEqual([true, false, false]);
  await sql`update bookings set status = 'completed' where id = ${over}`;
  const after = await readTenant(house.tenantId, desk, (scope) => listBookings(scope, bookingQuery.parse({})));
  expect(after.items.filter((item) => item.heldUp)).toEqual([]);
});

test("requests by the end of their time, none that is over; whoever serves is asked about their own alone", async () => {
  const [late, soon, over] = [await at(600, "requested"), await at(500, "requested"), await at(400, "requested")];
  const expire = (id: string, minutes: number) =>
    sql`update bookings set expires_at = now() + make_interval(mins => ${minutes}) where id = ${id}`;
  await Promise.all([expire(late, 90), expire(soon, 30), expire(over, -1)]);
  const [own, others] = [await at(-20, "confirmed", 0, 30), await at(-20, "confirmed", 1, 30)];
  expect(ids((await waiting()).requests)).toEqual([soon, late]);
  expect(ids((await waiting()).late).toSorted()).toEqual([own, others].toSorted());
  const staff: Actor = { kind: "member", userId: newId(), role: "staff", staffId: house.staffIds[0]! };
  expect(await waiting(staff)).toMatchObject({ late: [{ id: own }], requests: [] });
});
