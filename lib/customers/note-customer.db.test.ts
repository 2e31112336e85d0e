import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import { listAudit } from "@/lib/auth/list-audit";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/tenancy/scope";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { noteCustomerInput } from "./input";
import { noteCustomer } from "./note-customer";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

let house: House;
let desk: Actor;
let customerId: string;
beforeEach(async () => {
  house = await makeHouse({ staff: 2 });
  desk = await addPerson(sql, house.tenantId, "front_desk");
  customerId = newId();
  await sql`insert into customers (tenant_id, id, name, notes) values (${house.tenantId}, ${customerId}, 'Akinyi', 'Tea')`;
});

const nothing = { allergies: "", notes: "Tea" };
type Notes = typeof nothing;
const note = (actor: Actor, wish: Notes, seen: Notes = nothing, tenantId = house.tenantId) =>
  withTenant(tenantId, actor, (scope) => noteCustomer(scope, customerId, { ...wish, seen }));
const stands = async () => (await sql`select allergies, notes from customers where id = ${customerId}`)[0];

/** Somebody who serves her. */
async function server(): Promise<Actor> {
  const staffId = house.staffIds[0]!;
  const bookingId = newId();
  await sql`insert into bookings (tenant_id, id, reference, customer_id, status, source, starts_at, ends_at, total_minor, currency, booked_as)
    values (${house.tenantId}, ${bookingId}, ${bookingId.slice(-6)}, ${customerId}, 'confirmed', 'desk', now(), now() + interval '1 hour', 1, 'KES', '{"name":"Akinyi"}')`;
  await sql`insert into booking_lines (tenant_id, id, booking_id, position, service_id, service_name, staff_id, any_staff, starts_at, ends_at, segments, buffer_before_minutes, buffer_after_minutes, price_minor, currency)
    values (${house.tenantId}, ${newId()}, ${bookingId}, 0, ${house.serviceIds[0]!}, 'Cut', ${staffId}, false, now(), now() + interval '1 hour', '[{"kind":"work","minutes":60}]', 0, 0, 1, 'KES')`;
  return addPerson(sql, house.tenantId, "staff", staffId);
}

test("allergies and notes are written, told without their words, and kept in the log under her own key", async () => {
  await server();
  expect(await note(desk, { allergies: "Latex", notes: "Tea\nWindow seat" })).toMatchObject({ ok: true });
  expect(await stands()).toEqual({ allergies: "Latex", notes: "Tea\nWindow seat" });
  const events = await sql`select name, audience, payload from events where tenant_id = ${house.tenantId}`;
  expect(events).toMatchObject([{ name: "customer.noted", audience: ["desk", `staff:${house.staffIds[0]}`] }]);
  expect(JSON.stringify(events)).not.toContain("Latex");
  const [row] = await sql`select after from audit_entries where tenant_id = ${house.tenantId}`;
  expect(row!.after).not.toContain("Latex");
  const owner = await addPerson(sql, house.tenantId, "owner");
  const { items } = await readTenant(house.tenantId, owner, (scope) => listAudit(scope, {}, { limit: 10 }));
  expect(items[0]).toMatchObject({
    action: "customer.changed",
    before: { allergies: "", notes: "Tea" },
    after: { allergies: "Latex", notes: "Tea\nWindow seat" },
  });
});

test("of two desks that write at once the second is told what the first wrote, and nothing is lost", async () => {
  const wishes = ["Latex", "Ammonia", "Nuts"].map((allergies) => note(desk, { ...nothing, allergies }));
  const answers = await Promise.all(wishes);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const is = await stands();
  for (const answer of answers)
    if (!answer.ok) expect(answer).toMatchObject({ refusal: "moved_on", is: { allergies: is!.allergies } });
  // Whoever has seen it writes over it; the same once more is no change.
  expect(await note(desk, { ...nothing, allergies: "Both" }, is as Notes)).toMatchObject({ ok: true });
  expect(await note(desk, { ...nothing, allergies: "Both" }, is as Notes)).toMatchObject({ ok: true });
  expect(await sql`select seq from events where tenant_id = ${house.tenantId}`).toHaveLength(2);
});

test("staff add to it of those whom they serve, take nothing away, and know of nobody else", async () => {
  const mine = await server();
  const other = await addPerson(sql, house.tenantId, "staff", house.staffIds[1]);
  expect(await note(mine, { allergies: "Latex", notes: "Tea\nFringe" })).toMatchObject({ ok: true });
  const seen = (await stands()) as Notes;
  expect(await note(mine, { ...seen, allergies: "" }, seen)).toMatchObject({
    refusal: "only_added",
    field: "allergies",
  });
  expect(await note(other, { ...seen, allergies: "Latex, nuts" }, seen)).toMatchObject({ refusal: "unknown_customer" });
  expect(await stands()).toEqual(seen);
});

test("another business finds nobody", async () => {
  const elsewhere = await makeHouse();
  const stranger = await addPerson(sql, elsewhere.tenantId, "owner");
  const answer = await note(stranger, { ...nothing, allergies: "x" }, nothing, elsewhere.tenantId);
  expect(answer).toMatchObject({ refusal: "unknown_customer" });
});

test("what is too long is told by its field; lines end in one way", () => {
  const parse = (more: object) => noteCustomerInput.safeParse({ ...nothing, seen: nothing, ...more });
  expect(parse({ allergies: "x".repeat(301) }).error?.issues[0]).toMatchObject({
    path: ["allergies"],
    message: "is longer than 300 characters",
  });
  expect(parse({ notes: "x".repeat(2_001) }).error?.issues[0]).toMatchObject({ path: ["notes"] });
  expect(parse({ notes: "a\r\nb" }).data?.notes).toBe("a\nb");
});
