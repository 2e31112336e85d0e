import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { makeHouse } from "@/db/testing/house";
import { listServices } from "@/lib/services/list-services";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { listOffers } from "./list-offers";

const admin = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => admin.end());

test("each does it in their own time and at their own price; the price list knows the lowest and the highest", async () => {
  const { tenantId, staffIds, serviceIds } = await makeHouse({ staff: 3 });
  const [dear, plain, gone] = staffIds;
  await admin`update staff_services set price_minor = 200000, duration_minutes = 90 where tenant_id = ${tenantId} and staff_id = ${dear!}`;
  await admin`update staff_services set price_minor = 100 where tenant_id = ${tenantId} and staff_id = ${gone!}`;
  await admin`update staff set active = false where tenant_id = ${tenantId} and id = ${gone!}`;
  const [offers, services] = await readTenant(tenantId, { kind: "public", via: "page" }, (scope) =>
    Promise.all([listOffers(scope, serviceIds), listServices(scope)]),
  );
  expect(offers.get(serviceIds[0]!)).toEqual([
    { id: dear, name: "Staff 1", priceMinor: 200_000, durationMinutes: 90 },
    { id: plain, name: "Staff 2", priceMinor: 150_000, durationMinutes: 60 },
  ]);
  expect(services).toMatchObject([{ id: serviceIds[0], priceMinor: 150_000, fromMinor: 150_000, toMinor: 200_000 }]);
});
