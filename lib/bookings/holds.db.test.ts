import postgres from "postgres";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { tidy } from "@/lib/jobs/tidy";
import { runDueJobs } from "@/lib/jobs/worker";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { changeBooking } from "./change-booking";
import { extendHold } from "./extend-hold";
import { listNext } from "./list-next";
import { listOpenSlots } from "./list-open-slots";
import { keptFor } from "./place-hold";
import { proposeTimes } from "./propose-times";
import { bookAs, choose, hourOf, must } from "./testing/desk-books";
import { deskOf } from "./testing/placed";
import { undoChange } from "./undo-change";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 4, onnotice: () => {} });
afterAll(() => sql.end());

const desk = deskOf(newId());
const guest: Actor = { kind: "public", via: "page" };
let house: House;
beforeEach(async () => {
  house = await makeHouse();
});

const names = async () =>
  (await sql`select name from events where tenant_id = ${house.tenantId} order by seq`).map(({ name }) => name);
const time = async () => {
  const rows = await sql`select source, active, expires_at is not null as ends from occupancies
    where tenant_id = ${house.tenantId} order by id`;
  return rows.map(({ source, active, ends }) => `${source}${ends ? " ends" : ""}${active ? "" : " given back"}`);
};
/** As if so many minutes had gone by for everything that is kept. */
async function later(minutes: number) {
  const by = sql`${minutes} * interval '1 minute'`;
  await sql`update due set due_at = due_at - ${by} where tenant_id = ${house.tenantId}`;
  await sql`update bookings set expires_at = expires_at - ${by}, created_at = created_at - ${by} where tenant_id = ${house.tenantId}`;
  await sql`update holds set expires_at = expires_at - ${by} where tenant_id = ${house.tenantId}`;
  await sql`update occupancies set expires_at = expires_at - ${by} where tenant_id = ${house.tenantId}`;
}
const openAt = async (at: Date, hold?: string) => {
  const date = at.toISOString().slice(0, 10);
  const open = await withTenant(house.tenantId, guest, (scope) =>
    listOpenSlots(scope, { serviceId: house.serviceIds[0]!, staffId: "any", from: date, to: date, hold }),
  );
  return open.ok && open.value.days[0]!.slots.some(({ startsAt }) => startsAt === at.toISOString());
};
const change = (id: string, move: "confirm" | "release", actor: Actor = desk) =>
  withTenant(house.tenantId, actor, (scope) => changeBooking(scope, { id, move, from: "held" }));
const hold = (minutes = 15) => must(bookAs(house, desk, { source: "desk", holdMinutes: minutes }));

describe("at the desk", () => {
  test("a time is held for somebody, nobody else gets it, and a yes makes it a booking", async () => {
    const held = await hold();
    expect(held.status).toBe("held");
    expect(await time()).toEqual(["hold ends"]);
    expect(await openAt(hourOf(10))).toBe(false);
    expect(await bookAs(house, guest, { source: "public" }, { phone: "0711550011" })).toMatchObject({
      ok: false,
      refusal: "slot_taken",
    });
    const listed = await withTenant(house.tenantId, desk, (scope) => listNext(scope, { limit: 5 }));
    expect(listed.items[0]).toMatchObject({ status: "held", expiresAt: expect.any(String) });
    await must(change(held.id, "confirm"));
    expect(await time()).toEqual(["booking"]);
    await later(60);
    await runDueJobs(house.tenantId);
    expect((await sql`select status from bookings where id = ${held.id}`)[0]!.status).toBe("confirmed");
  });

  test("who holds its link says yes themselves; a yes taken back holds it again", async () => {
    const held = await hold();
    const { changeId } = await must(change(held.id, "confirm"));
    await must(withTenant(house.tenantId, desk, (scope) => undoChange(scope, { id: held.id, changeId })));
    expect(await time()).toEqual(["hold ends"]);
    await must(change(held.id, "confirm", guest));
    expect(await time()).toEqual(["booking"]);
  });

  test("let go, its time is free at once", async () => {
    const held = await hold();
    await must(change(held.id, "release"));
    expect(await openAt(hourOf(10))).toBe(true);
    expect(await names()).toEqual(["customer.added", "booking.placed", "booking.released"]);
  });

  test("when nobody says yes it ends by itself, once, and its time is told as free", async () => {
    const held = await hold();
    await runDueJobs(house.tenantId);
    await later(16);
    expect(await change(held.id, "confirm")).toEqual({ ok: false, refusal: "hold_over" });
    await runDueJobs(house.tenantId);
    await runDueJobs(house.tenantId);
    expect((await names()).slice(2)).toEqual(["booking.expired", "slot.freed"]);
    expect((await sql`select status from bookings where id = ${held.id}`)[0]!.status).toBe("expired");
    const told = await sql`select body from messages where tenant_id = ${house.tenantId} order by created_at, id`;
    expect(told.map(({ body }) => body)).toEqual([
      expect.stringMatching(/keeps Cut, .* for you until .*Say yes: /),
      expect.stringMatching(/could keep Cut, .* for you no longer/),
    ]);
  });

  test("whoever books first has what a hold that ran out still stands on, and the late job frees nothing", async () => {
    await hold();
    await later(16);
    await must(bookAs(house, guest, { source: "public" }, { phone: "0711550011" }));
    expect(await time()).toEqual(["hold ends given back", "booking"]);
    await runDueJobs(house.tenantId);
    expect(await names()).not.toContain("slot.freed");
    expect(await time()).toEqual(["hold ends given back", "booking"]);
  });

  test("it is held longer while it is held, and never longer than four hours in all", async () => {
    const held = await hold();
    const extend = (minutes: number) =>
      withTenant(house.tenantId, desk, (scope) => extendHold(scope, { id: held.id, minutes }));
    await later(10);
    await must(extend(60));
    await later(50);
    expect(await time()).toEqual(["hold ends"]);
    await runDueJobs(house.tenantId);
    expect(await openAt(hourOf(10))).toBe(false);
    await later(9);
    for (const gone of [55, 55, 55]) {
      await must(extend(60));
      await later(gone);
    }
    await must(extend(60));
    expect(await extend(60)).toEqual({ ok: false, refusal: "held_long" });
    await later(10);
    expect(await extend(15)).toEqual({ ok: false, refusal: "hold_over" });
    const staff: Actor = { kind: "member", userId: newId(), role: "staff", staffId: house.staffIds[0]! };
    expect(await withTenant(house.tenantId, staff, (scope) => extendHold(scope, { id: held.id, minutes: 15 }))).toEqual(
      {
        ok: false,
        refusal: "not_yours",
      },
    );
  });
});

describe("a visitor's choice", () => {
  test("is kept from others while they type, and theirs when they book", async () => {
    const kept = await must(choose(house));
    expect(await openAt(hourOf(10))).toBe(false);
    expect(await withTenant(house.tenantId, guest, (scope) => keptFor(scope, kept.id, hourOf(10)))).toEqual({
      until: kept.expiresAt,
      endsAt: hourOf(11).toISOString(),
      staffIds: [house.staffIds[0]],
    });
    // Going back, they still find what is theirs.
    expect(await openAt(hourOf(10), kept.id)).toBe(true);
    expect(await choose(house)).toEqual({ ok: false, refusal: "slot_taken" });
    expect((await bookAs(house, guest, { source: "public" }, { phone: "0711550011" })).ok).toBe(false);
    await must(bookAs(house, guest, { source: "public", hold: kept.id }));
    expect(await time()).toEqual(["hold ends given back", "booking"]);
    expect((await sql`select ended from holds where id = ${kept.id}`)[0]!.ended).toBe("taken");
    await later(6);
    await runDueJobs(house.tenantId);
    expect(await names()).not.toContain("slot.freed");
  });

  test("frees the one before, and ends by itself after five minutes", async () => {
    const first = await must(choose(house));
    const second = await must(choose(house, { at: hourOf(12), instead: first.id }));
    expect([await openAt(hourOf(10)), await openAt(hourOf(12))]).toEqual([true, false]);
    await runDueJobs(house.tenantId);
    expect(await openAt(hourOf(12))).toBe(false);
    await later(5);
    expect(await openAt(hourOf(12))).toBe(true);
    await runDueJobs(house.tenantId);
    expect(await names()).toEqual(["slot.held", "slot.freed", "slot.held", "slot.freed"]);
    const ends = await sql`select ended from holds where id in (${first.id}, ${second.id}) order by id`;
    expect(ends.map(({ ended }) => ended)).toEqual(["let_go", "expired"]);
  });

  test("is forgotten after a day, with the network it came from", async () => {
    const kept = await must(choose(house));
    await later(23 * 60);
    await tidy();
    expect(await sql`select 1 from holds where id = ${kept.id}`).toHaveLength(1);
    await later(90);
    await tidy();
    expect(await sql`select 1 from holds where id = ${kept.id}`).toEqual([]);
    expect(await time()).toEqual([]);
  });

  test("after it ran out it may still be booked, unless somebody was quicker", async () => {
    const kept = await must(choose(house));
    await later(6);
    await must(bookAs(house, guest, { source: "public" }, { phone: "0711550011" }));
    expect(await bookAs(house, guest, { source: "public", hold: kept.id })).toMatchObject({
      ok: false,
      refusal: "slot_taken",
      alternatives: [{}, {}, {}],
    });
  });

  test("one network keeps two times, all together twelve: nobody shuts a day by choosing", async () => {
    house = await makeHouse({ staff: 6 });
    const hours = [8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19];
    const [a, b, c] = [hourOf(8), hourOf(9), hourOf(10)];
    await must(choose(house, { at: a, visitor: "one" }));
    await must(choose(house, { at: b, visitor: "one" }));
    expect(await choose(house, { at: c, visitor: "one" })).toEqual({ ok: false, refusal: "too_many" });
    for (const hour of hours.slice(2))
      await must(choose(house, { at: hourOf(hour), visitor: `visitor ${hour}`, staff: 1 + (hour % 5) }));
    expect(await choose(house, { at: hourOf(8, 2) })).toEqual({ ok: false, refusal: "too_many" });
    // What is not kept can be booked all the same.
    await must(bookAs(house, guest, { source: "public" }, { at: hourOf(8, 2) }));
  });

  test("of one person's time three choices are kept at once, from wherever they come: the rest of the day stays open", async () => {
    for (const hour of [8, 9, 10]) await must(choose(house, { at: hourOf(hour) }));
    expect(await choose(house, { at: hourOf(11) })).toEqual({ ok: false, refusal: "too_many" });
    for (const hour of [11, 12, 13]) expect(await openAt(hourOf(hour))).toBe(true);
  });

  test("who has one time kept and books another gives it up, and pages that are open hear of it", async () => {
    const kept = await must(choose(house));
    await must(bookAs(house, guest, { source: "public", hold: kept.id }, { at: hourOf(15) }));
    expect(await openAt(hourOf(10))).toBe(true);
    expect(await names()).toEqual(["slot.held", "slot.freed", "customer.added", "booking.placed"]);
  });

  test("what is proposed to a customer is no visitor's choice, whatever a cookie says", async () => {
    const booked = await must(bookAs(house, guest, { source: "public" }, { at: hourOf(15) }));
    await must(
      withTenant(house.tenantId, desk, (scope) =>
        proposeTimes(scope, { id: booked.id, from: booked.startsAt, times: [hourOf(12)] }),
      ),
    );
    const [proposal] = await sql`select id from holds where booking_id = ${booked.id}`;
    const asked = { at: hourOf(12), phone: "0711550019" };
    expect(await bookAs(house, guest, { source: "public", hold: proposal!.id }, asked)).toMatchObject({
      refusal: "slot_taken",
    });
    expect(await openAt(hourOf(12), proposal!.id)).toBe(false);
  });

  test("a hundred that choose the same at once: one has it", async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => choose(house)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await sql`select 1 from holds where tenant_id = ${house.tenantId}`).toHaveLength(1);
  });
});
