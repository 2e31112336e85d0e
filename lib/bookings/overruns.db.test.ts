import postgres from "postgres";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { addDays, localDate } from "@/lib/platform/calendar";
import { setClockOffset } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/tenancy/scope";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { bookSlot, type How } from "./book-slot";
import { bookSlotInput } from "./input";
import { listOpenSlots } from "./list-open-slots";
import { moveBooking } from "./move-booking";
import { bookAs, choose, hourOf, must } from "./testing/desk-books";
import { deskOf, placed } from "./testing/placed";
import { undoChange } from "./undo-change";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());
afterEach(() => setClockOffset(0));

const desk = deskOf(newId());
const guest: Actor = { kind: "public", via: "page" };
let house: House;
/** Hours of tomorrow as instants, asked before the clock is moved. */
let at: (hour: number) => Date;

/** From 10 to 11 somebody is served, and at 11:07 still is. A start every half hour. */
beforeEach(async () => {
  house = await makeHouse({ staff: 2 });
  const ten = hourOf(10).getTime();
  at = (hour) => new Date(ten + (hour - 10) * 3_600_000);
  await placed(house, { phone: "0711550001" });
});
const clockTo = (hour: number) => setClockOffset(at(hour).getTime() - Date.now());
const serving = (status = "in_service") =>
  sql`update bookings set status = ${status} where tenant_id = ${house.tenantId} and starts_at = ${at(10)}`;
async function runsOver() {
  await serving();
  clockTo(11 + 7 / 60);
}

async function offered(who: string | undefined, channel: "desk" | "public" = "desk"): Promise<number[]> {
  const date = localDate(at(10), "Africa/Nairobi");
  const asked = { serviceId: house.serviceIds[0]!, staffId: who ?? "any", from: date, to: date, channel };
  const open = await must(readTenant(house.tenantId, desk, (scope) => listOpenSlots(scope, asked)));
  return open.days.flatMap(({ slots }) =>
    slots.map(({ startsAt }) => (Date.parse(startsAt) - at(0).getTime()) / 3_600_000),
  );
}

const nothing = new Error("nothing of it stays");
/** Whether it would be booked; it is not. */
async function accepted(hour: number, staffId: string | undefined, source: How["source"]): Promise<boolean> {
  const input = bookSlotInput.parse({
    lines: [{ serviceId: house.serviceIds[0], staffId }],
    startsAt: at(hour).toISOString(),
    customer: { name: "Wairimu", phone: "0711550020" },
  });
  let ok = false;
  await withTenant(house.tenantId, source === "desk" ? desk : guest, async (scope) => {
    ok = (await bookSlot(scope, input, { source })).ok;
    throw nothing;
  }).catch((error) => {
    if (error !== nothing) throw error;
  });
  return ok;
}

test("whoever runs over is offered a step from now, not now, and again at once when they have finished", async () => {
  await runsOver();
  const [busy, other] = house.staffIds;
  expect((await offered(busy))[0]).toBe(12);
  expect((await offered(other))[0]).toBe(11.5);
  expect((await offered(undefined))[0]).toBe(11.5);
  expect(await accepted(11 + 8 / 60, busy, "desk")).toBe(false);
  expect(await accepted(11 + 36 / 60, busy, "desk")).toBe(false);
  expect(await accepted(11 + 38 / 60, busy, "desk")).toBe(true);
  await serving("completed");
  expect((await offered(busy))[0]).toBe(11.5);
  expect(await accepted(11 + 8 / 60, busy, "desk")).toBe(true);
});

test("what is offered is accepted and nothing else, at every door", async () => {
  await runsOver();
  for (const channel of ["desk", "public"] as const)
    for (const who of [...house.staffIds, undefined]) {
      const open = await offered(who, channel);
      for (const hour of [11, 11.5, 12, 12.5, 19, 19.5])
        expect(await accepted(hour, who, channel), `${channel} ${who} ${hour}`).toBe(open.includes(hour));
    }
});

test("one that is not over yet, is not being served, or was forgotten holds nobody", async () => {
  const [busy] = house.staffIds;
  await serving();
  clockTo(10 + 50 / 60);
  expect((await offered(busy))[0]).toBe(11);
  await serving("arrived");
  clockTo(11 + 7 / 60);
  expect((await offered(busy))[0]).toBe(11.5);
  await serving();
  const next = addDays(localDate(at(10), "Africa/Nairobi"), 1);
  clockTo(31.9);
  const asked = { serviceId: house.serviceIds[0]!, staffId: busy!, from: next, to: next, channel: "desk" as const };
  const open = await must(readTenant(house.tenantId, desk, (scope) => listOpenSlots(scope, asked)));
  expect(open.days[0]!.slots[0]!.startsAt).toBe(at(32).toISOString());
});

test("what was promised or kept before stays so: the next one, its move taken back, a visitor's choice", async () => {
  const behind = await placed(house, { hour: 11.5 });
  await runsOver();
  const { changeId } = await must(
    withTenant(house.tenantId, desk, (scope) =>
      moveBooking(scope, { id: behind.id, from: behind.startsAt, startsAt: at(15) }),
    ),
  );
  await must(withTenant(house.tenantId, desk, (scope) => undoChange(scope, { id: behind.id, changeId })));
  const [{ starts_at } = { starts_at: null }] = await sql`select starts_at from bookings where id = ${behind.id}`;
  expect(starts_at).toEqual(at(11.5));

  clockTo(10 + 58 / 60);
  await sql`update bookings set status = 'cancelled' where id = ${behind.id}`;
  await sql`update occupancies set active = false where booking_line_id in (select id from booking_lines where booking_id = ${behind.id})`;
  const hold = await must(choose(house, { at: at(11.5) }));
  clockTo(11.01);
  expect(await accepted(11.5, house.staffIds[0], "public")).toBe(false);
  await must(bookAs(house, guest, { source: "public", hold: hold.id }, { at: at(11.5) }));
});
