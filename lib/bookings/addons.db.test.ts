import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { addDays, atMinute, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { changeService } from "@/lib/services/change-service";
import { changeServiceInput } from "@/lib/services/input";
import { listServices } from "@/lib/services/list-services";
import type { Actor } from "@/lib/tenancy/scope";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { bookSlot } from "./book-slot";
import { bookingToken } from "./booking-token";
import { getTicket } from "./get-ticket";
import { bookSlotInput } from "./input";
import { listOpenSlots } from "./list-open-slots";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());

const zone = "Africa/Nairobi";
const tomorrow = addDays(localDate(now(), zone), 1);
const at = (minute: number) => atMinute(tomorrow, minute, zone).toISOString();
const guest: Actor = { kind: "public", via: "api" };
const owner: Actor = { kind: "system", job: "test" };

let house: House;
let serviceId: string;
/** A trim takes 15 minutes and KES 500 more; oil to take home takes none. */
let trim: string;
let oil: string;
beforeEach(async () => {
  house = await makeHouse({ services: [{ name: "Cut", minutes: 30 }] });
  serviceId = house.serviceIds[0]!;
  const addons = [
    { name: "Trim", minutes: 15, priceMinor: 50_000 },
    { name: "Oil", minutes: 0, priceMinor: 30_000 },
  ];
  await change({ addons });
  [trim, oil] = (await sold()).map(({ id }) => id) as [string, string];
});

const change = (to: object) =>
  withTenant(house.tenantId, owner, (scope) => changeService(scope, serviceId, changeServiceInput.parse(to)));
const sold = async () => (await readTenant(house.tenantId, guest, listServices))[0]!.addons;
const slots = async (addonIds: string[]) => {
  const open = await readTenant(house.tenantId, guest, (scope) =>
    listOpenSlots(scope, { serviceId, staffId: "any", addonIds, from: tomorrow, to: tomorrow }),
  );
  return open.ok ? open.value.days[0]!.slots : open.refusal;
};
const starts = async (addonIds: string[]) => ((await slots(addonIds)) as { startsAt: string }[]).map((s) => s.startsAt);
const book = (minute: number, addonIds: string[], seen?: number) =>
  withTenant(house.tenantId, guest, (scope) =>
    bookSlot(
      scope,
      bookSlotInput.parse({
        lines: [{ serviceId, addonIds }],
        startsAt: at(minute),
        customer: { name: "Chebet", phone: "0711550010" },
        ...(seen === undefined ? {} : { seen: { totalMinor: seen } }),
      }),
      { source: "public" },
    ),
  );

test("what is added makes the visit longer and dearer, from the offer to the ticket", async () => {
  const plain = await slots([]);
  const dearer = await slots([trim, oil]);
  expect([plain, dearer].map((list) => (list as { totalMinor: number }[])[0]!.totalMinor)).toEqual([150_000, 230_000]);
  const booked = await book(600, [oil, trim], 230_000);
  expect(booked).toMatchObject({ ok: true, value: { startsAt: at(600), endsAt: at(645) } });
  const id = booked.ok ? booked.value.id : "";
  const [line] = await sql`select segments, addons, price_minor::int from booking_lines where booking_id = ${id}`;
  expect(line).toMatchObject({
    segments: [{ kind: "work", minutes: 45 }],
    price_minor: 230_000,
    addons: [{ id: trim, name: "Trim", minutes: 15 }, { id: oil }],
  });
  expect((await getTicket(bookingToken(id)))?.lines[0]).toMatchObject({ serviceName: "Cut + Trim + Oil" });
});

test("a place that is long enough without it is offered without it only, and refused with it", async () => {
  for (const minute of [600, 690]) expect((await book(minute, [])).ok).toBe(true);
  // 10:30 to 11:30 is free: half an hour fits at 10:30 and 11:00, three quarters at 10:30 alone.
  const between = (list: string[]) => list.filter((start) => start >= at(600) && start < at(690));
  expect(between(await starts([]))).toEqual([at(630), at(660)]);
  expect(between(await starts([trim]))).toEqual([at(630)]);
  expect(await book(660, [trim])).toMatchObject({ ok: false, refusal: "slot_taken" });
  expect((await book(630, [trim])).ok).toBe(true);
});

test("what is not sold with this service cannot be added, and a price seen before it changed books nothing", async () => {
  for (const addonIds of [[newId()], [trim, newId()]]) {
    expect(await slots(addonIds)).toBe("unknown_service");
    expect(await book(600, addonIds)).toMatchObject({ ok: false, refusal: "unknown_service" });
  }
  await change({ addons: [{ id: trim, name: "Trim", minutes: 15, priceMinor: 60_000 }] });
  expect((await sold()).map(({ id }) => id)).toEqual([trim]);
  expect(await book(600, [oil])).toMatchObject({ refusal: "unknown_service" });
  expect(await book(600, [trim], 200_000)).toMatchObject({ refusal: "price_changed", totalMinor: 210_000 });
});

test("an id that is not the service's own becomes a new one, and the same name twice is refused", async () => {
  const stranger = newId();
  await change({ addons: [{ id: stranger, name: "Trim", minutes: 15, priceMinor: 0 }] });
  expect((await sold())[0]!.id).not.toBe(stranger);
  const twice = [" trim", "Trim "].map((name) => ({ name, minutes: 1, priceMinor: 0 }));
  expect(changeServiceInput.safeParse({ addons: twice }).error?.issues[0]).toMatchObject({
    path: ["addons"],
    message: "have two of the same name",
  });
});
