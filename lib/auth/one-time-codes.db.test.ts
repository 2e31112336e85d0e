import { afterEach, expect, test } from "vitest";
import { anyPhone } from "@/db/testing/login";
import { setClockOffset } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { codeMinutes, issueCode, redeemCode, triesPerCode } from "./one-time-codes";

afterEach(() => setClockOffset(0));

const asked = () => ({ purpose: "password_reset", destination: anyPhone() }) as const;
const wrongFor = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

/** A code, and what its holder was answered. */
async function issued(wish: Parameters<typeof issueCode>[0] = asked()) {
  const { challenge, code } = await issueCode(wish);
  return { code, one: { ...wish, challenge } };
}

test("the right code works once", async () => {
  const { one, code } = await issued();
  expect(await redeemCode(one, code)).toEqual({ ok: true, userId: null });
  expect((await redeemCode(one, code)).ok).toBe(false);
});

test("of twenty at once with the right code one wins", async () => {
  const { one, code } = await issued();
  const all = await Promise.all(Array.from({ length: 20 }, () => redeemCode(one, code)));
  expect(all.filter((redeemed) => redeemed.ok)).toHaveLength(1);
});

test("a hundred wrong guesses at once count as a hundred: the code is used up and the right one no longer opens", async () => {
  const { one, code } = await issued();
  const all = await Promise.all(Array.from({ length: 100 }, () => redeemCode(one, wrongFor(code))));
  expect(all.filter((redeemed) => redeemed.ok)).toEqual([]);
  expect(all.filter((redeemed) => !redeemed.ok && redeemed.why === "wrong")).toHaveLength(triesPerCode);
  expect(await redeemCode(one, code)).toEqual({ ok: false, why: "too_many" });
});

test("whoever has not asked for the code uses none of its tries up, however often they guess", async () => {
  const { one, code } = await issued();
  for (const challenge of [newId(), "", "not an id", (await issued()).one.challenge]) {
    const guesses = await Promise.all(Array.from({ length: 25 }, () => redeemCode({ ...one, challenge }, code)));
    expect(guesses.every((guess) => !guess.ok && guess.why === "too_many")).toBe(true);
  }
  expect(await redeemCode(one, wrongFor(code))).toEqual({ ok: false, why: "wrong", triesLeft: 4 });
  expect((await redeemCode(one, code)).ok).toBe(true);
});

test("says how many tries are left, for a number that somebody has and for one that nobody has", async () => {
  const { one, code } = await issued();
  expect(await redeemCode(one, wrongFor(code))).toEqual({ ok: false, why: "wrong", triesLeft: 4 });
  expect(await redeemCode(one, wrongFor(code))).toEqual({ ok: false, why: "wrong", triesLeft: 3 });
  expect((await redeemCode(one, code)).ok).toBe(true);
});

test("a new code ends the one before", async () => {
  const wish = asked();
  const [first, second] = [await issued(wish), await issued(wish)];
  expect((await redeemCode(first.one, first.code)).ok).toBe(false);
  expect((await redeemCode(second.one, second.code)).ok).toBe(true);
});

test("after ten minutes a code is worth nothing", async () => {
  const { one, code } = await issued();
  setClockOffset((codeMinutes * 60 + 1) * 1_000);
  expect((await redeemCode(one, code)).ok).toBe(false);
});

test("a code is for one purpose and one destination", async () => {
  const { one, code } = await issued();
  expect((await redeemCode({ ...one, purpose: "portal_sign_in" }, code)).ok).toBe(false);
  expect((await redeemCode({ ...one, destination: anyPhone() }, code)).ok).toBe(false);
});
