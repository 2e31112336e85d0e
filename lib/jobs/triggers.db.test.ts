import postgres from "postgres";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import { decideTenant } from "@/lib/admin/decide-tenant";
import { changeBooking } from "@/lib/bookings/change-booking";
import { moveBooking } from "@/lib/bookings/move-booking";
import { asksDeposits, paidBooking } from "@/lib/bookings/testing/deposits";
import { placed } from "@/lib/bookings/testing/placed";
import { addByHand } from "@/lib/customers/add-by-hand";
import { changeCustomer } from "@/lib/customers/change-customer";
import { addChild } from "@/lib/customers/family";
import { addCustomerInput } from "@/lib/customers/file-input";
import { sayByOptOut } from "@/lib/customers/opt-out";
import { enquiryInput } from "@/lib/enquiries/input";
import { receiveEnquiry } from "@/lib/enquiries/receive-enquiry";
import { adjustInput, receiveInput, trackInput } from "@/lib/inventory/input";
import { adjustStock, receiveStock } from "@/lib/inventory/receive-stock";
import { trackProduct } from "@/lib/inventory/track-product";
import { queueMessage } from "@/lib/notifications/queue-message";
import { messageDefaults } from "@/lib/notifications/rules";
import { setMessageSettings } from "@/lib/notifications/settings";
import { setClockOffset } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { saidOfVisit } from "@/lib/reviews/input";
import { planReviewRequest } from "@/lib/reviews/plan-request";
import { paidVisit } from "@/lib/reviews/testing/paid-visit";
import { writeReview } from "@/lib/reviews/write-review";
import { adjustPoints } from "@/lib/rewards/adjust-points";
import { giveVoucher } from "@/lib/rewards/give-voucher";
import { atRewards } from "@/lib/rewards/testing/at-rewards";
import { referralCodeOf, tieReferral } from "@/lib/rewards/tie-referral";
import { addStaff } from "@/lib/staff/add-staff";
import { addStaffInput } from "@/lib/staff/input";
import { endSubscription } from "@/lib/subscriptions/end-subscription";
import { startTrial } from "@/lib/subscriptions/start-trial";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import type { Actor, Scope } from "@/lib/tenancy/scope";
import { applicants, business, email, login } from "@/lib/tenancy/testing/applicants";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { member, pay, sold } from "@/lib/till/testing/at-the-till";
import { runDueJobs } from "./worker";

// What happens, and who hears of it and how: each trigger that the Django system had, put right. A message is written
// `template > channel to whom`, a line in the dashboard's list as it reads. The reactions stand in lib/reactions.ts. Who is
// missed, and what is written to a group, have tests of their own: lib/campaigns.

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 4, onnotice: () => {} });
afterAll(() => sql.end());
afterEach(() => setClockOffset(0));

const phone = "+254711550010";
const owner = member("owner");
const guest: Actor = { kind: "public", via: "page" };
const system: Actor = { kind: "system", job: "test" };
const hourMs = 3_600_000;

let house: House;
/** Who has an address of their own here, by it. */
let people: Record<string, string>;
beforeEach(async () => {
  house = await makeHouse({ staff: 2, name: "Nyota" });
  people = { [phone]: "customer" };
  for (const [role, staffId] of [
    ["owner", null],
    ["staff", house.staffIds[0]!],
  ] as const) {
    const { userId } = await addPerson(sql, house.tenantId, role, staffId);
    await sql`update users set preferences = '{"bookings":"all","byEmail":true}' where id = ${userId}`;
    people[`${userId}@house.test`] = role;
  }
});

const act = <T>(work: (scope: Scope) => Promise<T>, actor: Actor = owner) => withTenant(house.tenantId, actor, work);
async function must<T>(answer: Promise<{ ok: true; value: T } | { ok: false; refusal: string }>): Promise<T> {
  const given = await answer;
  if (!given.ok) throw new Error(given.refusal);
  return given.value;
}

/** Everything that follows, also what waits until it can no longer be taken back, in the day that comes. */
async function settled(): Promise<void> {
  await runDueJobs(house.tenantId);
  await sql`update due set due_at = now() - interval '1 minute' where tenant_id = ${house.tenantId} and done_at is null
    and kind in ('tell_customer', 'tell_together', 'ask_for_review')`;
  await runDueJobs(house.tenantId);
}

/** What has been told since `settled` was last read. */
async function told(tenantId = house.tenantId): Promise<string[]> {
  await settled();
  const messages = await sql<{ template: string; channel: string; to: string }[]>`
    delete from messages where tenant_id = ${tenantId} returning template, channel, to_address as to`;
  const lines = await sql<{ title: string }[]>`
    delete from notifications where tenant_id = ${tenantId} and not exists (select from notification_reads r
      where r.notification_id = notifications.id) returning title`;
  return [
    ...messages.map(({ template, channel, to }) => `${template} > ${channel} to ${people[to] ?? to}`),
    ...lines.map(({ title }) => title),
  ].sort();
}

const book = (wish: Parameters<typeof placed>[1] = {}) => placed(house, wish);
const step = (id: string, move: Parameters<typeof changeBooking>[1]["move"], from: "requested" | "confirmed") =>
  must(act((scope) => changeBooking(scope, { id, move, from })));
async function customer(more: object = {}): Promise<string> {
  const { id } = await must(
    act((scope) => addByHand(scope, addCustomerInput.parse({ name: "Chebet Koech", phone, ...more }))),
  );
  await told();
  return id;
}
const wantsNews = (id: string) => sql`
  insert into consents (tenant_id, id, customer_id, purpose, channel, granted, wording, source)
  values (${house.tenantId}, ${newId()}, ${id}, 'marketing', 'sms', true, 'marketing-counter-1', 'desk')`;
const byHand = () => sql`update tenants set policy = policy || '{"confirm":"desk"}' where id = ${house.tenantId}`;

test("a business registers: the platform decides, the applicant knows that it came", async () => {
  const boss = newId();
  await sql`insert into users (id, email, name, password_hash, platform_admin)
    values (${boss}, ${`${boss}@platform.test`}, 'Boss', 'x', true)`;
  const address = email();
  const { tenantId } = await applicants(sql).register(business(), login(address));
  await runDueJobs(tenantId);
  const sent = await sql<{ template: string; to: string }[]>`select template, to_address as to from messages
    where to_address in (${address}, ${`${boss}@platform.test`}) and template <> 'registration-code' order by template`;
  expect(sent).toEqual([
    { template: "application-received", to: address },
    { template: "application-to-decide", to: `${boss}@platform.test` },
  ]);
  const [line] = await sql`select audience from notifications where tenant_id = ${platformTenantId}
    and name = 'application.received' and entity_id = ${tenantId}`;
  expect(line).toBeDefined();
});

test.each([
  ["pending", "approve"],
  ["pending", "reject"],
  ["active", "suspend"],
  ["suspended", "reactivate"],
] as const)("a business that is %s: the platform says %s, and its owner is written to", async (from, decision) => {
  await sql`update tenants set status = ${from} where id = ${house.tenantId}`;
  const boss = { kind: "admin", userId: newId(), from: { address: "10.0.0.9", requestId: "r" } } as const;
  await must(decideTenant(house.tenantId, boss, decision, "The number does not answer"));
  expect(await told()).toContain(`tenant-${decision} > email to owner`);
});

test("booked: the customer, the house, whoever serves, each once", async () => {
  await book();
  expect(await told()).toEqual([
    "Chebet booked Cut",
    "booking-for-member > email to owner",
    "booking-for-member > email to staff",
    "booking-placed > sms to customer",
  ]);
});

test("somebody whom the house has never heard of: its line says so, the next one does not", async () => {
  const last = async () =>
    (
      await sql`select message from notifications where tenant_id = ${house.tenantId} order by created_at desc limit 1`
    )[0];
  await book();
  expect(await last()).toMatchObject({ message: expect.stringMatching(/, new here$/) });
  await book({ hour: 15 });
  expect(await last()).toMatchObject({ message: expect.stringMatching(/15:00$/) });
});

test.each([
  ["accept", "booking-accept > sms to customer"],
  ["decline", "booking-decline > sms to customer"],
] as const)("asked for: the house says %s", async (move, message) => {
  await byHand();
  const { id } = await book();
  await told();
  await step(id, move, "requested");
  expect(await told()).toContain(message);
});

test("cancelled by the house: the customer and whoever would have served; by the customer: the house", async () => {
  const first = await book();
  const second = await book({ hour: 15 });
  await told();
  await step(first.id, "cancel", "confirmed");
  expect(await told()).toEqual([
    "Cancelled: Cut for Chebet",
    "booking-cancel > sms to customer",
    "booking-for-member > email to staff",
  ]);
  const [row] = await sql<{ customer_id: string }[]>`select customer_id from bookings where id = ${second.id}`;
  const own: Actor = { kind: "customer", customerId: row!.customer_id };
  await must(act((scope) => changeBooking(scope, { id: second.id, move: "cancel", from: "confirmed" }), own));
  expect(await told()).toEqual([
    "Chebet cancelled Cut",
    "booking-cancel > sms to customer",
    "booking-for-member > email to owner",
    "booking-for-member > email to staff",
  ]);
});

test("did not come: nothing, unless the house has chosen to say it", async () => {
  const missed = async (hour: number) => {
    const { id } = await book({ hour });
    await told();
    // Past tomorrow afternoon, at whatever hour this runs.
    setClockOffset(48 * hourMs);
    await step(id, "miss", "confirmed");
    const all = await told();
    setClockOffset(0);
    return all.filter((one) => one.includes("customer"));
  };
  expect(await missed(10)).toEqual([]);
  await act((scope) => setMessageSettings(scope, { ...messageDefaults, remindBefore: [], off: [] }));
  expect(await missed(15)).toEqual(["booking-miss > sms to customer"]);
});

test("moved to another time: the customer and whoever serves; to somebody else: both of those", async () => {
  const { id, startsAt } = await book();
  await told();
  const later = new Date(Date.parse(startsAt) + 3 * hourMs);
  await must(act((scope) => moveBooking(scope, { id, startsAt: later, from: startsAt })));
  expect(await told()).toEqual([
    "Moved: Cut for Chebet",
    "booking-for-member > email to staff",
    "booking-move > sms to customer",
  ]);
  const { userId } = await addPerson(sql, house.tenantId, "staff", house.staffIds[1]!);
  const from = later.toISOString();
  await must(act((scope) => moveBooking(scope, { id, startsAt: later, from, staffId: house.staffIds[1]! })));
  const [line] = await sql<{ audience: string[] }[]>`
    select audience from notifications where tenant_id = ${house.tenantId} order by created_at desc limit 1`;
  expect(line!.audience).toEqual(expect.arrayContaining(house.staffIds.map((staff) => `staff:${staff}`)));
  people[`${userId}@house.test`] = "new staff";
});

test("reminders: at the house's own times, never of what was cancelled", async () => {
  await act((scope) => setMessageSettings(scope, { ...messageDefaults, quietFrom: 0, quietUntil: 0, off: [] }));
  const [stays, goes] = [await book({ day: 2 }), await book({ day: 2, hour: 15, phone: "0711550011" })];
  await told();
  await step(goes.id, "cancel", "confirmed");
  await told();
  for (const [before, expected] of [
    [24, ["booking-reminder > sms to customer"]],
    [2, ["booking-reminder > sms to customer"]],
  ] as const) {
    setClockOffset(Date.parse(stays.startsAt) - before * hourMs - Date.now() + 60_000);
    await runDueJobs(house.tenantId);
    expect(await told()).toEqual(expected);
  }
});

test("a visit is paid: how was it, once; and what is said reaches the house", async () => {
  const { visitId, saleId, phone: number } = await paidVisit(sql, house, { phone });
  people[number!] = "customer";
  const noon = (12 - new Date().getUTCHours() - 3) * hourMs;
  setClockOffset(noon < 0 ? noon + 24 * hourMs : noon);
  await act((scope) => planReviewRequest(scope, { saleId }), system);
  await act((scope) => planReviewRequest(scope, { saleId }), system);
  expect(await told()).toEqual(["review-request > sms to customer"]);
  await must(act((scope) => writeReview(scope, visitId, saidOfVisit.parse({ rating: 5, words: "Lovely" })), guest));
  expect(await told()).toEqual(["New review: 5 stars"]);
});

test("a child's visit is paid: whoever answers for them", async () => {
  const guardian = await customer({ name: "Grace" });
  const child = await must(act((scope) => addChild(scope, guardian, { name: "Amani" })));
  await told();
  const { id, owedMinor } = await sold(house, owner, { customerId: child.id });
  await pay(house, owner, { saleId: id, amountMinor: owedMinor, method: "card" });
  expect(await told()).toEqual(["visit-of-child > sms to customer"]);
});

test("written down by hand: a welcome, where there is an address for it", async () => {
  await must(act((scope) => addByHand(scope, addCustomerInput.parse({ name: "Ann", phone, email: "ann@a.test" }))));
  expect(await told()).toEqual(["customer-welcome > email to ann@a.test"]);
  await must(act((scope) => addByHand(scope, addCustomerInput.parse({ name: "Ben", phone: "0711550011" }))));
  expect(await told()).toEqual([]);
});

test.each([
  ["e-mail", { email: "new@a.test" }, { email: null }, []],
  ["phone", { phone: "+254711550099" }, { phone }, ["customer-contact > sms to +254711550099"]],
  ["name", { name: "Chebet K." }, { name: "Chebet Koech" }, []],
] as const)("the house changes a customer's %s", async (_, to, seen, expected) => {
  const id = await customer();
  await must(act((scope) => changeCustomer(scope, id, { to, seen })));
  expect(await told()).toEqual(expected);
});

test("blocked and no longer: said only where the house has chosen to", async () => {
  const id = await customer();
  const become = (is: "active" | "blocked", was: "active" | "blocked") =>
    must(act((scope) => changeCustomer(scope, id, { to: { status: is }, seen: { status: was } })));
  await become("blocked", "active");
  await become("active", "blocked");
  expect(await told()).toEqual([]);
  await act((scope) => setMessageSettings(scope, { ...messageDefaults, remindBefore: [], off: [] }));
  await become("blocked", "active");
  expect(await told()).toEqual(["customer-blocked > sms to customer"]);
  await become("active", "blocked");
  expect(await told()).toEqual(["customer-unblocked > sms to customer"]);
});

test("new on the staff list: the house", async () => {
  await act((scope) => addStaff(scope, addStaffInput.parse({ name: "Akinyi" })));
  expect(await told()).toEqual(["New on the staff list"]);
});

test("a deposit is paid: the customer and the house", async () => {
  await asksDeposits(sql, house);
  await paidBooking(sql, house, { phone });
  expect(await told()).toEqual(
    expect.arrayContaining(["booking-pay > sms to customer", "Chebet paid the deposit: Cut"]),
  );
});

test.each([
  ["a house", () => house.tenantId],
  ["the platform", () => platformTenantId],
])("somebody asks %s something by its form", async (_, of) => {
  const subject = `A wedding ${newId()}`;
  const asked = enquiryInput.parse({ name: "Achieng", phone: "0712345678", email: "", subject, words: "In May?" });
  await withTenant(of(), guest, (scope) => receiveEnquiry(scope, asked));
  const lines = await sql`select n.title from notifications n join enquiries e on e.id = n.entity_id
    where n.tenant_id = ${of()} and e.subject = ${subject}`;
  expect(lines).toEqual([{ title: "New enquiry" }]);
});

test("a reward comes within reach: who wants to hear such things", async () => {
  const at = atRewards(sql, house);
  const id = await at.customer({ phone });
  const rewardId = await at.reward({ pointsRequired: 20 });
  const more = () =>
    act((scope) => adjustPoints(scope, { customerId: id, points: 20, reason: "Sorry for the wait", key: newId() }));
  await more();
  expect(await sql`select status from messages where tenant_id = ${house.tenantId}`).toEqual([]);
  await runDueJobs(house.tenantId);
  // It is in the list with its reason, and did not go.
  expect(await sql`select status from messages where tenant_id = ${house.tenantId}`).toEqual([{ status: "failed" }]);
  await told();
  await wantsNews(id);
  await must(at.claim(id, rewardId));
  await more();
  expect(await told()).toEqual(["reward-within-reach > sms to customer"]);
});

test("a friend comes by somebody's code and pays: who brought them hears of the points", async () => {
  const at = atRewards(sql, house);
  const grace = await at.customer({ phone });
  await wantsNews(grace);
  const code = await at.act((scope) => referralCodeOf(scope, grace));
  const { id } = await book({ name: "Mary", phone: "0711550011" });
  await told();
  expect(await at.act((scope) => tieReferral(scope, { code, bookingId: id }))).toBe(true);
  const [mary] = await sql<{ id: string }[]>`select customer_id as id from bookings where id = ${id}`;
  const sale = await sold(house, owner, { customerId: mary!.id });
  await pay(house, owner, { saleId: sale.id, amountMinor: sale.owedMinor, method: "card" });
  // Nobody is told twice, and what they are told of is there by then.
  expect(await told()).toEqual(["referral-points > sms to customer"]);
});

test("whoever says no to offers before a message of points has gone gets none", async () => {
  const at = atRewards(sql, house);
  const grace = await at.customer({ phone });
  await wantsNews(grace);
  const message = {
    channel: "sms",
    to: phone,
    body: "50 points",
    customerId: grace,
    dedupeKey: newId(),
    counted: true,
  } as const;
  await act((scope) => queueMessage(scope, { ...message, template: "referral-points", purpose: "marketing" }));
  await act((scope) => sayByOptOut(scope, grace, false));
  // Whatever time of the day it is here.
  await sql`update messages set next_try_at = now() where customer_id = ${grace}`;
  await runDueJobs(house.tenantId);
  expect(await sql`select status, failure from messages where customer_id = ${grace}`).toMatchObject([
    { status: "failed", failure: "they no longer want advertising" },
  ]);
});

test("a code is given", async () => {
  const at = atRewards(sql, house);
  const id = await at.customer({ phone });
  const rewardId = await at.reward();
  await wantsNews(id);
  await must(act((scope) => giveVoucher(scope, { customerId: id, rewardId, reason: "For you", key: newId() })));
  expect(await told()).toEqual(["voucher-given > sms to customer"]);
});

test("stock runs low: the house, once", async () => {
  const productId = newId();
  await sql`insert into products (tenant_id, id, name, price_minor, currency)
    values (${house.tenantId}, ${productId}, 'Argan oil', 140000, 'KES')`;
  await act((scope) => trackProduct(scope, trackInput.parse({ productId, unit: "piece", reorderLevel: 5 })));
  await act((scope) => receiveStock(scope, receiveInput.parse({ productId, units: 7, costMinor: 1000, key: newId() })));
  await told();
  const takes = (change: number) =>
    act((scope) =>
      adjustStock(scope, adjustInput.parse({ productId, change, reason: "adjusted", note: "Fell", key: newId() })),
    );
  await takes(-3);
  expect(await told()).toEqual(["Argan oil is running low"]);
  await takes(-1);
  expect(await told()).toEqual([]);
});

test("a subscription begins and changes: the platform", async () => {
  await act((scope) => startTrial(scope), system);
  await runDueJobs(house.tenantId);
  await act((scope) => endSubscription(scope, { ends: true }));
  await runDueJobs(house.tenantId);
  const lines = await sql<{ title: string }[]>`select title from notifications
    where tenant_id = ${platformTenantId} and entity_id = ${house.tenantId} order by created_at`;
  expect(lines.map(({ title }) => title)[0]).toBe("Nyota: tries Professional");
});
