import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { anyPhone } from "@/db/testing/login";
import { newId } from "@/lib/platform/ids";
import { askOwnContact, redeemOwnContact } from "./own-contact";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

let addresses = 0;
const somebody = () => ({
  account: { accountId: newId() },
  house: { id: newId(), name: "Test House" },
  language: "en" as "en" | "sw",
  from: { address: `10.3.0.${++addresses}`, requestId: newId() },
});

const sentTo = async (to: string) => {
  const [message] = await sql`select channel, subject, body, secret_until from messages where to_address = ${to}`;
  return message;
};

test.each([
  ["email", () => `${newId()}@customer.test`, "email"],
  ["phone", anyPhone, "sms"],
] as const)("a new %s counts once its code comes back, for who asked", async (contact, newOne, channel) => {
  const [who, to] = [somebody(), newOne()];
  const asked = await askOwnContact(who, contact, ` ${to} `);
  if (!asked.ok) throw new Error(asked.refusal);
  expect(asked.value.to).toBe(to);
  const message = await sentTo(to);
  expect(message).toMatchObject({ channel, secret_until: expect.any(Date) });
  const given = { ...asked.value, code: message!.body.slice(0, 6) };
  const give = (more: object = {}) => redeemOwnContact(contact, { ...given, ...more }, who.from);
  expect(await give({ to: newOne() })).toMatchObject({ ok: false });
  expect(await give({ challenge: newId() })).toMatchObject({ ok: false });
  expect(await redeemOwnContact(contact === "email" ? "phone" : "email", given, who.from)).toMatchObject({ ok: false });
  expect(await give()).toMatchObject({ ok: true });
  expect(await give()).toMatchObject({ ok: false });
});

test("what is none, and a country to which no SMS go, gets no code", async () => {
  const who = somebody();
  expect(await askOwnContact(who, "email", "njeri at home")).toEqual({ ok: false, refusal: "not_one" });
  expect(await askOwnContact(who, "phone", "0712")).toEqual({ ok: false, refusal: "not_one" });
  expect(await askOwnContact(who, "phone", "+442079460958")).toEqual({ ok: false, refusal: "no_country" });
});

test("five new addresses a day for one account, wherever they go and whoever else asks", async () => {
  const who = somebody();
  const ask = (as = who) => askOwnContact(as, "email", `${newId()}@customer.test`);
  for (let n = 0; n < 5; n++) expect((await ask()).ok).toBe(true);
  expect(await ask({ ...who, from: { address: newId(), requestId: newId() } })).toMatchObject({
    ok: false,
    refusal: "too_many",
    retryAfterSeconds: expect.any(Number),
  });
  expect(await askOwnContact(who, "phone", anyPhone())).toMatchObject({ ok: false, refusal: "too_many" });
  expect((await ask({ ...who, account: { accountId: newId() } })).ok).toBe(true);
});

test.each([
  ["en", "Your code for Test House", " is your code for Test House. "],
  ["sw", "Nambari yako ya Test House", " ni nambari yako ya Test House. "],
] as const)("the code is read in the customer's language: %s", async (language, subject, words) => {
  const to = `${newId()}@customer.test`;
  await askOwnContact({ ...somebody(), language }, "email", to);
  expect(await sentTo(to)).toMatchObject({ subject, body: expect.stringContaining(words) });
});
