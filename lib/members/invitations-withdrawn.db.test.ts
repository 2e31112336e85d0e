import postgres from "postgres";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import { listAudit } from "@/lib/auth/list-audit";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { changeMember } from "./change-member";
import { getInvitation } from "./get-invitation";
import { leaveBusiness, removeMember } from "./remove-member";
import { invitationsOf, newcomer, somebody } from "./testing/invitations";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 4, onnotice: () => {} });
afterAll(() => sql.end());
const { invited, accept } = invitationsOf(sql, () => house);

let house: House;
let owner: Awaited<ReturnType<typeof addPerson>>;

beforeEach(async () => {
  house = await makeHouse({ staff: 2 });
  owner = await addPerson(sql, house.tenantId, "owner");
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
    const { items } = await withTenant(house.tenantId, owner, (scope) =>
      listAudit(scope, { action: "member.joined" }, { limit: 5 }),
    );
    expect(items).toMatchObject([{ after: { invitationsWithdrawn: 1 } }]);
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

test("who loses rights loses what they invited to with them", async () => {
  const second = await addPerson(sql, house.tenantId, "owner");
  const [high, low] = [await invited(second, somebody("manager")), await invited(second, somebody("staff"))];
  await withTenant(house.tenantId, owner, (scope) => changeMember(scope, second.userId, { role: "manager" }));
  expect([await getInvitation(high.token), (await getInvitation(low.token))?.role]).toEqual([null, "staff"]);
  await withTenant(house.tenantId, owner, (scope) => removeMember(scope, second.userId));
  expect(await getInvitation(low.token)).toBeNull();
});
