import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { noonZone } from "@/db/testing/noon";
import { addPerson } from "@/db/testing/people";
import type { ApiScope } from "@/lib/auth/scopes";
import { changeBooking } from "@/lib/bookings/change-booking";
import { expireBooking } from "@/lib/bookings/expire-booking";
import { bookAs, must } from "@/lib/bookings/testing/desk-books";
import { undoChange } from "@/lib/bookings/undo-change";
import type { DomainEvent } from "@/lib/events/catalogue";
import { addDays, atMinute, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { Actor, Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { joinWaitlistInput } from "./input";
import { joinWaitlist } from "./join-waitlist";
import { leaveWaitlist } from "./leave-waitlist";
import { listWaitlist, listWaitlistLog } from "./list-waitlist";
import { lookAtWaitlist, settleWaitlist } from "./look-at-waitlist";
import { type OfferWish, offerFreed } from "./offer-freed";
import { openEntry } from "./open-entry";
import { waitToken } from "./wait-tokens";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const guest: Actor = { kind: "public", via: "page" };
const system: Actor = { kind: "system", job: "due" };
// At noon, whenever this runs: at night nobody is asked.
const zone = noonZone(now());
const hourOf = (hour: number, days = 1) => atMinute(day(days), hour * 60, zone);
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
  await sql`update tenants set time_zone = ${zone} where id = ${house.tenantId}`;
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
async function round(id: string) {
  const freed = await freedOf(id);
  for (let quiet = false; ; quiet = true) {
    const before = await offersOpen();
    await inHouse((scope) => offerFreed(scope, { freed, quiet }), system);
    if ((await offersOpen()) === before) return;
  }
}
/** What is planned of it is done, whenever it is planned for. */
async function work() {
  for (let left = 1; left > 0; ) {
    const due = await sql<{ payload: OfferWish }[]>`
      update due set done_at = now() where tenant_id = ${house.tenantId} and kind = 'offer_freed' and done_at is null
      returning payload`;
    left = due.length;
    for (const { payload } of due) await inHouse((scope) => offerFreed(scope, payload), system);
  }
}
const happened = (event: object) =>
  inHouse((scope) => lookAtWaitlist(scope, [{ ...facts, ...event } as unknown as DomainEvent]), system);
const facts = { customerId: "", staffIds: [], services: [], startsAt: "", status: "", by: "customer" };
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
  await inHouse((scope) => settleWaitlist(scope, []), system);
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

test("whom the desk adds is asked about what is free already; whoever came from the page has seen it there", async () => {
  const added = await waits({ name: "Added" });
  await happened({ name: "waitlist.joined", entryId: added });
  await work();
  expect(await offerTo(added)).toBeTruthy();
  const wish = {
    serviceId: house.serviceIds[0],
    customer: { name: "Page", phone: "0711222444" },
    windows: [{ from: day(), to: day() }],
  };
  const page = await must(inHouse((scope) => joinWaitlist(scope, joinWaitlistInput.parse(wish), "public"), guest));
  await happened({ name: "waitlist.joined", entryId: page.id });
  await work();
  expect(await offerTo(page.id)).toBeFalsy();
});

test("what the house does waits out its Undo, and an answer it may still take back is not counted", async () => {
  const [first, second] = await fill();
  const glad = await waits({ name: "Glad" });
  await happened({ name: "booking.cancelled", bookingId: first!, by: "staff" });
  const [due] = await sql`select due_at from due where tenant_id = ${house.tenantId} and kind = 'offer_freed'`;
  expect(due!.due_at.getTime()).toBeGreaterThan(now().getTime() + 10_000);
  await cancel(second!);
  await round(second!);
  const held = await offerTo(glad);
  const released = await must(inHouse((scope) => changeBooking(scope, { id: held, move: "release", from: "held" })));
  await inHouse((scope) => settleWaitlist(scope, []), system);
  expect(await offerTo(glad)).toBe(held);
  await must(inHouse((scope) => undoChange(scope, { id: held, changeId: released.changeId })));
  await must(inHouse((scope) => changeBooking(scope, { id: held, move: "confirm", from: "held" }), guest));
  await sql`update booking_changes set created_at = created_at - interval '1 minute' where booking_id = ${held}`;
  await inHouse((scope) => settleWaitlist(scope, []), system);
  expect((await sql`select ended from waitlist_entries where id = ${glad}`)[0]!.ended).toBe("booked");
});

test("whoever comes from the page gets nothing from the list that the page would not give: a yes by hand stays one", async () => {
  const policy = sql.json({ confirm: "desk", noticeMinutes: 36 * 60, horizonDays: 30 });
  await sql`update tenants set policy = policy || ${policy} where id = ${house.tenantId}`;
  const [soon] = await fill([10], 1);
  const [later] = await fill([10], 3);
  const wish = {
    serviceId: house.serviceIds[0],
    customer: { name: "Page", phone: "0711222555" },
    windows: [{ from: day(1), to: day(3) }],
  };
  const { id } = await must(inHouse((scope) => joinWaitlist(scope, joinWaitlistInput.parse(wish), "public"), guest));
  await cancel(soon!);
  await round(soon!);
  expect(await said()).toEqual(["Page no_room"]);
  await cancel(later!);
  await round(later!);
  const asked = await offerTo(id);
  expect((await sql`select status, source from bookings where id = ${asked}`)[0]).toEqual({
    status: "requested",
    source: "public",
  });
  expect((await openEntry(waitToken("waitlist", id)))?.offer?.isRequest).toBe(true);
});

test("one customer is asked about one time at once, however often they wait; the same is not waited for twice", async () => {
  const [first, second] = await fill();
  const wish = (service: number) =>
    joinWaitlistInput.parse({
      serviceId: house.serviceIds[service],
      customer: { name: "Keen", phone: "0711222666" },
      windows: [{ from: day(), to: day() }],
    });
  for (const service of [0, 1]) await must(inHouse((scope) => joinWaitlist(scope, wish(service), "desk")));
  expect(await inHouse((scope) => joinWaitlist(scope, wish(0), "desk"))).toMatchObject({ refusal: "waits_already" });
  for (const id of [first!, second!]) {
    await cancel(id);
    await round(id);
  }
  expect(await offersOpen()).toBe(1);
});

test("what they were passed over for while they were asked about something else is looked at again", async () => {
  const [eight, nine] = await fill();
  const id = await waits();
  await cancel(eight!);
  await round(eight!);
  const held = await offerTo(id);
  await cancel(nine!);
  await round(nine!);
  await must(inHouse((scope) => changeBooking(scope, { id: held, move: "release", from: "held" }), guest));
  await happened({ name: "booking.released", bookingId: held });
  await work();
  const [offered] = await sql`select starts_at from bookings where id = ${await offerTo(id)}`;
  expect(offered!.starts_at).toEqual(hourOf(9));
});

test("who did not answer is not asked at once about what has been free all along", async () => {
  const [first] = await fill([10]);
  const wish = {
    serviceId: house.serviceIds[0],
    customer: { name: "Page", phone: "0711222777" },
    windows: [{ from: day(), to: day() }],
  };
  const { id } = await must(inHouse((scope) => joinWaitlist(scope, joinWaitlistInput.parse(wish), "public"), guest));
  await cancel(first!);
  await round(first!);
  const held = await offerTo(id);
  await sql`update bookings set expires_at = now() - interval '1 second' where id = ${held}`;
  await inHouse((scope) => expireBooking(scope, held), system);
  await inHouse((scope) => settleWaitlist(scope, []), system);
  await work();
  expect(await offerTo(id)).toBeFalsy();
  expect((await openEntry(waitToken("waitlist", id)))?.ended).toBeNull();
});

test("whoever books the same another way waits no more", async () => {
  const id = await waits({ name: "Early" });
  const [{ phone }] =
    (await sql`select c.phone from customers c join waitlist_entries e on e.customer_id = c.id where e.id = ${id}`) as [
      { phone: string },
    ];
  await must(bookAs(house, guest, { source: "public" }, { at: hourOf(15), phone }));
  await inHouse((scope) => settleWaitlist(scope, []), system);
  expect((await openEntry(waitToken("waitlist", id)))?.ended).toBe("booked");
  expect(await said()).toEqual(["Early taken"]);
});

test("who cannot hear of it is not held to silence; a house that is closed asks nobody", async () => {
  const [first, second] = await fill();
  const id = await waits();
  await sql`update customers set phone = null where id = (select customer_id from waitlist_entries where id = ${id})`;
  await cancel(first!);
  await round(first!);
  const held = await offerTo(id);
  await sql`update bookings set expires_at = now() - interval '1 second' where id = ${held}`;
  await inHouse((scope) => expireBooking(scope, held), system);
  await inHouse((scope) => settleWaitlist(scope, []), system);
  expect((await sql`select unanswered from waitlist_entries where id = ${id}`)[0]!.unanswered).toBe(0);
  await sql`update tenants set status = 'suspended' where id = ${house.tenantId}`;
  const before = (await said()).length;
  await inHouse(async (scope) => offerFreed(scope, { freed: await freedOf(second!) }), system);
  expect((await said()).length).toBe(before);
});

test("at night nobody is asked: it is looked at in the morning", async () => {
  const [first] = await fill([19], 1);
  const id = await waits({ window: { to: day(4) } });
  await cancel(first!);
  const ahead = 23 - now().getUTCHours();
  const midnight = ahead <= 12 ? `Etc/GMT-${Math.max(0, ahead)}` : `Etc/GMT+${24 - ahead}`;
  await sql`update tenants set time_zone = ${midnight} where id = ${house.tenantId}`;
  await inHouse(async (scope) => offerFreed(scope, { freed: await freedOf(first!) }), system);
  expect(await offerTo(id)).toBeFalsy();
  const [due] = await sql`select due_at from due where tenant_id = ${house.tenantId} and kind = 'offer_freed'`;
  expect((due!.due_at.getTime() - now().getTime()) / 3_600_000).toBeGreaterThan(6.9);
});

test("five hundred who wait for three months: a week is looked at in moments", async () => {
  await sql`insert into customers (tenant_id, id, name) select ${house.tenantId}, gen_random_uuid(), 'Many ' || n from generate_series(1, 500) n`;
  await sql`insert into waitlist_entries (tenant_id, id, customer_id, name, service_id, windows, first_date, last_date, source)
    select tenant_id, gen_random_uuid(), id, name, ${house.serviceIds[0]!}, ${sql.json([{ from: day(), to: day(89), fromMinute: 0, toMinute: 1 }])},
      ${day()}, ${day(89)}, 'desk' from customers where tenant_id = ${house.tenantId} and name like 'Many%'`;
  const began = performance.now();
  await inHouse((scope) => offerFreed(scope, { days: { from: day(), to: day(6) } }), system);
  expect(performance.now() - began).toBeLessThan(3_000);
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
  for (let n = 0; n < 3; n++) await must(join({ windows: [{ from: day(n + 1), to: day(n + 1) }] }));
  expect(await join({ windows: [{ from: day(9), to: day(9) }] })).toMatchObject({ refusal: "waits_often", most: 3 });
  const over = [{ from: day(-3), to: day(-2) }];
  expect(await join({ windows: over })).toMatchObject({
    refusal: "invalid",
    fields: { "windows.0.to": expect.any(Array) },
  });
  expect(await join({ serviceId: owner.kind === "member" ? owner.userId : "" })).toMatchObject({
    refusal: "unknown_service",
  });
});

test("numbers are told to a key with the scope for customers alone", async () => {
  await waits();
  const phones = async (...scopes: ApiScope[]) =>
    (await inHouse(listWaitlist, { kind: "api", keyId: newId(), scopes })).entries.map(({ phone }) => phone);
  expect(await phones("waiting:write", "customers:read")).toEqual([expect.stringMatching(/^\+254/)]);
  expect(await phones("waiting:write")).toEqual([null]);
});
