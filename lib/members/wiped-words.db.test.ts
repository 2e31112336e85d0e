import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { makeHouse } from "@/db/testing/house";
import { anyPhone, makeLogin } from "@/db/testing/login";
import { addPerson } from "@/db/testing/people";
import { listOutbox } from "@/lib/admin/list-outbox";
import { askPasswordReset } from "@/lib/auth/ask-password-reset";
import { changePassword } from "@/lib/auth/change-password";
import { redeemCode } from "@/lib/auth/one-time-codes";
import { resetPassword } from "@/lib/auth/reset-password";
import { sendPortalCode } from "@/lib/notifications/send-portal-code";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { acceptInvitation } from "./accept-invitation";
import { inviteMember } from "./invite-member";
import { removeMember } from "./remove-member";
import { revokeInvitation } from "./revoke-invitation";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const from = () => ({ address: newId(), requestId: newId() });
const secret = /\b\d{6}\b|\/(reset-password|invite)\/\S+/;

/** Of what went there, newest first: does it still say something secret? */
const secretsAt = async (to: string) => (await listOutbox({ to })).map(({ body }) => secret.test(body));
const codeAt = async (to: string) => /\d{6}/.exec((await listOutbox({ to }))[0]!.body)![0];

async function askReset(identifier: string): Promise<void> {
  const asked = await askPasswordReset(identifier, from());
  if (!asked.ok) throw new Error(asked.refusal);
  await asked.value.send();
}

test("a code stands in the outbox until it is used; after that its words are gone", async () => {
  const phone = anyPhone();
  const challenge = await sendPortalCode(phone, "Amani");
  const one = { purpose: "portal_sign_in", destination: phone, challenge } as const;
  const code = await codeAt(phone);
  await redeemCode(one, code === "000000" ? "111111" : "000000");
  expect(await secretsAt(phone)).toEqual([true]);
  expect((await redeemCode(one, code)).ok).toBe(true);
  expect(await secretsAt(phone)).toEqual([false]);
});

test("a new code wipes the one before, whichever business it was asked at, and keeps it from going out", async () => {
  const phone = anyPhone();
  await sendPortalCode(phone, "Amani");
  await sendPortalCode(phone, "Baraka");
  expect(await secretsAt(phone)).toEqual([true, false]);
  expect((await listOutbox({ to: phone })).map(({ status }) => status)).toEqual(["queued", "failed"]);
});

test("a link's words go when it is used, when a newer one comes, and with the password", async () => {
  const login = await makeLogin(sql);
  await askReset(login.email);
  await askReset(login.email);
  await askReset(login.phone);
  expect(await secretsAt(login.email)).toEqual([true, false]);
  const token = /reset-password\/(\S+)/.exec((await listOutbox({ to: login.email }))[0]!.body)![1]!;
  expect((await resetPassword(token, "seven quiet lanterns", from())).ok).toBe(true);
  expect((await secretsAt(login.email)).some(Boolean)).toBe(false);
  // The code by SMS would have opened the same login.
  expect(await secretsAt(login.phone)).toEqual([false]);
  await askReset(login.email);
  // The reset has signed everybody out.
  await sql`update sessions set revoked_at = null where id = ${login.sessionId}`;
  expect((await changePassword(login.self, "seven quiet lanterns", "eight loud herons")).ok).toBe(true);
  expect((await secretsAt(login.email)).some(Boolean)).toBe(false);
});

test("an invitation's words go when it is accepted, replaced or withdrawn, or who invited has left", async () => {
  const { tenantId } = await makeHouse();
  const [owner, manager] = [await addPerson(sql, tenantId, "owner"), await addPerson(sql, tenantId, "manager")];
  const as = <T>(who: typeof owner, work: (scope: Scope) => Promise<T>) => withTenant(tenantId, who, work);
  const invite = async (destination: string, who = owner) => {
    const invited = await as(who, (scope) => inviteMember(scope, { destination, role: "staff", staffId: null }));
    if (!invited.ok) throw new Error(invited.refusal);
    return invited.value.invitationId;
  };
  const places = Array.from({ length: 4 }, () => `${newId()}@new.test`);
  const [first, second, third, fourth] = places as [string, string, string, string];
  const accepted = await invite(first);
  await invite(second);
  await invite(second);
  const withdrawn = await invite(third);
  await invite(fourth, manager);
  expect(await Promise.all(places.map(secretsAt))).toEqual([[true], [true, false], [true], [true]]);
  const joiner = { userId: newId(), newLogin: { name: "Njoki", passwordHash: "a hash" } };
  expect((await as(owner, (scope) => acceptInvitation(scope, accepted, joiner))).ok).toBe(true);
  await as(owner, (scope) => revokeInvitation(scope, withdrawn));
  await as(owner, (scope) => removeMember(scope, manager.userId));
  expect(await Promise.all(places.map(secretsAt))).toEqual([[false], [true, false], [false], [false]]);
});
