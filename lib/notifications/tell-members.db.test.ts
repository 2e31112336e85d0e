import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import { newId } from "@/lib/platform/ids";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { addMessages } from "./queue-message";
import { tellMembers } from "./tell-members";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

type Wish = { bookings?: "all" | "own" | "none"; byEmail?: boolean };

let house: House;
beforeEach(async () => {
  house = await makeHouse({ staff: 2, name: "Nyota Nails" });
});

async function person(role: "owner" | "front_desk" | "staff", wish: Wish, staffId: string | null = null) {
  const added = await addPerson(sql, house.tenantId, role, staffId);
  await sql`update users set preferences = ${sql.json({ bookings: "all", byEmail: true, ...wish })} where id = ${added.userId}`;
  return added.userId;
}

async function booked(staffId: string) {
  const [customerId, bookingId, startsAt] = [newId(), newId(), "2026-11-26T11:00:00Z"];
  const { tenantId } = house;
  await sql`insert into customers (tenant_id, id, name) values (${tenantId}, ${customerId}, 'Chebet')`;
  await sql`insert into bookings (tenant_id, id, reference, customer_id, status, source, starts_at, ends_at, total_minor, currency, booked_as)
    values (${tenantId}, ${bookingId}, ${bookingId.slice(-6).toUpperCase()}, ${customerId}, 'confirmed', 'page', ${startsAt},
      ${startsAt}::timestamptz + interval '1 hour', 1000, 'KES', '{"name":"Chebet Koech"}')`;
  const facts = { bookingId, customerId, staffIds: [staffId], services: ["Cut"], startsAt, status: "confirmed" };
  return { name: "booking.placed", ...facts } as const;
}

const tell = (...events: Parameters<typeof tellMembers>[1]) =>
  withTenant(house.tenantId, { kind: "system", job: "tellMembers" }, async (scope) =>
    addMessages(scope, await tellMembers(scope, events)),
  );
const mails = () =>
  sql<{ to_address: string; subject: string; body: string; customer_id: string }[]>`
    select to_address, subject, body, customer_id from messages where tenant_id = ${house.tenantId} order by to_address`;
const readers = async () => (await mails()).map(({ to_address }) => to_address.split("@")[0]);

test("who asked for it gets one e-mail in the words of the house, however often the job runs", async () => {
  const owner = await person("owner", {});
  await person("front_desk", { byEmail: false });
  const event = await booked(house.staffIds[0]!);
  await tell(event);
  await tell(event);
  const [mail, ...more] = await mails();
  expect(more).toEqual([]);
  expect(mail).toMatchObject({
    to_address: `${owner}@house.test`,
    subject: "Nyota Nails: Chebet Koech booked Cut",
    customer_id: event.customerId,
  });
  expect(mail?.body).toContain("Thu 26 Nov, 14:00");
  expect(mail?.body).toContain(`/dashboard/${house.tenantId}?booking=${event.bookingId}`);
});

test("each in the language of their profile", async () => {
  const owner = await person("owner", {});
  await sql`update users set language = 'sw' where id = ${owner}`;
  await tell(await booked(house.staffIds[0]!));
  const [mail] = await mails();
  expect(mail?.subject).toBe("Nyota Nails: Chebet Koech ameweka miadi ya Cut");
  expect(mail?.body).toContain("Uliomba haya kwenye wasifu wako");
  expect(mail?.body).not.toContain("Thu");
});

test("all, their own or none, and never what they may not see", async () => {
  const [first, second] = house.staffIds as [string, string];
  const all = await person("owner", {});
  const own = await person("front_desk", { bookings: "own" }, first);
  await person("front_desk", { bookings: "own" }, second);
  await person("front_desk", { bookings: "own" });
  await person("owner", { bookings: "none" });
  // A staff login sees its own bookings only, whatever it wishes for.
  await person("staff", {});
  await tell(await booked(first));
  expect((await readers()).sort()).toEqual([all, own].sort());
});

test("nobody who has left, is disabled, has no address or owes a second factor", async () => {
  const [left, disabled, phoneOnly, owes, stays] = await Promise.all(
    Array.from({ length: 5 }, () => person("front_desk", {})),
  );
  await sql`update members set removed_at = now() where user_id = ${left!}`;
  await sql`update users set disabled_at = now() where id = ${disabled!}`;
  await sql`update users set email = null, phone = ${`+2547${String(Date.now()).slice(-8)}`} where id = ${phoneOnly!}`;
  await sql`update users set totp_confirmed_at = now() where id = ${stays!}`;
  await tell(await booked(house.staffIds[0]!));
  expect((await readers()).sort()).toEqual([owes, stays].sort());
  await sql`update tenants set second_factor_required = true where id = ${house.tenantId}`;
  await tell(await booked(house.staffIds[1]!));
  expect(await readers()).toHaveLength(3);
});

test("what a customer cancels or moves is written to whoever wishes; what the desk does, to whoever serves them", async () => {
  const owner = await person("owner", {});
  const serving = await person("staff", { bookings: "own" }, house.staffIds[0]);
  await person("staff", { bookings: "own" }, house.staffIds[1]);
  const placed = await booked(house.staffIds[0]!);
  const step = { ...placed, name: "booking.cancelled", status: "cancelled", by: "customer" } as const;
  await tell(step);
  await tell(step);
  expect((await readers()).sort()).toEqual([owner, serving].sort());
  const moved = { ...placed, name: "booking.moved", by: "desk", wasAt: "2026-11-25T11:00:00Z" } as const;
  await tell(moved);
  await tell({ ...moved, startsAt: "2026-11-27T11:00:00Z" });
  expect((await readers()).filter((reader) => reader === serving)).toHaveLength(3);
  expect((await readers()).filter((reader) => reader === owner)).toHaveLength(1);
});
