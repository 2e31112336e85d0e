import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { type ChangeWish, changeBooking } from "@/lib/bookings/change-booking";
import { moveBooking } from "@/lib/bookings/move-booking";
import { undoGraceMs, undoMs } from "@/lib/bookings/rules";
import { deskOf, placed } from "@/lib/bookings/testing/placed";
import { undoChange } from "@/lib/bookings/undo-change";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { doDue } from "./due";
import { runDueJobs } from "./worker";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());

const desk = deskOf(newId());
let house: House;
beforeEach(async () => {
  house = await makeHouse({ name: "Nyota Nails" });
});

const byHand = () => sql`update tenants set policy = policy || '{"confirm":"desk"}' where id = ${house.tenantId}`;
async function change(wish: ChangeWish, actor: Actor = desk) {
  const answer = await withTenant(house.tenantId, actor, (scope) => changeBooking(scope, wish));
  if (!answer.ok) throw new Error(answer.refusal);
  return answer.value;
}
const due = () => sql`select id, kind, due_at, done_at from due where tenant_id = ${house.tenantId} order by due_at`;
/** As if so much time had gone by. */
async function later(ms: number) {
  const by = sql`${ms} * interval '1 millisecond'`;
  await sql`update due set due_at = due_at - ${by} where tenant_id = ${house.tenantId}`;
  await sql`update bookings set expires_at = expires_at - ${by} where tenant_id = ${house.tenantId}`;
}
const messages = async () =>
  (
    await sql`select body from messages where tenant_id = ${house.tenantId} and template <> 'booking-placed'
      order by created_at`
  ).map(({ body }) => body as string);
const statusOf = async (id: string) => (await sql`select status from bookings where id = ${id}`)[0]?.status;

test("a request that nobody answers expires at its time, gives its time back and says so, once", async () => {
  await byHand();
  const { id } = await placed(house, { day: 3 });
  await runDueJobs(house.tenantId);
  expect(await statusOf(id)).toBe("requested");
  const [waiting] =
    await sql`select expires_at - created_at = interval '24 hours' as day from bookings where id = ${id}`;
  expect(waiting).toEqual({ day: true });

  await later(24 * 3_600_000);
  await runDueJobs(house.tenantId);
  expect(await statusOf(id)).toBe("expired");
  // What it says to the customer was due at once, and the next look finds it.
  await runDueJobs(house.tenantId);
  expect(await messages()).toEqual([
    expect.stringMatching(/^Nyota Nails did not answer your request for Cut, .* in time/),
  ]);
  const [{ n } = { n: 0 }] = await sql`select count(*)::int as n from events
    where tenant_id = ${house.tenantId} and name = 'booking.expired'`;
  expect(n).toBe(1);
  await placed(house, { day: 3, phone: "0711550012" });
});

test("what is answered in time does not expire", async () => {
  await byHand();
  const { id } = await placed(house, { day: 3 });
  await change({ id, move: "accept", from: "requested" });
  await later(48 * 3_600_000);
  await runDueJobs(house.tenantId);
  expect(await statusOf(id)).toBe("confirmed");
  expect(await messages()).toEqual([expect.stringContaining("Nyota Nails confirms Cut")]);
});

test("the customer hears of what the desk did only when it can no longer be taken back, and never of what was", async () => {
  const [kept, back] = [await placed(house), await placed(house, { hour: 14, phone: "0711550013" })];
  await change({ id: kept.id, move: "cancel", from: "confirmed", reason: "Amina is ill" });
  const { changeId } = await change({ id: back.id, move: "cancel", from: "confirmed" });
  await runDueJobs(house.tenantId);
  expect(await messages()).toEqual([]);
  await withTenant(house.tenantId, desk, (scope) => undoChange(scope, { id: back.id, changeId }));
  await later(undoMs + undoGraceMs);
  await runDueJobs(house.tenantId);
  expect(await messages()).toEqual([
    expect.stringMatching(/^Nyota Nails had to cancel Cut, .*\. Amina is ill\. Book another time: /),
  ]);
});

test("what stands again after an undo is told, though a later step had kept it back; nothing is told twice", async () => {
  const booking = await placed(house);
  const moveTo = async (hour: number, from: string) => {
    const wish = { id: booking.id, startsAt: new Date(Date.parse(booking.startsAt) + (hour - 10) * 3_600_000), from };
    const moved = await withTenant(house.tenantId, desk, (scope) => moveBooking(scope, wish));
    if (!moved.ok) throw new Error(moved.refusal);
    return moved.value;
  };
  const first = await moveTo(15, booking.startsAt);
  await later(undoMs + undoGraceMs - 1_000);
  const second = await moveTo(17, first.startsAt);
  await later(2_000);
  await runDueJobs(house.tenantId);
  expect(await messages()).toEqual([]);
  await withTenant(house.tenantId, desk, (scope) => undoChange(scope, { id: booking.id, changeId: second.changeId }));
  await later(undoMs + undoGraceMs);
  await runDueJobs(house.tenantId);
  await runDueJobs(house.tenantId);
  expect(await messages()).toEqual([expect.stringMatching(/^Nyota Nails moved your booking: Cut, .* 15:00\./)]);
});

test("a request that was accepted, and is one again, still expires; one that was moved waits no longer than its start", async () => {
  await byHand();
  const { id } = await placed(house, { day: 3 });
  const { changeId } = await change({ id, move: "accept", from: "requested" });
  await runDueJobs(house.tenantId);
  await withTenant(house.tenantId, desk, (scope) => undoChange(scope, { id, changeId }));
  expect(await statusOf(id)).toBe("requested");
  await later(24 * 3_600_000);
  await runDueJobs(house.tenantId);
  expect(await statusOf(id)).toBe("expired");
});

test("where the desk says yes by hand, a customer who moves a booking asks anew", async () => {
  const booking = await placed(house, { day: 3 });
  await byHand();
  const [row] = await sql`select customer_id from bookings where id = ${booking.id}`;
  const startsAt = new Date(Date.parse(booking.startsAt) + 3_600_000);
  const moved = await withTenant(house.tenantId, { kind: "customer", customerId: row!.customer_id }, (scope) =>
    moveBooking(scope, { id: booking.id, startsAt, from: booking.startsAt }),
  );
  expect(moved.ok).toBe(true);
  expect(await statusOf(booking.id)).toBe("requested");
  await runDueJobs(house.tenantId);
  expect(await messages()).toEqual([expect.stringMatching(/^Nyota Nails has your request for Cut, .* 11:00\./)]);
  await later(48 * 3_600_000);
  await runDueJobs(house.tenantId);
  expect(await statusOf(booking.id)).toBe("expired");
});

test("a customer who cancels is told at once", async () => {
  const { id } = await placed(house);
  const [row] = await sql`select customer_id from bookings where id = ${id}`;
  await change({ id, move: "cancel", from: "confirmed" }, { kind: "customer", customerId: row!.customer_id });
  await runDueJobs(house.tenantId);
  expect(await messages()).toEqual([expect.stringMatching(/^You cancelled Cut, .* at Nyota Nails\./)]);
});

test("what is due is done once by however many, and what fails is tried again", async () => {
  const { id } = await placed(house);
  await change({ id, move: "cancel", from: "confirmed" });
  await later(undoMs + undoGraceMs);
  const [row] = await due();
  const waiting = { tenantId: house.tenantId, id: row!.id as string };
  await sql.unsafe(`alter table messages add constraint no_such_${house.tenantId.slice(-12)}
    check (tenant_id <> '${house.tenantId}' or template <> 'booking-cancel') not valid`);
  await expect(doDue(waiting)).rejects.toThrow("23514");
  expect((await due())[0]?.done_at).toBeNull();
  await sql.unsafe(`alter table messages drop constraint no_such_${house.tenantId.slice(-12)}`);
  await Promise.all([doDue(waiting), doDue(waiting), doDue(waiting)]);
  expect(await messages()).toHaveLength(1);
});
