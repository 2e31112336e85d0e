import { TOTP } from "otpauth";
import postgres from "postgres";
import { afterAll, afterEach, expect, test } from "vitest";
import { makeLogin } from "@/db/testing/login";
import { now, setClockOffset } from "@/lib/platform/clock";
import { ok } from "@/lib/platform/result";
import { changePassword } from "./change-password";
import { endOtherSessions } from "./end-sessions";
import { proved } from "./limits";
import { type Self, whileSignedIn } from "./own-account";
import { checkSecondFactor, passSecondFactor } from "./second-factor";
import { renewSession, startSession, userOfSession, waitingUserOf } from "./sessions";
import {
  beginSecondFactor,
  confirmSecondFactor,
  renewRecoveryCodes,
  turnOffSecondFactor,
} from "./set-up-second-factor";
import { signIn } from "./sign-in";
import { prove } from "./step-up";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());
afterEach(() => setClockOffset(0));

const stepMs = 30_000;
const codeOf = (secret: string, steps = 0) =>
  TOTP.generate({ secret: secretOf(secret), timestamp: now().getTime() + steps * stepMs });
const secretOf = (base32: string) => new TOTP({ secret: base32 }).secret;

const atSignIn = (userId: string, typed: string) => checkSecondFactor(userId, typed, "second-factor");

const wrongFor = (code: string) => String((Number(code) + 7) % 1_000_000).padStart(6, "0");

async function withSecondFactor() {
  const login = await makeLogin(sql);
  const begun = await beginSecondFactor(login.self);
  if (!begun.ok) throw new Error(begun.refusal);
  const { secret } = begun.value;
  const confirmed = await confirmSecondFactor(login.self, codeOf(secret));
  if (!confirmed.ok) throw new Error(confirmed.refusal);
  return { ...login, secret, recoveryCodes: confirmed.value };
}

/** The same person, where they go on once they have shown it. */
async function shownAs(self: Self, code: string): Promise<Self> {
  const shown = await prove(self, { code });
  if (!shown.ok) throw new Error(shown.refusal);
  return { ...self, sessionId: shown.value.sessionId };
}

const from = { address: "10.0.0.7", requestId: "a test" };

/** Whether signing in with the password leads to the second step. */
async function waitsAfterSignIn({ email, password }: { email: string; password: string }): Promise<boolean> {
  const user = await signIn(email, password);
  const sessionId = await startSession(user!.id, { passwordHash: user!.passwordHash, userAgent: "", from });
  return (await waitingUserOf(sessionId!)) !== null;
}

test("it is on once a code has shown that the app has the secret; the secret lies sealed", async () => {
  const login = await makeLogin(sql);
  const begun = await beginSecondFactor(login.self);
  if (!begun.ok) throw new Error(begun.refusal);
  expect(begun.value.address).toContain("otpauth://totp/ClientPulse");
  expect(await waitsAfterSignIn(login)).toBe(false);
  expect(await confirmSecondFactor(login.self, codeOf(begun.value.secret, 5))).toMatchObject({ refusal: "wrong_code" });
  const confirmed = await confirmSecondFactor(login.self, codeOf(begun.value.secret));
  if (!confirmed.ok) throw new Error(confirmed.refusal);
  expect(new Set(confirmed.value).size).toBe(10);
  // Who had come in by the password alone is out; who set it up stays.
  const elsewhere = await sql`select count(*)::int as open from sessions
    where user_id = ${login.id} and revoked_at is null and id <> ${login.sessionId}`;
  expect(elsewhere[0]!.open).toBe(0);
  expect(await userOfSession(login.sessionId)).not.toBeNull();
  expect(await waitsAfterSignIn(login)).toBe(true);
  expect(await beginSecondFactor(login.self)).toMatchObject({ refusal: "already_on" });
  const [row] = await sql`select totp_secret from users where id = ${login.id}`;
  expect(row!.totp_secret).not.toContain(begun.value.secret);
  const kept = await sql<{ hash: string }[]>`select hash from recovery_codes where user_id = ${login.id}`;
  expect(kept.map(({ hash }) => hash).filter((hash) => confirmed.value.includes(hash))).toEqual([]);
  expect(await sql`select action from audit_entries where entity_id = ${login.id}`).toEqual([
    { action: "second_factor.turned_on" },
  ]);
});

test("a code opens once, also when it comes eight times at once, and a step early or late", async () => {
  const { id, secret } = await withSecondFactor();
  expect(await atSignIn(id, codeOf(secret))).toMatchObject({ refusal: "wrong_code" });
  const code = codeOf(secret, 1);
  const all = await Promise.all(Array.from({ length: 8 }, () => atSignIn(id, code)));
  expect(all.filter((one) => one.ok)).toHaveLength(1);
  setClockOffset(4 * stepMs);
  expect(await atSignIn(id, codeOf(secret, -1))).toEqual({ ok: true, value: "app" });
  expect((await atSignIn(id, codeOf(secret, 2))).ok).toBe(false);
});

test("a hundred wrong tries at once are a handful; then even the right code waits, and a recovery code does not", async () => {
  const { id, secret, recoveryCodes } = await withSecondFactor();
  const right = codeOf(secret, 1);
  const wrong = wrongFor(right);
  const all = await Promise.all(Array.from({ length: 100 }, () => atSignIn(id, wrong)));
  expect(all.filter((one) => one.ok)).toEqual([]);
  // Five are free, and one may wait in line.
  expect(all.filter((one) => !one.ok && one.refusal === "wrong_code").length).toBeLessThanOrEqual(6);
  expect(await atSignIn(id, right)).toMatchObject({ refusal: "too_many" });
  expect(await atSignIn(id, recoveryCodes[0]!)).toEqual({ ok: true, value: "recovery_code" });
});

test("each way of showing who one is has tries of its own", async () => {
  const { id, self, secret, password } = await withSecondFactor();
  const wrong = wrongFor(codeOf(secret, 1));
  for (let n = 0; n < 20; n++) await atSignIn(id, wrong);
  for (let n = 0; n < 5; n++) expect(await prove(self, { code: wrong })).toMatchObject({ refusal: "wrong_code" });
  for (let n = 0; n < 20; n++) await prove(self, { password: "not mine" });
  expect(await prove(self, { password })).toMatchObject({ refusal: "too_many" });
  expect((await changePassword(self, password, "seven quiet lanterns")).ok).toBe(true);
});

test("fifty codes of the app are a day's; what is left then is a recovery code", async () => {
  const { id, secret, recoveryCodes } = await withSecondFactor();
  const right = codeOf(secret, 1);
  const wrong = wrongFor(right);
  for (let n = 0; n < 50; n++) {
    expect(await atSignIn(id, wrong)).toMatchObject({ refusal: "wrong_code" });
    await proved("second-factor", id);
  }
  const over = await atSignIn(id, right);
  expect(over).toMatchObject({ refusal: "too_many" });
  expect(!over.ok && over.refusal === "too_many" && over.retryAfterSeconds).toBeGreaterThan(3_600);
  expect((await atSignIn(id, recoveryCodes[0]!)).ok).toBe(true);
});

test("a session that waits opens nothing until it is passed; a recovery code passes once and is told of", async () => {
  const login = await withSecondFactor();
  await sql`update sessions set awaits_second_factor = true, proved_at = null where id = ${login.sessionId}`;
  expect(await userOfSession(login.sessionId)).toBeNull();
  expect((await waitingUserOf(login.sessionId))?.id).toBe(login.id);
  const code = login.recoveryCodes[3]!;
  const passed = await passSecondFactor(login.self, ` ${code.toLowerCase().replaceAll("-", " ")}`);
  if (!passed.ok) throw new Error(passed.refusal);
  expect((await userOfSession(passed.value.sessionId))?.id).toBe(login.id);
  expect(await passSecondFactor(login.self, code)).toMatchObject({ refusal: "wrong_code" });
  const told = await sql`select 1 from messages where to_address = ${login.email} and template = 'recovery-code-used'`;
  expect(told).toHaveLength(1);
});

test("a recovery code shown before something grave is written down and told of; the app's code is not", async () => {
  const login = await withSecondFactor();
  const self = await shownAs(login.self, codeOf(login.secret, 1));
  const told = () =>
    sql`select body from messages where to_address = ${login.email} and template = 'recovery-code-used'`;
  expect(await told()).toHaveLength(0);
  const { sessionId } = await shownAs(self, login.recoveryCodes[0]!);
  expect(await told()).toEqual([{ body: expect.stringContaining("9 are left") }]);
  const [deed] = await sql`select entity_id, after::jsonb from audit_entries
    where user_id = ${login.id} and action = 'recovery_code.used'`;
  expect(deed).toEqual({ entity_id: self.sessionId, after: { continuesAs: sessionId, recoveryCodesLeft: 9 } });
});

test("another person's recovery code opens nothing", async () => {
  const [one, other] = [await withSecondFactor(), await withSecondFactor()];
  expect(await atSignIn(one.id, other.recoveryCodes[0]!)).toMatchObject({ refusal: "wrong_code" });
});

test("turning it off and new recovery codes ask who it is once ten minutes have passed", async () => {
  const login = await withSecondFactor();
  setClockOffset(11 * 60_000);
  expect(await turnOffSecondFactor(login.self)).toMatchObject({ refusal: "proof_required" });
  expect(await renewRecoveryCodes(login.self)).toMatchObject({ refusal: "proof_required" });
  expect(await prove(login.self, { password: "not mine" })).toMatchObject({ refusal: "wrong_password" });
  const self = await shownAs(login.self, codeOf(login.secret));
  const renewed = await renewRecoveryCodes(self);
  if (!renewed.ok) throw new Error(renewed.refusal);
  expect(await atSignIn(login.id, login.recoveryCodes[0]!)).toMatchObject({ refusal: "wrong_code" });
  expect((await atSignIn(login.id, renewed.value[0]!)).ok).toBe(true);
  setClockOffset(25 * 60_000);
  expect(await prove(self, { password: login.password })).toEqual({ ok: true, value: { sessionId: self.sessionId } });
  expect((await turnOffSecondFactor(self)).ok).toBe(true);
  expect(await waitsAfterSignIn(login)).toBe(false);
  expect(await sql`select 1 from recovery_codes where user_id = ${login.id}`).toEqual([]);
  expect(await renewRecoveryCodes(self)).toMatchObject({ refusal: "not_begun" });
});

const rowOf = async (sessionId: string) =>
  (
    await sql`select user_id, created_at, expires_at, user_agent, address, awaits_second_factor, revoked_at is not null as ended,
      proved_at is not null as proved from sessions where id = ${sessionId}`
  )[0]!;

test.each([
  ["at sign-in", passSecondFactor],
  ["before something grave", (self: Self, code: string) => prove(self, { code })],
])("the second factor %s gives the session another id, and the one before ends; it gets no older", async (_, show) => {
  const login = await withSecondFactor();
  const atSignIn = show === passSecondFactor;
  await sql`update sessions set awaits_second_factor = ${atSignIn}, proved_at = null, user_agent = 'Firefox',
    created_at = now() - interval '3 days' where id = ${login.sessionId}`;
  const before = await rowOf(login.sessionId);
  const shown = await show(login.self, codeOf(login.secret, 1));
  if (!shown.ok) throw new Error(shown.refusal);
  const { sessionId } = shown.value;
  expect(sessionId).not.toBe(login.sessionId);
  expect(await userOfSession(login.sessionId)).toBeNull();
  expect(await waitingUserOf(login.sessionId)).toBeNull();
  expect((await userOfSession(sessionId))?.id).toBe(login.id);
  expect(await rowOf(sessionId)).toEqual({ ...before, awaits_second_factor: false, ended: false, proved: true });
  expect(await rowOf(login.sessionId)).toEqual({ ...before, ended: true });
});

test("a session that was ended meanwhile is not renewed, whatever was shown", async () => {
  const login = await withSecondFactor();
  await sql`update sessions set revoked_at = now() where id = ${login.sessionId}`;
  expect(await prove(login.self, { code: codeOf(login.secret, 1) })).toMatchObject({ refusal: "signed_out" });
  expect(await sql`select id from sessions where user_id = ${login.id} and revoked_at is null`).toEqual([]);
});

test("signing everybody out waits for a session that is being renewed, and ends what it becomes", async () => {
  const login = await withSecondFactor();
  const { passwordHash } = (await signIn(login.email, login.password))!;
  const elsewhere = {
    ...login.self,
    sessionId: (await startSession(login.id, { passwordHash, userAgent: "", from }))!,
  };
  const [renewed, waiting] = [signal(), signal()];
  const renewing = whileSignedIn(elsewhere, async (scope) => {
    await renewSession(scope, elsewhere.sessionId);
    renewed.give();
    await waiting.given;
    return ok(null);
  });
  await renewed.given;
  const ending = endOtherSessions(login.self);
  await expect.poll(() => sql`select 1 from pg_locks where not granted`).toHaveLength(1);
  waiting.give();
  await Promise.all([renewing, ending]);
  const open = await sql`select id from sessions where user_id = ${login.id} and revoked_at is null`;
  expect(open).toEqual([{ id: login.sessionId }]);
});

function signal() {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { give, given };
}
