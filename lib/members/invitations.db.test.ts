import postgres from "postgres";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import { newId, sha256 } from "@/lib/platform/ids";
import type { Actor } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { acceptInvitation, type Joiner } from "./accept-invitation";
import { changeMember } from "./change-member";
import { getInvitation } from "./get-invitation";
import type { InviteInput } from "./input";
import { inviteMember } from "./invite-member";
import { listMembers } from "./list-members";
import { leaveBusiness, removeMember } from "./remove-member";
import { resendInvitation } from "./resend-invitation";
import { revokeInvitation } from "./revoke-invitation";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 4, onnotice: () => {} });
afterAll(() => sql.end());

type Person = Awaited<ReturnType<typeof addPerson>>;
let house: House;
let owner: Person;
let manager: Person;

beforeEach(async () => {
  house = await makeHouse({ staff: 2 });
  owner = await addPerson(sql, house.tenantId, "owner");
  manager = await addPerson(sql, house.tenantId, "manager");
});

let phones = 0;
const somebody = (role: InviteInput["role"], staffId: string | null = null): InviteInput => ({
  // Numbers far apart: a block of numbers has a limit, too.
  destination: `+25471${String(1_000_000 + ((Date.now() + phones++ * 20_011) % 8_999_999)).slice(0, 7)}`,
  role,
  staffId,
});
const invite = (as: Actor, input: InviteInput) => withTenant(house.tenantId, as, (scope) => inviteMember(scope, input));
const invited = async (as: Actor, input: InviteInput) => {
  const answer = await invite(as, input);
  if (!answer.ok) throw new Error(answer.refusal);
  return { id: answer.value.invitationId, token: await tokenOf(answer.value.invitationId) };
};
const tokenOf = async (id: string) => {
  const [message] =
    await sql`select body from messages where tenant_id = ${house.tenantId} and dedupe_key = ${`invitation ${id}`}`;
  return /\/invite\/([\w-]+)/.exec(message?.body)![1]!;
};
const accept = (id: string, joiner: Joiner = newcomer()) =>
  withTenant(house.tenantId, { kind: "member", userId: joiner.userId, role: "staff", staffId: null }, (scope) =>
    acceptInvitation(scope, id, joiner),
  );
const newcomer = (): Joiner => ({ userId: newId(), newLogin: { name: "Njoki Karanja", passwordHash: "a hash" } });
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

  describe("a second open invitation to the same person", () => {
    /** A login with both, and an invitation as an owner to each. */
    async function invitedTwice() {
      const person = await addPerson(sql, (await makeHouse()).tenantId, "owner");
      const [email, phone] = [`${person.userId}@house.test`, somebody("owner").destination];
      await sql`update users set phone = ${phone} where id = ${person.userId}`;
      const [byMail, bySms] = [
        await invited(owner, { ...somebody("owner"), destination: email }),
        await invited(owner, { ...somebody("owner"), destination: phone }),
      ];
      return { userId: person.userId, email, byMail, bySms };
    }

    test("goes, with its link, when they accept the other", async () => {
      const { userId, byMail, bySms } = await invitedTwice();
      const elsewhere = await invited(owner, somebody("staff"));
      expect((await accept(byMail.id, { userId })).ok).toBe(true);
      expect(await getInvitation(bySms.token)).toBeNull();
      expect(await accept(bySms.id, { userId })).toMatchObject({ refusal: "over" });
      const [letter] = await sql`select body from messages where dedupe_key = ${`invitation ${bySms.id}`}`;
      expect(letter?.body ?? "").not.toContain("/invite/");
      expect(await getInvitation(elsewhere.token)).not.toBeNull();
      const [joined] = await sql`select after::jsonb from audit_entries
        where tenant_id = ${house.tenantId} and action = 'member.joined'`;
      expect(joined?.after).toMatchObject({ invitationsWithdrawn: 1 });
    });

    test.each([
      [
        "demoted",
        (userId: string) => withTenant(house.tenantId, owner, (to) => changeMember(to, userId, { role: "staff" })),
      ],
      ["removed", (userId: string) => withTenant(house.tenantId, owner, (from) => removeMember(from, userId))],
      [
        "gone by themself",
        (userId: string) =>
          withTenant(house.tenantId, { kind: "member", userId, role: "owner", staffId: null }, leaveBusiness),
      ],
    ])("is no way back once they are %s; one made after that is", async (_, lose) => {
      const { userId, email, byMail, bySms } = await invitedTwice();
      await sql`insert into members (tenant_id, user_id, role) values (${house.tenantId}, ${userId}, 'owner')`;
      expect((await lose(userId)).ok).toBe(true);
      for (const { id, token } of [byMail, bySms]) {
        expect(await getInvitation(token)).toBeNull();
        expect(await accept(id, { userId })).toMatchObject({ refusal: "over" });
      }
      await sql`update members set removed_at = now() where tenant_id = ${house.tenantId} and user_id = ${userId}`;
      const again = await invited(owner, { ...somebody("front_desk"), destination: email });
      expect((await accept(again.id, { userId })).ok).toBe(true);
    });
  });

  test("a link to an address that the login does not have does not undo a removal either", async () => {
    const spare = await invited(owner, somebody("owner"));
    const { id } = await invited(owner, somebody("owner"));
    const who = newcomer();
    expect((await accept(id, who)).ok).toBe(true);
    await withTenant(house.tenantId, owner, (from) => removeMember(from, who.userId));
    expect(await accept(spare.id, { userId: who.userId })).toMatchObject({ refusal: "over" });
    expect((await accept(spare.id)).ok).toBe(true);
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

test("who loses rights loses what they invited to with them", async () => {
  const second = await addPerson(sql, house.tenantId, "owner");
  const [high, low] = [await invited(second, somebody("manager")), await invited(second, somebody("staff"))];
  await withTenant(house.tenantId, owner, (scope) => changeMember(scope, second.userId, { role: "manager" }));
  expect([await getInvitation(high.token), (await getInvitation(low.token))?.role]).toEqual([null, "staff"]);
  await withTenant(house.tenantId, owner, (scope) => removeMember(scope, second.userId));
  expect(await getInvitation(low.token)).toBeNull();
});
