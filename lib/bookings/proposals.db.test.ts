import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { runDueJobs } from "@/lib/jobs/worker";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { acceptProposal, declineProposals } from "./answer-proposal";
import type { Booked } from "./book-slot";
import { changeBooking } from "./change-booking";
import { getBooking } from "./get-booking";
import { moveBooking } from "./move-booking";
import { proposeTimes } from "./propose-times";
import { bookAs, choose, hourOf, must } from "./testing/desk-books";
import { deskOf } from "./testing/placed";
import { shiftTo } from "./testing/shift-to";
import { undoChange } from "./undo-change";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 4, onnotice: () => {} });
afterAll(() => sql.end());

const desk = deskOf(newId());
const guest: Actor = { kind: "public", via: "page" };
let house: House;
beforeEach(async () => {
  house = await makeHouse({ name: "Nyota Nails" });
});

const byHand = () => sql`update tenants set policy = policy || '{"confirm":"desk"}' where id = ${house.tenantId}`;
const book = () => must(bookAs(house, guest, { source: "public" }, { at: hourOf(10, 3) }));
const propose = ({ id, startsAt }: Booked, times: Date[], actor: Actor = desk) =>
  withTenant(house.tenantId, actor, (scope) => proposeTimes(scope, { id, from: startsAt, times }));
const known = async (id: string) => (await withTenant(house.tenantId, desk, (scope) => getBooking(scope, id)))!;
const accept = (id: string, holdId: string) =>
  withTenant(house.tenantId, guest, (scope) => acceptProposal(scope, { id, holdId }));
const decline = (id: string) => withTenant(house.tenantId, guest, (scope) => declineProposals(scope, { id }));
/** Starts of what is taken, by the clock. */
const taken = async () =>
  (
    await sql`select to_char(lower(span) at time zone 'Africa/Nairobi', 'HH24:MI') as at from occupancies
      where tenant_id = ${house.tenantId} and active order by span`
  ).map(({ at }) => at);
const later = (minutes: number) =>
  sql.begin(async (tx) => {
    const by = tx`${minutes} * interval '1 minute'`;
    await tx`update due set due_at = due_at - ${by} where tenant_id = ${house.tenantId}`;
    await tx`update holds set expires_at = expires_at - ${by} where tenant_id = ${house.tenantId}`;
    await tx`update occupancies set expires_at = expires_at - ${by} where tenant_id = ${house.tenantId}`;
  });
const messages = async () =>
  (
    await sql`select body from messages where tenant_id = ${house.tenantId} and template <> 'booking-placed' order by created_at`
  ).map(({ body }) => body as string);

test("other times are kept for who asked, told after the way back is gone, and one of them is taken in one step", async () => {
  await byHand();
  const asked = await book();
  await must(propose(asked, [hourOf(12, 3), hourOf(15, 3)]));
  expect(await taken()).toEqual(["10:00", "12:00", "15:00"]);
  expect(await choose(house, { at: hourOf(12, 3) })).toMatchObject({ refusal: "slot_taken" });
  await runDueJobs(house.tenantId);
  expect(await messages()).toEqual([]);
  await later(1);
  await runDueJobs(house.tenantId);
  expect(await messages()).toEqual([
    expect.stringMatching(/^Nyota Nails proposes for Cut: .*12:00 or .*15:00\. Choose by .*\/b\//),
  ]);

  const { proposals } = await known(asked.id);
  await must(accept(asked.id, proposals[1]!.id));
  expect(await taken()).toEqual(["15:00"]);
  expect(await known(asked.id)).toMatchObject({
    status: "confirmed",
    startsAt: hourOf(15, 3).toISOString(),
    proposals: [],
  });
  await runDueJobs(house.tenantId);
  expect((await messages()).at(-1)).toMatch(/^Nyota Nails confirms Cut, .*15:00/);
  const freed =
    await sql`select payload->>'startsAt' as at from events where tenant_id = ${house.tenantId} and name = 'slot.freed'`;
  expect(freed.map(({ at }) => at)).toEqual([hourOf(12, 3).toISOString()]);
  expect(await accept(asked.id, proposals[0]!.id)).toEqual({ ok: false, refusal: "proposal_over" });
});

test("none of them: the booking stays, their times are free, and the house is told", async () => {
  const booked = await book();
  await must(propose(booked, [hourOf(12, 3)]));
  await must(decline(booked.id));
  expect(await taken()).toEqual(["10:00"]);
  expect((await known(booked.id)).history.at(-1)).toMatchObject({ move: "disagree", by: "customer" });
  const told =
    await sql`select title from notifications where tenant_id = ${house.tenantId} order by created_at desc, id desc limit 1`;
  expect(told[0]!.title).toBe("Chebet cannot come at the times you proposed for Cut");
  expect(await decline(booked.id)).toEqual({ ok: false, refusal: "proposal_over" });
});

test("all of them are free or none is kept; a new proposal takes the place of the one before", async () => {
  const booked = await book();
  await must(bookAs(house, guest, { source: "public" }, { at: hourOf(14, 3), phone: "0711550011" }));
  expect(await propose(booked, [hourOf(12, 3), hourOf(14, 3)])).toEqual({
    ok: false,
    refusal: "slot_taken",
    startsAt: hourOf(14, 3).toISOString(),
  });
  expect(await taken()).toEqual(["10:00", "14:00"]);
  await must(propose(booked, [hourOf(12, 3)]));
  await must(propose(booked, [hourOf(16, 3)]));
  expect(await taken()).toEqual(["10:00", "14:00", "16:00"]);
});

test("what has begun goes nowhere, and whoever has come needs no other time", async () => {
  const booked = await book();
  await must(propose(booked, [hourOf(12, 3)]));
  const [proposal] = (await known(booked.id)).proposals;
  await shiftTo(sql, house.tenantId, booked.id, -5);
  expect(await accept(booked.id, proposal!.id)).toEqual({ ok: false, refusal: "proposal_over" });
  expect(await taken()).toHaveLength(2);
  const here = { id: booked.id, move: "check_in", from: "confirmed" } as const;
  await must(withTenant(house.tenantId, desk, (scope) => changeBooking(scope, here)));
  expect(await taken()).toHaveLength(1);
  expect((await known(booked.id)).proposals).toEqual([]);
});

test("a request that was given longer for an answer is not, once the proposal is taken back", async () => {
  await byHand();
  const asked = await book();
  const waits = async () => (await known(asked.id)).expiresAt;
  const before = new Date(Date.now() + 3_600_000).toISOString();
  await sql`update bookings set expires_at = ${before} where id = ${asked.id}`;
  const { changeId } = await must(propose(asked, [hourOf(12, 3)]));
  expect(Date.parse((await waits())!)).toBeGreaterThan(Date.parse(before) + 3_600_000);
  await must(withTenant(house.tenantId, desk, (scope) => undoChange(scope, { id: asked.id, changeId })));
  expect(await waits()).toBe(before);
});

test("taken back, run out, moved or cancelled: what was kept is free", async () => {
  const booked = await book();
  const { changeId } = await must(propose(booked, [hourOf(12, 3)]));
  await must(withTenant(house.tenantId, desk, (scope) => undoChange(scope, { id: booked.id, changeId })));
  expect(await taken()).toEqual(["10:00"]);
  await later(1);
  await runDueJobs(house.tenantId);
  expect(await messages()).toEqual([]);

  await must(propose(booked, [hourOf(12, 3)]));
  const [proposal] = (await known(booked.id)).proposals;
  await later(24 * 60);
  expect(await accept(booked.id, proposal!.id)).toEqual({ ok: false, refusal: "proposal_over" });
  await runDueJobs(house.tenantId);
  expect(await taken()).toEqual(["10:00"]);

  await must(propose(booked, [hourOf(12, 3), hourOf(13, 3)]));
  const to = { id: booked.id, from: booked.startsAt, startsAt: hourOf(12, 3) };
  await must(withTenant(house.tenantId, guest, (scope) => moveBooking(scope, to)));
  expect(await taken()).toEqual(["12:00"]);

  await must(propose({ ...booked, startsAt: hourOf(12, 3).toISOString() }, [hourOf(15, 3)]));
  await must(
    withTenant(house.tenantId, desk, (scope) =>
      changeBooking(scope, { id: booked.id, move: "cancel", from: "confirmed" }),
    ),
  );
  expect(await taken()).toEqual([]);
});

test("a request waits as long as what is proposed instead of it", async () => {
  await byHand();
  const asked = await book();
  await sql`update bookings set expires_at = now() + interval '1 minute' where id = ${asked.id}`;
  await must(propose(asked, [hourOf(12, 3)]));
  const [row] =
    await sql`select expires_at > now() + interval '23 hours' as waits from bookings where id = ${asked.id}`;
  expect(row!.waits).toBe(true);
});

test("moved by its customer again and again, a request waits no longer than it did; a promise moved is asked for anew", async () => {
  await byHand();
  const asked = await book();
  const by = new Date(Math.round(Date.now() / 1_000) * 1_000 + 3_600_000).toISOString();
  await sql`update bookings set expires_at = ${by} where id = ${asked.id}`;
  const move = (from: Date, startsAt: Date) =>
    must(
      withTenant(house.tenantId, guest, (scope) =>
        moveBooking(scope, { id: asked.id, from: from.toISOString(), startsAt }),
      ),
    );
  await move(hourOf(10, 3), hourOf(12, 4));
  await move(hourOf(12, 4), hourOf(14, 5));
  expect((await known(asked.id)).expiresAt).toBe(by);
  const accept = { id: asked.id, move: "accept", from: "requested" } as const;
  await must(withTenant(house.tenantId, desk, (scope) => changeBooking(scope, accept)));
  await move(hourOf(14, 5), hourOf(10, 6));
  expect(await known(asked.id)).toMatchObject({ status: "requested" });
  expect(Date.parse((await known(asked.id)).expiresAt!)).toBeGreaterThan(Date.parse(by));
});
