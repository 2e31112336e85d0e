import postgres from "postgres";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { runDueJobs } from "@/lib/jobs/worker";
import { setClockOffset } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { hearReport } from "./hear-report";
import { type OutgoingMessage, queueMessage } from "./queue-message";
import { startMailServer } from "./testing/mail-server";
import { startSmsServer } from "./testing/sms-server";
import { letRest, worksAgain } from "./transports/breaker";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
const job = { kind: "system", job: "test" } as const;
const minute = 60_000;

let mail: Awaited<ReturnType<typeof startMailServer>>;
let sms: Awaited<ReturnType<typeof startSmsServer>>;
beforeAll(async () => {
  // What other files' tests have left to go would go with the first job here, and take the answers that are meant for ours.
  await sql`update messages set status = 'failed' where status in ('queued', 'sending')`;
  mail = await startMailServer("desk", "secret");
  sms = await startSmsServer("at-key");
  // Read once, when somebody first asks.
  process.env.SMTP_URL = `smtp://desk:secret@127.0.0.1:${mail.port}`;
  process.env.MAIL_FROM = "desk@clientpulse.test";
  process.env.AFRICASTALKING_USERNAME = "amani";
  process.env.AFRICASTALKING_API_KEY = "at-key";
  process.env.AFRICASTALKING_SENDER_ID = "AMANI";
  process.env.AFRICASTALKING_BASE_URL = sms.url;
});
afterAll(async () => {
  await sql.end();
  await Promise.all([mail.close(), sms.close()]);
});

let house: House;
let customerId: string;
let phone: string;
let email: string;
beforeEach(async () => {
  house = await makeHouse({ name: "Nyota <Nails>" });
  customerId = newId();
  phone = `+2547${String(Math.floor(Math.random() * 1e8)).padStart(8, "0")}`;
  email = `${customerId.slice(-8)}@example.com`;
  await sql`insert into customers ${sql({ tenant_id: house.tenantId, id: customerId, name: "Achieng", phone, email })}`;
});
afterEach(async () => {
  // What is still to go would go in the next test, and might find a way shut there.
  await sql`update messages set status = 'failed' where tenant_id = ${house.tenantId} and status in ('queued', 'sending')`;
  setClockOffset(0);
  sms.answers.length = 0;
  for (const transport of ["smtp", "africastalking"]) worksAgain(transport);
});

const inHouse = <T>(work: Parameters<typeof withTenant<T>>[2]) => withTenant(house.tenantId, job, work);
type Asked = Exclude<OutgoingMessage, { purpose: "marketing" }>;
const words = (more: Partial<Asked> = {}): Asked => ({
  channel: "sms",
  to: phone,
  template: "booking-placed",
  subject: "Nyota: Tue",
  body: "Nyota expects you.\n\nhttps://desk.example/b/abc?x=1&y=2. Tom & Jerry <3",
  customerId,
  dedupeKey: newId(),
  ...more,
});
const put = (more: Partial<Asked> = {}) => inHouse((scope) => queueMessage(scope, words(more)));
const rows = () => sql`
  select channel, status, transport, failure, tries, segments, cost_minor, cost_currency, provider_id, body
  from messages where tenant_id = ${house.tenantId} order by created_at, channel desc`;
const run = () => runDueJobs(house.tenantId);
const smsTo = (to: string) => sms.taken.filter((one) => one.to === to);
const lettersTo = (to: string) => mail.taken.filter((one) => one.to.includes(to));

test("an SMS goes to Africa's Talking once, with what it cost; its report says that it has arrived", async () => {
  await put();
  await run();
  await run();
  expect(smsTo(phone)).toMatchObject([
    { username: "amani", from: "AMANI", message: expect.stringContaining("Nyota expects you") },
  ]);
  const [row] = await rows();
  expect(row).toMatchObject({
    status: "sent",
    transport: "africastalking",
    segments: 1,
    cost_minor: "80",
    cost_currency: "KES",
  });
  const report = { id: row!.provider_id, status: "Success", phoneNumber: phone, networkCode: "63902" };
  expect(await hearReport(new URLSearchParams(report))).toBe(1);
  expect(await hearReport(new URLSearchParams(report))).toBe(0);
  expect((await rows())[0]).toMatchObject({ status: "delivered" });
  // What comes late, in another order, takes nothing back.
  await hearReport(new URLSearchParams({ ...report, status: "Sent" }));
  await hearReport(new URLSearchParams({ ...report, status: "Failed", failureReason: "DeliveryFailure" }));
  expect((await rows())[0]).toMatchObject({ status: "delivered" });
});

test("a letter goes by the mail server in the business's name, as text and as a page, with nothing in it run as code", async () => {
  await sql`insert into message_settings ${sql({ tenant_id: house.tenantId, from_name: "Nyota's desk", reply_to: "hello@nyota.test", updated_at: new Date() })}`;
  await put({ channel: "email", to: email });
  await run();
  const [letter] = lettersTo(email);
  expect(letter!.from).toBe("desk@clientpulse.test");
  expect(letter!.raw).toMatch(/^From: (Nyota's desk|"Nyota's desk") <desk@clientpulse\.test>/m);
  expect(letter!.raw).toMatch(/^Reply-To: hello@nyota\.test/m);
  const plain = letter!.raw.replace(/=\r?\n/g, "").replaceAll("=3D", "=");
  expect(plain).toContain("Tom & Jerry <3");
  expect(plain).toContain("Nyota &lt;Nails&gt;");
  expect(plain).toContain('href="https://desk.example/b/abc?x=1&amp;y=2"');
  expect((await rows())[0]).toMatchObject({ status: "sent", transport: "smtp" });
});

test("a server that is down keeps nothing: it is left alone, tried again, and everything goes once it is back", async () => {
  sms.answers.push({ http: 503 }, { http: 503 }, { http: 503 });
  await put();
  await run();
  expect((await rows())[0]).toMatchObject({ status: "queued", failure: "Africa's Talking answers 503" });
  const asked = sms.requests();
  await put();
  await run();
  // It rests: nobody is asked, and the second is no try the poorer.
  expect(sms.requests()).toBe(asked);
  setClockOffset(6_000);
  await run();
  expect(smsTo(phone)).toHaveLength(0);
  setClockOffset(60_000);
  await run();
  setClockOffset(5 * minute);
  await run();
  expect(smsTo(phone)).toHaveLength(2);
  expect((await rows()).map(({ status }) => status)).toEqual(["sent", "sent"]);
});

test("where one way stays shut the other one is taken, once; a code is not sent another way", async () => {
  for (let n = 0; n < 20; n += 1) sms.answers.push({ http: 500 });
  await put();
  await put({ template: "portal-code", body: "123456", secretUntil: new Date(Date.now() + 60 * minute) });
  await run();
  setClockOffset(10 * minute);
  await run();
  await run();
  expect(lettersTo(email)).toHaveLength(1);
  expect(lettersTo(email)[0]!.raw).toContain("Nyota expects you.");
  sms.answers.length = 0;
  setClockOffset(30 * minute);
  await run();
  expect(smsTo(phone).map(({ message }) => message)).toEqual(["123456"]);
  expect(
    (await rows())
      .filter(({ channel }) => channel === "sms")
      .map(({ status }) => status)
      .sort(),
  ).toEqual(["failed", "sent"]);
});

test("who has waited long is told another way though it was another business's message that found the way shut", async () => {
  await put();
  await put({ template: "portal-code", body: "123456", secretUntil: new Date(Date.now() + 60 * minute) });
  letRest("africastalking");
  const asked = sms.requests();
  await run();
  expect((await rows()).map(({ status }) => status)).toEqual(["queued", "queued"]);
  setClockOffset(10 * minute);
  letRest("africastalking");
  await run();
  await run();
  expect(sms.requests()).toBe(asked);
  expect(lettersTo(email)).toHaveLength(1);
  expect((await rows()).map(({ status, channel }) => `${channel} ${status}`).sort()).toEqual([
    "email sent",
    "sms failed",
    "sms queued",
  ]);
});

test("a number that has asked its network for no messages is written to by e-mail, and gets no SMS any more", async () => {
  sms.always.set(phone, { http: 201, code: 406, status: "UserInBlacklist" });
  await put();
  await run();
  expect(lettersTo(email)).toHaveLength(1);
  const [customer] = await sql`select wishes from customers where id = ${customerId}`;
  expect(customer!.wishes).toMatchObject({ bySms: false });
  expect((await rows())[0]).toMatchObject({
    status: "failed",
    failure: "they have asked their network for no messages",
  });
});

test("an address that the mail server refuses fails at once; one that it puts off is tried again", async () => {
  const [wrong, busy] = [`wrong-${email}`, `busy-${email}`];
  mail.refuse.set(wrong, 550).set(busy, 451);
  await put({ channel: "email", to: wrong });
  await put({ channel: "email", to: busy });
  await run();
  expect((await rows()).filter(({ channel }) => channel === "email").map(({ status }) => status)).toEqual([
    "failed",
    "queued",
  ]);
  // Whoever has a phone is told by that instead.
  expect(smsTo(phone)).toHaveLength(1);
  mail.refuse.delete(busy);
  setClockOffset(minute);
  await run();
  expect(lettersTo(busy)).toHaveLength(1);
});

test("what a dead process had in its hands goes once more when its time is over, and not before", async () => {
  await put();
  await sql`update messages set status = 'sending', tries = 1, next_try_at = ${new Date(Date.now() + minute)} where tenant_id = ${house.tenantId}`;
  await run();
  expect(smsTo(phone)).toHaveLength(0);
  setClockOffset(2 * minute);
  await run();
  expect(smsTo(phone)).toHaveLength(1);
});

test("two workers at once send each message once", async () => {
  for (let n = 0; n < 30; n += 1)
    await put({ to: `+25471${String(Math.floor(Math.random() * 1e7)).padStart(7, "0")}` });
  const before = sms.taken.length;
  await Promise.all([run(), run(), run()]);
  expect(sms.taken.length - before).toBe(30);
});

test("what is no longer of use is not sent", async () => {
  await put({ validUntil: new Date(Date.now() - 1) });
  await run();
  expect(smsTo(phone)).toHaveLength(0);
  expect((await rows())[0]).toMatchObject({ status: "failed", failure: "it was too late for it" });
});

test("what can wait waits until the quiet hours are over; what somebody waits for does not", async () => {
  const minuteNow = (new Date().getUTCHours() * 60 + new Date().getUTCMinutes() + 180) % 1440;
  const quiet = { quiet_from: (minuteNow + 1435) % 1440, quiet_until: (minuteNow + 60) % 1440 };
  await sql`insert into message_settings ${sql({ tenant_id: house.tenantId, ...quiet, updated_at: new Date() })}`;
  await put({ calm: true, body: "calm" });
  await put({ body: "urgent" });
  await run();
  expect(smsTo(phone).map(({ message }) => message)).toEqual(["urgent"]);
  setClockOffset(61 * minute);
  // What other tests left to be tried again may come first, and a way that failed before is tried with one message.
  await expect.poll(() => run().then(() => smsTo(phone).map(({ message }) => message))).toEqual(["urgent", "calm"]);
});

test("what the business has switched off is not written at all", async () => {
  expect(await put({ template: "booking-miss" })).toBeNull();
  await sql`insert into message_settings ${sql({ tenant_id: house.tenantId, off: ["booking-placed"], updated_at: new Date() })}`;
  expect(await put()).toBeNull();
  expect(await put({ template: "booking-miss" })).toBe("queued");
});

test("an outage of half an hour loses nothing: what could go no other way goes when it is over", async () => {
  await sql`update customers set email = null where id = ${customerId}`;
  for (let n = 0; n < 60; n += 1) sms.answers.push({ http: 503 });
  await put();
  for (let at = 0; at <= 30; at += 1) {
    setClockOffset(at * minute);
    await run();
  }
  expect((await rows())[0]).toMatchObject({ status: "queued", tries: 0 });
  sms.answers.length = 0;
  setClockOffset(40 * minute);
  await run();
  expect(smsTo(phone)).toHaveLength(1);
});

test("the other way is taken by nobody who said no to it, who has heard by it already, or whose letter it was not", async () => {
  await sql`update customers set wishes = '{"bySms": false, "byEmail": true}' where id = ${customerId}`;
  const [wrong, colleague] = [`wrong-${email}`, `colleague-${email}`];
  mail.refuse.set(wrong, 550).set(colleague, 550);
  await put({ channel: "email", to: wrong });
  await put({ channel: "email", to: colleague, template: "booking-for-member" });
  await sql`update customers set wishes = '{"bySms": true, "byEmail": true}' where id = ${customerId}`;
  const key = newId();
  await put({ dedupeKey: key });
  await sql`update customers set wishes = '{"bySms": false, "byEmail": true}' where id = ${customerId}`;
  await put({ channel: "email", to: wrong, dedupeKey: `${key} email` });
  await run();
  expect(smsTo(phone)).toHaveLength(1);
  expect((await rows()).filter(({ channel }) => channel === "sms")).toHaveLength(1);
});

test("a code that was used while it was on its way is not sent again without its words", async () => {
  sms.answers.push({ http: 503 });
  await put({ template: "portal-code", body: "123456", secretUntil: new Date(Date.now() + 60 * minute) });
  await run();
  await sql`update messages set body = '', secret_until = null where tenant_id = ${house.tenantId}`;
  setClockOffset(minute);
  await run();
  expect(smsTo(phone)).toHaveLength(0);
  expect((await rows())[0]).toMatchObject({ status: "failed", failure: "its words are used or replaced" });
});
