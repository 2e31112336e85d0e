import postgres from "postgres";
import { afterAll, afterEach, expect, test } from "vitest";
import { signIn } from "@/lib/auth/sign-in";
import { listOpenSlots } from "@/lib/bookings/list-open-slots";
import { tellPlatform } from "@/lib/notifications/tell-platform";
import { addDays, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";
import { applyAgain } from "./apply-again";
import { membershipsOf } from "./doors/memberships";
import { platformTenantId } from "./platform-tenant";
import { registerBusiness } from "./register-business";
import { termsVersion } from "./terms";
import { applicants, business, email, from, login, password } from "./testing/applicants";
import { readTenant, withTenant } from "./with-tenant";

const admin = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
const { ask, confirm, register, everything } = applicants(admin);
afterAll(() => admin.end());
afterEach(() => {
  env().AUTO_APPROVE = "0";
});

const tenantOf = async (address: string) => {
  const [row] = await admin`select t.* from tenants t join members m on m.tenant_id = t.id
    join users u on u.id = m.user_id where u.email = ${address}`;
  return row;
};
test("one transaction makes the business, its owner, and something to book", async () => {
  const address = email();
  await register(business(), login(address));
  const tenant = await tenantOf(address);
  expect(tenant).toMatchObject({ status: "pending", kind: "business", terms_version: termsVersion, city: "Kisumu" });
  expect(tenant!.terms_accepted_at).toBeInstanceOf(Date);
  expect(await signIn(address, password)).toMatchObject({ email: address });

  const [member] = await admin`select role, staff_id from members where tenant_id = ${tenant!.id}`;
  expect(member!.role).toBe("owner");
  const services = await admin<
    { id: string }[]
  >`select id from services where tenant_id = ${tenant!.id} order by position`;
  expect(services).toHaveLength(19);
  const from1 = addDays(localDate(now(), "Africa/Nairobi"), 1);
  const open = await readTenant(tenant!.id, { kind: "public", via: "page" }, (scope) =>
    listOpenSlots(scope, { serviceId: services[3]!.id, staffId: "any", from: from1, to: addDays(from1, 6) }),
  );
  const days = open.ok ? open.value.days.filter(({ slots }) => slots.length > 0) : [];
  expect(days).toHaveLength(6);
  expect(days[0]!.slots[0]!.staffId).toBe(member!.staff_id);

  const [entry] = await admin`select action, address, actor, after from audit_entries where tenant_id = ${tenant!.id}`;
  expect(entry).toMatchObject({
    action: "tenant.applied",
    address: "10.0.0.7",
    actor: { kind: "member", role: "owner" },
  });
  const log = await admin`select seq::int, name from events where tenant_id = ${tenant!.id}`;
  expect(log.map((row) => ({ ...row }))).toEqual([{ seq: 1, name: "tenant.applied" }]);
});

test.each([
  ["kinyozi", 10],
  ["spa", 13],
  ["clinic", 12],
  ["multi_service", 42],
])("a %s starts with %i services", async (businessType, many) => {
  const address = email();
  await register(business({ businessType }), login(address));
  const tenant = await tenantOf(address);
  expect(await admin`select 1 from services where tenant_id = ${tenant!.id}`).toHaveLength(many);
});

test("namesakes who register at the same time get addresses of their own", async () => {
  const businessName = `Baraka ${newId().slice(-8)}`;
  const addresses = Array.from({ length: 5 }, email);
  await Promise.all(addresses.map((address) => register(business({ businessName }), login(address))));
  const slugs = (await Promise.all(addresses.map(tenantOf))).map((row) => row!.slug as string);
  const first = businessName.toLowerCase().replace(" ", "-");
  expect(slugs.sort()).toEqual([first, `${first}-2`, `${first}-3`, `${first}-4`, `${first}-5`]);
});

test("what fails half-way leaves nothing", async () => {
  await admin`create function refuse_member() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$`;
  await admin`create trigger refuse_member before insert on members for each row execute function refuse_member()`;
  const before = await everything();
  const address = email();
  const token = await ask(business(), login(address));
  await expect(confirm(token, address)).rejects.toThrow();
  await admin`drop trigger refuse_member on members`;
  expect(await everything()).toEqual(before);
});

test("who is signed in adds a business to the login they have", async () => {
  const address = email();
  await register(business(), login(address));
  const [user] = await admin<{ id: string }[]>`select id from users where email = ${address}`;
  const second = await registerBusiness(business(), { id: user!.id, name: "Pendo Atieno", email: address }, from);
  expect((await membershipsOf(user!.id)).map(({ tenantId }) => tenantId)).toContain(second.tenantId);
  expect(await admin`select 1 from users where email = ${address}`).toHaveLength(1);
});

test("with AUTO_APPROVE it is open at once", async () => {
  env().AUTO_APPROVE = "1";
  const address = email();
  await register(business(), login(address));
  const tenant = await tenantOf(address);
  expect(tenant).toMatchObject({ status: "active" });
  expect(tenant!.decided_at).toBeInstanceOf(Date);
});

test("the platform and the applicant are told of an application, however often the job runs", async () => {
  const boss = email();
  await admin`insert into users (id, email, name, password_hash, platform_admin) values (${newId()}, ${boss}, 'Faith', 'x', true)`;
  const address = email();
  await register(business(), login(address));
  const tenant = await tenantOf(address);
  const application = newId();
  const tell = () =>
    withTenant(tenant!.id, { kind: "system", job: "tellPlatform" }, (scope) =>
      tellPlatform(scope, { tenantId: tenant!.id, application }),
    );
  await Promise.all([tell(), tell()]);
  await tell();
  const sent = await admin`select to_address as to, template from messages
    where tenant_id = ${platformTenantId} and to_address in (${boss}, ${address})
    and template like 'application-%' order by template`;
  expect(sent.map((row) => ({ ...row }))).toEqual([
    { to: address, template: "application-received" },
    { to: boss, template: "application-to-decide" },
  ]);
  const heard =
    await admin`select payload from events where tenant_id = ${platformTenantId} and entity_id = ${tenant!.id}
    and name = 'application.received'`;
  expect(heard).toHaveLength(1);
  expect(heard[0]!.payload).toEqual({ tenantId: tenant!.id, business: tenant!.name, city: "Kisumu" });
  const notices = await admin`select title, audience from notifications where tenant_id = ${platformTenantId}
    and entity_id = ${tenant!.id}`;
  expect(notices.map((row) => ({ ...row }))).toEqual([
    { title: `${tenant!.name} applies`, audience: ["platform_admin"] },
  ]);
});

test("only a rejected business applies again, with what was put right", async () => {
  const address = email();
  await register(business(), login(address));
  const tenant = await tenantOf(address);
  const [user] = await admin<{ id: string }[]>`select id from users where email = ${address}`;
  const amended = { businessName: "Pendo Salon Kisumu", city: "Kisumu", phone: "+254733111222" };
  const again = () =>
    withTenant(tenant!.id, { kind: "member", userId: user!.id, role: "owner", staffId: null }, (scope) =>
      applyAgain(scope, amended),
    );
  expect(await again()).toEqual({ ok: false, refusal: "not_rejected" });
  await admin`update tenants set status = 'rejected', status_reason = 'The phone does not answer' where id = ${tenant!.id}`;
  expect((await Promise.all([again(), again()])).map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(await tenantOf(address)).toMatchObject({ status: "pending", status_reason: "", name: "Pendo Salon Kisumu" });
  const applications = await admin<{ id: string }[]>`select payload->>'application' as id from events
    where tenant_id = ${tenant!.id} and name = 'tenant.applied'`;
  expect(new Set(applications.map(({ id }) => id)).size).toBe(2);
});
