import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { noonZone } from "@/db/testing/noon";
import { addPerson } from "@/db/testing/people";
import { must } from "@/lib/bookings/testing/desk-books";
import { earliestToday } from "@/lib/bookings/walk-in";
import { now } from "@/lib/platform/clock";
import type { Actor, Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { changeTurn } from "./change-turn";
import { takeTicketInput } from "./input";
import { listQueue } from "./list-queue";
import { openTicket } from "./open-ticket";
import type { TurnStep } from "./rules";
import { takeTicket } from "./take-ticket";
import { undoTurn } from "./undo-turn";
import { waitToken } from "./wait-tokens";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const guest: Actor = { kind: "public", via: "page" };
let house: House;
let owner: Actor;
beforeEach(async () => {
  house = await makeHouse({
    staff: 2,
    services: [
      { name: "Cut", minutes: 30 },
      { name: "Shave", minutes: 15 },
    ],
  });
  owner = await addPerson(sql, house.tenantId, "owner");
  // It is about noon there whenever the test runs: the day is long, and somebody is at work.
  await sql`update tenants set time_zone = ${noonZone(now())} where id = ${house.tenantId}`;
});
const inHouse = <T>(work: (scope: Scope) => Promise<T>, actor = owner) => withTenant(house.tenantId, actor, work);
const take = (more: object = {}) =>
  inHouse((scope) => takeTicket(scope, takeTicketInput.parse({ serviceId: house.serviceIds[0], ...more })));
const named = (name: string) => must(take({ customer: { name } }));
const step = (id: string, step: TurnStep, from: "waiting" | "called" = "waiting", actor = owner) =>
  inHouse((scope) => changeTurn(scope, { id, step, from }), actor);
const queue = () => inHouse(listQueue);
const inOrder = async () => (await queue()).tickets.map(({ customerName }) => customerName);
const seenBy = async (id: string) => (await openTicket(waitToken("ticket", id)))!;

test("each gets the next number; the wait is the engine's earliest start after everybody before, and says so", async () => {
  const [a, b, c] = [await named("Amina"), await named("Baraka"), await named("Chebet")];
  expect([a.number, b.number, c.number]).toEqual([1, 2, 3]);
  const { tickets } = await queue();
  expect(tickets.map(({ start }) => start?.isNow)).toEqual([true, true, false]);
  // Two work: the third sits down when the first is done, on the five minutes.
  const wait = Date.parse(tickets[2]!.start!.startsAt) - now().getTime();
  expect(wait).toBeGreaterThan(28 * 60_000);
  expect(wait).toBeLessThan(37 * 60_000);
  const seen = await seenBy(c.id);
  expect(seen.start).toEqual(tickets[2]!.start);
  expect(seen.before.map(({ number, start }) => [number, start?.staffId])).toEqual([
    [1, tickets[0]!.start!.staffId],
    [2, tickets[1]!.start!.staffId],
  ]);
  expect(JSON.stringify(seen)).not.toContain("Amina");
});

test("whoever walks in after them is told to wait behind them", async () => {
  for (const name of ["Amina", "Baraka"]) await named(name);
  const [cut] = await inHouse(earliestToday);
  expect(cut).toMatchObject({ before: 2, start: { isNow: false } });
});

test("called, called again, served: the visit has begun, and the rest moves up", async () => {
  const [a, b] = [await named("Amina"), await named("Baraka")];
  await must(step(a.id, "call"));
  await must(step(a.id, "recall", "called"));
  const served = await must(step(a.id, "serve", "called"));
  const [row] = await sql`select status, customer_id from bookings where id = ${served.bookingId}`;
  expect(row?.status).toBe("arrived");
  expect(await inOrder()).toEqual(["Baraka"]);
  expect((await seenBy(b.id)).before).toEqual([]);
  const done = await seenBy(a.id);
  expect([done.status, done.bookingToken !== null]).toEqual(["served", true]);
});

test("whoever is not here is skipped: behind the next one, and where they were with Undo", async () => {
  const [a] = [await named("Amina"), await named("Baraka"), await named("Chebet")];
  await must(step(a.id, "call"));
  const skipped = await must(step(a.id, "skip", "called"));
  expect(await inOrder()).toEqual(["Baraka", "Amina", "Chebet"]);
  const undone = await inHouse((scope) => undoTurn(scope, { id: a.id, stepId: skipped.stepId }));
  expect(undone).toMatchObject({ ok: true, value: { status: "called" } });
  expect(await inOrder()).toEqual(["Amina", "Baraka", "Chebet"]);
  expect((await queue()).log.map((line) => [line.number, line.step, line.place]).toReversed()).toEqual([
    [1, "take", 1],
    [2, "take", 2],
    [3, "take", 3],
    [1, "call", 1],
    [1, "skip", 1],
    [1, "undo", 2],
  ]);
});

test("a turn is nobody's to change who does not keep the queue, and the customer may leave it and no more", async () => {
  const { id } = await named("Amina");
  expect(await step(id, "call", "waiting", guest)).toMatchObject({ refusal: "not_yours" });
  expect(await step(id, "leave")).toMatchObject({ refusal: "not_yours" });
  await must(step(id, "leave", "waiting", guest));
  expect(await step(id, "leave", "waiting", guest)).toMatchObject({ refusal: "moved_on", status: "left" });
  expect(await inOrder()).toEqual([]);
});

test("nobody free is told with the time from which somebody is, and the turn stays", async () => {
  for (const name of ["Amina", "Baraka"]) await must(step((await named(name)).id, "serve"));
  const { id } = await named("Chebet");
  const refused = await step(id, "serve");
  expect(refused).toMatchObject({ refusal: "nobody_free", from: expect.any(String) });
  expect(await inOrder()).toEqual(["Chebet"]);
});

test("sent twice with one key it is one ticket; many at once get a number each", async () => {
  const wish = { customer: { name: "Amina" }, key: "ticket-key-1" };
  expect((await must(take(wish))).id).toBe((await must(take(wish))).id);
  const many = await Promise.all(Array.from({ length: 8 }, (_, n) => named(`Guest ${n}`)));
  expect(new Set(many.map(({ number }) => number)).size).toBe(8);
});

test("what nobody does, and who is nobody's customer, gets no ticket", async () => {
  const other = await makeHouse({ services: [{ name: "Cut", minutes: 30 }] });
  expect(await take({ serviceId: other.serviceIds[0] })).toMatchObject({ refusal: "unknown_service" });
  expect(await take({ staffId: other.staffIds[0] })).toMatchObject({ refusal: "unknown_staff" });
  expect(await take({ customer: { phone: "12" } })).toMatchObject({ refusal: "invalid" });
  expect(await step(house.serviceIds[0]!, "call")).toMatchObject({ refusal: "unknown_ticket" });
});

test("a queue of twenty is reckoned in as many statements as one of two", async () => {
  const count = () =>
    inHouse(async (scope) => {
      let statements = 0;
      const execute = scope.tx.execute.bind(scope.tx);
      scope.tx.execute = ((...given: Parameters<typeof execute>) => {
        statements++;
        return execute(...given);
      }) as typeof execute;
      await listQueue(scope);
      return statements;
    });
  for (let n = 0; n < 2; n++) await take();
  const few = await count();
  for (let n = 0; n < 20; n++) await take();
  expect(await count()).toBe(few);
});
