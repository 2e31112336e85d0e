import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import { listAudit } from "@/lib/auth/list-audit";
import { personalCipher } from "@/lib/auth/personal-keys";
import type { Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { revokeInvitation } from "./revoke-invitation";
import { invitationsOf, newcomer, somebody } from "./testing/invitations";

// The log is never changed, so an address in it is sealed with a key that can be destroyed.
const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 4, onnotice: () => {} });
afterAll(() => sql.end());
const { invited, accept } = invitationsOf(sql, () => house);

let house: House;
let owner: Awaited<ReturnType<typeof addPerson>>;
beforeEach(async () => {
  house = await makeHouse();
  owner = await addPerson(sql, house.tenantId, "owner");
});

/** What the log shows, oldest first. */
const shown = async () => {
  const { items } = await withTenant(house.tenantId, owner, (scope) => listAudit(scope, {}, { limit: 20 }));
  return items.toReversed();
};
const destroy = (id: string) =>
  sql`update person_keys set sealed_key = null, destroyed_at = now() where tenant_id = ${house.tenantId} and person_id = ${id}`;

test("an owner reads it; in the table it is sealed, with a key of the invitation, and then of who joined", async () => {
  const [one, other] = [somebody("staff"), somebody("front_desk")];
  const first = await invited(owner, one);
  const second = await invited(owner, other);
  await withTenant(house.tenantId, owner, (scope) => revokeInvitation(scope, second.id));
  const joiner = newcomer();
  expect((await accept(first.id, joiner)).ok).toBe(true);
  const rows = await sql`select before, after from audit_entries where tenant_id = ${house.tenantId}`;
  expect(rows).toHaveLength(4);
  for (const { destination } of [one, other]) expect(JSON.stringify(rows)).not.toContain(destination.slice(-9));
  expect(await shown()).toMatchObject([
    { action: "member.invited", after: { destination: one.destination, role: "staff" } },
    { action: "member.invited", after: { destination: other.destination } },
    { action: "invitation.revoked", before: { destination: other.destination } },
    { action: "member.joined", after: { destination: one.destination }, erased: false },
  ]);

  await destroy(second.id);
  await destroy(joiner.userId);
  expect((await shown()).map(({ erased, before, after }) => [erased, before ?? after])).toEqual([
    [false, expect.objectContaining({ destination: one.destination })],
    [true, null],
    [true, null],
    [true, null],
  ]);
});

test("the same person's key in another business is another one", async () => {
  const there = await makeHouse();
  const joiner = newcomer();
  const invitation = await invited(owner, somebody("staff"));
  expect((await accept(invitation.id, joiner)).ok).toBe(true);
  const seal = (scope: Scope) => personalCipher(scope, { kind: "person", id: joiner.userId });
  const here = await withTenant(house.tenantId, owner, async (scope) => (await seal(scope)).seal("0712"));
  await withTenant(there.tenantId, owner, async (scope) => {
    const other = await seal(scope);
    expect(() => other.unseal(here)).toThrow();
  });
});
