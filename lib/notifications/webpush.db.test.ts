import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import { accountOf, endAccountSession, startAccountSession } from "@/lib/auth/account-sessions";
import { bookSlot } from "@/lib/bookings/book-slot";
import { bookSlotInput } from "@/lib/bookings/input";
import { ownCustomer } from "@/lib/customers/own-customer";
import { runDueJobs } from "@/lib/jobs/worker";
import { addDays, atMinute, localDate } from "@/lib/platform/calendar";
import { setClockOffset } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { member, pay, sold } from "@/lib/till/testing/at-the-till";
import { forgetCustomerBrowser, keepCustomerBrowser, renewCustomerBrowser } from "./customer-browsers";
import { forgetBrowser, keepBrowser, renewBrowser } from "./push-subscriptions";
import { pushKeys } from "./transports/push-keys";

// A browser's maker on this machine: it takes what comes, and the browser's own keys read it.
type Taken = { path: string; headers: Record<string, string | undefined>; body: Buffer };
const taken: Taken[] = [];
let answers: number[] = [];
const maker = createServer(async (request, response) => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  taken.push({ path: request.url ?? "", headers: request.headers as Taken["headers"], body: Buffer.concat(parts) });
  response.writeHead(answers.shift() ?? 201).end();
});

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
let origin = "";
beforeAll(async () => {
  await new Promise<void>((done) => maker.listen(0, "127.0.0.1", done));
  origin = `http://127.0.0.1:${(maker.address() as AddressInfo).port}`;
  process.env.PUSH_HOSTS = new URL(origin).host;
});
afterAll(async () => {
  setClockOffset(0);
  await sql.end();
  await new Promise((done) => maker.close(done));
});

let hour: number;
let house: House;
let userId: string;
let sessionId: string;
beforeEach(async () => {
  taken.length = 0;
  answers = [];
  hour = 9;
  house = await makeHouse({ name: "Nyota Nails" });
  ({ userId } = await addPerson(sql, house.tenantId, "owner"));
  sessionId = newId();
  await sql`insert into sessions ${sql({ id: sessionId, user_id: userId, expires_at: new Date(Date.now() + 86_400_000) })}`;
});

const as = <T>(work: Parameters<typeof withTenant<T>>[2]) =>
  withTenant(house.tenantId, { kind: "member", userId, role: "owner", staffId: null }, work);

function aBrowser(path = `/push/${randomBytes(6).toString("hex")}`) {
  const ecdh = createECDH("prime256v1");
  ecdh.generateKeys();
  const auth = randomBytes(16).toString("base64url");
  return { ecdh, auth, path, kept: { endpoint: `${origin}${path}`, p256dh: ecdh.getPublicKey("base64url"), auth } };
}

/** As a browser reads it: RFC 8291 on top of RFC 8188, from the standards and not from the library that wrote it. */
function readAs({ ecdh, auth }: ReturnType<typeof aBrowser>, body: Buffer): string {
  const salt = body.subarray(0, 16);
  const theirs = body.subarray(21, 21 + body.readUInt8(20));
  const sealed = body.subarray(21 + theirs.length);
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), ecdh.getPublicKey(), theirs]);
  const shared = Buffer.from(hkdfSync("sha256", ecdh.computeSecret(theirs), Buffer.from(auth, "base64url"), info, 32));
  const derive = (what: string, bytes: number) =>
    Buffer.from(hkdfSync("sha256", shared, salt, Buffer.from(`Content-Encoding: ${what}\0`), bytes));
  const decipher = createDecipheriv("aes-128-gcm", derive("aes128gcm", 16), derive("nonce", 12));
  decipher.setAuthTag(sealed.subarray(-16));
  const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  // The last record ends with a two, and nothing but noughts behind it.
  return padded.subarray(0, padded.lastIndexOf(2)).toString();
}

async function book(phone = `07${String(Math.floor(Math.random() * 1e8)).padStart(8, "0")}`) {
  const startsAt = atMinute(addDays(localDate(new Date(), "Africa/Nairobi"), 3), 60 * hour++, "Africa/Nairobi");
  const input = bookSlotInput.parse({
    lines: [{ serviceId: house.serviceIds[0] }],
    startsAt: startsAt.toISOString(),
    customer: { name: "Chebet", phone },
  });
  const booked = await withTenant(house.tenantId, { kind: "public", via: "page" }, (scope) =>
    bookSlot(scope, input, { source: "public" }),
  );
  if (!booked.ok) throw new Error(booked.refusal);
  await runDueJobs(house.tenantId);
  return booked.value.id;
}
const rows = () => sql`select status, failure from messages where tenant_id = ${house.tenantId} and channel = 'push'`;
const kept = () => sql`select endpoint from push_subscriptions where tenant_id = ${house.tenantId}`;

test("a booking reaches the browser, readable for it alone, and signed by this installation", async () => {
  const browser = aBrowser();
  await as((scope) => keepBrowser(scope, { ...browser.kept, sessionId }));
  const id = await book();
  expect(taken).toHaveLength(1);
  const [{ path, headers, body }] = taken as [Taken];
  expect(path).toBe(browser.path);
  expect(headers).toMatchObject({ "content-encoding": "aes128gcm", ttl: "86400" });
  expect(body.toString("latin1")).not.toContain("Chebet");
  expect(JSON.parse(readAs(browser, body))).toMatchObject({
    title: "Chebet booked Cut",
    body: expect.stringMatching(/^\w{3} \d+ \w{3}, \d\d:00, new here$/),
    url: expect.stringContaining(`/dashboard/${house.tenantId}?booking=${id}`),
  });
  // RFC 8292: the token is signed by the key that the browser was subscribed with, and names the maker.
  const [, token, key] = /^vapid t=([^,]+), ?k=(.+)$/.exec(headers.authorization ?? "") as unknown as string[];
  expect(key).toBe(pushKeys().publicKey);
  const point = Buffer.from(key!, "base64url");
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString("base64url"));
  const publicKey = createPublicKey({ key: { kty: "EC", crv: "P-256", x: x!, y: y! }, format: "jwk" });
  const [head, claims, signed] = token!.split(".") as [string, string, string];
  const holds = verify(
    "sha256",
    Buffer.from(`${head}.${claims}`),
    { key: publicKey, dsaEncoding: "ieee-p1363" },
    Buffer.from(signed, "base64url"),
  );
  expect(holds).toBe(true);
  expect(JSON.parse(Buffer.from(claims, "base64url").toString())).toMatchObject({ aud: origin });
  expect(await rows()).toMatchObject([{ status: "sent" }]);
  await runDueJobs(house.tenantId);
  expect(taken).toHaveLength(1);
});

test("a browser that is gone is forgotten; a maker that is busy is asked again", async () => {
  await as((scope) => keepBrowser(scope, { ...aBrowser().kept, sessionId }));
  answers = [503, 410];
  await book();
  expect(await rows()).toMatchObject([{ status: "queued", failure: "the browser's maker answers 503" }]);
  setClockOffset(60_000);
  await runDueJobs(house.tenantId);
  expect(await rows()).toMatchObject([{ status: "failed", failure: "this browser wants no messages any more" }]);
  expect(await kept()).toEqual([]);
  setClockOffset(0);
});

test("whoever looks at the page takes over nobody's browser, and keeps their own by a new sign-in", async () => {
  const browser = aBrowser();
  const mine = { ...browser.kept, sessionId };
  expect(await as((scope) => renewBrowser(scope, mine))).toBe(false);
  await as((scope) => keepBrowser(scope, mine));
  const { userId: other } = await addPerson(sql, house.tenantId, "owner");
  const byOther = await withTenant(
    house.tenantId,
    { kind: "member", userId: other, role: "owner", staffId: null },
    (scope) => renewBrowser(scope, mine),
  );
  expect(byOther).toBe(false);
  expect(await as((scope) => renewBrowser(scope, mine))).toBe(true);
  const [row] = await sql`select user_id from push_subscriptions where endpoint = ${browser.kept.endpoint}`;
  expect(row).toEqual({ user_id: userId });
});

test("it can be turned off; another's browser cannot; whoever left is told nothing", async () => {
  const browser = aBrowser();
  await as((scope) => keepBrowser(scope, { ...browser.kept, sessionId }));
  const { userId: other } = await addPerson(sql, house.tenantId, "owner");
  const byOther = await withTenant(
    house.tenantId,
    { kind: "member", userId: other, role: "owner", staffId: null },
    (scope) => forgetBrowser(scope, browser.kept.endpoint),
  );
  expect(byOther).toBe(false);
  await sql`update members set removed_at = now() where user_id = ${userId}`;
  await book();
  expect(taken).toEqual([]);
  await sql`update members set removed_at = null where user_id = ${userId}`;
  // Who has signed out there has left it to others.
  await sql`update sessions set revoked_at = now() where id = ${sessionId}`;
  await book();
  expect(taken).toEqual([]);
  await sql`update sessions set revoked_at = null where id = ${sessionId}`;
  expect(await as((scope) => forgetBrowser(scope, browser.kept.endpoint))).toBe(true);
  await book();
  expect(taken).toEqual([]);
});

test.each(["http://169.254.169.254/latest", "https://example.com/push", "https://fcm.googleapis.com.evil.example/x"])(
  "%s is nobody's maker, so nothing is ever sent there",
  async (endpoint) => {
    const answer = await as((scope) => keepBrowser(scope, { ...aBrowser().kept, sessionId, endpoint }));
    expect(answer).toMatchObject({ ok: false, refusal: "unknown_maker" });
  },
);

const newPhone = () => `+2547${String(Math.random()).slice(2, 10)}`;

/** Somebody whom the house knows, who has entered with phone and code. */
async function entered(phone = newPhone(), language = "sw") {
  const customerId = newId();
  await sql`insert into customers (tenant_id, id, name, phone, language) values
    (${house.tenantId}, ${customerId}, 'Zawadi', ${phone}, ${language})`;
  const from = { address: "198.51.100.7", requestId: "r" };
  const account = (await accountOf(await startAccountSession(phone, { userAgent: "Phone", from })))!;
  const actor = { kind: "customer", customerId, from } as const;
  const act = <T>(work: Parameters<typeof withTenant<T>>[2]) => withTenant(house.tenantId, actor, work);
  // Their account and this customer become one as they look at their corner.
  await act((scope) => ownCustomer(scope, account));
  return { customerId, phone, account, act };
}

const keptOf = (customerId: string) => sql`select 1 from customer_browsers where customer_id = ${customerId}`;

test("a customer's browser is told in their language, and shows nothing of it on a locked screen", async () => {
  const { customerId, phone, account, act } = await entered();
  const browser = aBrowser();
  await act((scope) =>
    keepCustomerBrowser(scope, customerId, { ...browser.kept, accountSessionId: account.sessionId }),
  );
  await book(phone);
  expect(taken.map(({ path }) => path)).toEqual([browser.path]);
  const told = JSON.parse(readAs(browser, taken[0]!.body));
  expect(told).toMatchObject({
    title: expect.stringMatching(/^Nyota Nails: \w+ \d+ \w{3}, \d\d:00$/),
    body: "Gusa usome.",
    url: expect.stringContaining("/b/"),
  });
  expect(JSON.stringify(told)).not.toMatch(/Cut|Zawadi|Chebet|KES/);
  // The SMS goes as well: a browser is one way more.
  expect(await sql`select channel from messages where customer_id = ${customerId} order by channel`).toMatchObject([
    { channel: "push" },
    { channel: "sms" },
  ]);
});

test("that a child was served is told in the browser of who answers for them", async () => {
  const { customerId, account, act } = await entered();
  const browser = aBrowser();
  await act((scope) =>
    keepCustomerBrowser(scope, customerId, { ...browser.kept, accountSessionId: account.sessionId }),
  );
  const child = newId();
  await sql`insert into customers (tenant_id, id, name, guardian_id) values (${house.tenantId}, ${child}, 'Tim', ${customerId})`;
  const desk = member("front_desk");
  const { id: saleId, owedMinor } = await sold(house, desk, { customerId: child });
  await pay(house, desk, { saleId, amountMinor: owedMinor });
  await runDueJobs(house.tenantId);
  expect(taken.map(({ path }) => path)).toEqual([browser.path]);
  expect(await sql`select template from messages where customer_id = ${child} and channel = 'push'`).toMatchObject([
    { template: "visit-of-child" },
  ]);
});

test("whoever signs out, hands their number on or turns it off is told nothing there any more", async () => {
  const first = await entered();
  const browser = aBrowser();
  const keep = () =>
    first.act((scope) =>
      keepCustomerBrowser(scope, first.customerId, { ...browser.kept, accountSessionId: first.account.sessionId }),
    );
  await keep();
  await first.act((scope) => forgetCustomerBrowser(scope, newId(), browser.kept.endpoint));
  expect(await keptOf(first.customerId)).toHaveLength(1);
  await first.act((scope) => forgetCustomerBrowser(scope, first.customerId, browser.kept.endpoint));
  await book(first.phone);
  expect(taken).toEqual([]);

  await keep();
  // Who has the number by now is somebody else's account.
  const [other] = await sql<
    { id: string }[]
  >`insert into accounts (id, phone) values (${newId()}, ${newPhone()}) returning id`;
  await sql`update customers set account_id = ${other!.id} where id = ${first.customerId}`;
  await book(first.phone);
  expect(taken).toEqual([]);
  await sql`update customers set account_id = ${first.account.accountId} where id = ${first.customerId}`;

  await endAccountSession(first.account, first.account.sessionId);
  await book(first.phone);
  expect(taken).toEqual([]);
});

test("a sign-out between writing and sending keeps it in the house; a browser that is gone is forgotten", async () => {
  const { customerId, phone, account, act } = await entered();
  await act((scope) =>
    keepCustomerBrowser(scope, customerId, { ...aBrowser().kept, accountSessionId: account.sessionId }),
  );
  answers = [503];
  await book(phone);
  expect(await rows()).toMatchObject([{ status: "queued" }]);
  await endAccountSession(account, account.sessionId);
  setClockOffset(60_000);
  await runDueJobs(house.tenantId);
  setClockOffset(0);
  expect(taken).toHaveLength(1);
  expect(await rows()).toMatchObject([{ status: "failed", failure: "this browser is known no more" }]);
  expect(await keptOf(customerId)).toHaveLength(0);
});

test("what waits for one customer does not go to the next who signs in at the same browser", async () => {
  const [first, second] = [await entered(), await entered()];
  const browser = aBrowser();
  const keep = ({ act, customerId, account }: typeof first) =>
    act((scope) => keepCustomerBrowser(scope, customerId, { ...browser.kept, accountSessionId: account.sessionId }));
  await keep(first);
  answers = [503];
  await book(first.phone);
  expect(await keep(first)).toMatchObject({ ok: true });
  await keep(second);
  setClockOffset(60_000);
  await runDueJobs(house.tenantId);
  setClockOffset(0);
  expect(taken).toHaveLength(1);
  expect(await rows()).toMatchObject([{ status: "failed" }]);
  await book(second.phone);
  expect(taken).toHaveLength(2);
});

test("nor from one member to the next", async () => {
  const browser = aBrowser();
  const keep = () => as((scope) => keepBrowser(scope, { ...browser.kept, sessionId }));
  const first = await keep();
  expect(await keep()).toEqual(first);
  const { userId: other } = await addPerson(sql, house.tenantId, "owner");
  const theirs = await withTenant(
    house.tenantId,
    { kind: "member", userId: other, role: "owner", staffId: null },
    (scope) => keepBrowser(scope, { ...browser.kept, sessionId }),
  );
  expect(theirs.ok).toBe(true);
  expect(theirs).not.toEqual(first);
});

test("a new sign-in takes a browser along that was on for them, and turns none on", async () => {
  const [first, second] = [await entered(), await entered()];
  const browser = aBrowser();
  const renew = ({ act, customerId }: typeof first, accountSessionId: string) =>
    act((scope) => renewCustomerBrowser(scope, customerId, { ...browser.kept, accountSessionId }));
  expect(await renew(first, first.account.sessionId)).toBe(false);
  await first.act((scope) =>
    keepCustomerBrowser(scope, first.customerId, { ...browser.kept, accountSessionId: first.account.sessionId }),
  );
  await endAccountSession(first.account, first.account.sessionId);
  expect(await renew(second, second.account.sessionId)).toBe(false);
  const from = { address: "198.51.100.7", requestId: "r" };
  const again = (await accountOf(await startAccountSession(first.phone, { userAgent: "Phone", from })))!;
  expect(await renew(first, again.sessionId)).toBe(true);
  await book(first.phone);
  expect(taken).toHaveLength(1);
});

test("nobody's maker is refused, an eleventh browser too, and who was erased has none", async () => {
  const { customerId, account, act } = await entered();
  const keep = (endpoint?: string) =>
    act((scope) => {
      const { kept: browser } = aBrowser();
      const wish = { ...browser, endpoint: endpoint ?? browser.endpoint, accountSessionId: account.sessionId };
      return keepCustomerBrowser(scope, customerId, wish);
    });
  expect(await keep("https://example.com/push")).toMatchObject({ ok: false, refusal: "unknown_maker" });
  for (let n = 0; n < 10; n++) expect(await keep()).toMatchObject({ ok: true });
  expect(await keep()).toMatchObject({ ok: false, refusal: "too_many" });
  // Those of a sign-in that has ended make room.
  await sql`update account_sessions set revoked_at = now() where id = ${account.sessionId}`;
  expect(await keep()).toMatchObject({ ok: true });
  expect(await keptOf(customerId)).toHaveLength(1);
  await sql`insert into customer_keys (tenant_id, customer_id, destroyed_at) values (${house.tenantId}, ${customerId}, now())
    on conflict (tenant_id, customer_id) do update set destroyed_at = now()`;
  expect(await keep()).toMatchObject({ ok: false, refusal: "not_there" });
});
