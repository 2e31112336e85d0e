import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { anyPhone } from "@/db/testing/login";
import { bookSlot } from "@/lib/bookings/book-slot";
import { bookSlotInput } from "@/lib/bookings/input";
import { runDueJobs } from "@/lib/jobs/worker";
import { addMessages, notAllowedWords } from "@/lib/notifications/queue-message";
import { addDays, atMinute, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { mergeCustomers } from "@/lib/records/merge-customers";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { member } from "@/lib/till/testing/at-the-till";
import { allows, consentsOf, type Said, sayConsent } from "./consent";
import { shown } from "./consent-words";
import { openOptOut, optingOut, optOutLink, optOutToken, sayByOptOut } from "./opt-out";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const guest = { kind: "public", via: "page" } as const;
let house: House;
let hour = 8;
let [id, phone] = ["", ""];
beforeAll(async () => {
  house = await makeHouse();
});
beforeEach(async () => {
  [id, phone] = [newId(), anyPhone()];
  await sql`insert into customers (tenant_id, id, name, phone) values (${house.tenantId}, ${id}, 'Wanjiru', ${phone})`;
});

const inside = <T>(work: Parameters<typeof withTenant<T>>[2]) => withTenant(house.tenantId, guest, work);
const say = (granted: boolean, more: Partial<Said> = {}) =>
  inside((scope) =>
    sayConsent(scope, id, { purpose: "marketing", granted, wording: shown.marketing, source: "portal", ...more }),
  );
const stands = async () => allows(await inside((scope) => consentsOf(scope, id)), "marketing");
const offer = (channel: "sms" | "email" = "sms", customerId: string | undefined = id) => ({
  ...{
    channel,
    to: channel === "sms" ? phone : "w@example.test",
    template: "campaign" as const,
    body: "Braids at half price.",
  },
  ...(customerId ? { customerId } : {}),
  ...{ dedupeKey: newId(), purpose: "marketing" as const },
});
async function send(...messages: Parameters<typeof addMessages>[1]) {
  const added = await inside((scope) => addMessages(scope, messages));
  const ids = added.map((one) => one!.id);
  const rows = await sql`select id, status, failure, body from messages where id = any(${ids})`;
  return ids.map((one) => rows.find((row) => row.id === one)!);
}
/** Booked on the page with this number, and what the worker makes of it. */
async function book(ticked: boolean, isProven = false) {
  const at = atMinute(addDays(localDate(now(), "Africa/Nairobi"), 1), hour++ * 60, "Africa/Nairobi");
  const input = bookSlotInput.parse({
    lines: [{ serviceId: house.serviceIds[0] }],
    startsAt: at.toISOString(),
    customer: { name: "Wanjiru", phone },
    ...(ticked ? { marketing: shown.marketing } : {}),
  });
  const booked = await inside((scope) => bookSlot(scope, input, { source: "public", isProven }));
  expect(booked.ok).toBe(true);
  await runDueJobs(house.tenantId);
}

test("nothing said is no; the newest word holds, and each is kept with its time, words and place", async () => {
  expect(await stands()).toBe(false);
  await say(true);
  expect(await stands()).toBe(true);
  // The same once more is no news.
  await say(true);
  await say(false, { wording: shown.optOut, source: "message" });
  expect(await stands()).toBe(false);
  const rows =
    await sql`select granted, wording, source, created_at from consents where customer_id = ${id} order by created_at`;
  expect(rows.map(({ granted, wording, source }) => [granted, wording, source])).toEqual([
    [true, "marketing-1", "portal"],
    [false, "opt-out-1", "message"],
  ]);
  expect(
    await inside((scope) =>
      sayConsent(scope, newId(), { purpose: "marketing", granted: true, wording: shown.marketing, source: "portal" }),
    ),
  ).toMatchObject({ ok: false });
});

test("advertising goes to nobody who has not said yes to it, on no way; what they asked for goes all the same", async () => {
  const [sms, email, nobody] = await send(offer(), offer("email"), offer("sms", ""));
  for (const one of [sms, email, nobody]) expect(one).toMatchObject({ status: "failed", failure: notAllowedWords });
  const { purpose: _, ...confirmation } = offer();
  const [mine] = await send(confirmation);
  expect(mine).toMatchObject({ status: "queued", failure: "", body: "Braids at half price." });
  await say(true);
  const [now1] = await send(offer());
  expect(now1).toMatchObject({ status: "queued", failure: "" });
  expect(now1!.body).toBe(`Braids at half price. Stop: ${optOutLink(id)}`);
});

test("a yes for e-mail is none for SMS, and a no to everything is a no to e-mail", async () => {
  await say(true, { channel: "email" });
  const [sms, email] = await send(offer(), offer("email"));
  expect([sms!.status, email!.status]).toEqual(["failed", "queued"]);
  await say(false);
  const [after] = await send(offer("email"));
  expect(after!.failure).toBe(notAllowedWords);
});

test("a message of advertising carries a link out of it, which changes nothing by being looked at", async () => {
  expect(await openOptOut(optOutToken(id))).toBeNull();
  await say(true);
  await send(offer());
  const token = optOutToken(id);
  expect(await optingOut(token)).toEqual({ tenantId: house.tenantId, customerId: id });
  expect(await openOptOut(token)).toMatchObject({ isOn: true, language: "en" });
  expect(await stands()).toBe(true);
  expect(await openOptOut("made-up")).toBeNull();
});

test("the way out of somebody who turned out to be another acts on whom they are part of, with what was sent before", async () => {
  const other = newId();
  await sql`insert into customers (tenant_id, id, name, phone) values (${house.tenantId}, ${other}, 'Wanjiru K', ${anyPhone()})`;
  await say(true);
  await send(offer());
  const token = optOutToken(id);
  const merged = await withTenant(house.tenantId, member("owner"), (scope) =>
    mergeCustomers(scope, { keptId: other, goneId: id, take: [] }),
  );
  expect(merged.ok).toBe(true);
  expect(await openOptOut(token)).toMatchObject({ isOn: true });
  expect(await inside((scope) => sayByOptOut(scope, id, false))).toMatchObject({ ok: true });
  expect(allows(await inside((scope) => consentsOf(scope, other)), "marketing")).toBe(false);
  expect(await openOptOut(token)).toMatchObject({ isOn: false });
});

test("somebody who was put away can still say no, and not yes", async () => {
  await say(true);
  await sql`update customers set archived_at = now() where id = ${id}`;
  expect(await say(false, { wording: shown.optOut, source: "message" })).toMatchObject({ ok: true });
  expect(await stands()).toBe(false);
  expect(await say(true)).toMatchObject({ ok: false });
  expect(await stands()).toBe(false);
});

test("what is ticked with a booking counts; by a number alone a no that was said is not overturned", async () => {
  await book(false);
  expect(await stands()).toBe(false);
  await book(true);
  expect(await stands()).toBe(true);
  await say(false);
  await book(true);
  expect(await stands()).toBe(false);
  await book(true, true);
  expect(await stands()).toBe(true);
  const [row] =
    await sql`select source, wording from consents where customer_id = ${id} order by created_at desc limit 1`;
  expect(row).toEqual({ source: "booking_page", wording: "marketing-1" });
});
