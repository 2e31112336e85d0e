import postgres from "postgres";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { sayByOptOut } from "@/lib/customers/opt-out";
import { startSmsServer } from "@/lib/notifications/testing/sms-server";
import { worksAgain } from "@/lib/notifications/transports/breaker";
import { now, setClockOffset } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { countManySms } from "@/lib/platform/sms";
import { openSaleInput } from "@/lib/till/input";
import { openSale } from "@/lib/till/open-sale";
import { previewQuery, saveCampaignInput } from "./input";
import { listRecipients } from "./list-recipients";
import { previewCampaign } from "./preview-campaign";
import { saveCampaign } from "./save-campaign";
import { sendCampaign } from "./send-campaign";
import { atCampaigns } from "./testing/at-campaigns";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 3, onnotice: () => {} });
let sms: Awaited<ReturnType<typeof startSmsServer>>;
beforeAll(async () => {
  sms = await startSmsServer("at-key");
  process.env.AFRICASTALKING_USERNAME = "amani";
  process.env.AFRICASTALKING_API_KEY = "at-key";
  process.env.AFRICASTALKING_BASE_URL = sms.url;
  process.env.SMS_PER_TENANT = "500";
  process.env.SMS_PER_DAY = "100000";
});
afterAll(async () => {
  await sql.end();
  await sms.close();
});

let house: House;
let at: Awaited<ReturnType<typeof atCampaigns>>;
beforeEach(async () => {
  house = await makeHouse({ name: "Nyota Nails" });
  at = await atCampaigns(sql, house);
  sms.taken.length = 0;
});
afterEach(() => {
  at.forgetTime();
  worksAgain("africastalking");
});

const many = (n: number) => Array.from({ length: n }, (_, nth) => ({ name: `Achieng ${nth}` }));
const preview = async (wish: object) => {
  const asked = previewQuery.parse({ segment: "everybody", channel: "sms", body: "Karibu", ...wish });
  const answer = await at.act((scope) => previewCampaign(scope, asked));
  if (!answer.ok) throw new Error(answer.refusal);
  return answer.value;
};
const turnOf = async (id: string) => {
  const [row] = await sql<{ turn: number }[]>`select turn from campaigns where id = ${id}`;
  return { campaignId: id, turn: row!.turn };
};
const step = async (id: string) => {
  const wish = await turnOf(id);
  return at.act((scope) => sendCampaign(scope, wish));
};

test("a campaign goes to who allows it by its way, in their language; the preview said so, and the network has as many", async () => {
  const [yes, swahili, , , , , , , byMail] = await at.people([
    { name: "Wanjiru Kamau" },
    { name: "Baraka", language: "sw" },
    { said: null },
    { said: { granted: false } },
    { phone: null },
    { status: "blocked" },
    { archived: true },
    { bySms: false },
    { name: "Mail Only", phone: null, email: "mail@example.test", said: { granted: true, channel: "email" } },
  ]);
  const words = { body: "Hi {first name}, {business} has news.", bodySw: "Habari {first name}!" };
  expect(await preview(words)).toMatchObject({
    ...{
      total: 9,
      sms: 2,
      email: 0,
      segments: 1,
      cost: { minor: 160, currency: "KES", isKnown: false },
      smsLeft: null,
    },
    samples: [{ name: "Baraka", body: "Habari Baraka!" }, { body: "Hi Wanjiru, Nyota Nails has news." }],
  });
  expect((await preview(words)).held).toEqual(
    expect.arrayContaining([
      ...[
        { why: "no_consent", people: 1 },
        { why: "opted_out", people: 2 },
        { why: "no_address", people: 2 },
      ],
      ...[
        { why: "blocked", people: 1 },
        { why: "put_away", people: 1 },
      ],
    ]),
  );
  expect(await preview({ ...words, channel: "any" })).toMatchObject({ sms: 2, email: 1 });
  const id = await at.campaign(words);
  const sent = await at.runOut(id);
  expect(sent).toMatchObject({ status: "sent", counts: { total: 9, gone: 2, held: 7, bySms: 2, costMinor: 160 } });
  expect(sms.taken).toHaveLength(sent.counts.gone);
  const texts = sms.taken.map(({ message }) => message.replace(/\/u\/.*/, "/u/…")).sort();
  expect(texts).toEqual([
    expect.stringMatching(/^Habari Baraka! Stop: http.*\/u\/…$/),
    expect.stringMatching(/^Hi Wanjiru, Nyota Nails has news\. Stop: http.*\/u\/…$/),
  ]);
  const { items } = await at.act((scope) => listRecipients(scope, id, { state: "gone", cursor: undefined }));
  expect(items.map((one) => one.id).sort()).toEqual([yes, swahili].sort());
  const both = await at.runOut(await at.campaign({ ...words, channel: "any", subject: "News" }));
  expect(both.counts).toMatchObject({ bySms: 2, byEmail: 1 });
  expect(await sql`select to_address from messages where customer_id = ${byMail!}`).toMatchObject([
    { to_address: "mail@example.test" },
  ]);
});

test("whoever says no while their message waits for its turn gets none, and nobody is written to who left by then", async () => {
  const [stays, leaves, later] = await at.people(many(3));
  const id = await at.campaign();
  await step(id);
  await at.act((scope) => sayByOptOut(scope, leaves!, false));
  const { counts } = await at.runOut(id);
  expect(counts).toMatchObject({ gone: 2, failed: 1 });
  expect(sms.taken).toHaveLength(2);
  const second = await at.campaign();
  await sql`update customers set archived_at = now() where id = ${later!}`;
  expect((await at.runOut(second)).counts.why).toEqual(
    expect.arrayContaining([
      { why: "opted_out", people: 1 },
      { why: "put_away", people: 1 },
    ]),
  );
  expect(await sql`select count(*)::int as n from messages where customer_id = ${stays!}`).toMatchObject([{ n: 2 }]);
});

test("whose network is told to stop gets nothing, not even what lies in the house already", async () => {
  const [, stops] = await at.people(many(2));
  const id = await at.campaign();
  await step(id);
  await sql`update customers set wishes = wishes || '{"bySms": false}' where id = ${stops!}`;
  expect((await at.runOut(id)).counts).toMatchObject({ gone: 1, failed: 1 });
  expect(sms.taken).toHaveLength(1);
});

test.each([
  ["suspended", { status: "suspended" }, { status: "active" }],
  ["resting", { works_until: new Date(0) }, { works_until: null }],
])("a house that is %s sends nothing until it is open again", async (_, shut, open) => {
  await at.people(many(2));
  const id = await at.campaign();
  await sql`update tenants set ${sql(shut)} where id = ${house.tenantId}`;
  for (let n = 0; n < 3; n++) await at.run();
  expect(await at.facts(id)).toMatchObject({ status: "scheduled", counts: { total: 0 } });
  expect(sms.taken).toHaveLength(0);
  await sql`update tenants set ${sql(open)} where id = ${house.tenantId}`;
  setClockOffset(2 * 3_600_000);
  for (let n = 0; n < 3; n++) await at.run();
  expect(sms.taken).toHaveLength(2);
});

test("what is about bookings takes of the day, too, and whom it holds nothing for waits for another day", async () => {
  await at.people(many(20));
  await sql`insert into messages (tenant_id, id, channel, to_address, template, body, dedupe_key, status, created_at, next_try_at)
    select ${house.tenantId}, gen_random_uuid(), 'sms', '+254700000000', 'receipt', 'Paid', 'receipt ' || n, 'sent', ${now()}, ${now()}
    from generate_series(1, 435) n`;
  const id = await at.campaign();
  for (let n = 0; n < 3; n++) await at.run();
  expect(await at.facts(id)).toMatchObject({ status: "sending", counts: { gone: 15, waiting: 5, failed: 0 } });
});

test("whoever the day’s count refuses has their turn later", async () => {
  await at.people(many(10));
  const numbers = Array.from(
    { length: 494 },
    (_, n) => `+25411${String(n).padStart(3, "0")}${String(Math.random()).slice(2, 6)}`,
  );
  await countManySms(numbers, house.tenantId);
  const id = await at.campaign();
  for (let n = 0; n < 3; n++) await at.run();
  expect(await at.facts(id)).toMatchObject({ status: "sending", counts: { gone: 6, waiting: 4, failed: 0 } });
  expect(Date.parse((await at.facts(id)).waitsUntil!)).toBeGreaterThan(now().getTime() + 30 * 60_000);
});

test("each has a code of their own, told in the message alone, and it is taken at the till", async () => {
  const [wanjiru] = await at.people(many(3));
  const rewardId = await at.reward({ stock: 2, serviceIds: [] });
  expect(await preview({ rewardId, body: "Your code: {code}" })).toMatchObject({
    ...{ sms: 2, held: [{ why: "none_left", people: 1 }] },
  });
  const id = await at.campaign({ rewardId, body: "Your code: {code}" });
  const first = await at.runOut(id);
  expect(first.counts).toMatchObject({ gone: 2, held: 1, why: [{ why: "none_left", people: 1 }] });
  const codes = await sql<{ code: string; customer_id: string }[]>`
    select code, customer_id from vouchers where tenant_id = ${house.tenantId} and status = 'pending' order by code`;
  expect(sms.taken.map(({ message }) => /: (\S+)/.exec(message)![1]).sort()).toEqual(codes.map(({ code }) => code));
  expect(await sql`select stock from rewards where id = ${rewardId}`).toMatchObject([{ stock: 0 }]);
  expect(sms.taken).toHaveLength(2);
  const { code, customer_id } = codes[0]!;
  const sale = openSaleInput.parse({
    ...{ customerId: customer_id, lines: [{ serviceId: house.serviceIds[0] }], key: newId(), voucher: code },
  });
  expect(await at.act((scope) => openSale(scope, sale))).toMatchObject({ ok: true });
  expect((await at.facts(id)).results).toMatchObject({ codes: 2, redeemed: 1, offMinor: 225_00 });
  expect(wanjiru).toBeTruthy();
});

test("killed half way it goes on where it was: everybody gets it once, by two workers as well", async () => {
  await at.people(many(230));
  const id = await at.campaign();
  await step(id);
  const wish = await turnOf(id);
  const killed = at.act(async (scope) => {
    await sendCampaign(scope, wish);
    throw new Error("killed");
  });
  await expect(killed).rejects.toThrow("killed");
  await at.run();
  at.forgetTime();
  await Promise.all([step(id), step(id)]);
  const { counts } = await at.runOut(id);
  expect(counts).toMatchObject({ total: 230, gone: 230, waiting: 0, failed: 0 });
  expect(sms.taken).toHaveLength(230);
  expect(new Set(sms.taken.map(({ to }) => to)).size).toBe(230);
});

test("cancelled half way the rest is not sent, what lies in the house stays there, and its codes are nobody's", async () => {
  await at.people(many(230));
  const rewardId = await at.reward();
  const id = await at.campaign({ rewardId, body: "Your code: {code}" });
  await step(id);
  for (let n = 0; n < 5; n++) await at.run();
  await expect.poll(() => sms.taken.length).toBeGreaterThan(0);
  const gone = sms.taken.length;
  expect(await at.move(id, "cancel")).toMatchObject({ ok: true });
  expect(await at.move(id, "resume")).toMatchObject({ refusal: "not_sending" });
  const { counts, status } = await at.runOut(id);
  expect(status).toBe("cancelled");
  expect(counts).toMatchObject({ gone, waiting: 0, queued: 0, held: 230 - gone });
  expect(sms.taken).toHaveLength(gone);
  const [open] =
    await sql`select count(*)::int as n from vouchers where reward_id = ${rewardId} and status = 'pending'`;
  expect(open!.n).toBe(gone);
});

test("stopped for a while nobody is written to; going on it goes on", async () => {
  await at.people(many(120));
  const id = await at.campaign();
  await step(id);
  await at.move(id, "pause");
  for (let n = 0; n < 3; n++) await at.run();
  expect((await at.facts(id)).counts).toMatchObject({ waiting: 20 });
  await at.move(id, "resume");
  expect((await at.runOut(id)).counts).toMatchObject({ gone: 120 });
});

test("at night it waits for the morning, and goes then", async () => {
  await at.people(many(2));
  const night = 12 * 3_600_000;
  setClockOffset(night);
  const id = await at.campaign();
  await at.run();
  const waiting = await at.facts(id);
  expect(waiting).toMatchObject({ status: "scheduled", counts: { total: 0 } });
  expect(Date.parse(waiting.waitsUntil!)).toBeGreaterThan(now().getTime() + 3 * 3_600_000);
  expect(sms.taken).toHaveLength(0);
  setClockOffset(night + 10 * 3_600_000);
  for (let n = 0; n < 3; n++) await at.run();
  expect(sms.taken).toHaveLength(2);
});

test("more than a day holds go on the next one; bookings keep their share", async () => {
  await at.people(many(310));
  const id = await at.campaign();
  expect(await preview({})).toMatchObject({ sms: 310, smsADay: 300, days: 2 });
  for (let n = 0; n < 12; n++) {
    await at.run();
    setClockOffset(n * 11_000);
  }
  const full = await at.facts(id);
  expect(full).toMatchObject({ status: "sending", counts: { gone: 300, waiting: 10 } });
  expect(Date.parse(full.waitsUntil!)).toBeGreaterThan(now().getTime() + 20 * 3_600_000);
  setClockOffset(25 * 3_600_000);
  for (let n = 0; n < 4; n++) await at.run();
  expect((await at.facts(id)).counts).toMatchObject({ gone: 310, waiting: 0 });
});

test("what the plan does not hold is held back, and said before", async () => {
  await at.people(many(5));
  const plan = `small-${house.slug}`;
  await sql`insert into plans (id, name, monthly_minor, yearly_minor, messages, position)
    values (${plan}, 'Small', 100, 1000, 3, 99)`;
  await sql`insert into subscriptions (tenant_id, plan_id, interval, status, period_start, period_end, price_minor, anchor_on)
    values (${house.tenantId}, ${plan}, 'month', 'active', current_date - 1, current_date + 20, 0, current_date - 1)`;
  expect(await preview({})).toMatchObject({ sms: 3, smsLeft: 3, held: [{ why: "over_plan", people: 2 }] });
  expect((await at.runOut(await at.campaign())).counts).toMatchObject({
    gone: 3,
    why: [{ why: "over_plan", people: 2 }],
  });
});

test("a draft is changed and sent once; what is over stays as it is", async () => {
  await at.people(many(1));
  const id = await at.campaign({ when: { kind: "draft" } });
  await at.run();
  expect(await at.facts(id)).toMatchObject({ status: "draft", sendAt: null });
  const again = saveCampaignInput.parse({
    ...{
      campaignId: id,
      name: "Come",
      segment: "vip",
      channel: "sms",
      body: "Hi",
      when: { kind: "now" },
      key: newId(),
    },
  });
  for (let n = 0; n < 2; n++)
    expect(await at.act((scope) => saveCampaign(scope, again))).toEqual({ ok: true, value: { id } });
  expect(await at.runOut(id)).toMatchObject({ status: "sent", name: "Come", counts: { total: 0 } });
  expect(await at.act((scope) => saveCampaign(scope, { ...again, key: newId() }))).toMatchObject({
    refusal: "no_draft",
  });
  expect(await at.move(id, "cancel")).toMatchObject({ refusal: "over_already" });
  const past = { kind: "at" as const, day: "2026-01-01", minute: 600 };
  const late = saveCampaignInput.parse({ ...again, campaignId: undefined, when: past, key: newId() });
  expect(await at.act((scope) => saveCampaign(scope, late))).toMatchObject({ refusal: "time_is_over" });
});

test("bookings made in the two weeks after are told beside it", async () => {
  const [booker] = await at.people(many(2));
  const id = await at.campaign();
  await at.runOut(id);
  for (const days of [1, 13, 15])
    await sql`insert into bookings (tenant_id, id, reference, customer_id, status, source, starts_at, ends_at, total_minor, currency, booked_as, created_at)
      values (${house.tenantId}, ${newId()}, ${newId().slice(-6)}, ${booker!}, 'confirmed', 'public', now() + make_interval(days => ${days + 20}),
        now() + make_interval(days => ${days + 20}, hours => 1), 1000, 'KES', '{"name":"Achieng"}', now() + make_interval(days => ${days}))`;
  expect((await at.facts(id)).results).toMatchObject({ bookers: 1, bookings: 2 });
});
