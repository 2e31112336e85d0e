import postgres from "postgres";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import { newId, sha256 } from "@/lib/platform/ids";
import type { Actor } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { acceptInvitation } from "./accept-invitation";
import { getInvitation } from "./get-invitation";
import { listMembers } from "./list-members";
import { removeMember } from "./remove-member";
import { resendInvitation } from "./resend-invitation";
import { revokeInvitation } from "./revoke-invitation";
import { invitationsOf, newcomer, somebody } from "./testing/invitations";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 4, onnotice: () => {} });
afterAll(() => sql.end());
const { invite, tokenOf, invited, accept } = invitationsOf(sql, () => house);

type Person = Awaited<ReturnType<typeof addPerson>>;
let house: House;
let owner: Person;
let manager: Person;

beforeEach(async () => {
  house = await makeHouse({ staff: 2 });
  owner = await addPerson(sql, house.tenantId, "owner");
  manager = await addPerson(sql, house.tenantId, "manager");
});

const told = async () =>
  (await sql`select name from events where tenant_id = ${house.tenantId} order by seq`).map(({ name }) => name);
const deeds = async () =>
  (await sql`select action from audit_entries where tenant_id = ${house.tenantId} order by id`).map(
    (row) => row.action,
  );

describe("inviting", () => {
  test("sends a link once, keeps only its hash, tells the log and the audit", async () => {
    const { id, token } = await invited(manager, somebody("staff", house.staffIds[0]!));
    const [kept] = await sql`select kind, subject_id from access_tokens where hash = ${sha256(token)}`;
    expect(kept).toEqual({ kind: "invitation", subject_id: id });
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    const [message] = await sql`select channel, body, secret_until from messages where tenant_id = ${house.tenantId}`;
    expect(message).toMatchObject({
      channel: "sms",
      body: expect.stringContaining("Test House"),
      secret_until: expect.any(Date),
    });
    expect([await told(), await deeds()]).toEqual([["message.queued", "member.invited"], ["member.invited"]]);
  });

  test("a manager invites no manager and no owner; the desk and staff nobody", async () => {
    const desk = await addPerson(sql, house.tenantId, "front_desk");
    for (const [as, role] of [
      [manager, "manager"],
      [manager, "owner"],
      [desk, "staff"],
    ] as const)
      expect(await invite(as, somebody(role))).toMatchObject({ refusal: "forbidden" });
    expect(await told()).toEqual([]);
  });

  test("rights of now count, not those the request began with", async () => {
    await sql`update members set role = 'staff' where user_id = ${manager.userId}`;
    expect(await invite(manager, somebody("staff"))).toMatchObject({ refusal: "forbidden" });
    await sql`update members set removed_at = now() where user_id = ${owner.userId}`;
    expect(await invite(owner, somebody("staff"))).toMatchObject({ refusal: "forbidden" });
  });

  test("another business's staff person is as unknown as none; a linked one is taken", async () => {
    const other = await makeHouse();
    for (const staffId of [other.staffIds[0]!, newId()])
      expect(await invite(owner, somebody("staff", staffId))).toMatchObject({ refusal: "staff_unknown" });
    await addPerson(sql, house.tenantId, "staff", house.staffIds[0]!);
    expect(await invite(owner, somebody("staff", house.staffIds[0]!))).toMatchObject({ refusal: "staff_taken" });
    await invited(owner, somebody("staff", house.staffIds[1]!));
    expect(await invite(owner, somebody("staff", house.staffIds[1]!))).toMatchObject({ refusal: "staff_taken" });
  });

  test("to a phone of a country where no SMS go nobody is invited", async () => {
    const abroad = { ...somebody("staff"), destination: "+442079460958" };
    expect(await invite(owner, abroad)).toMatchObject({ refusal: "no_country" });
    expect(await told()).toEqual([]);
  });

  test("a business that is not approved yet invites by e-mail and not by SMS", async () => {
    await sql`update tenants set status = 'pending' where id = ${house.tenantId}`;
    expect(await invite(owner, somebody("staff"))).toMatchObject({ refusal: "sms_later" });
    expect(await told()).toEqual([]);
    expect((await invite(owner, { ...somebody("staff"), destination: `${newId()}@new.test` })).ok).toBe(true);
  });

  test("somebody who works here is not invited again", async () => {
    const { userId } = await addPerson(sql, house.tenantId, "staff");
    const again = { ...somebody("staff"), destination: `${userId}@house.test` };
    expect(await invite(owner, again)).toMatchObject({ refusal: "already_member" });
  });

  test("the same place again replaces the invitation, also when two do it at once", async () => {
    const wish = somebody("staff");
    const first = await invited(owner, wish);
    const second = await invited(owner, { ...wish, role: "front_desk" });
    expect(await getInvitation(first.token)).toBeNull();
    expect(await getInvitation(second.token)).toMatchObject({ role: "front_desk", invitedBy: "A owner" });
    await Promise.all([invite(owner, wish), invite(manager, wish)]);
    const { invitations } = await withTenant(house.tenantId, owner, listMembers);
    expect(invitations).toHaveLength(1);
  });

  test("after five to one number in a day comes the wait", async () => {
    const wish = somebody("staff");
    for (let n = 0; n < 5; n++) await invited(owner, wish);
    expect(await invite(owner, wish)).toMatchObject({ refusal: "too_many", retryAfterSeconds: expect.any(Number) });
  });

  test("resending and withdrawing follow the same line; others' ids are unknown", async () => {
    const { id, token } = await invited(owner, somebody("manager"));
    const as = (who: Actor, what: typeof resendInvitation | typeof revokeInvitation, which = id) =>
      withTenant(house.tenantId, who, async (scope) => what(scope, which));
    expect(await as(manager, resendInvitation)).toMatchObject({ refusal: "forbidden" });
    expect(await as(manager, revokeInvitation)).toMatchObject({ refusal: "forbidden" });
    expect(await as(owner, revokeInvitation, newId())).toMatchObject({ refusal: "unknown" });
    const other = await makeHouse();
    const theirs = await addPerson(sql, other.tenantId, "owner");
    expect(await withTenant(other.tenantId, theirs, (scope) => revokeInvitation(scope, id))).toMatchObject({
      refusal: "unknown",
    });
    expect(await withTenant(other.tenantId, theirs, (scope) => resendInvitation(scope, id))).toMatchObject({
      refusal: "unknown",
    });
    const again = await as(owner, resendInvitation);
    expect(await getInvitation(token)).toBeNull();
    if (!again.ok || !again.value) throw new Error("not sent");
    const fresh = await tokenOf(again.value.invitationId);
    expect(await getInvitation(fresh)).toMatchObject({ role: "manager" });
    expect((await as(owner, revokeInvitation, again.value.invitationId)).ok).toBe(true);
    expect(await getInvitation(fresh)).toBeNull();
    expect(await as(owner, revokeInvitation, again.value.invitationId)).toMatchObject({ refusal: "unknown" });
  });
});

describe("accepting", () => {
  test("with a new login: named, linked, told, and the link is used up", async () => {
    const wish = somebody("staff", house.staffIds[0]!);
    const { id, token } = await invited(owner, wish);
    expect(await getInvitation(token)).toMatchObject({
      business: "Test House",
      hasLogin: false,
      destination: wish.destination,
    });
    const who = newcomer();
    expect((await accept(id, who)).ok).toBe(true);
    const [member] =
      await sql`select m.role, m.staff_id, u.phone, u.email, u.name from members m join users u on u.id = m.user_id
      where m.tenant_id = ${house.tenantId} and m.user_id = ${who.userId}`;
    expect(member).toEqual({
      role: "staff",
      staff_id: house.staffIds[0],
      phone: wish.destination,
      email: null,
      name: "Njoki Karanja",
    });
    expect((await told()).at(-1)).toBe("member.joined");
    const [notice] = await sql`select title, audience from notifications where tenant_id = ${house.tenantId}`;
    expect(notice).toEqual({ title: "Njoki Karanja joined", audience: ["office"] });
    expect(await getInvitation(token)).toBeNull();
    expect(await accept(id)).toMatchObject({ refusal: "over" });
  });

  test("it is written in the inviter's language, and a login that it makes reads what was chosen on the way in", async () => {
    await sql`update users set language = 'sw' where id = ${owner.userId}`;
    const { id } = await invited(owner, somebody("front_desk"));
    const [message] = await sql`select body from messages where tenant_id = ${house.tenantId}`;
    expect(message!.body).toContain("anakualika kufanya kazi na Test House kwenye ClientPulse, kama mapokezi.");
    const { userId } = newcomer();
    const newLogin = { name: "Njoki Karanja", passwordHash: "a hash", language: "sw" as const };
    expect((await accept(id, { userId, newLogin })).ok).toBe(true);
    expect(await sql`select language from users where id = ${userId}`).toEqual([{ language: "sw" }]);
  });

  test("ten at the same moment: one comes in, and nothing is left of the others", async () => {
    const { id } = await invited(owner, somebody("staff"));
    const people = Array.from({ length: 10 }, newcomer);
    const answers = await Promise.all(people.map((who) => accept(id, who)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await sql`select 1 from users where id in ${sql(people.map(({ userId }) => userId))}`).toHaveLength(1);
  });

  test("an expired, a withdrawn and a suspended business's link are over; another tenant's id is, too", async () => {
    const { id, token } = await invited(owner, somebody("staff"));
    const other = await makeHouse();
    const elsewhere = await withTenant(other.tenantId, { kind: "system", job: "test" }, (scope) =>
      acceptInvitation(scope, id, newcomer()),
    );
    expect(elsewhere).toMatchObject({ refusal: "over" });
    for (const [spoil, mend] of [
      [
        sql`update invitations set expires_at = now() - interval '1 second' where id = ${id}`,
        sql`update invitations set expires_at = now() + interval '1 day' where id = ${id}`,
      ],
      [
        sql`update invitations set revoked_at = now() where id = ${id}`,
        sql`update invitations set revoked_at = null where id = ${id}`,
      ],
      [
        sql`update tenants set status = 'suspended' where id = ${house.tenantId}`,
        sql`update tenants set status = 'active' where id = ${house.tenantId}`,
      ],
    ] as const) {
      await spoil;
      expect(await getInvitation(token)).toBeNull();
      expect(await accept(id)).toMatchObject({ refusal: "over" });
      await mend;
    }
    expect(await getInvitation("made-up")).toBeNull();
    expect((await accept(id)).ok).toBe(true);
  });

  test("a login with the invited address is used, not doubled; whoever works here stays as they are", async () => {
    const stranger = await addPerson(sql, (await makeHouse()).tenantId, "owner");
    const wish = { ...somebody("front_desk"), destination: `${stranger.userId}@house.test` };
    const { id, token } = await invited(owner, wish);
    expect(await getInvitation(token)).toMatchObject({ hasLogin: true });
    expect(await accept(id)).toMatchObject({ refusal: "login_exists" });
    expect(await accept(id, { userId: manager.userId })).toMatchObject({ refusal: "already_member" });
    expect((await accept(id, { userId: stranger.userId })).ok).toBe(true);
    const { members } = await withTenant(house.tenantId, owner, listMembers);
    expect(members.map(({ role }) => role)).toEqual(["owner", "manager", "front_desk"]);
  });

  test("who was removed may come back, with what the new invitation says", async () => {
    const desk = await addPerson(sql, house.tenantId, "front_desk");
    await withTenant(house.tenantId, owner, (scope) => removeMember(scope, desk.userId));
    const { id } = await invited(owner, { ...somebody("staff"), destination: `${desk.userId}@house.test` });
    expect((await accept(id, { userId: desk.userId })).ok).toBe(true);
    const [back] = await sql`select role, removed_at from members where user_id = ${desk.userId}`;
    expect(back).toEqual({ role: "staff", removed_at: null });
  });

  test("a staff person taken meanwhile is not taken twice", async () => {
    const { id } = await invited(owner, somebody("staff", house.staffIds[0]!));
    await addPerson(sql, house.tenantId, "staff", house.staffIds[0]!);
    const who = newcomer();
    expect((await accept(id, who)).ok).toBe(true);
    const [joined] = await sql`select staff_id from members where user_id = ${who.userId}`;
    expect(joined?.staff_id).toBeNull();
  });
});
