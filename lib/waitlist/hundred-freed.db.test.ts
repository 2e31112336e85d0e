import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import type { FreedTime, Verdict, WaitWindow } from "@/db/schema/waiting";
import { type House, makeHouse } from "@/db/testing/house";
import { noonZone } from "@/db/testing/noon";
import { bookSlot } from "@/lib/bookings/book-slot";
import { changeBooking } from "@/lib/bookings/change-booking";
import { expireBooking } from "@/lib/bookings/expire-booking";
import { bookSlotInput } from "@/lib/bookings/input";
import { must } from "@/lib/bookings/testing/desk-books";
import { addDays, atMinute, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import type { Actor, Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { joinWaitlistInput } from "./input";
import { joinWaitlist } from "./join-waitlist";
import { lookAtWaitlist, settleWaitlist } from "./look-at-waitlist";
import { type OfferWish, offerFreed } from "./offer-freed";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 4, onnotice: () => {} });
afterAll(() => sql.end());

// At noon, whenever this runs: at night nobody is asked.
const zone = noonZone(now());
const hourOf = (hour: number, days: number) => atMinute(day(days), hour * 60, zone);
const guest: Actor = { kind: "public", via: "page" };
const system: Actor = { kind: "system", job: "due" };

/** The same chances in every run. */
function chances(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
}

const day = (days: number) => addDays(localDate(now(), zone), days);
let phones = 720_000_000;

/** Of the hundred, so many come free in the small size. */
const comeFree = process.env.TEST_SIZE === "full" ? 100 : 40;

/** Two days of five people, an hour each: a hundred bookings. */
async function fill(house: House): Promise<string[]> {
  const ids: string[] = [];
  for (const days of [2, 3])
    for (let hour = 8; hour < 18; hour++)
      for (const staffId of house.staffIds) {
        const input = bookSlotInput.parse({
          lines: [{ serviceId: house.serviceIds[0], staffId }],
          startsAt: hourOf(hour, days).toISOString(),
          customer: { name: "Booked", phone: `0${phones++}` },
        });
        ids.push(
          (await must(withTenant(house.tenantId, guest, (scope) => bookSlot(scope, input, { source: "desk" })))).id,
        );
      }
  return ids;
}

async function join(house: House, chance: (below: number) => number, n: number): Promise<void> {
  const first = 2 + chance(2);
  const from = chance(3) === 0 ? 8 * 60 + chance(6) * 60 : 0;
  const wish = joinWaitlistInput.parse({
    serviceId: house.serviceIds[chance(3)],
    staffId: chance(3) === 0 ? house.staffIds[chance(5)] : undefined,
    customer: { name: `Waits ${n}`, phone: `0${phones++}` },
    windows: [{ from: day(first), to: day(3), fromMinute: from, toMinute: from === 0 ? 1_440 : from + 240 }],
  });
  await must(withTenant(house.tenantId, guest, (scope) => joinWaitlist(scope, wish, "public")));
}

type Line = {
  entry_id: string;
  round_id: string;
  verdict: Verdict;
  freed: FreedTime | null;
  booking_id: string | null;
};

test(`${comeFree} times come free: one person at a time is asked about each, and nobody is passed over without a reason`, async () => {
  const house = await makeHouse({
    staff: 5,
    services: [
      { name: "Cut", minutes: 60 },
      { name: "Shave", minutes: 30 },
      { name: "Braids", minutes: 120 },
    ],
  });
  await sql`update tenants set time_zone = ${zone} where id = ${house.tenantId}`;
  const chance = chances(2_026);
  const booked = await fill(house);
  for (let n = 0; n < 40; n++) await join(house, chance, n);
  const inHouse = <T>(work: (scope: Scope) => Promise<T>, actor: Actor = system) =>
    withTenant(house.tenantId, actor, work);
  const facts = {
    customerId: "",
    staffIds: [] as string[],
    services: [],
    startsAt: "",
    status: "",
    by: "customer" as const,
  };
  const staffOf = async (id: string) =>
    (await sql`select array_agg(staff_id) as ids from booking_lines where booking_id = ${id}`)[0]!.ids as string[];
  const freed = async (id: string, name: "booking.cancelled" | "booking.released" | "booking.expired") => {
    const event = { ...facts, name, bookingId: id, staffIds: await staffOf(id) };
    await inHouse((scope) => lookAtWaitlist(scope, [event]));
  };
  /** What is planned of it is done, by whoever comes to it first. */
  const work = async () => {
    const due = await sql<{ payload: OfferWish }[]>`
      update due set done_at = now() where tenant_id = ${house.tenantId} and kind = 'offer_freed' and done_at is null
      returning payload`;
    for (const { payload } of due) await inHouse((scope) => offerFreed(scope, payload));
    return due.length;
  };
  /** Somebody who was asked says yes, or no, or nothing. */
  const answer = async () => {
    const open = await sql<{ id: string }[]>`
      select o.booking_id as id from waitlist_offers o join bookings b on b.tenant_id = o.tenant_id and b.id = o.booking_id
      where o.tenant_id = ${house.tenantId} and o.outcome is null and b.status = 'held' order by o.created_at, o.booking_id`;
    const one = open[chance(Math.max(1, open.length))];
    if (!one) return;
    const says = chance(3);
    if (says === 0) {
      const yes = await inHouse((scope) => changeBooking(scope, { id: one.id, move: "confirm", from: "held" }), guest);
      if (yes.ok) await inHouse((scope) => settleWaitlist(scope, []));
    } else if (says === 1) {
      const no = await inHouse((scope) => changeBooking(scope, { id: one.id, move: "release", from: "held" }), guest);
      if (no.ok) await freed(one.id, "booking.released");
    } else {
      await sql`update bookings set expires_at = now() - interval '1 second' where id = ${one.id} and status = 'held'`;
      await inHouse((scope) => expireBooking(scope, one.id));
      await freed(one.id, "booking.expired");
    }
  };
  const freedIds = [...booked].sort(() => chance(3) - 1).slice(0, comeFree);
  const queue = [...freedIds];
  const worker = async () => {
    for (let id = queue.pop(); id; id = queue.pop()) {
      const gone = id;
      await must(inHouse((scope) => changeBooking(scope, { id: gone, move: "cancel", from: "confirmed" }), guest));
      await freed(gone, "booking.cancelled");
      await work();
      if (chance(2) === 0) await answer();
    }
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
  for (let left = 1; left > 0; ) left = await work();

  const lines = await sql<Line[]>`
    select entry_id, round_id, verdict, freed, booking_id from waitlist_log where tenant_id = ${house.tenantId}
    order by created_at, place`;
  const entries = await sql<{ id: string; windows: WaitWindow[]; ended: string | null }[]>`
    select id, windows, ended from waitlist_entries where tenant_id = ${house.tenantId}`;
  const offers = await sql<{ id: string; starts_at: Date; ends_at: Date; staff_id: string }[]>`
    select b.id, b.starts_at, b.ends_at, l.staff_id from waitlist_offers o
    join bookings b on b.tenant_id = o.tenant_id and b.id = o.booking_id
    join booking_lines l on l.tenant_id = b.tenant_id and l.booking_id = b.id where o.tenant_id = ${house.tenantId}`;
  expect(offers.length).toBeGreaterThan(comeFree / 4);

  // Nobody has two offers at once, and no time is offered to two: an offer is open from its line to its answer's.
  const place = new Map(offers.map((offer) => [offer.id, offer]));
  const open = new Map<string, string>();
  const answered: readonly Verdict[] = ["taken", "declined", "unanswered"];
  for (const line of lines) {
    if (line.verdict === "offered") {
      expect(open.has(line.entry_id)).toBe(false);
      const one = place.get(line.booking_id!)!;
      for (const id of open.values()) {
        const other = place.get(id)!;
        const meets = other.staff_id === one.staff_id && other.starts_at < one.ends_at && one.starts_at < other.ends_at;
        expect(meets).toBe(false);
      }
      open.set(line.entry_id, line.booking_id!);
    } else if (answered.includes(line.verdict)) {
      expect(open.get(line.entry_id)).toBe(line.booking_id);
      open.delete(line.entry_id);
    }
  }

  // Each time that came free has its look, and in each look everybody who waited for that day has a reason.
  const gone = new Set<string>();
  const rounds = new Map<string, Line[]>();
  const waiting = new Map<string, Set<string>>();
  for (const line of lines) {
    if (line.verdict === "taken" || line.verdict === "ended") gone.add(line.entry_id);
    if (!line.freed) continue;
    const date = localDate(new Date(line.freed.startsAt), zone);
    if (!rounds.has(line.round_id)) {
      const stillWait = entries.filter(
        ({ id, windows }) => !gone.has(id) && windows.some(({ from, to }) => from <= date && date <= to),
      );
      waiting.set(line.round_id, new Set(stillWait.map(({ id }) => id)));
      rounds.set(line.round_id, []);
    }
    rounds.get(line.round_id)!.push(line);
  }
  for (const [id, told] of rounds) {
    expect(new Set(told.map(({ entry_id }) => entry_id))).toEqual(waiting.get(id));
    expect(told.filter(({ verdict }) => verdict === "offered").length).toBeLessThanOrEqual(1);
    const passed = told.some(({ verdict }) => verdict === "fits_less" || verdict === "waits_less");
    if (passed) expect(told.some(({ verdict }) => verdict === "offered")).toBe(true);
  }
  const looked = new Set([...rounds.values()].map(([line]) => `${line!.freed!.staffIds} ${line!.freed!.startsAt}`));
  const times = await sql<{ key: string }[]>`
    select l.staff_id::text || ' ' || to_char(b.starts_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as key
    from bookings b join booking_lines l on l.tenant_id = b.tenant_id and l.booking_id = b.id where b.id = any(${freedIds})`;
  expect(times.filter(({ key }) => !looked.has(key))).toEqual([]);
}, 120_000);
