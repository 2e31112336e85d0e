import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import type { ServiceWindow } from "@/lib/services/booking-window";
import { changeService } from "@/lib/services/change-service";
import type { Actor, Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { getPolicy } from "./get-policy";
import { policyInput } from "./policy-input";
import { setPolicy } from "./set-policy";
import { placed } from "./testing/placed";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());

let house: House;
let owner: Actor;
beforeEach(async () => {
  house = await makeHouse();
  owner = await addPerson(sql, house.tenantId, "owner");
});

const inHouse = <T>(work: (scope: Scope) => Promise<T>) => withTenant(house.tenantId, owner, work);
const set = (given: object) => inHouse((scope) => setPolicy(scope, policyInput.parse(given)));
const policy = async () => (await inHouse(getPolicy)).policy;

test("what is named is changed, what is null is no rule any more, and the rest stays", async () => {
  await sql`update tenants set policy = policy || '{"openOnHolidays":["2026-12-12"],"closedOnHolidays":true}'
    where id = ${house.tenantId}`;
  const before = await policy();
  await set({
    noticeMinutes: 90,
    visitsPerDay: 2,
    channels: { desk: { horizonDays: 90 }, api: { noticeMinutes: 60 } },
  });
  await set({ channels: { api: { noticeMinutes: null } } });
  expect(await policy()).toEqual({
    ...before,
    noticeMinutes: 90,
    visitsPerDay: 2,
    channels: { desk: { horizonDays: 90 } },
  });
  await set({ visitsPerDay: null, channels: { desk: {} } });
  expect(await policy()).toEqual({ ...before, noticeMinutes: 90 });
});

test("the same again is neither written nor told", async () => {
  await set({ noticeMinutes: 90 });
  await set({ noticeMinutes: 90, anyStaff: "order" });
  const told = await sql`select name from events where tenant_id = ${house.tenantId} and name = 'policy.changed'`;
  expect(told).toHaveLength(1);
  const [entry] = await sql`select before, after from audit_entries where tenant_id = ${house.tenantId}`;
  expect([JSON.parse(entry!.before), JSON.parse(entry!.after)]).toEqual([{ noticeMinutes: 0 }, { noticeMinutes: 90 }]);
});

test("rules by which nothing could be booked are not kept", async () => {
  const before = await policy();
  const refused = async (given: object) => {
    const answer = await set(given);
    return answer.ok || answer.field;
  };
  expect(await refused({ noticeMinutes: 3 * 1_440, horizonDays: 1 })).toBe("noticeMinutes");
  // One way to book that leaves no time is told of as well, where it is said.
  expect(await refused({ channels: { desk: { noticeMinutes: 1_440, horizonDays: 0 } } })).toBe(
    "channels.desk.noticeMinutes",
  );
  expect(await refused({ noticeMinutes: 2 * 1_440, channels: { api: { horizonDays: 1 } } })).toBe(
    "channels.api.horizonDays",
  );
  expect(await refused({ channels: { public: { noticeMinutes: 43_200 } }, horizonDays: 20 })).toBe(
    "channels.public.noticeMinutes",
  );
  expect(await policy()).toEqual(before);
});

test("a rule that leaves no time with what a service says itself names the service", async () => {
  const [serviceId] = house.serviceIds as [string];
  const say = (windows: ServiceWindow[]) =>
    inHouse((scope) => changeService(scope, serviceId, { windows, anyway: false }));
  const apart = (window: Partial<ServiceWindow>) =>
    say([{ channel: "public", noticeMinutes: null, horizonDays: null, ...window }]);
  await apart({ noticeMinutes: 14 * 1_440 });
  const refused = { ok: false, refusal: "never_open", service: expect.any(String) };
  expect(await set({ horizonDays: 7 })).toEqual({ ...refused, field: "horizonDays" });
  expect(await set({ channels: { public: { horizonDays: 7 } } })).toMatchObject({
    field: "channels.public.horizonDays",
  });
  await apart({ horizonDays: 2 });
  expect(await set({ noticeMinutes: 4 * 1_440 })).toEqual({ ...refused, field: "noticeMinutes" });
  expect((await set({ noticeMinutes: 1_440 })).ok).toBe(true);
});

test("a service says for itself whether it is confirmed at once, whatever the house does", async () => {
  const [serviceId] = house.serviceIds as [string];
  const say = (confirm: "auto" | "desk" | null) =>
    inHouse((scope) => changeService(scope, serviceId, { confirm, anyway: false }));
  await say("desk");
  expect((await placed(house, { hour: 9 })).status).toBe("requested");
  expect((await inHouse(getPolicy)).apart).toMatchObject([{ id: serviceId, confirm: "desk" }]);
  await set({ confirm: "desk" });
  await say("auto");
  expect((await placed(house, { hour: 11, phone: "0711550071" })).status).toBe("confirmed");
  await say(null);
  expect((await placed(house, { hour: 13, phone: "0711550072" })).status).toBe("requested");
});
