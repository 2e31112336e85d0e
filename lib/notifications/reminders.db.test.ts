import postgres from "postgres";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { bookSlot } from "@/lib/bookings/book-slot";
import { changeBooking } from "@/lib/bookings/change-booking";
import { bookSlotInput } from "@/lib/bookings/input";
import { moveBooking } from "@/lib/bookings/move-booking";
import { undoChange } from "@/lib/bookings/undo-change";
import { runDueJobs } from "@/lib/jobs/worker";
import { addDays, atMinute, localDate } from "@/lib/platform/calendar";
import { setClockOffset } from "@/lib/platform/clock";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { getMessageSettings, setMessageSettings } from "./settings";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());
afterEach(() => setClockOffset(0));

const zone = "Africa/Nairobi";
const hour = 3_600_000;
const owner = { kind: "member", userId: crypto.randomUUID(), role: "owner", staffId: null } as const;
let house: House;
beforeEach(async () => {
  house = await makeHouse({ name: "Nyota Nails" });
});

const inHouse = <T>(work: Parameters<typeof withTenant<T>>[2]) => withTenant(house.tenantId, owner, work);

/** A visit in three days, at 14:00 there. */
async function book(hourOfDay = 14) {
  const startsAt = atMinute(addDays(localDate(new Date(), zone), 3), hourOfDay * 60, zone);
  const input = bookSlotInput.parse({
    lines: [{ serviceId: house.serviceIds[0] }],
    startsAt: startsAt.toISOString(),
    customer: { name: "Chebet", phone: `0712${String(Math.floor(Math.random() * 1e6)).padStart(6, "0")}` },
  });
  const booked = await inHouse((scope) => bookSlot(scope, input, { source: "desk" }));
  if (!booked.ok) throw new Error(booked.refusal);
  await runDueJobs(house.tenantId);
  return { id: booked.value.id, startsAt };
}

/** The clock at so long before an instant, and everything done that is due by then. */
async function comeTo(at: Date, beforeMs: number) {
  setClockOffset(at.getTime() - beforeMs - Date.now());
  await runDueJobs(house.tenantId);
}
const reminders = async () =>
  (
    await sql<{ body: string; status: string }[]>`select body, status from messages
      where tenant_id = ${house.tenantId} and template = 'booking-reminder' order by created_at`
  ).map(({ body, status }) => (status === "sent" ? body : `${status}: ${body}`));

test("a day and two hours before, once each, however often the worker looks", async () => {
  const { startsAt } = await book();
  await comeTo(startsAt, 24 * hour + 60_000);
  expect(await reminders()).toEqual([]);
  await comeTo(startsAt, 24 * hour);
  await comeTo(startsAt, 23 * hour);
  expect(await reminders()).toEqual([
    expect.stringMatching(/^Nyota Nails expects you tomorrow at 14:00 for Cut\. Change or cancel: http.*\/b\//),
  ]);
  await comeTo(startsAt, 2 * hour);
  await comeTo(startsAt, hour);
  expect(await reminders()).toEqual([
    expect.stringContaining("tomorrow at 14:00"),
    expect.stringContaining("today at 14:00"),
  ]);
});

test("a worker that was away for an hour sends what it owes, late; one that was away too long lets it be", async () => {
  const { startsAt } = await book();
  await comeTo(startsAt, 23 * hour);
  expect(await reminders()).toHaveLength(1);
  // Of the two hours less than one is left: nobody is reminded of where they are on their way to.
  await comeTo(startsAt, 59 * 60_000);
  expect(await reminders()).toHaveLength(1);
});

test("never of a cancelled visit; of one that was moved, by its new time alone; of one whose cancelling was taken back, again", async () => {
  const cancelled = await book(9);
  await inHouse((scope) => changeBooking(scope, { id: cancelled.id, move: "cancel", from: "confirmed" }));
  const moved = await book(12);
  const to = new Date(moved.startsAt.getTime() + 24 * hour);
  await inHouse((scope) => moveBooking(scope, { id: moved.id, from: moved.startsAt.toISOString(), startsAt: to }));
  const again = await book(16);
  const cancelling = await inHouse((scope) =>
    changeBooking(scope, { id: again.id, move: "cancel", from: "confirmed" }),
  );
  if (!cancelling.ok) throw new Error(cancelling.refusal);
  await inHouse((scope) => undoChange(scope, { id: again.id, changeId: cancelling.value.changeId }));
  await runDueJobs(house.tenantId);
  await comeTo(moved.startsAt, 24 * hour);
  expect(await reminders()).toEqual([]);
  await comeTo(again.startsAt, 24 * hour);
  await comeTo(to, 24 * hour);
  expect(await reminders()).toEqual([
    expect.stringContaining("tomorrow at 16:00"),
    expect.stringContaining("tomorrow at 12:00"),
  ]);
});

test("the business chooses its own times, for what is booked already too; what it switches off is not sent", async () => {
  const { startsAt } = await book();
  const before = await inHouse(getMessageSettings);
  await inHouse((scope) => setMessageSettings(scope, { ...before, remindBefore: [48 * 60] }));
  await comeTo(startsAt, 48 * hour);
  await comeTo(startsAt, 24 * hour);
  expect(await reminders()).toEqual([expect.stringMatching(/expects you \w{3} \d+ \w+, 14:00/)]);
  await inHouse((scope) => setMessageSettings(scope, { ...before, off: ["booking-reminder"] }));
  await comeTo(startsAt, 2 * hour);
  expect(await reminders()).toHaveLength(1);
});

test("in the quiet hours it waits for the morning, and not longer than the visit", async () => {
  const { startsAt } = await book(9);
  const before = await inHouse(getMessageSettings);
  // Quiet until half past eight: two hours before nine nobody is woken.
  await inHouse((scope) =>
    setMessageSettings(scope, { ...before, remindBefore: [120], quietFrom: 20 * 60, quietUntil: 8 * 60 + 30 }),
  );
  await comeTo(startsAt, 2 * hour);
  expect(await reminders()).toEqual([expect.stringContaining("queued: ")]);
  await comeTo(startsAt, 29 * 60_000);
  expect(await reminders()).toEqual([expect.stringContaining("today at 09:00")]);
});

test("cancelled while its reminder waits: it is not sent", async () => {
  const { id, startsAt } = await book(9);
  const before = await inHouse(getMessageSettings);
  await inHouse((scope) =>
    setMessageSettings(scope, { ...before, remindBefore: [120], quietFrom: 20 * 60, quietUntil: 8 * 60 + 30 }),
  );
  await comeTo(startsAt, 2 * hour);
  await inHouse((scope) => changeBooking(scope, { id, move: "cancel", from: "confirmed" }));
  await comeTo(startsAt, 29 * 60_000);
  expect(await reminders()).toEqual([expect.stringContaining("failed: ")]);
});
