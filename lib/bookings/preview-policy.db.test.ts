import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { makeHouse } from "@/db/testing/house";
import { addDays, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { formatTime } from "@/lib/platform/format";
import { newId } from "@/lib/platform/ids";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { policyInput } from "./policy-input";
import { previewPolicy } from "./preview-policy";

const admin = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => admin.end());

const zone = "Africa/Nairobi";
const owner = { kind: "member", userId: newId(), role: "owner", staffId: null } as const;
const preview = (tenantId: string, rules: object) =>
  readTenant(tenantId, owner, (scope) => previewPolicy(scope, policyInput.parse(rules)));

test("times are those that customers would be offered by rules nobody has saved, and nothing is written", async () => {
  const { tenantId } = await makeHouse();
  const tomorrow = addDays(localDate(now(), zone), 1);
  // Into the middle of tomorrow, whatever time it is now.
  const noticeMinutes = Math.floor((Date.parse(`${tomorrow}T12:00:00+03:00`) - now().getTime()) / 60_000) - 5;
  const each = async (rules: object) =>
    (await preview(tenantId, { noticeMinutes, ...rules })).times.map((at) => formatTime(at, zone));
  expect(await each({ stepMinutes: 60 })).toEqual(["12:00", "13:00", "14:00", "15:00", "16:00", "17:00"]);
  expect(await each({ stepMinutes: 120 })).toEqual(["12:00", "14:00", "16:00", "18:00", "08:00", "10:00"]);
  expect(await each({ stepMinutes: 120, horizonDays: 1 })).toEqual(["12:00", "14:00", "16:00", "18:00"]);
  expect(await preview(tenantId, { confirm: "desk" })).toMatchObject({
    house: "Test House",
    service: "Cut",
    confirm: "desk",
  });
  const [left] = await admin`select policy, (select count(*)::int from events e where e.tenant_id = t.id) as events
    from tenants t where id = ${tenantId}`;
  expect(left).toMatchObject({ policy: { stepMinutes: 30, confirm: "auto", horizonDays: 60 }, events: 0 });
});

test("where nothing is sold there is nothing to show", async () => {
  const { tenantId } = await makeHouse({ services: [] });
  expect(await preview(tenantId, { confirm: "desk" })).toMatchObject({ service: null, times: [] });
});

test("a service that says something else about being confirmed is told of as it is", async () => {
  const { tenantId } = await makeHouse();
  await admin`update services set confirm = 'desk' where tenant_id = ${tenantId}`;
  expect(await preview(tenantId, { confirm: "auto" })).toMatchObject({ service: "Cut", confirm: "desk" });
  await admin`update services set confirm = 'auto' where tenant_id = ${tenantId}`;
  expect(await preview(tenantId, { confirm: "desk" })).toMatchObject({ service: "Cut", confirm: "auto" });
});

test("times are looked for from the end of the notice, as far as one may book ahead", async () => {
  const { tenantId } = await makeHouse();
  const date = (days: number) => addDays(localDate(now(), zone), days);
  const [first] = (await preview(tenantId, { noticeMinutes: 24 * 1_440 })).times;
  expect([date(24), date(25)]).toContain(localDate(new Date(first!), zone));
  expect((await preview(tenantId, { noticeMinutes: 24 * 1_440, horizonDays: 10 })).times).toEqual([]);
});

test("what is paid first and what cancelling costs are said as customers read them", async () => {
  const { tenantId } = await makeHouse();
  const newCustomers = { kind: "percent", percent: 20 };
  const rules = { noticeMinutes: 5 * 1_440, deposits: { newCustomers } };
  // Nobody is asked for what they could not pay.
  expect(await preview(tenantId, rules)).toMatchObject({ deposit: "", terms: "" });
  await admin`insert into mpesa_accounts (tenant_id, kind, number) values (${tenantId}, 'till', '123456')`;
  await admin`update tenants set policy = policy || '{"cancellation":{"freeHours":24,"late":{"kind":"percent","percent":10}}}'
    where id = ${tenantId}`;
  const { deposit, terms } = await preview(tenantId, rules);
  expect(deposit).toMatch(/^KES 300 now makes it yours: .* until 24 hours before; later KES 150 of it is kept\.$/);
  expect(terms).toBe("Free to cancel until 24 hours before. After that it costs KES 150.");
});
