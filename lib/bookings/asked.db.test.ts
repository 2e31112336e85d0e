import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { makeHouse } from "@/db/testing/house";
import { queueMessage } from "@/lib/notifications/queue-message";
import { tellCustomer } from "@/lib/notifications/tell-customer";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { askForAnotherTime } from "./ask-for-another-time";
import { bookingToken } from "./booking-token";
import { getTicket } from "./get-ticket";
import { keepAsBooked } from "./keep-as-booked";
import { listMisplaced } from "./list-misplaced";
import { moveBooking } from "./move-booking";
import { must } from "./testing/desk-books";
import { placed } from "./testing/placed";
import { undoChange } from "./undo-change";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

test("a customer's page knows that the house asks for another time, until that is taken back or it stands elsewhere", async () => {
  const house = await makeHouse();
  const { id, startsAt } = await placed(house, { day: 3 });
  const owner = { kind: "member", userId: newId(), role: "owner", staffId: null } as const;
  const inHouse = <T>(work: (scope: Scope) => Promise<T>) => withTenant(house.tenantId, owner, work);
  const asked = async () => (await getTicket(bookingToken(id)))?.asked;
  const ask = async () => {
    const answer = await inHouse((scope) => askForAnotherTime(scope, { ids: [id], reason: "Water is off" }));
    return answer.ok ? answer.value.asked[0]!.changeId : "";
  };
  expect(await asked()).toBeNull();
  const changeId = await ask();
  expect(await asked()).toEqual({ reason: "Water is off", at: expect.any(String) });
  expect((await inHouse((scope) => undoChange(scope, { id, changeId }))).ok).toBe(true);
  expect(await asked()).toBeNull();
  await ask();
  const elsewhere = new Date(Date.parse(startsAt) + 3_600_000);
  const moved = await withTenant(house.tenantId, { kind: "public", via: "page" }, (scope) =>
    moveBooking(scope, { id, from: startsAt, startsAt: elsewhere }),
  );
  expect(moved).toMatchObject({ ok: true });
  expect(await asked()).toBeNull();
});

test("it stands as booked once the house says so: the customer is told, if they had been asked, and it costs what it would", async () => {
  const house = await makeHouse();
  const { id } = await placed(house, { day: 3 });
  const owner = { kind: "member", userId: newId(), role: "owner", staffId: null } as const;
  const inHouse = <T>(work: (scope: Scope) => Promise<T>) => withTenant(house.tenantId, owner, work);
  const ask = () => inHouse((scope) => askForAnotherTime(scope, { ids: [id], reason: "" }));
  const keep = () => inHouse((scope) => keepAsBooked(scope, id));
  const told = (changeId: string) => inHouse((scope) => tellCustomer(scope, { changeId }));
  expect(await keep()).toMatchObject({ ok: false, refusal: "moved_on" });
  await ask();
  // Taken back before anybody was told of it.
  const early = await must(keep());
  expect(await told(early.changeId)).toEqual([]);
  expect((await getTicket(bookingToken(id)))?.asked).toBeNull();

  const { asked } = await must(ask());
  const [sent] = await told(asked[0]!.changeId);
  await inHouse((scope) => queueMessage(scope, sent!));
  expect((await inHouse(listMisplaced)).asked).toEqual([id]);
  const kept = await must(keep());
  expect((await told(kept.changeId))[0]?.body).toContain("can keep");
  expect(await inHouse(listMisplaced)).toMatchObject({ ids: [], asked: [] });
  // And that is taken back as well: they are asked again, without being told twice.
  expect((await inHouse((scope) => undoChange(scope, { id, changeId: kept.changeId }))).ok).toBe(true);
  expect((await getTicket(bookingToken(id)))?.asked).not.toBeNull();
});

test("who was told to stay away has not missed it, and who is kept may think again", async () => {
  const house = await makeHouse();
  const { id } = await placed(house, { day: 1 });
  const owner = { kind: "member", userId: newId(), role: "owner", staffId: null } as const;
  const inHouse = <T>(work: (scope: Scope) => Promise<T>) => withTenant(house.tenantId, owner, work);
  const terms = { freeHours: 24, late: { kind: "percent", percent: 50 } };
  const past = new Date(Date.now() - 60_000).toISOString();
  await sql`update bookings set terms = ${sql.json(terms)}, free_until = ${past} where id = ${id}`;
  await inHouse((scope) => askForAnotherTime(scope, { ids: [id], reason: "" }));
  await must(inHouse((scope) => keepAsBooked(scope, id)));
  const ticket = (await getTicket(bookingToken(id)))!;
  expect(Date.parse(ticket.freeUntil!) - Date.now()).toBeGreaterThan(14 * 60_000);
  await inHouse((scope) => askForAnotherTime(scope, { ids: [id], reason: "" }));
  const hourMs = 3_600_000;
  const [from, to] = [-hourMs, 0].map((ms) => new Date(Date.now() + ms).toISOString()) as [string, string];
  await sql`update bookings set starts_at = ${from}, ends_at = ${to} where id = ${id}`;
  expect(await inHouse((scope) => keepAsBooked(scope, id))).toEqual({ ok: false, refusal: "too_late" });
});
