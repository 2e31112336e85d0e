import postgres from "postgres";
import { afterAll, afterEach, expect, test } from "vitest";
import { anyPhone, makeLogin } from "@/db/testing/login";
import { ownDeeds } from "@/db/testing/own-deeds";
import { listOutbox } from "@/lib/admin/list-outbox";
import { setClockOffset } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import { askContactChange, confirmContactChange, removeContact } from "./change-contact";
import { changePassword } from "./change-password";
import { endOtherSessions, endSession } from "./end-sessions";
import { changeProfile } from "./profile";
import { startSession } from "./sessions";
import { signIn } from "./sign-in";

// What somebody does to their own login belongs to no business: it is written down in the platform's own.
const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());
afterEach(() => setClockOffset(0));

type Login = Awaited<ReturnType<typeof makeLogin>>;

const written = async ({ id, self }: Login) => {
  const rows = await sql`
    select id, entity, entity_id, address, request_id, tenant_id, actor from audit_entries
    where user_id = ${id} order by at, id`;
  for (const row of rows)
    expect(row).toMatchObject({ tenant_id: platformTenantId, actor: { kind: "user", userId: id } });
  const opened = await ownDeeds(self);
  return rows.map((row, at) => ({ ...row, ...opened[at], entity_id: row.entity_id }));
};

test("a changed profile: only what changed, before and after, from where", async () => {
  const login = await makeLogin(sql);
  await changeProfile(login.self, { name: "Njeri Otieno", language: "en" });
  await changeProfile(login.self, { name: "Njeri Otieno" });
  expect(await written(login)).toMatchObject([
    {
      action: "profile.changed",
      entity: "user",
      entity_id: login.id,
      before: { name: "Njeri Wafula" },
      after: { name: "Njeri Otieno" },
      address: login.self.from.address,
      request_id: login.self.from.requestId,
    },
  ]);
});

test("a new e-mail address and a new phone: the one before and the one after", async () => {
  const login = await makeLogin(sql);
  const [email, phone] = [`${newId()}@new.test`, anyPhone()];
  for (const [field, to] of [
    ["email", email],
    ["phone", phone],
  ] as const) {
    const asked = await askContactChange(login.self, field, to);
    if (!asked.ok) throw new Error(asked.refusal);
    const code = /\d{6}/.exec((await listOutbox({ to }))[0]!.body)![0];
    expect((await confirmContactChange(login.self, field, { ...asked.value, code })).ok).toBe(true);
  }
  expect(await written(login)).toMatchObject([
    { action: "email.changed", before: { email: login.email }, after: { email } },
    { action: "phone.changed", before: { phone: login.phone }, after: { phone } },
  ]);
});

test("an address or a name lies in no entry for whoever reads the table, and goes with its owner's key", async () => {
  const login = await makeLogin(sql, { name: "Atieno Moraa" });
  await changeProfile(login.self, { name: "Atieno Were" });
  const removed = await removeContact(login.self, "phone");
  expect(removed.ok).toBe(true);
  const rows = await sql`select before, after from audit_entries where user_id = ${login.id}`;
  expect(rows).toHaveLength(2);
  for (const known of ["Atieno", "Were", login.phone.slice(4)]) expect(JSON.stringify(rows)).not.toContain(known);
  expect(await written(login)).toMatchObject([
    { before: { name: "Atieno Moraa" }, after: { name: "Atieno Were" }, erased: false },
    { before: { phone: login.phone }, after: null, erased: false },
  ]);
  await sql`update person_keys set sealed_key = null, destroyed_at = now() where person_id = ${login.id}`;
  expect(await written(login)).toMatchObject([
    { action: "profile.changed", before: null, after: null, erased: true },
    { action: "phone.removed", before: null, after: null, erased: true },
  ]);
});

test("a sign-in, with its device; nothing when it was refused", async () => {
  const login = await makeLogin(sql);
  const user = await signIn(login.email, login.password);
  const how = { userAgent: "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0", from: login.self.from };
  expect(await startSession(login.id, { ...how, passwordHash: "not this one" })).toBeNull();
  const sessionId = await startSession(login.id, { ...how, passwordHash: user!.passwordHash });
  expect(await written(login)).toMatchObject([
    {
      action: "session.started",
      entity: "session",
      entity_id: sessionId,
      after: { device: "Firefox on Linux" },
      address: login.self.from.address,
    },
  ]);
});

test("ended sign-ins: one, all others, and those that a new password ends", async () => {
  const login = await makeLogin(sql);
  const ids = Array.from({ length: 4 }, newId);
  for (const id of ids)
    await sql`insert into sessions (id, user_id, expires_at, user_agent)
      values (${id}, ${login.id}, now() + interval '1 day', 'Firefox/140.0')`;
  await endSession(login.self, ids[0]!);
  await endOtherSessions(login.self);
  await endOtherSessions(login.self);
  await sql`update sessions set revoked_at = null where id = ${ids[1]!}`;
  expect((await changePassword(login.self, login.password, "seven quiet lanterns")).ok).toBe(true);
  expect(await written(login)).toMatchObject([
    { action: "session.ended", entity_id: ids[0], before: { device: "Firefox" } },
    { action: "sessions.ended", entity_id: login.id, after: { ended: 3 } },
    { action: "password.changed", after: { sessionsEnded: 1 } },
  ]);
});

test("nothing is written when it is not one's own", async () => {
  const [one, other] = [await makeLogin(sql), await makeLogin(sql)];
  expect(await endSession(one.self, other.sessionId)).toBe(false);
  expect(await written(one)).toEqual([]);
});
