import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import type { Actor } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { bookingToken } from "./booking-token";
import { changeBooking } from "./change-booking";
import { checkInByReference, sendCheckInLink } from "./check-in-here";
import { placed } from "./testing/placed";
import { shiftTo } from "./testing/shift-to";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const guest: Actor = { kind: "public", via: "page" };
const phone = "+254711550010";
let house: House;
let booked: { id: string; reference: string };
beforeEach(async () => {
  house = await makeHouse();
  booked = await placed(house);
});

const come = (minutes: number) => shiftTo(sql, house.tenantId, booked.id, minutes);
const by = (reference: string, { tenantId } = house) =>
  withTenant(tenantId, guest, (scope) => checkInByReference(scope, reference));
const status = async () => (await sql`select status from bookings where id = ${booked.id}`)[0]?.status;
const sent = () =>
  sql`select body, to_address from messages where tenant_id = ${house.tenantId} and template = 'check-in-link'`;
const ask = (number: string) => withTenant(house.tenantId, guest, (scope) => sendCheckInLink(scope, number));

test("on its page the customer is here, and the desk hears of it from them", async () => {
  await come(-5);
  const here = await withTenant(house.tenantId, guest, (scope) =>
    changeBooking(scope, { id: booked.id, move: "check_in", from: "confirmed" }),
  );
  expect(here).toMatchObject({ ok: true, value: { status: "arrived" } });
  const [event] =
    await sql`select payload from events where tenant_id = ${house.tenantId} and name = 'booking.arrived'`;
  expect(event!.payload).toMatchObject({ by: "customer" });
  expect(await sql`select by_kind from booking_changes where booking_id = ${booked.id}`).toEqual([
    { by_kind: "customer" },
  ]);
  const told =
    await sql`select title from notifications where tenant_id = ${house.tenantId} and name = 'booking.arrived'`;
  expect(told).toEqual([{ title: "Chebet is here" }]);
});

test("by the reference, once and once more, around the start alone, and in no other business", async () => {
  expect(await by(booked.reference)).toBe(false);
  await come(61);
  expect(await by(booked.reference)).toBe(false);
  await come(-31);
  expect(await by(booked.reference)).toBe(false);
  await come(20);
  expect(await by(booked.reference, await makeHouse())).toBe(false);
  expect(await status()).toBe("confirmed");
  expect([await by(booked.reference), await by(booked.reference)]).toEqual([true, true]);
  expect(await status()).toBe("arrived");
  await sql`update bookings set status = 'cancelled' where id = ${booked.id}`;
  expect(await by(booked.reference)).toBe(false);
});

test("a number alone checks nobody in: the link goes to it, once, and to no other number", async () => {
  await ask(phone);
  expect(await sent()).toEqual([]);
  await come(30);
  await Promise.all([ask(phone), ask(phone)]);
  await ask("+254711550099");
  const [message, ...more] = await sent();
  expect(more).toEqual([]);
  expect(message).toMatchObject({ to_address: phone, body: expect.stringContaining(`/b/${bookingToken(booked.id)}`) });
  expect(await status()).toBe("confirmed");
});
