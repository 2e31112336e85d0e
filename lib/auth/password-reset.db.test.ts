import postgres from "postgres";
import { afterAll, afterEach, expect, test } from "vitest";
import { anyPhone, makeLogin } from "@/db/testing/login";
import { setClockOffset } from "@/lib/platform/clock";
import { newId, sha256 } from "@/lib/platform/ids";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import { askPasswordReset } from "./ask-password-reset";
import { changePassword } from "./change-password";
import { getResetLink, resetPassword, resetTokenFor } from "./reset-password";
import { signIn } from "./sign-in";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());
afterEach(() => setClockOffset(0));

const from = () => ({ address: `10.1.0.${Math.floor(Math.random() * 250)}`, requestId: newId() });
const fresh = "seven quiet lanterns";

async function ask(identifier: string, by = from()) {
  const asked = await askPasswordReset(identifier, by);
  if (asked.ok) await asked.value.send();
  return asked;
}

async function askByPhone(phone: string) {
  const asked = await ask(phone);
  if (!asked.ok || asked.value.way.by !== "phone") throw new Error("no code");
  return { identifier: phone, challenge: asked.value.way.challenge };
}

const messagesTo = (to: string) =>
  sql<{ body: string; template: string; tenant_id: string; secret_until: Date | null }[]>`
    select body, template, tenant_id, secret_until from messages where to_address = ${to} order by created_at`;

async function tokenFor(email: string): Promise<string> {
  await ask(email.toUpperCase());
  return /reset-password\/(\S+)/.exec((await messagesTo(email)).at(-1)!.body)![1]!;
}

test("by e-mail: the link sets a password once, and everything that was open before is shut", async () => {
  const login = await makeLogin(sql);
  const token = await tokenFor(login.email);
  expect((await getResetLink(token))?.id).toBe(login.id);
  expect((await messagesTo(login.email))[0]?.secret_until).not.toBeNull();
  expect(await resetPassword(token, fresh, from())).toEqual({ ok: true, value: true });
  expect(await signIn(login.email, login.password)).toBeNull();
  expect((await signIn(login.email, fresh))?.id).toBe(login.id);
  expect(await sql`select 1 from sessions where user_id = ${login.id} and revoked_at is null`).toEqual([]);
  expect(await resetPassword(token, "another long password", from())).toMatchObject({ refusal: "link_ended" });

  const [link, told] = await messagesTo(login.email);
  expect(link).toMatchObject({ template: "password-reset", tenant_id: platformTenantId, body: "" });
  expect(told).toMatchObject({ template: "password-changed", secret_until: null });
  const audit = await sql`select action, actor from audit_entries where entity_id = ${login.id}`;
  expect(audit).toEqual([{ action: "password.changed", actor: { kind: "public", via: "page" } }]);
  expect(await sql`select 1 from user_tokens where hash = ${token}`).toEqual([]);
  expect(await sql`select 1 from user_tokens where hash = ${sha256(token)}`).toHaveLength(1);
});

test("what somebody is written of their login is in the language of their profile", async () => {
  const login = await makeLogin(sql);
  await sql`update users set language = 'sw' where id = ${login.id}`;
  const token = await tokenFor(login.email);
  expect((await messagesTo(login.email))[0]?.body).toContain("ameomba nenosiri jipya");
  expect(await resetPassword(token, fresh, from())).toEqual({ ok: true, value: true });
  expect((await messagesTo(login.email)).at(-1)?.body).toContain("Nenosiri lako la ClientPulse limebadilishwa");
});

test("of ten who use one link at once, one sets the password", async () => {
  const login = await makeLogin(sql);
  const token = await tokenFor(login.email);
  const all = await Promise.all(Array.from({ length: 10 }, (_, n) => resetPassword(token, `${fresh} ${n}`, from())));
  expect(all.filter((one) => one.ok)).toHaveLength(1);
});

test("a password that is too easy leaves the link as it was; after half an hour it opens nothing", async () => {
  const login = await makeLogin(sql);
  const token = await tokenFor(login.email);
  expect(await resetPassword(token, "short", from())).toMatchObject({ refusal: "bad_password" });
  expect(await resetPassword(token, "njeri wafula", from())).toMatchObject({ refusal: "bad_password" });
  expect(await getResetLink(token)).not.toBeNull();
  setClockOffset(31 * 60_000);
  expect(await resetPassword(token, fresh, from())).toMatchObject({ refusal: "link_ended" });
});

test("a second link ends the first, and so does a new password", async () => {
  const login = await makeLogin(sql);
  const first = await tokenFor(login.email);
  const second = await tokenFor(login.email);
  expect(await getResetLink(first)).toBeNull();
  expect((await changePassword(login.self, login.password, fresh)).ok).toBe(true);
  expect(await getResetLink(second)).toBeNull();
});

test("by phone: the code is changed for a link of its own, once", async () => {
  const login = await makeLogin(sql);
  const local = `0${login.phone.slice(4)}`;
  const asked = await askByPhone(local);
  const code = /\d{6}/.exec((await messagesTo(login.phone))[0]!.body)![0];
  expect(await resetTokenFor({ ...asked, challenge: newId(), code }, from())).toMatchObject({ refusal: "code_ended" });
  const exchanged = await resetTokenFor({ ...asked, code }, from());
  if (!exchanged.ok) throw new Error("refused");
  expect(await resetTokenFor({ ...asked, code }, from())).toMatchObject({ refusal: "code_ended" });
  expect((await resetPassword(exchanged.value, fresh, from())).ok).toBe(true);
  expect((await signIn(local, fresh))?.id).toBe(login.id);
});

test("whoever is not known gets the same answers and no message", async () => {
  const [email, phone] = [`${newId()}@nobody.test`, anyPhone()];
  const known = await makeLogin(sql);
  const answers = async (identifier: string) =>
    JSON.stringify(await ask(identifier)).replace(/"challenge":"[\w-]{36}"/, "a challenge");
  expect(await answers(email)).toBe(await answers(known.email));
  expect(await answers(phone)).toBe(await answers(known.phone));
  expect(await messagesTo(email)).toEqual([]);
  expect(await messagesTo(phone)).toEqual([]);
  const wrong = async (identifier: string) =>
    resetTokenFor({ ...(await askByPhone(identifier)), code: "000000" }, from());
  expect(await wrong(phone)).toMatchObject({ refusal: "wrong_code", triesLeft: 4 });
  expect(await wrong(known.phone)).toMatchObject({ refusal: "wrong_code", triesLeft: 4 });
});

test("a phone of a country to which no SMS go is told so, whether anybody has it or not", async () => {
  const login = await makeLogin(sql);
  await sql`update users set phone = '+442079460958' where id = ${login.id}`;
  for (const phone of ["+44 20 7946 0958", "+44 20 7946 0959"])
    expect(await ask(phone)).toEqual({ ok: false, refusal: "no_country" });
});

test("a disabled login is nobody's; what is no address is said to be none", async () => {
  const login = await makeLogin(sql);
  await sql`update users set disabled_at = now() where id = ${login.id}`;
  await ask(login.email);
  expect(await messagesTo(login.email)).toEqual([]);
  expect(await ask("somebody")).toMatchObject({ refusal: "not_an_identifier" });
});

test("the sixth message of a day that one asks for is not sent, whether anybody has the address or not; others may ask", async () => {
  for (const identifier of [(await makeLogin(sql)).email, `${newId()}@nobody.test`]) {
    const stranger = { address: `10.2.0.${identifier.length}`, requestId: newId() };
    for (let n = 0; n < 5; n++) expect((await ask(identifier, stranger)).ok).toBe(true);
    expect(await ask(identifier, stranger)).toMatchObject({ ok: false, refusal: "too_many" });
    expect((await ask(identifier, { ...stranger, address: "10.3.0.1" })).ok).toBe(true);
  }
});

test("changing it asks for the old one and ends every other sign-in, not this one", async () => {
  const login = await makeLogin(sql);
  const other = newId();
  await sql`insert into sessions (id, user_id, expires_at) values (${other}, ${login.id}, now() + interval '1 day')`;
  expect(await changePassword(login.self, "not the old one", fresh)).toMatchObject({ refusal: "wrong_password" });
  expect(await changePassword(login.self, login.password, "password123")).toMatchObject({ refusal: "bad_password" });
  expect((await changePassword(login.self, login.password, fresh)).ok).toBe(true);
  const open = await sql`select id from sessions where user_id = ${login.id} and revoked_at is null`;
  expect(open).toEqual([{ id: login.sessionId }]);
});
