import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { eventsOf } from "@/lib/events/record-event";
import { tellVoucher, tellWithinReach } from "@/lib/notifications/tell-rewards";
import { addDays, atMinute, localDate } from "@/lib/platform/calendar";
import { newId } from "@/lib/platform/ids";
import { adjustPoints } from "./adjust-points";
import { getWallet } from "./get-wallet";
import { giveVoucher } from "./give-voucher";
import { rewardRulesInput } from "./input";
import { lookAtBirthdays } from "./look-at-birthdays";
import { setRules } from "./set-rules";
import { atRewards } from "./testing/at-rewards";
import { referralCodeOf, tieReferral } from "./tie-referral";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 4, onnotice: () => {} });
afterAll(() => sql.end());

const zone = "Africa/Nairobi";
let house: House;
let at: ReturnType<typeof atRewards>;
let grace: string;
let code: string;
beforeEach(async () => {
  house = await makeHouse({ services: [{ name: "Braids", minutes: 60, priceMinor: 2_500_00 }] });
  at = atRewards(sql, house);
  grace = await at.customer({ phone: "+254711000001" });
  code = await at.act((scope) => referralCodeOf(scope, grace));
});

/** Somebody has booked. */
async function booked(customerId: string, name = "Mary Otieno"): Promise<string> {
  const id = newId();
  await sql`insert into bookings (tenant_id, id, reference, customer_id, status, source, starts_at, ends_at, total_minor, currency, booked_as)
    values (${house.tenantId}, ${id}, ${id.slice(-6).toUpperCase()}, ${customerId}, 'confirmed', 'public',
      now() + interval '1 day', now() + interval '25 hours', 250000, 'KES', ${sql.json({ name })})`;
  return id;
}
const tie = (bookingId: string, by = code) => at.act((scope) => tieReferral(scope, { code: by, bookingId }));
const rules = (wish: object) =>
  at.act((scope) =>
    setRules(
      scope,
      rewardRulesInput.parse({
        ...{ active: true, minorPerPoint: 100_00, expiresAfterDays: null, referralPoints: 50, birthdayRewardId: null },
        ...{ rates: [], ...wish },
      }),
    ),
  );

test("a friend who books by a code and pays makes both sides their points, once", async () => {
  const mary = await at.customer({ name: "Mary Otieno" });
  expect(await tie(await booked(mary))).toBe(true);
  expect([await at.balance(grace), await at.balance(mary)]).toEqual([
    [0, 0],
    [0, 0],
  ]);
  const sale = await at.paid(mary);
  await at.follow(sale);
  expect([await at.balance(grace), await at.balance(mary)]).toEqual([
    [50, 0],
    [75, 1],
  ]);
  await at.paid(mary);
  expect(await at.balance(grace)).toEqual([50, 0]);
  const { referral } = await at.act((scope) => getWallet(scope, grace));
  expect(referral).toEqual({ code, points: 50, friends: [{ firstName: "Mary", counts: true }] });
});

test("all of that visit given back, the points go back as far as they are there, and come with the next one", async () => {
  const mary = await at.customer();
  await tie(await booked(mary));
  const sale = await at.paid(mary);
  await at.act((scope) => adjustPoints(scope, { customerId: grace, points: -40, reason: "Spent", key: newId() }));
  await at.returned(sale, 2_500_00);
  expect([await at.balance(grace), await at.balance(mary)]).toEqual([
    [0, 0],
    [0, 0],
  ]);
  await at.paid(mary);
  // Forty of them were spent: only the ten that were taken back are given again, and all of the friend's.
  expect([await at.balance(grace), await at.balance(mary)]).toEqual([
    [10, 0],
    [75, 1],
  ]);
});

test("paid, spent, given back and paid again, as often as one likes, brings no more than once", async () => {
  const mary = await at.customer();
  await tie(await booked(mary));
  let sale = await at.paid(mary);
  await at.act((scope) => adjustPoints(scope, { customerId: grace, points: -50, reason: "Spent", key: newId() }));
  for (const _ of [1, 2]) {
    await at.returned(sale, 2_500_00);
    sale = await at.paid(mary);
    expect(await at.balance(grace)).toEqual([0, 0]);
  }
});

test("somebody the house knew is no new friend by a number that was typed, unless it was shown to be theirs", async () => {
  const known = await at.customer({ name: "Stored Canary" });
  await sql`update customers set created_at = now() - interval '1 day' where id = ${known}`;
  const bookingId = await booked(known, "Njeri W");
  expect(await tie(bookingId)).toBe(false);
  expect(await at.act((scope) => tieReferral(scope, { code, bookingId, isProven: true }))).toBe(true);
  const { referral } = await at.act((scope) => getWallet(scope, grace));
  expect(referral.friends).toEqual([{ firstName: "Njeri", counts: false }]);
});

test("nobody brings themself, their own account, their child, whoever was here before, or somebody twice", async () => {
  expect(await tie(await booked(grace))).toBe(false);
  const account = newId();
  await sql`insert into accounts (id, phone) values (${account}, '+254711000001')`;
  await sql`update customers set account_id = ${account}, email = 'grace@x.test' where id = ${grace}`;
  const again = await at.customer();
  await sql`update customers set account_id = ${account} where id = ${again}`;
  expect(await tie(await booked(again))).toBe(false);
  const sameMail = await at.customer();
  await sql`update customers set email = 'Grace@X.test' where id = ${sameMail}`;
  expect(await tie(await booked(sameMail))).toBe(false);
  const child = await at.customer();
  await sql`update customers set guardian_id = ${grace} where id = ${child}`;
  expect(await tie(await booked(child))).toBe(false);
  const known = await at.customer();
  await booked(known);
  expect(await tie(await booked(known))).toBe(false);
  const buyer = await at.customer();
  await at.paid(buyer);
  expect(await tie(await booked(buyer))).toBe(false);
  const fresh = await at.customer();
  const booking = await booked(fresh);
  expect(await tie(booking, "ZZZZZZ")).toBe(false);
  expect(await Promise.all([tie(booking), tie(booking), tie(booking)])).toContain(true);
  expect(await sql`select from referrals where tenant_id = ${house.tenantId}`).toHaveLength(1);
});

test("a house that gives nothing for it gives nothing", async () => {
  await rules({ referralPoints: 0 });
  const mary = await at.customer();
  await tie(await booked(mary));
  await at.paid(mary);
  expect(await at.balance(grace)).toEqual([0, 0]);
});

test("a birthday is wished well once a year, to whoever allowed it and has not taken it back", async () => {
  const today = localDate(new Date(), zone);
  const birthday = today.slice(5);
  const people = await Promise.all(
    ["Asked", "Never", "Withdrew", "Other day", "Blocked"].map((name) =>
      at.customer({ name, birthday: name === "Other day" ? (birthday === "06-15" ? "06-16" : "06-15") : birthday }),
    ),
  );
  const [asked, , withdrew, otherDay, blocked] = people as [string, string, string, string, string];
  const say = (customerId: string, granted: boolean, hour: number) => sql`
    insert into consents (tenant_id, id, customer_id, purpose, channel, granted, wording, source, created_at)
    values (${house.tenantId}, ${newId()}, ${customerId}, 'marketing', 'any', ${granted}, 'v1', 'portal',
      now() - make_interval(hours => ${10 - hour}))`;
  for (const id of [asked, withdrew, otherDay, blocked]) await say(id, true, 1);
  await say(withdrew, false, 2);
  await sql`update customers set status = 'blocked' where id = ${blocked}`;
  await rules({ birthdayRewardId: await at.reward({ pointsRequired: undefined, name: "Birthday treat" }) });
  const due = () => sql<{ due_at: Date; payload: { day: string } }[]>`
    select due_at, payload from due where tenant_id = ${house.tenantId} and kind = 'look_at_birthdays' order by due_at`;
  const [first] = await due();
  expect(first!.due_at).toEqual(atMinute(first!.payload.day, 540, zone));
  // As if it had been planned for today.
  await sql`update reward_rules set birthday_next = ${today} where tenant_id = ${house.tenantId}`;
  const look = (day: string) => at.act((scope) => lookAtBirthdays(scope, { day }));
  await sql`update tenants set closing_since = now(), closes_at = now() + interval '30 days' where id = ${house.tenantId}`;
  await look(today);
  expect(await sql`select from vouchers where tenant_id = ${house.tenantId}`).toHaveLength(0);
  expect(
    (await sql`select birthday_next::text as next from reward_rules where tenant_id = ${house.tenantId}`)[0]!.next,
  ).toBe(addDays(today, 1));
  await sql`update tenants set closing_since = null, closes_at = null where id = ${house.tenantId}`;
  await sql`update reward_rules set birthday_next = ${today} where tenant_id = ${house.tenantId}`;
  await look(today);
  await look(today);
  const given = await sql`select customer_id, origin, name from vouchers where tenant_id = ${house.tenantId}`;
  expect(given).toEqual([{ customer_id: asked, origin: "birthday", name: "Birthday treat" }]);
  const planned = await due();
  await look(planned.at(-1)!.payload.day);
  expect(await sql`select from vouchers where tenant_id = ${house.tenantId}`).toHaveLength(1);
});

test("new points that are enough for something are told once, in the customer’s language and ways", async () => {
  await at.reward({ name: "Free nails", pointsRequired: 30 });
  await sql`update customers set language = 'sw' where id = ${grace}`;
  const messages = await at.act(async (scope) => {
    await adjustPoints(scope, { customerId: grace, points: 20, reason: "Hi", key: newId() });
    await adjustPoints(scope, { customerId: grace, points: 20, reason: "Hi", key: newId() });
    const changed = eventsOf(scope).filter((event) => event.name === "points.changed");
    return Promise.all([tellWithinReach(scope, changed), tellWithinReach(scope, changed.slice(0, 1))]);
  });
  const [both] = messages;
  expect(new Set(both.map(({ dedupeKey }) => dedupeKey)).size).toBe(1);
  expect(both[0]).toMatchObject({ channel: "sms", to: "+254711000001", template: "reward-within-reach" });
  expect(both[0]!.body).toContain("una pointi 40, kwa hiyo Free nails ni yako kuchukua");
  expect(both[0]!.body).toContain(`/portal/${house.slug}/wallet`);
});

test("a code that is given is told to whoever wants to hear such things; a used one to whoever had it", async () => {
  const reward = await at.reward({ name: "We miss you", pointsRequired: undefined });
  const give = () =>
    at.act(async (scope) => {
      const given = await giveVoucher(scope, {
        customerId: grace,
        rewardId: reward,
        reason: "Long gone",
        key: newId(),
      });
      if (!given.ok) throw new Error(given.refusal);
      const changed = eventsOf(scope).filter((event) => event.name === "voucher.changed");
      return { code: given.value.code, told: await tellVoucher(scope, changed), changed };
    });
  expect((await give()).told).toEqual([]);
  await sql`insert into consents (tenant_id, id, customer_id, purpose, channel, granted, wording, source)
    values (${house.tenantId}, ${newId()}, ${grace}, 'marketing', 'sms', true, 'v1', 'desk')`;
  const { code: given, told, changed } = await give();
  expect(told).toMatchObject([{ template: "voucher-given", channel: "sms" }]);
  expect(told[0]!.body).toContain(given);
  await at.paid(grace, { voucher: given });
  const used = changed.map((event) => ({ ...event, became: "redeemed" as const }));
  expect(await at.act((scope) => tellVoucher(scope, used))).toMatchObject([{ template: "voucher-used" }]);
});
