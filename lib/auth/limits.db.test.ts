import { beforeEach, expect, test } from "vitest";
import { env } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";
import {
  codesPerDay,
  countBooking,
  countCode,
  countOwnChange,
  countPrompt,
  countRedeeming,
  maySignIn,
  signInFailed,
  signInWorked,
} from "./limits";

const person = () => `${newId()}@limits.test`;
let address: string;
beforeEach(() => {
  address = newId();
});

test("public bookings: so many a minute from one address, and another address is not touched", async () => {
  const most = env().BOOKINGS_PER_MINUTE;
  const answers = await Promise.all(Array.from({ length: most + 5 }, () => countBooking(address)));
  expect(answers.filter((one) => one.ok)).toHaveLength(most);
  const refused = answers.find((one) => !one.ok);
  expect(refused).toMatchObject({ retryAfterSeconds: expect.any(Number) });
  expect((await countBooking(newId())).ok).toBe(true);
});

test("prompts: thirty an hour for one business from one address, and another business is not touched", async () => {
  const tenantId = newId();
  const answers = await Promise.all(Array.from({ length: 33 }, () => countPrompt(tenantId, address)));
  expect(answers.filter((one) => one.ok)).toHaveLength(30);
  expect((await countPrompt(newId(), address)).ok).toBe(true);
});

test("wrong passwords make the next try wait longer, where they were typed and nowhere else", async () => {
  const victim = person();
  const attacker = newId();
  const tries = await Promise.all(Array.from({ length: 50 }, () => maySignIn(victim, attacker)));
  // Five are free, and one may wait in line; fifty at once are fifty.
  expect(tries.filter((one) => one.ok).length).toBeLessThanOrEqual(6);
  expect(tries.at(-1)).toMatchObject({ ok: false, retryAfterSeconds: expect.any(Number) });
  // The victim, at home, is let in at once.
  expect(await maySignIn(victim, address)).toMatchObject({ ok: true, delayMs: 0 });
  // Somebody else behind the attacker's address, too.
  expect((await maySignIn(person(), attacker)).ok).toBe(true);
});

test("one phone is one account, however it is written", async () => {
  const digits = `7${String(Math.floor(Math.random() * 1e8)).padStart(8, "0")}`;
  const spellings = [
    `0${digits}`,
    `+254${digits}`,
    `0${digits.slice(0, 3)} ${digits.slice(3)}`,
    `0${digits.slice(0, 3)}-${digits.slice(3)}`,
  ];
  const tries = [];
  for (let n = 0; n < 12; n++) tries.push(await maySignIn(spellings[n % 4]!, address));
  expect(tries.filter((one) => one.ok).length).toBeLessThan(8);
});

test("many wrong passwords from everywhere slow answers down and lock nobody out", async () => {
  const victim = person();
  for (let n = 0; n < 40; n++) await signInFailed(victim);
  const asked = await maySignIn(victim, address);
  expect(asked.ok).toBe(true);
  expect(asked.delayMs).toBeGreaterThan(1_000);
  expect(asked.delayMs).toBeLessThanOrEqual(4_000);
});

test("who signs in begins anew", async () => {
  const who = person();
  for (let n = 0; n < 5; n++) expect((await maySignIn(who, address)).ok).toBe(true);
  await signInWorked(who, address);
  for (let n = 0; n < 5; n++) expect((await maySignIn(who, address)).ok).toBe(true);
});

test("codes that come back are counted per address", async () => {
  const most = env().SIGN_INS_PER_ADDRESS;
  const answers = await Promise.all(Array.from({ length: most + 5 }, () => countRedeeming(address)));
  expect(answers.filter((one) => one.ok)).toHaveLength(most);
  expect(answers.find((one) => !one.ok)).toMatchObject({ retryAfterSeconds: expect.any(Number) });
  expect((await countRedeeming(newId())).ok).toBe(true);
});

test("a stranger who asks in somebody's name uses nothing of theirs up; over all addresses there is an end", async () => {
  const number = `+25410${String(Math.floor(Math.random() * 1e7)).padStart(7, "0")}`;
  const answers = [];
  for (let n = 0; n < codesPerDay.perAddress + 3; n++) answers.push(await countCode("password_reset", number, address));
  expect(answers.filter((one) => one.ok)).toHaveLength(codesPerDay.perAddress);
  expect((await countCode("password_reset", number, newId())).ok).toBe(true);
  for (let n = 0; n < codesPerDay.inAll; n++) answers.push(await countCode("password_reset", number, newId()));
  expect(answers.filter((one) => one.ok)).toHaveLength(codesPerDay.inAll - 1);
  // Another purpose has tries of its own.
  expect((await countCode("portal_sign_in", number, address)).ok).toBe(true);
});

test.each([
  ["profile", 60],
  ["contact", 5],
] as const)("own changes: so many of the %s for one login, and another login is not touched", async (what, most) => {
  const [mine, theirs] = [newId(), newId()];
  const answers = await Promise.all(Array.from({ length: most + 3 }, () => countOwnChange(what, mine)));
  expect(answers.filter((one) => one.ok)).toHaveLength(most);
  expect(answers.find((one) => !one.ok)).toMatchObject({ retryAfterSeconds: expect.any(Number) });
  expect((await countOwnChange(what, theirs)).ok).toBe(true);
  // What is used up of one is not used up of the other.
  expect((await countOwnChange(what === "profile" ? "contact" : "profile", mine)).ok).toBe(true);
});
