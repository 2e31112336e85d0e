import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { makeLogin } from "@/db/testing/login";
import { askPasswordReset } from "@/lib/auth/ask-password-reset";
import { countCode } from "@/lib/auth/limits";
import { bookSlot } from "@/lib/bookings/book-slot";
import { bookSlotInput } from "@/lib/bookings/input";
import { addDays, atMinute, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { newId, sha256 } from "@/lib/platform/ids";
import { countSms } from "@/lib/platform/sms";
import type { Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { confirmToCustomer } from "./confirm-to-customer";
import { addMessages, queueMessage } from "./queue-message";
import { sendQueuedMessages } from "./send-messages";

const full = process.env.TEST_SIZE === "full";
const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());

const job = { kind: "system", job: "test" } as const;
let house: House;
beforeEach(async () => {
  house = await makeHouse();
});

/** Numbers of blocks far apart: a block of numbers has a limit, too. */
const farPhone = () => `+2547${String(Math.floor(Math.random() * 1e8)).padStart(8, "0")}`;

const wish = (phone: string, startsAt: string) =>
  bookSlotInput.parse({
    lines: [{ serviceId: house.serviceIds[0] }],
    startsAt,
    customer: { name: "Wanjiru", phone },
  });

const countedToday = async (): Promise<number> => {
  const [row] = await sql<{ points: number }[]>`select points from rate_limits where key like 'sms-day:%'`;
  return row?.points ?? 0;
};

const sms = (to: string) => ({ channel: "sms", to, template: "test", body: "Karibu", dedupeKey: newId() }) as const;

const inHouse = <T>(work: (scope: Scope) => Promise<T>): Promise<T> => withTenant(house.tenantId, job, work);

const statusesTo = async (to: string): Promise<string[]> =>
  (await sql`select status from messages where to_address = ${to} order by status`).map(({ status }) => status);

/** As the portal asks: the code first, then what it costs. */
const asked = async (phone: string, tenantId: string, address: string): Promise<boolean> =>
  (await countCode("portal_sign_in", phone, address)).ok && (await countSms(phone, tenantId)).ok;

test("a bot that asks for SMS over many addresses and one block of numbers gets no more than the cap; others are served", async () => {
  const [requests, addresses] = full ? [10_000, 500] : [1_000, 100];
  console.log(`code requests: ${requests} over ${addresses} addresses${full ? "" : " (10,000 over 500 in test:full)"}`);
  const block = `+2547${String(Math.floor(Math.random() * 1e4)).padStart(4, "0")}`;
  const tenant = newId();
  const from = Array.from({ length: addresses }, newId);
  let sent = 0;
  for (let n = 0; n < requests; n += 50) {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, k) => {
        const number = `${block}${String((n + k) % 10_000).padStart(4, "0")}`;
        return asked(number, tenant, from[(n + k) % addresses]!);
      }),
    );
    sent += answers.filter(Boolean).length;
  }
  expect(sent).toBeLessThanOrEqual(env().SMS_PER_PREFIX);
  expect(sent).toBeGreaterThan(0);
  const other = `+25411${String(Math.floor(Math.random() * 1e7)).padStart(7, "0")}`;
  expect(await asked(other, tenant, newId())).toBe(true);
});

test("an SMS is counted once for its cause, however often its job runs; an e-mail is not", async () => {
  const before = await countedToday();
  const message = sms(farPhone());
  for (let n = 0; n < 3; n++) await inHouse((scope) => queueMessage(scope, message));
  await inHouse((scope) => queueMessage(scope, { ...sms("somebody@letters.test"), channel: "email" }));
  expect(await countedToday()).toBe(before + 1);
});

test("confirmations over a phone's cap are not sent and stay as failed; the bookings stand", async () => {
  const phone = farPhone();
  const many = env().SMS_PER_PHONE + 2;
  for (let n = 0; n < many; n++) {
    const start = atMinute(addDays(localDate(now(), "Africa/Nairobi"), 1 + n), 600, "Africa/Nairobi");
    await inHouse(async (scope) => {
      const booked = await bookSlot(scope, wish(phone, start.toISOString()), { source: "desk" });
      if (!booked.ok) throw new Error(booked.refusal);
      await addMessages(scope, await confirmToCustomer(scope, [{ bookingId: booked.value.id }]));
    });
  }
  await inHouse(sendQueuedMessages);
  const statuses = await statusesTo(phone);
  expect(statuses).toEqual(["failed", "failed", ...Array(env().SMS_PER_PHONE).fill("sent")]);
  const [stand] = await sql`select count(*)::int as many from bookings where tenant_id = ${house.tenantId}`;
  expect(stand!.many).toBe(many);
});

test("a number of a country to which we send no SMS gets none, and none is counted", async () => {
  const before = await countedToday();
  const phone = "+442079460958";
  await inHouse((scope) => queueMessage(scope, { ...sms(phone), secretUntil: now() }));
  const [row] = await sql`select status, body, secret_until from messages where to_address = ${phone}`;
  // What would have let somebody in does not lie about either.
  expect(row).toEqual({ status: "failed", body: "", secret_until: null });
  expect(await countSms(phone, house.tenantId)).toMatchObject({ refusal: "no_country" });
  expect(await countedToday()).toBe(before);
});

test("one whose transaction fails and is run again is counted once", async () => {
  const before = await countedToday();
  const message = sms(farPhone());
  const failing = inHouse(async (scope) => {
    await addMessages(scope, [message]);
    throw new Error("another reaction of the batch failed");
  });
  await expect(failing).rejects.toThrow("another reaction");
  expect(await inHouse((scope) => addMessages(scope, [message]))).toMatchObject([{ status: "queued" }]);
  expect(await countedToday()).toBe(before + 1);
  // Its cause in another business is another one.
  const { tenantId } = await makeHouse();
  await withTenant(tenantId, job, (scope) => addMessages(scope, [message]));
  expect(await countedToday()).toBe(before + 2);
});

test("a password asked for by a phone that nobody has uses up as much as by one that somebody has, and sends nothing", async () => {
  const login = await makeLogin(sql);
  const block = (phone: string) => sha256(phone.slice(0, -4)).slice(0, 32);
  const counts = async (phone: string) => [
    await countedToday(),
    (await sql`select points from rate_limits where key = ${`sms-prefix:${block(phone)}`}`)[0]?.points ?? 0,
  ];
  for (const [phone, messages] of [
    [farPhone(), 0],
    [login.phone, 1],
  ] as const) {
    const before = await counts(phone);
    const reset = await askPasswordReset(phone, { address: newId(), requestId: newId() });
    if (!reset.ok) throw new Error(reset.refusal);
    const after = before.map((points) => points + 1);
    expect(await counts(phone)).toEqual(after);
    await reset.value.send();
    expect(await counts(phone)).toEqual(after);
    expect(await statusesTo(phone)).toHaveLength(messages);
  }
});

test("a block of numbers that has used its share up is refused to known and unknown alike", async () => {
  const block = farPhone().slice(0, -4);
  const [known, unknown] = [`${block}0001`, `${block}0002`];
  const { id } = await makeLogin(sql);
  await sql`update users set phone = ${known} where id = ${id}`;
  const from = () => ({ address: newId(), requestId: newId() });
  for (let n = 0; n < env().SMS_PER_PREFIX; n++) await countSms(`${block}${1_000 + n}`, newId());
  for (const phone of [known, unknown])
    expect(await askPasswordReset(phone, from())).toMatchObject({ ok: false, refusal: "too_many" });
});

test("counting goes on while every connection of the pool is in a transaction that counts", async () => {
  const many = Number(process.env.POOL_SIZE);
  let opened = 0;
  let letAllGo = () => {};
  const allOpen = new Promise<void>((resolve) => {
    letAllGo = resolve;
  });
  const added = await Promise.all(
    Array.from({ length: many }, () =>
      inHouse(async (scope) => {
        await scope.tx.execute("select 1");
        if (++opened === many) letAllGo();
        await allOpen;
        return addMessages(scope, [sms(farPhone())]);
      }),
    ),
  );
  expect(added.map(([one]) => one?.status)).toEqual(Array(many).fill("queued"));
});
