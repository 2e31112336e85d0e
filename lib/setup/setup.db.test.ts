import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { makeHouse } from "@/db/testing/house";
import { setBusinessHours } from "@/lib/hours/set-business-hours";
import { newId } from "@/lib/platform/ids";
import { changeService } from "@/lib/services/change-service";
import { addStaff } from "@/lib/staff/add-staff";
import { changeBusiness } from "@/lib/tenancy/change-business";
import { registerBusiness } from "@/lib/tenancy/register-business";
import type { Scope } from "@/lib/tenancy/scope";
import { business, from } from "@/lib/tenancy/testing/applicants";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { getSetup } from "./get-setup";
import { nextOf, progressOf } from "./rules";
import { sayStep } from "./say-step";

const admin = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => admin.end());

const userId = newId();
const owner = { kind: "member", userId, role: "owner", staffId: null } as const;
const inside = <T>(tenantId: string, work: (scope: Scope) => Promise<T>) => withTenant(tenantId, owner, work);
const setup = (tenantId: string) => readTenant(tenantId, owner, getSetup);
const done = async (tenantId: string) =>
  (await setup(tenantId)).steps.filter(({ isDone }) => isDone).map(({ step }) => step);

test("a new business has everything before it; each step is seen in what it does", async () => {
  await admin`insert into users (id, email, name, password_hash) values (${userId}, ${`${userId}@house.test`}, 'Pendo', 'none')`;
  const { tenantId } = await registerBusiness(business(), { id: userId, name: "Pendo", email: null }, from);
  const first = await setup(tenantId);
  expect([first.isPending, first.isPutAway, progressOf(first.steps), nextOf(first.steps)]).toEqual([
    true,
    false,
    { done: 0, all: 8 },
    "business",
  ]);
  await inside(tenantId, (scope) => changeBusiness(scope, { address: "Oginga Odinga Street" }));
  expect(await done(tenantId)).toEqual(["business"]);
  await inside(tenantId, (scope) => setBusinessHours(scope, [{ weekday: 1, from: 600, to: 900 }]));
  expect(await done(tenantId)).toEqual(["business", "hours"]);
  const [service] = await admin<{ id: string }[]>`select id from services where tenant_id = ${tenantId} limit 1`;
  await inside(tenantId, (scope) => changeService(scope, service!.id, { priceMinor: 77_700, anyway: false }));
  expect(await done(tenantId)).toEqual(["business", "hours", "prices"]);
  await inside(tenantId, (scope) => addStaff(scope, { name: "Atieno" }));
  expect(await done(tenantId)).toEqual(["business", "hours", "prices", "team"]);
});

test("what cannot be seen is said, once, and the list can be put away and comes back", async () => {
  const [{ tenantId }, other] = [await makeHouse({ services: [] }), await makeHouse({ services: [] })];
  await inside(tenantId, (scope) => sayStep(scope, { step: "payments" }));
  await inside(tenantId, (scope) => sayStep(scope, { step: "payments" }));
  await inside(tenantId, (scope) => sayStep(scope, { putAway: true }));
  expect(await setup(tenantId)).toMatchObject({ isPutAway: true, isPending: false });
  await inside(tenantId, (scope) => sayStep(scope, { putAway: false }));
  await inside(tenantId, (scope) => sayStep(scope, { putAway: false }));
  expect(await setup(tenantId)).toMatchObject({ isPutAway: false });
  expect(await done(tenantId)).toEqual(["payments"]);
  const log = await admin`select name from events where tenant_id = ${tenantId}`;
  expect(log.map(({ name }) => name)).toEqual(["setup.changed", "setup.changed", "setup.changed"]);
  expect(await done(other.tenantId)).toEqual([]);
});
