import { TOTP } from "otpauth";
import postgres from "postgres";
import { afterAll, expect, test, vi } from "vitest";
import { makeLogin } from "@/db/testing/login";
import { listOutbox } from "@/lib/admin/list-outbox";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { askPasswordReset } from "./ask-password-reset";
import { askContactChange, confirmContactChange, removeContact } from "./change-contact";
import { changePassword } from "./change-password";
import { getProfile } from "./profile";
import { resetPassword } from "./reset-password";
import {
  beginSecondFactor,
  confirmSecondFactor,
  renewRecoveryCodes,
  turnOffSecondFactor,
} from "./set-up-second-factor";
import { signIn } from "./sign-in";

// An intruder's step was let in while their session was open; before it is done, the person has signed them out.
const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());

type Login = Awaited<ReturnType<typeof makeLogin>>;

const end = ({ sessionId }: Login) => sql`update sessions set revoked_at = now() where id = ${sessionId}`;
const signedOut = { ok: false, refusal: "signed_out" };
const codeOf = (secret: string) => TOTP.generate({ secret: new TOTP({ secret }).secret, timestamp: now().getTime() });

/** Until so many stand in line behind what this connection holds. */
const inLine = (holder: number, many: number) =>
  vi.waitFor(
    async () => {
      const [line] = await sql`
        with recursive behind(pid) as (
          select ${holder}::int
          union select a.pid from pg_stat_activity a, behind b where b.pid = any(pg_blocking_pids(a.pid))
        ) select count(*)::int - 1 as many from behind`;
      expect(line?.many).toBe(many);
    },
    { timeout: 10_000 },
  );

test("a password change that was under way does not outlive the owner's reset", async () => {
  const login = await makeLogin(sql);
  const asked = await askPasswordReset(login.email, { address: newId(), requestId: "a test" });
  if (!asked.ok) throw new Error(asked.refusal);
  await asked.value.send();
  const link = /reset-password\/([\w-]+)/.exec((await listOutbox({ to: login.email }))[0]!.body)![1]!;
  // Held where the change writes: the old password was right, and the reset comes first.
  const [change, reset] = await sql.begin(async (tx) => {
    const [held] = await tx`select pg_backend_pid() as pid from users where id = ${login.id} for update`;
    const reset = resetPassword(link, "seven quiet lanterns", login.self.from);
    await inLine(held!.pid, 1);
    const change = changePassword(login.self, login.password, "eight loud drummers");
    await inLine(held!.pid, 2);
    return [change, reset].map((promise) => ({ promise }));
  });
  expect((await reset!.promise).ok).toBe(true);
  expect(await change!.promise).toMatchObject({ ok: false });
  expect(await signIn(login.email, "seven quiet lanterns")).not.toBeNull();
  expect(await signIn(login.email, "eight loud drummers")).toBeNull();
});

test("of two changes of one password at once, one holds", async () => {
  const login = await makeLogin(sql);
  const fresh = ["seven quiet lanterns", "eight loud drummers"];
  const answers = await Promise.all(fresh.map((one) => changePassword(login.self, login.password, one)));
  expect(answers.map((one) => (one.ok ? "changed" : one.refusal)).sort()).toEqual(["changed", "wrong_password"]);
  const holding = answers.findIndex(({ ok }) => ok);
  expect(await signIn(login.email, fresh[holding]!)).not.toBeNull();
});

test("signed out, nobody changes the password or the address", async () => {
  const login = await makeLogin(sql);
  const email = `${newId()}@new.test`;
  const sent = await askContactChange(login.self, "email", email);
  if (!sent.ok) throw new Error(sent.refusal);
  const code = /\d{6}/.exec((await listOutbox({ to: email }))[0]!.body)![0];
  await end(login);
  expect(await changePassword(login.self, login.password, "seven quiet lanterns")).toEqual(signedOut);
  expect(await confirmContactChange(login.self, "email", { ...sent.value, code })).toEqual(signedOut);
  expect(await removeContact(login.self, "email")).toEqual(signedOut);
  expect((await getProfile(login.id))?.email).toBe(login.email);
  expect(await signIn(login.email, login.password)).not.toBeNull();
});

test("signed out, nobody turns the second factor on or off or takes new codes", async () => {
  const login = await makeLogin(sql);
  const begun = await beginSecondFactor(login.self);
  if (!begun.ok) throw new Error(begun.refusal);
  const { secret } = begun.value;
  await end(login);
  expect(await confirmSecondFactor(login.self, codeOf(secret))).toEqual(signedOut);
  await sql`update users set totp_confirmed_at = now() where id = ${login.id}`;
  expect(await renewRecoveryCodes(login.self)).toEqual(signedOut);
  expect(await turnOffSecondFactor(login.self)).toEqual(signedOut);
  expect((await getProfile(login.id))?.hasSecondFactor).toBe(true);
});
