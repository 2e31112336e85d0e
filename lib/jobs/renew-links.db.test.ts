import { encode } from "next-auth/jwt";
import { afterEach, expect, test } from "vitest";
import { makeHouse } from "@/db/testing/house";
import { accountOf, startAccountSession } from "@/lib/auth/account-sessions";
import { issueCode, redeemCode } from "@/lib/auth/one-time-codes";
import { sessionIdOf } from "@/lib/auth/session-cookie";
import { bookingToken } from "@/lib/bookings/booking-token";
import { getTicket } from "@/lib/bookings/get-ticket";
import { placed } from "@/lib/bookings/testing/placed";
import { newId } from "@/lib/platform/ids";
import { renewLinks } from "./renew-links";

const first = process.env.AUTH_SECRET!;
const second = "another secret, and a long one: 4f1c9a";

/** The environment is read once per process; here it changes as it does between two starts. */
function useSecrets(secret: string, old = "") {
  Reflect.deleteProperty(globalThis, Symbol.for("clientpulse.env"));
  Object.assign(process.env, { AUTH_SECRET: secret, AUTH_SECRET_OLD: old });
}
afterEach(() => useSecrets(first));

test("after a change of secrets the links of before open, and those that messages carry from then on", async () => {
  const bookings = [];
  for (let day = 1; day <= 3; day += 1) bookings.push(await placed(await makeHouse({}), { day }));
  const held = bookings.map(({ id }) => bookingToken(id));
  useSecrets(second, first);
  const sent = bookings.map(({ id }) => bookingToken(id));
  expect(sent).not.toEqual(held);
  expect(await getTicket(sent[0]!)).toBeNull();
  await renewLinks(2);
  for (const token of [...held, ...sent]) expect(await getTicket(token), token).not.toBeNull();
  useSecrets(second);
  for (const token of [...held, ...sent]) expect(await getTicket(token), token).not.toBeNull();
});

test("sessions and codes of before hold as long as the old secret is there, and no longer", async () => {
  const sid = newId();
  const cookie = `clientpulse.session=${await encode({ token: { sid }, secret: first })}`;
  const portal = await startAccountSession("+254711557701", {
    userAgent: "test",
    from: { address: "127.0.0.1", requestId: "r" },
  });
  const asked = { purpose: "portal_sign_in" as const, destination: "+254711557702" };
  const { challenge, code } = await issueCode(asked);
  useSecrets(second);
  expect(await sessionIdOf(cookie)).toBeNull();
  expect(await accountOf(portal)).toBeNull();
  expect(await redeemCode({ ...asked, challenge }, code)).toMatchObject({ why: "wrong" });
  useSecrets(second, first);
  expect(await sessionIdOf(cookie)).toBe(sid);
  expect(await accountOf(portal)).toMatchObject({ phone: "+254711557701" });
  expect(await redeemCode({ ...asked, challenge }, code)).toMatchObject({ ok: true });
});
