import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import type { z } from "zod";
import { type House, makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import { customerFor } from "@/lib/customers/customer-for";
import { runDueJobs } from "@/lib/jobs/worker";
import { inviteMember } from "@/lib/members/invite-member";
import { addMessages } from "@/lib/notifications/queue-message";
import { newId } from "@/lib/platform/ids";
import { isOverPlan, planRoom } from "@/lib/tenancy/plan-room";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import type { Actor, Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import type { planInput } from "./input";
import { listPlans } from "./list-plans";
import { savePlan } from "./save-plan";
import { startTrial } from "./start-trial";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 4, onnotice: () => {} });
afterAll(() => sql.end());
const system: Actor = { kind: "system", job: "test" };

let house: House;
let owner: Extract<Actor, { kind: "member" }>;
beforeEach(async () => {
  house = await makeHouse();
  owner = await addPerson(sql, house.tenantId, "owner");
  await act((scope) => startTrial(scope));
  await sql`update subscriptions set plan_id = 'starter', status = 'active' where tenant_id = ${house.tenantId}`;
});
const act = <T>(work: (scope: Scope) => Promise<T>, actor: Actor = system) => withTenant(house.tenantId, actor, work);
const phoneOf = (n: number) => `07${String(10_000_000 + n)}`;
const fails = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error) => (isOverPlan(error) ? error.message : error),
  );

test("twenty new customers come at once and one has room: one is taken, and known ones always are", async () => {
  const add = (n: number) => act((scope) => customerFor(scope, { name: "Wanjiru", phone: phoneOf(n) }));
  for (let n = 0; n < 29; n++) await add(n);
  const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => fails(add(100 + n))));
  expect(answers.filter((answer) => answer === null)).toHaveLength(1);
  expect(answers.filter((answer) => answer === "the plan Starter holds 30 activeCustomers")).toHaveLength(19);
  expect((await act(planRoom))!.activeCustomers).toEqual({ used: 30, limit: 30 });
  expect(await fails(add(3))).toBeNull();
  // Somebody without a number is nobody who could be written to.
  expect(await fails(act((scope) => customerFor(scope, { name: "", phone: "" })))).toBeNull();
  // Who has not been here for a month makes room.
  await sql`update customers set created_at = now() - interval '31 days' where tenant_id = ${house.tenantId}
    and phone = ${`+254${phoneOf(0).slice(1)}`}`;
  expect(await fails(add(200))).toBeNull();
  expect(await fails(add(201))).toMatch(/holds 30/);
});

test("whoever is invited has their place; inviting the same again takes none", async () => {
  const invite = (name: string) =>
    act(
      (scope) => inviteMember(scope, { destination: `${name}-${house.slug}@house.test`, role: "staff", staffId: null }),
      owner,
    );
  expect(await fails(invite("a"))).toBeNull();
  expect(await fails(invite("b"))).toBeNull();
  expect(await fails(invite("c"))).toBe("the plan Starter holds 3 members");
  expect(await fails(invite("b"))).toBeNull();
  await sql`update invitations set revoked_at = now() where tenant_id = ${house.tenantId}`;
  expect(await fails(invite("c"))).toBeNull();
});

test("SMS to customers are as many as the plan holds in a month; what goes to the house's own people goes all the same", async () => {
  const customer = await act((scope) => customerFor(scope, { name: "Wanjiru", phone: phoneOf(1) }));
  const customerId = customer.ok ? customer.value.id : "";
  const sms = (more: object = {}) => ({
    ...{
      channel: "sms" as const,
      to: `+2547${String(Math.floor(Math.random() * 1e8)).padStart(8, "0")}`,
      template: "test",
    },
    ...{ body: "Karibu", dedupeKey: newId(), customerId, ...more },
  });
  const statuses = async (many: ReturnType<typeof sms>[]) =>
    (await act((scope) => addMessages(scope, many))).map((one) => one?.status);
  await sql`insert into messages (tenant_id, id, channel, to_address, template, body, dedupe_key, customer_id, status)
    select ${house.tenantId}, gen_random_uuid(), 'sms', '+254700000000', 'test', '', n::text, ${customerId}, 'sent'
    from generate_series(1, 98) n`;
  expect(await statuses([sms(), sms(), sms()])).toEqual(["queued", "queued", "failed"]);
  expect(await statuses([sms(), sms({ template: "invitation" })])).toEqual(["failed", "queued"]);
  // Whoever they go to, known or not; and the owners learn of it once.
  expect(await statuses([sms({ customerId: undefined })])).toEqual(["failed"]);
  // Whoever they go to, known or not; and the owners learn of it once.
  expect(await statuses([sms({ customerId: undefined })])).toEqual(["failed"]);
  expect((await act(planRoom))!.messages).toEqual({ used: 100, limit: 100 });
  await runDueJobs();
  const news =
    await sql`select subject from messages where tenant_id = ${house.tenantId} and template = 'subscription'`;
  expect(news.map(({ subject }) => subject)).toEqual(["The SMS of this month are used up"]);
});

test("a business that is not charged has no limits; limits of a plan that the platform changes hold at once", async () => {
  const free = await makeHouse();
  const add = (tenantId: string, n: number) =>
    withTenant(tenantId, system, (scope) => customerFor(scope, { name: "Wanjiru", phone: phoneOf(n) }));
  for (let n = 0; n < 31; n++) await add(free.tenantId, n);
  expect(await withTenant(free.tenantId, system, planRoom)).toBeNull();

  const inPlatform = <T>(work: (scope: Scope) => Promise<T>) => withTenant(platformTenantId, system, work);
  const starter = (await inPlatform(listPlans)).find(({ id }) => id === "starter")!;
  const { position: _, createdAt: __, currency: ___, ...facts } = starter;
  const save = (more: Partial<z.output<typeof planInput>>) =>
    inPlatform((scope) => savePlan(scope, { ...facts, ...more }, "changed"));
  await save({ activeCustomers: 1 });
  expect(await fails(add(house.tenantId, 1))).toBeNull();
  expect(await fails(add(house.tenantId, 2))).toMatch(/holds 1 /);
  await save({ activeCustomers: null });
  expect(await fails(add(house.tenantId, 2))).toBeNull();
  await save({});
  // No business writes what all of them buy.
  await expect(act((scope) => savePlan(scope, { ...facts, monthlyMinor: 100 }, "changed"))).rejects.toThrow();
});
