import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { listAudit } from "@/lib/auth/list-audit";
import { bookAs, must } from "@/lib/bookings/testing/desk-books";
import { sayConsent } from "@/lib/customers/consent";
import { shown } from "@/lib/customers/consent-words";
import { noteCustomer } from "@/lib/customers/note-customer";
import { runDueJobs } from "@/lib/jobs/worker";
import { newId } from "@/lib/platform/ids";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { member, pay, sold } from "@/lib/till/testing/at-the-till";
import { exportAsCsv, exportCustomer } from "./export-customer";
import { held } from "./held";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());

const owner = member("owner");
let house: House;
beforeAll(async () => {
  house = await makeHouse();
});
const inside = <T>(work: Parameters<typeof withTenant<T>>[2]) => withTenant(house.tenantId, owner, work);

test("somebody gets everything held of them, in one piece; that it was taken out is written down", async () => {
  const guest = { kind: "public", via: "page" } as const;
  const name = '=1+1,"Wanjiru"';
  const booked = await must(bookAs(house, guest, { source: "public" }, { phone: "0722771001", name }));
  const [row] = await sql`select customer_id as id from bookings where id = ${booked.id}`;
  const id = row!.id as string;
  const notes = { allergies: "PPD", notes: "@SUM(A1)" };
  await must(inside((scope) => noteCustomer(scope, id, { ...notes, seen: { allergies: "", notes: "" } })));
  await inside((scope) =>
    sayConsent(scope, id, { purpose: "marketing", granted: true, wording: shown.marketing, source: "portal" }),
  );
  const sale = await sold(house, owner, { customerId: id });
  await pay(house, owner, { saleId: sale.id, amountMinor: 150_000 });
  await runDueJobs(house.tenantId);
  const all = (await inside((scope) => exportCustomer(scope, id)))!;
  expect(Object.keys(all.sections)).toEqual([
    "customer",
    ...Object.values(held).flatMap(({ told }) => ("as" in told ? [told.as] : [])),
    "changes",
  ]);
  const { customer, bookings, booking_services, sales, payments, consents, messages, changes } = all.sections;
  expect(customer).toMatchObject([{ id, name, phone: "+254722771001", allergies: "PPD" }]);
  expect(bookings).toMatchObject([{ reference: booked.reference, booked_as: { name } }]);
  expect(booking_services).toMatchObject([{ service_name: "Cut" }]);
  expect(sales).toMatchObject([{ total_minor: 150_000 }]);
  expect(payments).toMatchObject([{ method: "cash", amount_minor: 150_000 }]);
  expect(consents).toMatchObject([{ purpose: "marketing", granted: true, wording: "marketing-1" }]);
  expect(messages!.some(({ body }) => String(body).includes(booked.reference))).toBe(true);
  expect(changes!.find(({ action }) => action === "customer.changed")).toMatchObject({ after: notes });
  const csv = exportAsCsv(all);
  expect(csv).toContain(`customer,1,name,"'=1+1,""Wanjiru"""`);
  expect(csv).toContain("customer,1,notes,'@SUM(A1)");
  for (const line of csv.slice(1).split("\r\n")) expect(line).not.toMatch(/(^|,)"?[=@+]/);
  const { items } = await inside((scope) => listAudit(scope, { entity: "customer" }, { limit: 10 }));
  expect(items[0]).toMatchObject({ action: "customer.exported", entityId: id });
});

test("of nobody, of another house's and of somebody erased there is nothing to hand out", async () => {
  const elsewhere = await makeHouse();
  const id = newId();
  await sql`insert into customers (tenant_id, id, name) values (${elsewhere.tenantId}, ${id}, 'Elsewhere')`;
  expect(await inside((scope) => exportCustomer(scope, id))).toBeNull();
  expect(await inside((scope) => exportCustomer(scope, newId()))).toBeNull();
});
