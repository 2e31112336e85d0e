import { newId } from "@/lib/platform/ids";
import { ask } from "./fence/ask";
import { fingerprint } from "./fence/rows";
import { atHour, newPhone } from "./support/api";
import { openHouse } from "./support/house";
import { expect, type House, test } from "./support/realtime";
import type { App } from "./support/test";

// What the system that this one replaces let happen, one by one: what a stranger sends to a public page.

const send = (app: App, slug: string, body: object) =>
  ask(`${app.url}/api/public/${slug}/bookings`, { method: "POST", body: JSON.stringify(body) });

const wishOf = (house: House, more: object = {}) => {
  const { serviceId, staffId, startsAt } = house.wishes.next().value;
  const customer = { name: "Akinyi", phone: newPhone() };
  return { lines: [{ serviceId, staffId }], startsAt, customer, ...more };
};

test("a booking named another business's service or person, and the answer told their names", async ({
  app,
  house,
}) => {
  const other = await openHouse(app.database);
  const { startsAt, customer, lines } = wishOf(house);
  const houses = [house.tenantId, other.tenantId];
  const before = await fingerprint(app.sql, houses);
  const [line] = lines;
  for (const [foreign, missing] of [
    [{ serviceId: other.serviceIds[0]! }, { serviceId: newId() }],
    [
      { ...line, staffId: other.staffIds[0]! },
      { ...line, staffId: newId() },
    ],
  ]) {
    const [theirs, none] = [
      await send(app, house.slug, { startsAt, customer, lines: [foreign] }),
      await send(app, house.slug, { startsAt, customer, lines: [missing] }),
    ];
    expect([theirs.status, theirs.body]).toEqual([422, none.body]);
  }
  expect(await fingerprint(app.sql, houses)).toEqual(before);
});

test("who booked without a login was told yes, and the business never saw it", async ({ app, house, listen }) => {
  const desk = await listen(house);
  const made = await send(app, house.slug, wishOf(house));
  expect(made.status).toBe(201);
  const { id } = JSON.parse(made.body);
  const [row] = await app.sql`select tenant_id from bookings where id = ${id}`;
  expect(row!.tenant_id).toBe(house.tenantId);
  await desk.until(({ applied }) => applied.some(({ event }) => event === "booking.placed"));
  expect((await ask(`${app.url}/api/dashboard/${house.tenantId}/bookings`, house.owner)).body).toContain(id);
});

test("the caller said what the booking cost, and that it was done and paid", async ({ app, house }) => {
  const said = { status: "completed", totalMinor: 0, price: 0, points: 9_999, reminderSent: true, paid: true };
  const made = await send(app, house.slug, wishOf(house, said));
  const { id, status } = JSON.parse(made.body);
  expect([made.status, status]).toEqual([201, "confirmed"]);
  const [row] = await app.sql`select status, total_minor from bookings where id = ${id}`;
  expect([row!.status, Number(row!.total_minor)]).toEqual(["confirmed", 150_000]);
  expect(await app.sql`select 1 from visits where tenant_id = ${house.tenantId}`).toEqual([]);
});

test("the past, the night, a service that is no longer offered and somebody who left were booked", async ({
  app,
  house,
}) => {
  const refused = async (wish: object, what: string) => {
    const { status } = await send(app, house.slug, wish);
    expect([409, 422], `${what}: ${status}`).toContain(status);
  };
  await refused(wishOf(house, { startsAt: atHour(-1, 10) }), "yesterday");
  await refused(wishOf(house, { startsAt: atHour(1, 0.5) }), "half past midnight");
  const wish = wishOf(house);
  await app.sql`update staff set archived_at = now() where id = ${wish.lines[0]!.staffId}`;
  await refused(wish, "who left");
  const offered = wishOf(house);
  await app.sql`update services set archived_at = now() where tenant_id = ${house.tenantId}`;
  await refused(offered, "what is no longer offered");
  expect(await app.sql`select 1 from bookings where tenant_id = ${house.tenantId}`).toEqual([]);
});

test("a stranger changed any field of any customer", async ({ app, house }) => {
  const phone = newPhone();
  await send(app, house.slug, wishOf(house, { customer: { name: "Njeri", phone, email: "njeri@home.test" } }));
  const files = () => app.sql`select * from customers where tenant_id = ${house.tenantId}`;
  const before = await files();
  const other = await openHouse(app.database);
  const grab = {
    name: "Thief",
    phone,
    email: "thief@home.test",
    points: 99_999,
    notes: "mine",
    tenantId: other.tenantId,
  };
  const customer = { ...grab, id: before[0]!.id, accountId: newId(), guardianId: before[0]!.id };
  const made = await send(app, house.slug, wishOf(house, { customer, customerId: before[0]!.id }));
  expect(made.status).toBe(201);
  expect(made.body).not.toContain("Njeri");
  expect(await files()).toEqual(before);
  // Nor at another business, whose customer the same phone is not.
  expect((await send(app, other.slug, wishOf(other, { customer }))).status).toBe(201);
  expect(await files()).toEqual(before);
});

test("an id was enough to see who booked what", async ({ app, house }) => {
  const made = await send(app, house.slug, wishOf(house, { customer: { name: "Njeri", phone: newPhone() } }));
  const { id, reference } = JSON.parse(made.body);
  for (const known of [id, reference, reference.toLowerCase(), Buffer.from(id).toString("base64url")]) {
    const { status, body } = await ask(`${app.url}/b/${known}`);
    expect(status, known).toBe(404);
    expect(body).not.toContain("Njeri");
  }
  expect((await ask(`${app.url}/api/dashboard/${house.tenantId}/bookings/${id}`)).status).toBe(401);
});

test("a body of any size was read", async ({ app, house }) => {
  const { status } = await send(app, house.slug, wishOf(house, { notes: "x".repeat(200_000) }));
  expect(status).toBe(413);
});
