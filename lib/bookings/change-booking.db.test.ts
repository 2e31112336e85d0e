import postgres from "postgres";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { type ChangeWish, changeBooking } from "./change-booking";
import { deskOf, placed } from "./testing/placed";
import { shiftTo } from "./testing/shift-to";
import { undoChange } from "./undo-change";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 4, onnotice: () => {} });
afterAll(() => sql.end());

const desk = deskOf(newId());
let house: House;
beforeEach(async () => {
  house = await makeHouse({ staff: 2 });
});

const change = (wish: ChangeWish, actor: Actor = desk) =>
  withTenant(house.tenantId, actor, (scope) => changeBooking(scope, wish));
const undo = (id: string, changeId: string, actor: Actor = desk) =>
  withTenant(house.tenantId, actor, (scope) => undoChange(scope, { id, changeId }));
const changed = async (wish: ChangeWish) => {
  const answer = await change(wish);
  if (!answer.ok) throw new Error(answer.refusal);
  return answer.value;
};
const statusOf = async (id: string) => (await sql`select status from bookings where id = ${id}`)[0]?.status;
const taken = (id: string) => sql<{ active: boolean; minutes: number }[]>`
  select o.active, (extract(epoch from upper(o.span) - lower(o.span)) / 60)::float as minutes from occupancies o
  join booking_lines l on l.tenant_id = o.tenant_id and l.id = o.booking_line_id
  where l.tenant_id = ${house.tenantId} and l.booking_id = ${id}`;
const events = async () =>
  (await sql`select name from events where tenant_id = ${house.tenantId} and name like 'booking.%' order by seq`).map(
    ({ name }) => name,
  );

test("a booking goes its way step by step, each in its history, its log and once", async () => {
  const { id } = await placed(house);
  await shiftTo(sql, house.tenantId, id, -10);
  await changed({ id, move: "check_in", from: "confirmed" });
  await changed({ id, move: "start", from: "arrived" });
  await changed({ id, move: "complete", from: "in_service" });
  expect(await events()).toEqual(["booking.placed", "booking.arrived", "booking.started", "booking.completed"]);
  const history = await sql`select move, from_status, to_status, by_kind, by_user_id from booking_changes
    where booking_id = ${id} order by created_at, id`;
  expect(history.map(({ move, from_status, to_status }) => `${from_status} ${move} ${to_status}`)).toEqual([
    "confirmed check_in arrived",
    "arrived start in_service",
    "in_service complete completed",
  ]);
  expect(history[0]).toMatchObject({ by_kind: "member", by_user_id: desk.kind === "member" ? desk.userId : "" });
});

test("what somebody else has moved on meanwhile stays; the same request again gets the same answer", async () => {
  const { id } = await placed(house);
  const cancelled = await changed({ id, move: "cancel", from: "confirmed" });
  expect(await change({ id, move: "cancel", from: "confirmed" })).toEqual({ ok: true, value: cancelled });
  expect(await change({ id, move: "check_in", from: "confirmed" })).toMatchObject({
    refusal: "moved_on",
    status: "cancelled",
  });
  expect(await change({ id, move: "accept", from: "requested" })).toMatchObject({ refusal: "moved_on" });
  expect(await events()).toEqual(["booking.placed", "booking.cancelled"]);
});

test("of twenty who answer one request at once, one does, and one event tells of it", async () => {
  await sql`update tenants set policy = policy || '{"confirm":"desk"}' where id = ${house.tenantId}`;
  const { id, status } = await placed(house);
  expect(status).toBe("requested");
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      change({ id, move: n % 2 ? "accept" : "decline", from: "requested" }, deskOf(newId())),
    ),
  );
  const final = await statusOf(id);
  const winners = answers.filter((answer) => answer.ok);
  // Those who wanted the same are told the same.
  expect(winners.length).toBeGreaterThan(0);
  expect(new Set(winners.map((answer) => answer.ok && answer.value.changeId)).size).toBe(1);
  expect(answers.filter((answer) => !answer.ok).every((answer) => !answer.ok && answer.refusal === "moved_on")).toBe(
    true,
  );
  expect(await events()).toEqual(["booking.placed", final === "confirmed" ? "booking.confirmed" : "booking.rejected"]);
});

describe("time", () => {
  test("what is cancelled can be booked by somebody else; then it cannot be taken back", async () => {
    const { id } = await placed(house);
    const { changeId } = await changed({ id, move: "cancel", from: "confirmed" });
    await placed(house, { phone: "0711550099" });
    expect(await undo(id, changeId)).toMatchObject({ refusal: "time_taken" });
    expect(await statusOf(id)).toBe("cancelled");
  });

  test("what is taken back has its time again", async () => {
    const { id } = await placed(house);
    const { changeId } = await changed({ id, move: "cancel", from: "confirmed" });
    expect((await taken(id))[0]).toMatchObject({ active: false });
    expect(await undo(id, changeId)).toMatchObject({ ok: true, value: { status: "confirmed" } });
    expect((await taken(id))[0]).toEqual({ active: true, minutes: 60 });
    await expect(placed(house, { phone: "0711550099" })).rejects.toThrow("slot_taken");
  });

  test("a no-show gives back the rest, and has it again when they come after all", async () => {
    const { id } = await placed(house);
    await shiftTo(sql, house.tenantId, id, -20);
    await changed({ id, move: "miss", from: "confirmed" });
    const [left] = await taken(id);
    expect(left?.active).toBe(true);
    expect(left?.minutes).toBeGreaterThanOrEqual(20);
    expect(left?.minutes).toBeLessThan(21);
    await changed({ id, move: "check_in", from: "no_show" });
    expect((await taken(id))[0]).toEqual({ active: true, minutes: 60 });
  });

  test("finishing early gives back the rest; before its time nothing of it is left", async () => {
    const [early, later] = [await placed(house), await placed(house, { hour: 12, phone: "0711550011" })];
    await shiftTo(sql, house.tenantId, early.id, -30);
    await changed({ id: early.id, move: "complete", from: "confirmed" });
    expect((await taken(early.id))[0]?.minutes).toBeLessThan(31);
    // Served early, and done before its time would have come.
    await shiftTo(sql, house.tenantId, later.id, 60);
    await changed({ id: later.id, move: "start", from: "confirmed" });
    await changed({ id: later.id, move: "complete", from: "in_service" });
    expect((await taken(later.id))[0]?.active).toBe(false);
  });
});

describe("who may", () => {
  test("staff move on what is their own; others' bookings are not there", async () => {
    const { id } = await placed(house);
    await shiftTo(sql, house.tenantId, id, 5);
    const staff = (staffId: string): Actor => ({ kind: "member", userId: newId(), role: "staff", staffId });
    const [own, other] = house.staffIds as [string, string];
    expect(await change({ id, move: "check_in", from: "confirmed" }, staff(other))).toMatchObject({
      refusal: "unknown_booking",
    });
    expect(await change({ id, move: "cancel", from: "confirmed" }, staff(own))).toMatchObject({ refusal: "not_yours" });
    expect((await change({ id, move: "check_in", from: "confirmed" }, staff(own))).ok).toBe(true);
  });

  test("customers cancel their own, and nobody else's", async () => {
    const { id } = await placed(house);
    const [row] = await sql`select customer_id from bookings where id = ${id}`;
    const customer = (customerId: string): Actor => ({ kind: "customer", customerId });
    expect(await change({ id, move: "cancel", from: "confirmed" }, customer(newId()))).toMatchObject({
      refusal: "unknown_booking",
    });
    expect((await change({ id, move: "cancel", from: "confirmed" }, customer(row!.customer_id))).ok).toBe(true);
    const [told] = await sql`select title from notifications
      where tenant_id = ${house.tenantId} and name = 'booking.cancelled'`;
    expect(told?.title).toBe("Chebet cancelled Cut");
  });

  test("only who made a change takes it back, only the last one, and not for long", async () => {
    const { id } = await placed(house);
    const { changeId } = await changed({ id, move: "cancel", from: "confirmed" });
    expect(await undo(id, changeId, deskOf(newId()))).toMatchObject({ refusal: "not_yours" });
    expect(await undo(id, newId())).toMatchObject({ refusal: "moved_on" });
    expect((await undo(id, changeId)).ok).toBe(true);
    expect(await undo(id, changeId)).toMatchObject({ refusal: "moved_on" });
    const again = await changed({ id, move: "cancel", from: "confirmed" });
    await sql`update booking_changes set created_at = created_at - interval '1 minute' where booking_id = ${id}`;
    expect(await undo(id, again.changeId)).toMatchObject({ refusal: "too_late" });
  });
});

test("who comes after a move is asked about by its new rights: who has lost a booking changes it no more, who has it hears of it", async () => {
  const [first, second] = house.staffIds as [string, string];
  const { id } = await placed(house);
  await shiftTo(sql, house.tenantId, id, -20);
  const staff: Actor = { kind: "member", userId: newId(), role: "staff", staffId: first };
  const other = await sql.reserve();
  await other`begin`;
  await other`select 1 from bookings where id = ${id} for update`;
  await other`update booking_lines set staff_id = ${second} where booking_id = ${id}`;
  const late = change({ id, move: "miss", from: "confirmed" }, staff);
  await vi.waitFor(async () => {
    expect(
      await sql`select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%for update%' and datname = current_database()`,
    ).not.toHaveLength(0);
  });
  await other`commit`;
  other.release();
  expect(await late).toMatchObject({ refusal: "unknown_booking" });
  await changed({ id, move: "cancel", from: "confirmed" });
  const [event] =
    await sql`select audience from events where tenant_id = ${house.tenantId} and name = 'booking.cancelled'`;
  expect(event?.audience).toEqual(["desk", `staff:${second}`]);
});

test("each step is in the owner's log, with its address", async () => {
  const { id } = await placed(house);
  const from = { address: "203.0.113.9", requestId: "r-1" };
  await change({ id, move: "cancel", from: "confirmed" }, { ...desk, from });
  const [entry] = await sql`select action, address, request_id, before, after from audit_entries
    where tenant_id = ${house.tenantId} and entity_id = ${id}`;
  expect(entry).toMatchObject({ action: "booking.cancelled", address: from.address, request_id: "r-1" });
  expect([entry?.before, entry?.after]).toEqual(['{"status":"confirmed"}', '{"status":"cancelled"}']);
});

describe("what comes back is given the room it had", () => {
  const around = (after: number) =>
    sql`update services set buffer_after_minutes = ${after} where tenant_id = ${house.tenantId}`;
  const alone = async () => {
    house = await makeHouse();
  };

  test("not when somebody's buffers reach into it since, nor when they are away since", async () => {
    await alone();
    const { id } = await placed(house);
    await around(20);
    const first = await changed({ id, move: "cancel", from: "confirmed" });
    // With its twenty minutes afterwards it reaches into where the cancelled one was.
    await placed(house, { hour: 9, phone: "0711550031" });
    expect(await undo(id, first.changeId)).toEqual({ ok: false, refusal: "time_taken" });

    await alone();
    const other = await placed(house);
    const second = await changed({ id: other.id, move: "cancel", from: "confirmed" });
    const [row] = await sql`select starts_at, ends_at from bookings where id = ${other.id}`;
    await sql`insert into time_off (tenant_id, id, staff_id, span, status, asked_at, decided_at)
      values (${house.tenantId}, ${newId()}, ${house.staffIds[0]!}, tstzrange(${row!.starts_at}, ${row!.ends_at}), 'approved',
        now(), now() + interval '1 second')`;
    expect(await undo(other.id, second.changeId)).toEqual({ ok: false, refusal: "time_taken" });
  });

  test("but what was there with it before is no reason", async () => {
    await alone();
    const [before, own] = [await placed(house, { hour: 9, phone: "0711550031" }), await placed(house)];
    await sql`update occupancies o set buffer_after_minutes = 20 from booking_lines l
      where l.booking_id = ${before.id} and o.booking_line_id = l.id`;
    const { changeId } = await changed({ id: own.id, move: "cancel", from: "confirmed" });
    expect((await undo(own.id, changeId)).ok).toBe(true);
  });
});
