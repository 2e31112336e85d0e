import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { makeHouse } from "@/db/testing/house";
import { findTenant } from "./find-tenant";

const admin = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => admin.end());

test("what changed is known within two seconds", async () => {
  const { tenantId, slug } = await makeHouse({ services: [] });
  expect(await findTenant(slug)).toMatchObject({ id: tenantId, status: "active" });
  await admin`update tenants set status = 'suspended' where id = ${tenantId}`;
  await expect.poll(async () => (await findTenant(slug))?.status, { timeout: 6_000 }).toBe("suspended");
});

test("an address that nobody had a moment ago is found as soon as somebody has it", async () => {
  const { tenantId, slug } = await makeHouse({ services: [] });
  const fresh = `${slug.slice(0, 20)}-new`;
  expect(await findTenant(fresh)).toBeNull();
  await admin`update tenants set slug = ${fresh} where id = ${tenantId}`;
  expect(await findTenant(fresh)).toMatchObject({ id: tenantId });
});
