import postgres from "postgres";
import { afterAll, afterEach, expect, test } from "vitest";
import { anyPhone, makeLogin } from "@/db/testing/login";
import { ownDeeds } from "@/db/testing/own-deeds";
import { listOutbox } from "@/lib/admin/list-outbox";
import { setClockOffset } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { askContactChange, confirmContactChange, removeContact } from "./change-contact";
import { endOtherSessions, endSession } from "./end-sessions";
import type { Self } from "./own-account";
import { changeProfile, getProfile } from "./profile";
import { listSessions, userOfSession } from "./sessions";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());
afterEach(() => setClockOffset(0));

/** Asks for a code and answers what whoever reads it there would send back. */
async function asked(self: Self, field: "email" | "phone", destination: string) {
  const sent = await askContactChange(self, field, destination);
  if (!sent.ok) throw new Error(sent.refusal);
  return { ...sent.value, code: await codeTo(sent.value.destination) };
}

const codeTo = async (to: string) => /\d{6}/.exec((await listOutbox({ to }))[0]!.body)![0];

test("an e-mail address or phone changes once the code that went there comes back; the one before is told", async () => {
  const login = await makeLogin(sql);
  const [email, phone] = [`${newId()}@new.test`, anyPhone()];
  const byMail = await asked(login.self, "email", email);
  expect((await getProfile(login.id))?.email).toBe(login.email);
  expect(await confirmContactChange(login.self, "email", byMail)).toMatchObject({ ok: true });
  expect((await getProfile(login.id))?.email).toBe(email);
  expect((await listOutbox({ to: login.email }))[0]?.body).toContain(`was changed to ${email[0]}…@new.test`);

  const bySms = await asked(login.self, "phone", `0${phone.slice(4)}`);
  expect(bySms.destination).toBe(phone);
  expect((await listOutbox({ to: phone }))[0]?.channel).toBe("sms");
  expect((await confirmContactChange(login.self, "phone", bySms)).ok).toBe(true);
  expect((await getProfile(login.id))?.phone).toBe(phone);
});

test("an address is taken away while the other one remains; both are told", async () => {
  const login = await makeLogin(sql);
  expect(await removeContact(login.self, "phone")).toEqual({ ok: true, value: true });
  expect(await getProfile(login.id)).toMatchObject({ email: login.email, phone: null });
  const shown = `${login.phone.slice(0, 5)}…${login.phone.slice(-3)} was removed`;
  for (const to of [login.email, login.phone]) expect((await listOutbox({ to }))[0]?.body).toContain(shown);
  expect(await removeContact(login.self, "phone")).toEqual({ ok: true, value: true });
  expect(await removeContact(login.self, "email")).toMatchObject({ refusal: "last_contact" });
  expect((await getProfile(login.id))?.email).toBe(login.email);
  expect(await ownDeeds(login.self)).toMatchObject([
    { action: "phone.removed", before: { phone: login.phone }, after: null },
  ]);
});

test("of both taken away at once one stays", async () => {
  const { self } = await makeLogin(sql);
  const answers = await Promise.all([removeContact(self, "email"), removeContact(self, "phone")]);
  expect(answers.map((one) => (one.ok ? "removed" : one.refusal)).sort()).toEqual(["last_contact", "removed"]);
});

test("whose address it is already is told to nobody but who can read there", async () => {
  const [one, other] = [await makeLogin(sql), await makeLogin(sql)];
  const sent = await asked(one.self, "email", other.email);
  const wrong = sent.code === "000000" ? "111111" : "000000";
  expect(await confirmContactChange(one.self, "email", { ...sent, code: wrong })).toMatchObject({
    refusal: "wrong_code",
  });
  expect(await confirmContactChange(one.self, "email", sent)).toMatchObject({ refusal: "taken" });
  expect((await getProfile(one.id))?.email).toBe(one.email);
});

test("a phone is no e-mail address and the other way round", async () => {
  const { self } = await makeLogin(sql);
  expect(await askContactChange(self, "phone", `${newId()}@new.test`)).toMatchObject({ refusal: "not_a_phone" });
  expect(await askContactChange(self, "email", anyPhone())).toMatchObject({ refusal: "not_an_email" });
});

test("one person's code changes nothing of another's", async () => {
  const [one, other] = [await makeLogin(sql), await makeLogin(sql)];
  const sent = await asked(one.self, "email", `${newId()}@new.test`);
  expect(await confirmContactChange(other.self, "email", sent)).toMatchObject({ refusal: "code_ended" });
  expect((await getProfile(other.id))?.email).toBe(other.email);
});

test("it asks who it is after ten minutes", async () => {
  const login = await makeLogin(sql);
  setClockOffset(11 * 60_000);
  expect(await askContactChange(login.self, "email", `${newId()}@new.test`)).toMatchObject({
    refusal: "proof_required",
  });
  expect(await removeContact(login.self, "email")).toMatchObject({ refusal: "proof_required" });
});

test("name, language and wishes are kept, each by itself", async () => {
  const { id, self } = await makeLogin(sql);
  await changeProfile(self, { name: "Njeri Otieno" });
  await changeProfile(self, { language: "sw" });
  await changeProfile(self, { preferences: { bookings: "own", byEmail: true } });
  await changeProfile(self, {});
  expect(await getProfile(id)).toMatchObject({
    name: "Njeri Otieno",
    language: "sw",
    preferences: { bookings: "own", byEmail: true },
    hasSecondFactor: false,
    recoveryCodesLeft: 0,
  });
});

test("a sign-in that nobody came by for a week is over, and not listed", async () => {
  const { id, sessionId } = await makeLogin(sql);
  const idle = newId();
  await sql`insert into sessions (id, user_id, last_seen_at, expires_at)
    values (${idle}, ${id}, now() - interval '8 days', now() + interval '20 days')`;
  expect(await userOfSession(idle)).toBeNull();
  expect((await listSessions(id)).map((one) => one.id)).toEqual([sessionId]);
});

test("one's own sign-ins end one by one or all but this; another's do not", async () => {
  const [one, other] = [await makeLogin(sql), await makeLogin(sql)];
  const more = [newId(), newId()];
  for (const id of more)
    await sql`insert into sessions (id, user_id, expires_at) values (${id}, ${one.id}, now() + interval '1 day')`;
  expect(await endSession(one.self, other.sessionId)).toBe(false);
  expect(await userOfSession(other.sessionId)).not.toBeNull();
  expect(await endSession(one.self, more[0]!)).toBe(true);
  expect(await endSession(one.self, more[0]!)).toBe(false);
  expect((await listSessions(one.id)).map(({ id }) => id).sort()).toEqual([one.sessionId, more[1]!].sort());
  expect(await endOtherSessions(one.self)).toBe(1);
  expect((await listSessions(one.id)).map(({ id }) => id)).toEqual([one.sessionId]);
});

test("five codes a day to new addresses of one login, wherever they go and from wherever they are asked for", async () => {
  const { self } = await makeLogin(sql);
  const other = await makeLogin(sql);
  const ask = (who: Self, n: number) =>
    askContactChange({ ...who, from: { ...who.from, address: `10.9.0.${n}` } }, "email", `${newId()}@new.test`);
  for (let n = 0; n < 5; n++) expect((await ask(self, n)).ok).toBe(true);
  expect(await ask(self, 5)).toMatchObject({ refusal: "too_many", retryAfterSeconds: expect.any(Number) });
  expect((await ask(other.self, 5)).ok).toBe(true);
});
