import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import type { BookingMove, BookingStatus } from "@/db/schema/bookings";
import type { CancellationTerms } from "@/db/schema/tenants";
import { type House, makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import type { Actor } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { acceptProposal } from "./answer-proposal";
import { askForAnotherTime } from "./ask-for-another-time";
import { bookingToken } from "./booking-token";
import { changeBooking } from "./change-booking";
import { getBooking } from "./get-booking";
import { getTicket } from "./get-ticket";
import { moveBooking } from "./move-booking";
import { proposeTimes } from "./propose-times";
import { setCancellation } from "./set-cancellation";
import { termsSeen } from "./terms";
import { bookAs, hourOf, must } from "./testing/desk-books";
import { shiftTo } from "./testing/shift-to";
import { undoChange } from "./undo-change";
import { waiveFee } from "./waive-fee";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 4, onnotice: () => {} });
afterAll(() => sql.end());

const guest: Actor = { kind: "public", via: "page" };
const terms: CancellationTerms = {
  freeHours: 24,
  late: { kind: "percent", percent: 50 },
  noShow: { kind: "fixed", amountMinor: 100_000 },
};
let house: House;
let owner: Awaited<ReturnType<typeof addPerson>>;
beforeEach(async () => {
  house = await makeHouse({ staff: 2 });
  owner = await addPerson(sql, house.tenantId, "owner");
  await withTenant(house.tenantId, owner, (scope) => setCancellation(scope, terms));
});

const book = (day = 5) => must(bookAs(house, guest, { source: "public" }, { at: hourOf(10, day) }));
const step = (id: string, move: BookingMove, from: BookingStatus, actor: Actor = owner) =>
  must(withTenant(house.tenantId, actor, (scope) => changeBooking(scope, { id, move, from })));
const inHouse = <T>(work: Parameters<typeof withTenant<T>>[2]) => withTenant(house.tenantId, owner, work);
const fee = async (id: string) =>
  (await withTenant(house.tenantId, owner, (scope) => getBooking(scope, id)))?.fee ?? null;
/** So many minutes from now, with the time until which it was free as far before it as it was. */
async function beginsIn(id: string, minutes: number) {
  await sql`update bookings set free_until = free_until - starts_at + now() + ${minutes} * interval '1 minute' where id = ${id}`;
  await shiftTo(sql, house.tenantId, id, minutes);
}

test("cancelled in time it costs nothing, late what was accepted, and the house pays for nobody", async () => {
  const [early, late, byHouse] = [await book(5), await book(6), await book(7)];
  await step(early.id, "cancel", "confirmed", guest);
  expect(await fee(early.id)).toBeNull();
  await beginsIn(late.id, 120);
  await step(late.id, "cancel", "confirmed", guest);
  expect(await fee(late.id)).toMatchObject({ kind: "late_cancel", amountMinor: 75_000, status: "owed" });
  await beginsIn(byHouse.id, 60);
  await step(byHouse.id, "cancel", "confirmed");
  expect(await fee(byHouse.id)).toBeNull();
});

test("what was accepted holds, whatever the business asks for later", async () => {
  const { id } = await book();
  await withTenant(house.tenantId, owner, (scope) => setCancellation(scope, null));
  await beginsIn(id, 120);
  await step(id, "cancel", "confirmed", guest);
  expect(await fee(id)).toMatchObject({ amountMinor: 75_000 });
});

test("moving it first does not make a late cancellation free", async () => {
  const { id } = await book();
  await beginsIn(id, 120);
  const [row] = await sql`select starts_at from bookings where id = ${id}`;
  const from = (row!.starts_at as Date).toISOString();
  const to = { id, startsAt: hourOf(10, 9), from };
  await must(withTenant(house.tenantId, guest, (scope) => moveBooking(scope, to)));
  await step(id, "cancel", "confirmed", guest);
  expect(await fee(id)).toMatchObject({ kind: "late_cancel", amountMinor: 75_000 });
});

test("nor where the house answers by hand: what was promised once costs what was accepted, and the page says so", async () => {
  const { id } = await book();
  await sql`update tenants set policy = policy || '{"confirm":"desk"}' where id = ${house.tenantId}`;
  await beginsIn(id, 120);
  const [row] = await sql`select starts_at from bookings where id = ${id}`;
  const to = { id, startsAt: hourOf(10, 9), from: (row!.starts_at as Date).toISOString() };
  await must(withTenant(house.tenantId, guest, (scope) => moveBooking(scope, to)));
  const ticket = (await getTicket(bookingToken(id)))!;
  expect([ticket.status, ticket.promised]).toEqual(["requested", true]);
  await step(id, "cancel", "requested", guest);
  expect(await fee(id)).toMatchObject({ kind: "late_cancel", amountMinor: 75_000 });
  // What nobody has promised yet is withdrawn for nothing.
  const asked = await must(bookAs(house, guest, { source: "public" }, { at: hourOf(10, 7) }));
  await beginsIn(asked.id, 120);
  expect((await getTicket(bookingToken(asked.id)))!.promised).toBe(false);
  await step(asked.id, "cancel", "requested", guest);
  expect(await fee(asked.id)).toBeNull();
});

test("what the house proposes is free to take, and to cancel as long before as was agreed, or at once", async () => {
  const { id } = await book();
  await beginsIn(id, 120);
  await sql`update bookings set created_at = created_at - interval '2 days' where id = ${id}`;
  const from = async () =>
    ((await sql`select starts_at from bookings where id = ${id}`)[0]!.starts_at as Date).toISOString();
  const agree = async (time: Date) => {
    const wish = { id, from: await from(), times: [time] };
    await must(withTenant(house.tenantId, owner, (scope) => proposeTimes(scope, wish)));
    const [proposal] = (await withTenant(house.tenantId, owner, (scope) => getBooking(scope, id)))!.proposals;
    await must(withTenant(house.tenantId, guest, (scope) => acceptProposal(scope, { id, holdId: proposal!.id })));
  };
  await agree(hourOf(10, 9));
  const { freeUntil } = (await getTicket(bookingToken(id)))!;
  expect(freeUntil).toBe(new Date(hourOf(10, 9).getTime() - 24 * 3_600_000).toISOString());
  expect(await fee(id)).toBeNull();
  // Sooner than that before the visit they may still think again for a quarter of an hour.
  const soon = new Date(Math.ceil(Date.now() / 3_600_000) * 3_600_000 + 3 * 3_600_000);
  await sql`update staff_hours set from_minute = 0, to_minute = 1440 where tenant_id = ${house.tenantId}`;
  await agree(soon);
  await step(id, "cancel", "confirmed", guest);
  expect(await fee(id)).toBeNull();
});

test("whom the house asked for another time owes nothing for cancelling instead, however late", async () => {
  const { id } = await book();
  await beginsIn(id, 120);
  await must(
    withTenant(house.tenantId, owner, (scope) => askForAnotherTime(scope, { ids: [id], reason: "Water is off" })),
  );
  await step(id, "cancel", "confirmed", guest);
  expect(await fee(id)).toBeNull();
});

test("who does what the house asks and moves owes nothing for cancelling days before", async () => {
  const { id } = await book();
  await beginsIn(id, 120);
  await must(inHouse((scope) => askForAnotherTime(scope, { ids: [id], reason: "Ill" })));
  const [row] = await sql`select starts_at from bookings where id = ${id}`;
  const from = (row!.starts_at as Date).toISOString();
  const to = { id, from, startsAt: hourOf(10, 9) };
  await must(withTenant(house.tenantId, guest, (scope) => moveBooking(scope, to)));
  await step(id, "cancel", "confirmed", guest);
  expect(await fee(id)).toBeNull();
});

test("nor whoever does not come to a time that the house has called off", async () => {
  const { id } = await book();
  await beginsIn(id, 5);
  await must(inHouse((scope) => askForAnotherTime(scope, { ids: [id], reason: "Ill" })));
  await beginsIn(id, -30);
  await step(id, "miss", "confirmed");
  expect(await fee(id)).toBeNull();
});

test("a yes that was taken back at once was none: withdrawing the request costs nothing", async () => {
  await sql`update tenants set policy = policy || '{"confirm":"desk"}' where id = ${house.tenantId}`;
  const { id } = await book();
  await beginsIn(id, 120);
  const { changeId } = await step(id, "accept", "requested");
  await must(inHouse((scope) => undoChange(scope, { id, changeId })));
  await step(id, "cancel", "requested", guest);
  expect(await fee(id)).toBeNull();
});

test("nor does the desk make anybody owe by bringing a time nearer: there is a quarter of an hour to say no", async () => {
  const { id, startsAt } = await book(5);
  // It was booked long ago.
  await sql`update bookings set created_at = created_at - interval '2 days' where id = ${id}`;
  await must(
    withTenant(house.tenantId, owner, (scope) =>
      moveBooking(scope, { id, from: startsAt, startsAt: hourOf(12, 1), anyway: undefined }),
    ),
  );
  await step(id, "cancel", "confirmed", guest);
  expect(await fee(id)).toBeNull();
});

test("a check-in by mistake, taken back, leaves owed what was owed", async () => {
  const { id } = await book();
  await beginsIn(id, -30);
  await step(id, "miss", "confirmed");
  const { changeId } = await step(id, "check_in", "no_show");
  await must(withTenant(house.tenantId, owner, (scope) => undoChange(scope, { id, changeId })));
  expect(await fee(id)).toMatchObject({ kind: "no_show", amountMinor: 100_000, status: "owed" });
});

test("not coming costs a fee and counts; who comes after all that day owes nothing and is not counted", async () => {
  const { id } = await book();
  await beginsIn(id, -30);
  const { changeId } = await step(id, "miss", "confirmed");
  const missed = await withTenant(house.tenantId, owner, (scope) => getBooking(scope, id));
  expect(missed).toMatchObject({
    fee: { kind: "no_show", amountMinor: 100_000, status: "owed" },
    customer: { missed: 1 },
  });
  await must(withTenant(house.tenantId, owner, (scope) => undoChange(scope, { id, changeId })));
  expect(await fee(id)).toBeNull();
  await step(id, "miss", "confirmed");
  expect(await fee(id)).toMatchObject({ status: "owed" });
  await step(id, "check_in", "no_show");
  const came = await withTenant(house.tenantId, owner, (scope) => getBooking(scope, id));
  expect(came).toMatchObject({ fee: null, customer: { missed: 0 } });
});

test("what is owed is waived once, with a reason, in the audit log", async () => {
  const { id } = await book();
  await beginsIn(id, 120);
  await step(id, "cancel", "confirmed", guest);
  const waive = () => withTenant(house.tenantId, owner, (scope) => waiveFee(scope, { id, reason: "She was ill" }));
  await must(waive());
  expect(await fee(id)).toMatchObject({ status: "waived", reason: "She was ill" });
  expect(await waive()).toEqual({ ok: false, refusal: "nothing_owed" });
  const audit =
    await sql`select action from audit_entries where tenant_id = ${house.tenantId} and action = 'fee.waived'`;
  expect(audit).toHaveLength(1);
});

test("terms that have changed since the page was shown are shown before anything is booked", async () => {
  const seen = { totalMinor: 150_000, terms: termsSeen(null) };
  const before = await bookAs(house, guest, { source: "public" }, { seen });
  expect(before).toEqual({
    ok: false,
    refusal: "terms_changed",
    totalMinor: 150_000,
    currency: "KES",
    terms,
    depositMinor: null,
  });
  expect(await sql`select 1 from bookings where tenant_id = ${house.tenantId}`).toHaveLength(0);
  const both = await bookAs(house, guest, { source: "public" }, { seen: { ...seen, totalMinor: 1 } });
  expect(both).toMatchObject({ refusal: "price_changed", totalMinor: 150_000, terms });
  await must(bookAs(house, guest, { source: "public" }, { seen: { totalMinor: 150_000, terms: termsSeen(terms) } }));
});
