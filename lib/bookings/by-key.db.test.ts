import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import { auditFilters } from "@/lib/auth/audit-query";
import { listAudit } from "@/lib/auth/list-audit";
import { makeApiKey } from "@/lib/auth/make-api-key";
import { changeCustomer } from "@/lib/customers/change-customer";
import { changeCustomerInput } from "@/lib/customers/file-input";
import { listCustomers } from "@/lib/customers/list-customers";
import { customersQuery } from "@/lib/customers/segment-input";
import type { Actor } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { bookAtDesk } from "./book-at-desk";
import { changeBooking } from "./change-booking";
import { getBooking } from "./get-booking";
import { deskBookingInput } from "./input";
import { hourOf, must } from "./testing/desk-books";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());

let house: House;
let owner: Awaited<ReturnType<typeof addPerson>>;
let keyId: string;
beforeAll(async () => {
  house = await makeHouse();
  owner = await addPerson(sql, house.tenantId, "owner");
  const input = { name: "Website", scopes: ["bookings:write" as const], days: null };
  ({ keyId } = await must(withTenant(house.tenantId, owner, (scope) => makeApiKey(scope, input))));
});

const key = (scopes: Extract<Actor, { kind: "api" }>["scopes"]): Actor => ({ kind: "api", keyId, scopes });

test("a key books and cancels as the desk does, in its own name", async () => {
  const wish = deskBookingInput.parse({
    lines: [{ serviceId: house.serviceIds[0], staffId: house.staffIds[0] }],
    startsAt: hourOf(10).toISOString(),
    customer: { name: "Chebet", phone: "0711550010" },
  });
  const as = key(["bookings:write"]);
  const { id } = await must(withTenant(house.tenantId, as, (scope) => bookAtDesk(scope, wish)));
  await must(
    withTenant(house.tenantId, as, (scope) => changeBooking(scope, { id, move: "cancel", from: "confirmed" })),
  );
  const [step] = await sql`
    select by_kind, by_user_id from booking_changes where booking_id = ${id} and move = 'cancel'`;
  expect(step).toEqual({ by_kind: "member", by_user_id: null });
  // What the key may is not for the log's readers.
  const told = await sql`select actor from events where tenant_id = ${house.tenantId} and entity_id = ${id}`;
  expect(new Set(told.map(({ actor }) => JSON.stringify(actor)))).toEqual(
    new Set([JSON.stringify({ kind: "api", keyId })]),
  );
  const { items } = await withTenant(house.tenantId, owner, (scope) =>
    listAudit(scope, auditFilters.parse({}), { limit: 50 }),
  );
  expect(items.find(({ action }) => action === "booking.cancelled")).toMatchObject({ actor: "api", who: "Website" });
});

test("numbers are seen with the scope for customers alone", async () => {
  const phones = async (as: Actor) => {
    const { items } = await withTenant(house.tenantId, as, (scope) => listCustomers(scope, customersQuery.parse({})));
    return items.map(({ phone }) => phone);
  };
  expect(await phones(key(["customers:read"]))).toEqual(["+254711550010"]);
  expect(await phones(key(["bookings:read"]))).toEqual([null]);
});

test("what is known of a customer's health, and what they owe, is told with the scope for customers alone", async () => {
  const [booking] = await sql`
    update customers c set allergies = 'Latex', notes = 'Prefers mornings' from bookings b
    where c.tenant_id = ${house.tenantId} and b.tenant_id = c.tenant_id and b.customer_id = c.id returning b.id`;
  const card = async (as: Actor) =>
    (await withTenant(house.tenantId, as, (scope) => getBooking(scope, booking!.id)))!.customer;
  expect(await card(key(["bookings:read", "customers:read"]))).toMatchObject({ allergies: "Latex", owes: [] });
  expect(await card(key(["bookings:read"]))).toMatchObject({ phone: null, allergies: null, notes: null, owes: null });
});

test("a key that writes customers does not read them by being refused", async () => {
  const [customer] = await sql`select id from customers where tenant_id = ${house.tenantId} and name = 'Chebet'`;
  const change = changeCustomerInput.parse({ to: { phone: "0711550099" }, seen: { phone: "0711550098" } });
  const refused = (as: Actor) => withTenant(house.tenantId, as, (scope) => changeCustomer(scope, customer!.id, change));
  expect(await refused(key(["customers:write", "customers:read"]))).toMatchObject({ is: { phone: "+254711550010" } });
  expect(await refused(key(["customers:write"]))).toEqual({ ok: false, refusal: "moved_on", is: {} });
});
