import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { makeHouse } from "@/db/testing/house";
import { ownDeeds } from "@/db/testing/own-deeds";
import { signIn } from "@/lib/auth/sign-in";
import { tellAdmins } from "@/lib/notifications/tell-platform";
import { newId } from "@/lib/platform/ids";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { decideTenant } from "./decide-tenant";
import { makeFirstAdmin, opensSetup, setupLink } from "./first-admin";
import { getTenant } from "./get-tenant";
import { listTenantsInput } from "./input";
import { listTenants } from "./list-tenants";
import type { Decision } from "./rules";

const admin = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => admin.end());

const boss = { kind: "admin", userId: newId(), from: { address: "10.0.0.9", requestId: "r" } } as const;
const list = (asked: object = {}) => listTenants(listTenantsInput.parse(asked));
const slugs = async (asked: object) => (await list(asked)).items.map(({ slug }) => slug);

async function house(status: string, name = "Test House") {
  const made = await makeHouse({ name });
  await admin`update tenants set status = ${status} where id = ${made.tenantId}`;
  const owner = `owner-${made.slug}@house.test`;
  const userId = newId();
  await admin`insert into users (id, email, name, password_hash) values (${userId}, ${owner}, 'Owner', 'x')`;
  await admin`insert into members (tenant_id, user_id, role) values (${made.tenantId}, ${userId}, 'owner')`;
  return { ...made, owner };
}

// First: afterwards there is an admin.
test("the first admin is made once, by who has the link, and never again", async () => {
  const link = new URL((await setupLink())!);
  const token = link.searchParams.get("token")!;
  expect(link.pathname).toBe("/setup");
  expect(await opensSetup(token)).toBe(true);
  for (const wrong of ["", "x", `${token}x`, token.toUpperCase()]) expect(await opensSetup(wrong)).toBe(false);

  const login = (n: number) => ({
    name: `Admin ${n}`,
    email: `admin-${n}@platform.test`,
    password: "three quiet herons",
  });
  expect(await makeFirstAdmin("x", login(0), boss.from)).toEqual({ ok: false, refusal: "closed" });
  await admin`insert into users (id, email, name, password_hash) values (${newId()}, 'taken@platform.test', 'T', 'x')`;
  expect(await makeFirstAdmin(token, { ...login(0), email: "taken@platform.test" }, boss.from)).toEqual({
    ok: false,
    refusal: "known_address",
  });
  const made = await Promise.all([1, 2, 3, 4].map((n) => makeFirstAdmin(token, login(n), boss.from, "sw")));
  expect(made.filter(({ ok }) => ok)).toHaveLength(1);
  const [only, ...others] = await admin<{ id: string; email: string }[]>`
    select id, email from users where platform_admin and language = 'sw'`;
  expect(others).toHaveLength(0);
  const written = await ownDeeds({ userId: only!.id, sessionId: newId(), from: boss.from });
  expect(written).toMatchObject([
    { action: "admin.made", address: boss.from.address, after: { email: only!.email }, erased: false },
  ]);
  expect(await signIn(only!.email, "three quiet herons")).not.toBeNull();
  expect(await opensSetup(token)).toBe(false);
  expect(await setupLink()).toBeNull();
  await admin`update users set disabled_at = now() where platform_admin`;
  expect(await opensSetup(token)).toBe(false);
});

test("a decision is one transaction: status, audit entry, event and the owner's message", async () => {
  const { tenantId, owner } = await house("pending");
  await admin`update tenants set former_slugs = ${[`before-${tenantId}`]} where id = ${tenantId}`;
  expect(await decideTenant(tenantId, boss, "reject", "The phone does not answer")).toEqual({
    ok: true,
    value: { status: "rejected" },
  });
  const [row] = await admin`select status, status_reason, decided_at, former_slugs from tenants where id = ${tenantId}`;
  // Its addresses of before are there for others.
  expect(row).toMatchObject({ status: "rejected", status_reason: "The phone does not answer", former_slugs: [] });
  expect(row!.decided_at).toBeInstanceOf(Date);
  const [entry] = await admin`select * from audit_entries where tenant_id = ${tenantId}`;
  expect(entry).toMatchObject({
    action: "tenant.decided",
    user_id: boss.userId,
    address: "10.0.0.9",
    actor: { kind: "admin", userId: boss.userId },
  });
  expect(JSON.parse(entry!.before)).toEqual({ status: "pending" });
  const events = await admin`select name, payload from events where tenant_id = ${tenantId} order by seq`;
  expect(events[0]).toMatchObject({ name: "tenant.decided", payload: { tenantId, status: "rejected" } });
  const [message] = await admin`select to_address, body from messages where tenant_id = ${tenantId}`;
  expect(message!.to_address).toBe(owner);
  expect(message!.body).toContain("The phone does not answer");
});

test.each<[Decision, string]>([
  ["approve", "active"],
  ["approve", "rejected"],
  ["approve", "suspended"],
  ["reject", "active"],
  ["reject", "rejected"],
  ["suspend", "pending"],
  ["suspend", "suspended"],
  ["reactivate", "active"],
  ["reactivate", "rejected"],
])("%s is refused for one that is %s, and changes nothing", async (decision, status) => {
  const { tenantId } = await house(status);
  expect(await decideTenant(tenantId, boss, decision, "because")).toEqual({
    ok: false,
    refusal: "not_possible",
    status,
  });
  expect(await admin`select 1 from events where tenant_id = ${tenantId}`).toHaveLength(0);
  expect(await admin`select 1 from messages where tenant_id = ${tenantId}`).toHaveLength(0);
});

test("one that its owner closes is not approved, and no trial begins; kept after all it is", async () => {
  const { tenantId } = await house("pending");
  await admin`update tenants set closing_since = now(), closes_at = now() + interval '30 days' where id = ${tenantId}`;
  expect(await decideTenant(tenantId, boss, "approve")).toEqual({ ok: false, refusal: "is_closing" });
  expect(await admin`select 1 from subscriptions where tenant_id = ${tenantId}`).toEqual([]);
  await admin`update tenants set closing_since = null, closes_at = null where id = ${tenantId}`;
  expect(await decideTenant(tenantId, boss, "approve")).toMatchObject({ ok: true });
});

test("of two admins only one decides", async () => {
  const { tenantId } = await house("pending");
  const both = await Promise.all([
    decideTenant(tenantId, boss, "approve"),
    decideTenant(tenantId, { ...boss, userId: newId() }, "reject", "No"),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(
    await admin`select 1 from audit_entries where tenant_id = ${tenantId} and action = 'tenant.decided'`,
  ).toHaveLength(1);
});

test.each<[Decision, string]>([
  ["reject", "pending"],
  ["suspend", "active"],
])("%s without a reason is refused", async (decision, status) => {
  const { tenantId } = await house(status);
  expect(await decideTenant(tenantId, boss, decision, "")).toEqual({ ok: false, refusal: "needs_reason" });
  expect((await getTenant(tenantId))?.status).toBe(status);
});

test("one that came in suspended tries a plan when it opens again; one that has a plan keeps it", async () => {
  const { tenantId } = await house("suspended");
  const terms = () => admin`select plan_id, status, period_end from subscriptions where tenant_id = ${tenantId}`;
  expect(await decideTenant(tenantId, boss, "reactivate")).toMatchObject({ ok: true });
  const begun = await terms();
  expect(begun).toMatchObject([{ status: "trialing" }]);
  await admin`update subscriptions set status = 'active' where tenant_id = ${tenantId}`;
  await decideTenant(tenantId, boss, "suspend", "because");
  await decideTenant(tenantId, boss, "reactivate");
  expect(await terms()).toEqual([{ ...begun[0], status: "active" }]);
});

test("nobody decides about what is no business", async () => {
  for (const id of ["x", newId(), platformTenantId]) {
    expect(await decideTenant(id, boss, "suspend", "because")).toEqual({ ok: false, refusal: "unknown" });
    expect(await getTenant(id)).toBeNull();
  }
});

test("the other admins' lists are told, and the echo ends there", async () => {
  const { tenantId } = await house("active");
  const tell = (id: string) =>
    withTenant(id, { kind: "system", job: "tellAdmins" }, (scope) => tellAdmins(scope, { tenantId, status: "active" }));
  await tell(tenantId);
  await tell(platformTenantId);
  expect(
    await admin`select 1 from events where tenant_id = ${platformTenantId} and entity_id = ${tenantId}`,
  ).toHaveLength(1);
});

test("the list is searched by name, address, phone and e-mail, filtered, and goes on by cursor", async () => {
  const one = await house("pending", "Pendo 100% Salon");
  const two = await house("active", "Zawadi Spa");
  await admin`update tenants set phone = '+254733998877' where id = ${two.tenantId}`;
  expect(await slugs({ q: "pendo" })).toEqual([one.slug]);
  expect(await slugs({ q: "100%" })).toEqual([one.slug]);
  expect(await slugs({ q: "%" })).toEqual([one.slug]);
  expect(await slugs({ q: two.slug })).toEqual([two.slug]);
  expect(await slugs({ q: "0733 998" })).toEqual([two.slug]);
  expect(await slugs({ q: one.owner.toUpperCase() })).toEqual([one.slug]);
  expect(await slugs({ q: "nobody has this" })).toEqual([]);
  expect(await slugs({ status: "pending", q: "salon" })).toEqual([one.slug]);
  expect(await slugs({ status: "active", q: "salon" })).toEqual([]);

  const all = await list({ limit: 100 });
  expect(all.items.map(({ id }) => id)).not.toContain(platformTenantId);
  expect(Object.values(all.counts).reduce((sum, many) => sum + many, 0)).toBe(all.items.length);
  const paged = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await list({ limit: 2, ...(cursor ? { cursor } : {}) });
    paged.push(...page.items);
    cursor = page.nextCursor;
  }
  expect(paged).toEqual(all.items);
});

test("one business is shown with its people, its numbers and what was decided", async () => {
  const { tenantId, owner } = await house("active");
  await decideTenant(tenantId, boss, "suspend", "Unpaid for three months");
  await admin`insert into enquiries (tenant_id, id, name, phone, subject, words)
    values (${tenantId}, ${newId()}, 'Otieno', '+254700000001', 'Hours', 'When do you open?')`;
  // One that left, one that waits.
  for (const [status, sentAt] of [
    ["delivered", new Date()],
    ["queued", null],
  ] as const)
    await admin`insert into messages (tenant_id, id, channel, to_address, template, body, status, dedupe_key, sent_at)
      values (${tenantId}, ${newId()}, 'sms', '+254700000001', 'reminder', 'Tomorrow', ${status}, ${status}, ${sentAt})`;
  const file = await getTenant(tenantId);
  expect(file).toMatchObject({
    status: "suspended",
    statusReason: "Unpaid for three months",
    counts: { staff: 1, services: 1, customers: 0, bookings: 0, upcoming: 0, enquiries: 1, messages: 1 },
    members: [{ reach: owner, role: "owner" }],
    history: [{ action: "tenant.decided", status: "suspended", reason: "Unpaid for three months" }],
  });
});
