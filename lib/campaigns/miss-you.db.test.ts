import postgres from "postgres";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { now, setClockOffset } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { missYouInput } from "./input";
import { lookAtMissed } from "./look-at-missed";
import { getMissYouFacts, setMissYou } from "./miss-you";
import { missYouDefaults } from "./rules";
import { atCampaigns } from "./testing/at-campaigns";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 3, onnotice: () => {} });
afterAll(() => sql.end());

const dayMs = 86_400_000;
let house: House;
let at: Awaited<ReturnType<typeof atCampaigns>>;
beforeEach(async () => {
  house = await makeHouse({ name: "Nyota Nails" });
  at = await atCampaigns(sql, house);
});
afterEach(() => at.forgetTime());

const setRules = async (wish: object = {}) => {
  const input = missYouInput.parse({ ...missYouDefaults, rewardId: undefined, active: true, ...wish });
  const set = await at.act((scope) => setMissYou(scope, input));
  if (!set.ok) throw new Error(set.refusal);
};
/** Was here so many days ago, each time. */
const visited = async (customerId: string, daysAgo: number[], paidMinor = 1_000_00) => {
  for (const days of daysAgo)
    await sql`insert into visits (tenant_id, id, customer_id, started_at, completed_at, total_minor, paid_minor, currency)
      values (${house.tenantId}, ${newId()}, ${customerId}, ${new Date(now().getTime() - days * dayMs)}, ${now()}, 100000,
        ${paidMinor}, 'KES')`;
};
const nextDay = async () => {
  const [row] = await sql<{ day: string | null }[]>`
    select next_day::text as day from miss_you_rules where tenant_id = ${house.tenantId}`;
  return row!.day!;
};
let ahead = 0;
beforeEach(() => {
  ahead = 0;
});
/** The worker, so many days later. */
const after = async (days: number) => {
  ahead += days * dayMs;
  setClockOffset(ahead);
  for (let n = 0; n < 2; n++) await at.run();
};
const written = async (): Promise<string[]> =>
  (
    await sql<{ id: string }[]>`
      select customer_id as id from messages where tenant_id = ${house.tenantId} and template = 'miss-you' order by created_at`
  ).map(({ id }) => id);

test("off until it is switched on; then each is missed by their own rhythm, once, and who has booked is not", async () => {
  const [weekly, monthly, once, unpaid, booked, never, no] = await at.people([
    ...Array.from({ length: 6 }, () => ({})),
    { said: null },
  ]);
  await visited(weekly!, [40, 33, 26, 19]);
  await visited(monthly!, [80, 50, 20]);
  await visited(once!, [70]);
  await visited(unpaid!, [71], 0);
  await visited(booked!, [90]);
  await visited(no!, [100]);
  await sql`insert into bookings (tenant_id, id, reference, customer_id, status, source, starts_at, ends_at, total_minor, currency, booked_as)
    values (${house.tenantId}, ${newId()}, 'COMING', ${booked!}, 'confirmed', 'desk', now() + interval '9 days',
      now() + interval '9 days 1 hour', 1000, 'KES', '{"name":"Achieng"}')`;
  await after(1);
  expect(await written()).toEqual([]);
  await setRules();
  await after(1);
  expect((await written()).sort()).toEqual([weekly, once, unpaid].sort());
  expect(await written()).not.toContain(never);
  // Once for an absence, however often it looks.
  await after(1);
  await after(35);
  const later = await written();
  expect(later.filter((id) => id === weekly)).toHaveLength(1);
  expect(later).toContain(monthly);
  expect(later).toContain(booked);
  expect(later).not.toContain(no);
  expect(await at.act(getMissYouFacts)).toMatchObject({ active: true, written: 5 });
});

test("at most once in thirty days, though another absence has begun", async () => {
  const [id] = await at.people([{}]);
  await visited(id!, [40, 33, 26]);
  await setRules();
  await after(1);
  expect(await written()).toHaveLength(1);
  await visited(id!, [0]);
  await after(15);
  expect(await written()).toHaveLength(1);
  await after(16);
  expect(await written()).toHaveLength(2);
});

test("each has a real code; a worker that stood still makes up for it, and two of them write once", async () => {
  const rewardId = await at.reward();
  const [id] = await at.people([{ name: "Wanjiru Kamau" }]);
  await visited(id!, [70]);
  await setRules({ rewardId, body: "Hi {first name}, {code} is for you.", bodySw: "" });
  const day = await nextDay();
  setClockOffset(3 * dayMs);
  await Promise.all([1, 2].map(() => at.act((scope) => lookAtMissed(scope, { day }))));
  await at.run();
  const [message] = await sql`select body from messages where tenant_id = ${house.tenantId}`;
  const [voucher] = await sql`select code, status, origin from vouchers where tenant_id = ${house.tenantId}`;
  expect(voucher).toMatchObject({ status: "pending", origin: "miss_you" });
  expect(message!.body).toContain(`Hi Wanjiru, ${voucher!.code} is for you.`);
  expect(await sql`select count(*)::int as n from messages where tenant_id = ${house.tenantId}`).toMatchObject([
    { n: 1 },
  ]);
  expect(Date.parse(`${await nextDay()}T00:00Z`)).toBeGreaterThan(Date.parse(`${day}T00:00Z`) + 2 * dayMs);
});

test("switched off nobody is missed, and switched on again it goes on", async () => {
  const [id] = await at.people([{}]);
  await visited(id!, [70]);
  await setRules();
  await setRules({ active: false });
  await after(1);
  expect(await written()).toEqual([]);
  await setRules();
  await after(1);
  expect(await written()).toEqual([id]);
});

test("whoever cannot be written to takes nobody's place", async () => {
  const unreachable = { phone: null, email: "away@example.test" };
  const ids = await at.people(Array.from({ length: 201 }, () => unreachable));
  const last = [...ids].sort().at(-1)!;
  await sql`update customers set phone = '+254722000001' where id = ${last}`;
  for (const id of ids) await visited(id, [70]);
  await setRules({ channel: "sms" });
  await after(1);
  expect(await written()).toEqual([last]);
});

test("a suspended house misses nobody until it is open again", async () => {
  const [id] = await at.people([{}]);
  await visited(id!, [70]);
  await setRules();
  await sql`update tenants set status = 'suspended' where id = ${house.tenantId}`;
  await after(1);
  expect(await written()).toEqual([]);
  await sql`update tenants set status = 'active' where id = ${house.tenantId}`;
  await after(1);
  expect(await written()).toEqual([id]);
});
