import postgres from "postgres";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Role } from "@/db/schema/people";
import { type House, makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import { keyOf } from "@/lib/auth/key-of";
import { makeApiKey } from "@/lib/auth/make-api-key";
import { env } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { changeMember } from "./change-member";
import type { ChangeInput } from "./input";
import { listMembers } from "./list-members";
import { leaveBusiness, removeMember } from "./remove-member";
import { requireSecondFactor } from "./require-second-factor";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 4, onnotice: () => {} });
afterAll(() => sql.end());

type Person = Awaited<ReturnType<typeof addPerson>>;
let house: House;
let owner: Person;

beforeEach(async () => {
  house = await makeHouse({ staff: 2 });
  owner = await addPerson(sql, house.tenantId, "owner");
});

const add = (role: Role, staffId: string | null = null) => addPerson(sql, house.tenantId, role, staffId);
const change = (as: Actor, userId: string, to: ChangeInput) =>
  withTenant(house.tenantId, as, (scope) => changeMember(scope, userId, to));
const remove = (as: Actor, userId: string) => withTenant(house.tenantId, as, (scope) => removeMember(scope, userId));
const rolesNow = async () =>
  (
    await sql<
      { role: Role }[]
    >`select role from members where tenant_id = ${house.tenantId} and removed_at is null order by role`
  ).map(({ role }) => role);
const deeds = () =>
  sql`select action, entity_id, before::jsonb, after::jsonb, user_id, address from audit_entries where tenant_id = ${house.tenantId} order by id`;

describe("changing", () => {
  test("a role: told to those who see members and to the person, with what was before", async () => {
    const desk = await add("front_desk", house.staffIds[0]!);
    expect((await change(owner, desk.userId, { role: "manager" })).ok).toBe(true);
    const [event] = await sql`select name, audience from events where tenant_id = ${house.tenantId}`;
    expect(event).toEqual({ name: "member.changed", audience: ["office", `user:${desk.userId}`] });
    expect(await deeds()).toEqual([
      {
        action: "member.changed",
        entity_id: desk.userId,
        before: { role: "front_desk", staff: "Staff 1" },
        after: { role: "manager", staff: "Staff 1" },
        user_id: owner.userId,
        address: owner.userId,
      },
    ]);
  });

  test("what is so already changes nothing and is not told", async () => {
    const desk = await add("front_desk");
    expect((await change(owner, desk.userId, { role: "front_desk", staffId: null })).ok).toBe(true);
    expect(await deeds()).toHaveLength(0);
  });

  test("above one's own level, to oneself and by those without the right: refused, and nothing is left", async () => {
    const [manager, desk, staff] = [await add("manager"), await add("front_desk"), await add("staff")];
    expect(await change(manager, owner.userId, { role: "staff" })).toMatchObject({ refusal: "forbidden" });
    expect(await change(manager, staff.userId, { role: "manager" })).toMatchObject({ refusal: "forbidden" });
    expect(await change(manager, manager.userId, { role: "owner" })).toMatchObject({ refusal: "own_role" });
    expect(await change(manager, manager.userId, { staffId: house.staffIds[0]! })).toMatchObject({
      refusal: "forbidden",
    });
    expect(await change(desk, staff.userId, { role: "front_desk" })).toMatchObject({ refusal: "forbidden" });
    expect(await remove(desk, staff.userId)).toMatchObject({ refusal: "forbidden" });
    expect(await remove(manager, owner.userId)).toMatchObject({ refusal: "forbidden" });
    expect(await rolesNow()).toEqual(["front_desk", "manager", "owner", "staff"]);
    expect(await deeds()).toHaveLength(0);
  });

  test("another business's member is as unknown as none", async () => {
    const other = await makeHouse();
    const theirs = await addPerson(sql, other.tenantId, "staff");
    for (const userId of [theirs.userId, newId()]) {
      expect(await change(owner, userId, { role: "manager" })).toEqual({ ok: false, refusal: "unknown" });
      expect(await remove(owner, userId)).toEqual({ ok: false, refusal: "unknown" });
    }
    const staffId = other.staffIds[0]!;
    expect(await change(owner, owner.userId, { staffId })).toMatchObject({ refusal: "staff_unknown" });
  });

  test("one staff person, one login: also when two are linked at once", async () => {
    const [one, two] = [await add("staff"), await add("staff")];
    const staffId = house.staffIds[0]!;
    const answers = await Promise.all([change(owner, one.userId, { staffId }), change(owner, two.userId, { staffId })]);
    expect(answers.map((answer) => (answer.ok ? "linked" : answer.refusal)).sort()).toEqual(["linked", "staff_taken"]);
    const linked = answers[0].ok ? one : two;
    expect((await change(owner, linked.userId, { staffId: null })).ok).toBe(true);
    expect((await change(owner, owner.userId, { staffId })).ok).toBe(true);
  });
});

describe("the last owner", () => {
  afterEach(() => {
    env().TEST_FAULTS = [];
  });

  test("stays: not to be left", async () => {
    await add("manager");
    expect(await withTenant(house.tenantId, owner, leaveBusiness)).toMatchObject({ refusal: "last_owner" });
    const second = await add("owner");
    expect((await withTenant(house.tenantId, second, leaveBusiness)).ok).toBe(true);
    expect(await rolesNow()).toEqual(["manager", "owner"]);
    expect((await deeds()).map(({ action }) => action)).toEqual(["member.left"]);
  });

  /** Both transactions have begun before either changes anything. */
  async function atOnce(
    work: (as: Person, other: Person) => (scope: Parameters<typeof leaveBusiness>[0]) => Promise<unknown>,
  ) {
    const second = await add("owner");
    let arrived = 0;
    let open = () => {};
    const barrier = new Promise<void>((resolve) => {
      open = resolve;
    });
    const one = (as: Person, other: Person) =>
      withTenant(house.tenantId, as, async (scope) => {
        await scope.tx.execute("select 1");
        if (++arrived === 2) open();
        await barrier;
        return work(as, other)(scope);
      });
    await Promise.all([one(owner, second), one(second, owner)]);
    return (await rolesNow()).filter((role) => role === "owner").length;
  }

  test.each([
    [
      "demoting each other",
      (_: Person, other: Person) => (scope: never) => changeMember(scope, other.userId, { role: "manager" }),
    ],
    ["removing each other", (_: Person, other: Person) => (scope: never) => removeMember(scope, other.userId)],
    ["both leaving", () => (scope: never) => leaveBusiness(scope)],
  ] as const)("%s at the same moment leaves one", async (_, work) => {
    expect(await atOnce(work as Parameters<typeof atOnce>[0])).toBe(1);
  });

  test("and without the lock the same test finds a business with none", async () => {
    env().TEST_FAULTS = ["no-locks"];
    const left: number[] = [];
    while (!left.includes(0) && left.length < 30) {
      house = await makeHouse();
      owner = await add("owner");
      left.push(await atOnce(() => leaveBusiness));
    }
    expect(left).toContain(0);
  });
});

test("who is removed is gone from the list and free to be linked anew", async () => {
  const staff = await add("staff", house.staffIds[0]!);
  expect((await remove(owner, staff.userId)).ok).toBe(true);
  expect(await remove(owner, staff.userId)).toMatchObject({ refusal: "unknown" });
  const { members } = await withTenant(house.tenantId, owner, listMembers);
  expect(members.map(({ userId }) => userId)).toEqual([owner.userId]);
  expect((await change(owner, owner.userId, { staffId: house.staffIds[0]! })).ok).toBe(true);
});

test("a second factor for everybody: by an owner who has one, written down", async () => {
  const manager = await add("manager");
  const ask = (as: Actor, required: boolean) =>
    withTenant(house.tenantId, as, (scope) => requireSecondFactor(scope, required));
  expect(await ask(manager, true)).toMatchObject({ refusal: "forbidden" });
  expect(await ask(owner, true)).toMatchObject({ refusal: "factor_first" });
  await sql`update users set totp_confirmed_at = now() where id = ${owner.userId}`;
  expect((await ask(owner, true)).ok).toBe(true);
  expect((await withTenant(house.tenantId, owner, listMembers)).secondFactorRequired).toBe(true);
  expect((await ask(owner, true)).ok).toBe(true);
  expect(await deeds()).toMatchObject([
    { action: "tenant.changed", before: { secondFactorRequired: false }, after: { secondFactorRequired: true } },
  ]);
});

test("the list asks the same number of questions for one member and for forty", async () => {
  const statements = async () => {
    let count = 0;
    await withTenant(house.tenantId, owner, async (scope) => {
      const tx = new Proxy(scope.tx, {
        get: (target, name, receiver) => {
          if (name === "select" || name === "execute") count++;
          return Reflect.get(target, name, receiver);
        },
      });
      await listMembers({ ...scope, tx } as typeof scope);
    });
    return count;
  };
  const few = await statements();
  await Promise.all(Array.from({ length: 40 }, () => add("staff")));
  expect([await statements(), (await withTenant(house.tenantId, owner, listMembers)).members.length]).toEqual([
    few,
    41,
  ]);
});

describe("keys", () => {
  const letIn = async (as: Actor) => {
    const input = { name: "Website", scopes: ["bookings:read" as const], days: null };
    const key = await withTenant(house.tenantId, as, (scope) => makeApiKey(scope, input));
    if (!key.ok) throw new Error(key.refusal);
    return key.value;
  };

  test("end with the membership, or the right to make them, of whoever made them", async () => {
    const [leaves, demoted] = [await add("owner"), await add("owner")];
    const [kept, removed, lost] = [await letIn(owner), await letIn(leaves), await letIn(demoted)];
    expect((await remove(owner, leaves.userId)).ok).toBe(true);
    expect((await change(owner, demoted.userId, { role: "manager" })).ok).toBe(true);
    expect(await keyOf(removed.secret)).toBeNull();
    expect(await keyOf(lost.secret)).toBeNull();
    expect(await keyOf(kept.secret)).toMatchObject({ keyId: kept.keyId });
    const ended = (await deeds()).filter(({ action }) => action === "api_key.revoked");
    expect(ended.map(({ entity_id }) => entity_id)).toEqual([removed.keyId, lost.keyId]);
    const told = await sql`select payload->>'keyId' as id, count(*)::int as times from events
      where tenant_id = ${house.tenantId} and name = 'apikey.changed' group by 1`;
    expect(new Map(told.map(({ id, times }) => [id, times]))).toEqual(
      new Map([kept, removed, lost].map(({ keyId }) => [keyId, keyId === kept.keyId ? 1 : 2])),
    );
  });
});
