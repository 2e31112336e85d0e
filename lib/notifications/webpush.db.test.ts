import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import { bookSlot } from "@/lib/bookings/book-slot";
import { bookSlotInput } from "@/lib/bookings/input";
import { runDueJobs } from "@/lib/jobs/worker";
import { addDays, atMinute, localDate } from "@/lib/platform/calendar";
import { setClockOffset } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { forgetBrowser, keepBrowser } from "./push-subscriptions";
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

let house: House;
let userId: string;
let sessionId: string;
beforeEach(async () => {
  taken.length = 0;
  answers = [];
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

let hour = 9;
async function book() {
  const startsAt = atMinute(addDays(localDate(new Date(), "Africa/Nairobi"), 3), 60 * hour++, "Africa/Nairobi");
  const input = bookSlotInput.parse({
    lines: [{ serviceId: house.serviceIds[0] }],
    startsAt: startsAt.toISOString(),
    customer: { name: "Chebet", phone: `07${String(Math.floor(Math.random() * 1e8)).padStart(8, "0")}` },
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
