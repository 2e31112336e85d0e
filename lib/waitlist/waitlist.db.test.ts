import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import { changeBooking } from "@/lib/bookings/change-booking";
import { expireBooking } from "@/lib/bookings/expire-booking";
import { bookAs, hourOf, must } from "@/lib/bookings/testing/desk-books";
import { addDays, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import type { Actor, Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { joinWaitlistInput } from "./input";
import { joinWaitlist } from "./join-waitlist";
import { leaveWaitlist } from "./leave-waitlist";
import { listWaitlist, listWaitlistLog } from "./list-waitlist";
import { lookAtWaitlist, settleWaitlist } from "./look-at-waitlist";
import { offerFreed } from "./offer-freed";
import { openEntry } from "./open-entry";
import { waitToken } from "./wait-tokens";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const guest: Actor = { kind: "public", via: "page" };
const system: Actor = { kind: "system", job: "due" };
const zone = "Africa/Nairobi";
let house: House;
let owner: Actor;
beforeEach(async () => {
  house = await makeHouse({
    staff: 1,
    services: [
      { name: "Cut", minutes: 60 },
      { name: "Shave", minutes: 30 },
    ],
  });
  owner = await addPerson(sql, house.tenantId, "owner");
});
const inHouse = <T>(work: (scope: Scope) => Promise<T>, actor = owner) => withTenant(house.tenantId, actor, work);
const day = (days = 1) => addDays(localDate(now(), zone), days);
let phones = 700_000_000;

type Wish = { service?: number; staff?: number; window?: object; name?: string };
async function waits({ service = 0, staff, window, name = "Amina" }: Wish = {}): Promise<string> {
  const wish = joinWaitlistInput.parse({
    serviceId: house.serviceIds[service],
    staffId: staff === undefined ? undefined : house.staffIds[staff],
    customer: { name, phone: `0${phones++}` },
    windows: [{ from: day(), to: day(), ...window }],
  });
  return (await must(inHouse((scope) => joinWaitlist(scope, wish, "desk")))).id;
}

/** The whole of that day, booked hour by hour. */
const fill = async (hours = [8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19], days = 1) => {
  const ids: string[] = [];
  for (const hour of hours)
    ids.push(
      (await must(bookAs(house, owner, { source: "desk" }, { at: hourOf(hour, days), phone: `0${phones++}` }))).id,
    );
  return ids;
};
const cancel = (id: string) =>
  must(inHouse((scope) => changeBooking(scope, { id, move: "cancel", from: "confirmed" }), guest));
const freedOf = async (id: string) => {
  const [row] = await sql`select starts_at, ends_at from bookings where id = ${id}`;
  return { staffIds: [house.staffIds[0]!], startsAt: row!.starts_at.toISOString(), endsAt: row!.ends_at.toISOString() };
};
/** One look after the other until nobody more is asked. */
async function round(id: string | null) {
  const freed = id && (await freedOf(id));
  for (let again = false; ; again = true) {
    const before = await offersOpen();
    await inHouse((scope) => offerFreed(scope, { freed: freed || null, again }), system);
    if ((await offersOpen()) === before) return;
  }
}
const offersOpen = async () =>
  Number(
    (await sql`select count(*) from waitlist_offers where tenant_id = ${house.tenantId} and outcome is null`)[0]!.count,
  );
const log = async () => (await inHouse((scope) => listWaitlistLog(scope, { limit: 100 }))).lines.toReversed();
const said = async () => (await log()).map(({ name, verdict }) => `${name} ${verdict}`);
const offerTo = async (entryId: string) =>
  (await sql`select booking_id from waitlist_offers where entry_id = ${entryId} and outcome is null`)[0]?.booking_id;

test("a time that comes free is held for whoever fits it best, then for who has waited longest, one at a time", async () => {
  const [first] = await fill();
  const short = await waits({ service: 1, name: "Short" });
  const early = await waits({ name: "Early" });
  const late = await waits({ name: "Late" });
  await cancel(first!);
  await round(first!);
  expect(await said()).toEqual(["Early offered", "Late waits_less", "Short fits_less"]);
  expect([await offerTo(early), await offerTo(late), await offerTo(short)].map(Boolean)).toEqual([true, false, false]);
  const held = await offerTo(early);
  const [row] = await sql`select status, expires_at from bookings where id = ${held}`;
  expect(row!.status).toBe("held");
  expect(row!.expires_at.getTime()).toBeGreaterThan(now().getTime() + 9 * 60_000);
  // Let go: the next is asked, and the one who let it go is not asked about it again.
  await must(inHouse((scope) => changeBooking(scope, { id: held, move: "release", from: "held" }), guest));
  await round(held);
  expect((await said()).slice(3)).toEqual(["Early declined", "Late offered", "Short fits_less", "Early asked_before"]);
  expect(await offerTo(late)).toBeTruthy();
});

test("said yes to, they wait no more; the page says so at once, and what is left goes to who fits it", async () => {
  const [first] = await fill();
  const short = await waits({ service: 1, name: "Short" });
  const other = await waits({ service: 1, name: "Other" });
  await cancel(first!);
  await round(first!);
  // Half an hour each fits twice into the hour.
  const [one, two] = [await offerTo(short), await offerTo(other)];
  expect([Boolean(one), Boolean(two)]).toEqual([true, true]);
  await must(inHouse((scope) => changeBooking(scope, { id: one, move: "confirm", from: "held" }), guest));
  expect((await openEntry(waitToken("waitlist", short)))?.ended).toBe("booked");
  await inHouse(settleWaitlist, system);
  const [row] = await sql`select ended from waitlist_entries where id = ${short}`;
  expect(row!.ended).toBe("booked");
  expect((await inHouse(listWaitlist)).entries.map(({ name }) => name)).toEqual(["Other"]);
});

test("an offer that runs out goes to the next; after two of them nobody asks any more", async () => {
  const [first, second] = await fill();
  const silent = await waits({ name: "Silent" });
  for (const id of [first!, second!]) {
    await cancel(id);
    await round(id);
    const held = await offerTo(silent);
    await sql`update bookings set expires_at = now() - interval '1 second' where id = ${held}`;
    await sql`update occupancies set expires_at = now() - interval '1 second' where booking_line_id in
      (select id from booking_lines where booking_id = ${held})`;
    await inHouse((scope) => expireBooking(scope, held), system);
    await round(held);
  }
  expect(await said()).toEqual([
    "Silent offered",
    "Silent unanswered",
    "Silent asked_before",
    "Silent offered",
    "Silent unanswered",
    "Silent ended",
  ]);
  expect((await openEntry(waitToken("waitlist", silent)))?.ended).toBe("unanswered");
});

test("everybody who is passed over is told why: another person, other hours, too long for it, has an offer", async () => {
  await sql`update staff_services set duration_minutes = 120 where tenant_id = ${house.tenantId} and service_id = ${house.serviceIds[1]!}`;
  const [eight, , ten] = await fill();
  await waits({ name: "Mornings", window: { fromMinute: 0, toMinute: 8 * 60 } });
  await waits({ name: "Long", service: 1 });
  await waits({ name: "Fits" });
  await waits({ name: "Elsewhere", window: { from: day(3), to: day(4) } });
  await cancel(eight!);
  await round(eight!);
  expect(await said()).toEqual(["Fits offered", "Mornings other_times", "Long no_room"]);
  await cancel(ten!);
  await round(ten!);
  expect((await said()).slice(3)).toEqual(["Mornings other_times", "Long no_room", "Fits has_offer"]);
});

test("who joins while there is a free time is asked about it at once; the desk's own cancelling waits out its Undo", async () => {
  const id = await waits({ name: "Glad" });
  await inHouse((scope) => lookAtWaitlist(scope, [{ name: "waitlist.joined", entryId: id, customerId: id }]), system);
  expect(await offerTo(id)).toBeTruthy();
  const [booked] = await fill([15]);
  const planned = () =>
    sql`select due_at from due where tenant_id = ${house.tenantId} and kind = 'offer_freed' and payload->>'again' is null`;
  const { bookingId, ...facts } = {
    bookingId: booked!,
    customerId: id,
    staffIds: [],
    services: [],
    startsAt: "",
    status: "",
  };
  await inHouse(
    (scope) => lookAtWaitlist(scope, [{ name: "booking.cancelled", bookingId, ...facts, by: "desk" }]),
    system,
  );
  const [due] = await planned();
  expect(due!.due_at.getTime()).toBeGreaterThan(now().getTime() + 10_000);
});

test("leaving gives back what was held; the customer cannot wait more often than is fair, nor for days that are over", async () => {
  const [first] = await fill();
  const id = await waits();
  await cancel(first!);
  await round(first!);
  const held = await offerTo(id);
  await must(inHouse((scope) => leaveWaitlist(scope, id), guest));
  expect((await sql`select status from bookings where id = ${held}`)[0]!.status).toBe("cancelled");
  expect(await inHouse((scope) => leaveWaitlist(scope, id))).toMatchObject({ refusal: "ended" });
  expect(await inHouse((scope) => leaveWaitlist(scope, house.serviceIds[0]!))).toMatchObject({
    refusal: "unknown_entry",
  });
  const wish = (more: object) =>
    joinWaitlistInput.parse({
      serviceId: house.serviceIds[0],
      customer: { name: "Often", phone: "0711222333" },
      windows: [{ from: day(), to: day() }],
      ...more,
    });
  const join = (more: object = {}) => inHouse((scope) => joinWaitlist(scope, wish(more), "public"), guest);
  for (let n = 0; n < 3; n++) await must(join());
  expect(await join()).toMatchObject({ refusal: "waits_often", most: 3 });
  const over = [{ from: day(-3), to: day(-2) }];
  expect(await join({ windows: over })).toMatchObject({
    refusal: "invalid",
    fields: { "windows.0.to": expect.any(Array) },
  });
  expect(await join({ serviceId: owner.kind === "member" ? owner.userId : "" })).toMatchObject({
    refusal: "unknown_service",
  });
});
