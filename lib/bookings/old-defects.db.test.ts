import { sql as query } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { runDueJobs } from "@/lib/jobs/worker";
import { newId } from "@/lib/platform/ids";
import type { Actor, Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { recordChange } from "@/lib/visits/record-change";
import { bookAtDesk } from "./book-at-desk";
import { getBooking } from "./get-booking";
import { deskBookingInput } from "./input";
import { bookAs, hourOf, must } from "./testing/desk-books";
import { deskOf } from "./testing/placed";
import { shiftTo } from "./testing/shift-to";

// What the system that this one replaces let happen to bookings and that no other test shows; docs/old-booking-defects.md has them all.
const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());

const desk = deskOf(newId());
const guest: Actor = { kind: "public", via: "page" };
let house: House;
beforeEach(async () => {
  house = await makeHouse({ services: [{ name: "Braids", minutes: 195 }] });
});

/** The error that Postgres answers the serving role. */
const refusal = (work: (scope: Scope) => Promise<unknown>): Promise<string> =>
  withTenant(house.tenantId, desk, work).then(
    () => "done",
    (error: { code?: string; cause?: { code?: string } }) => error.cause?.code ?? error.code ?? "unknown",
  );

test("deleting a service took its bookings with it, and deleting a customer their visits", async () => {
  const { id } = await must(bookAs(house, guest, { source: "public" }));
  await shiftTo(sql, house.tenantId, id, -10);
  await must(
    withTenant(house.tenantId, desk, (scope) => recordChange(scope, { id, move: "complete", from: "confirmed" })),
  );
  for (const table of ["services", "customers", "bookings", "visits"])
    expect(await refusal(({ tx }) => tx.execute(query.raw(`delete from ${table}`))), table).toBe("42501");
  // Nor by a hand that may: the rows hold on to each other.
  for (const table of ["services", "customers", "bookings"])
    await expect(sql`delete from ${sql(table)} where tenant_id = ${house.tenantId}`, table).rejects.toMatchObject({
      code: "23503",
    });
});

test("a booking had no end: the calendar drew every one as an hour", async () => {
  const { id, startsAt, endsAt } = await must(bookAs(house, guest, { source: "public" }));
  expect(Date.parse(endsAt) - Date.parse(startsAt)).toBe(195 * 60_000);
  expect(await withTenant(house.tenantId, desk, (scope) => getBooking(scope, id))).toMatchObject({ startsAt, endsAt });
});

test("every booking was marked as made by somebody else, also one's own", async () => {
  const own = await must(bookAs(house, guest, { source: "public" }));
  const theirs = await must(bookAs(house, guest, { source: "public" }, { at: hourOf(14), name: "Mary" }));
  const bookedAs = async (id: string) =>
    (await withTenant(house.tenantId, desk, (scope) => getBooking(scope, id)))!.bookedAs;
  expect([await bookedAs(own.id), await bookedAs(theirs.id)]).toEqual([null, "Mary"]);
});

test("the visit did not know its booking", async () => {
  const { id } = await must(bookAs(house, guest, { source: "public" }));
  await shiftTo(sql, house.tenantId, id, -10);
  await must(
    withTenant(house.tenantId, desk, (scope) => recordChange(scope, { id, move: "complete", from: "confirmed" })),
  );
  expect(await sql`select booking_id from visits where tenant_id = ${house.tenantId}`).toEqual([{ booking_id: id }]);
});

test("the visit is there in the transaction that completes the booking", async () => {
  const { id } = await must(bookAs(house, guest, { source: "public" }));
  await shiftTo(sql, house.tenantId, id, -10);
  const seen = await withTenant(house.tenantId, desk, async (scope) => {
    await must(recordChange(scope, { id, move: "complete", from: "confirmed" }));
    // Whatever is told of it is told after the commit, by the log; the visit is there before that.
    return scope.tx.execute(query`select completed_at is not null as done from visits where booking_id = ${id}`);
  });
  expect([...seen]).toEqual([{ done: true }]);
});

test("a customer whose booking waits for an answer is not told that it is confirmed", async () => {
  await sql`update tenants set policy = policy || '{"confirm":"desk"}' where id = ${house.tenantId}`;
  const { id } = await must(bookAs(house, guest, { source: "public" }));
  await runDueJobs(house.tenantId);
  const bodies = async () =>
    (await sql`select body from messages where tenant_id = ${house.tenantId} order by created_at`).map(
      ({ body }) => body,
    );
  expect(await bodies()).toEqual([expect.stringMatching(/^Test House has your request for Braids/)]);
  await must(
    withTenant(house.tenantId, desk, (scope) => recordChange(scope, { id, move: "accept", from: "requested" })),
  );
  await sql`update due set due_at = due_at - interval '1 minute' where tenant_id = ${house.tenantId}`;
  await runDueJobs(house.tenantId);
  expect((await bodies()).slice(1)).toEqual([expect.stringMatching(/^Test House confirms Braids/)]);
});

test("the desk sent its form twice, and the customer had two bookings", async () => {
  const input = deskBookingInput.parse({
    lines: [{ serviceId: house.serviceIds[0] }],
    startsAt: hourOf(9).toISOString(),
    customer: { name: "Chebet", phone: "0711550010" },
    key: "one-and-the-same",
  });
  const send = (more: object = {}) =>
    withTenant(house.tenantId, desk, (scope) => bookAtDesk(scope, { ...input, ...more }));
  const [first, second] = [await must(send()), await must(send())];
  expect(second).toEqual(first);
  expect(await send({ holdMinutes: 15 })).toEqual({ ok: false, refusal: "key_reused" });
  expect(await sql`select 1 from bookings where tenant_id = ${house.tenantId}`).toHaveLength(1);
});
