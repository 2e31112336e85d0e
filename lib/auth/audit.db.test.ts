import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { type Deed, recordAudit } from "./audit";
import { auditQuery } from "./audit-query";
import { auditChoices, isAuditEntry, listAudit } from "./list-audit";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());

let house: House;
let owner: Awaited<ReturnType<typeof addPerson>>;
let desk: typeof owner;
const [kept, gone] = [newId(), newId()];

const deed = (as: typeof owner | { kind: "admin"; userId: string }, what: Partial<Deed> = {}) =>
  withTenant(house.tenantId, as, (scope) =>
    recordAudit(scope, { action: "member.changed", entity: "user", entityId: desk.userId, ...what }),
  );
const list = (filters: object = {}, page: { limit: number; cursor?: string } = { limit: 100 }) =>
  withTenant(house.tenantId, owner, (scope) => listAudit(scope, auditQuery.parse(filters), page));

beforeAll(async () => {
  house = await makeHouse();
  owner = await addPerson(sql, house.tenantId, "owner");
  desk = await addPerson(sql, house.tenantId, "front_desk");
  for (const id of [kept, gone])
    await sql`insert into customers (tenant_id, id, name) values (${house.tenantId}, ${id}, 'Wanjiru')`;
  await deed(owner, { before: { role: "staff" }, after: { role: "front_desk" } });
  for (const customerId of [kept, gone])
    await deed(desk, {
      action: "customer.changed",
      entity: "customer",
      entityId: customerId,
      customerId,
      before: { phone: "+254712000001" },
      after: { phone: "+254712000002" },
    });
  await deed(
    { kind: "admin", userId: owner.userId },
    { action: "tenant.decided", entity: "tenant", entityId: house.tenantId },
  );
  await sql`update customer_keys set sealed_key = null, destroyed_at = now() where customer_id = ${gone}`;
});

test("newest first, in names, with what was before and after, from where", async () => {
  const { items } = await list();
  expect(items.map(({ action }) => action)).toEqual([
    "tenant.decided",
    "customer.changed",
    "customer.changed",
    "member.changed",
  ]);
  expect(items.at(-1)).toMatchObject({
    who: "A owner",
    about: "A front_desk",
    before: { role: "staff" },
    after: { role: "front_desk" },
    address: owner.userId,
    erased: false,
  });
});

test("who works for the platform is not named, nor from where", async () => {
  const [entry] = (await list({ action: "tenant.decided" })).items;
  expect(entry).toMatchObject({ actor: "admin", who: null, address: "" });
  expect((await list({ member: owner.userId })).items).toHaveLength(1);
});

test("a customer's values are opened with their key; without it they are erased", async () => {
  const { items } = await list({ entity: "customer" });
  const of = (id: string) => items.find(({ entityId }) => entityId === id);
  expect(of(kept)).toMatchObject({ before: { phone: "+254712000001" }, erased: false });
  expect(of(gone)).toMatchObject({ before: null, after: null, erased: true });
  const [raw] = await sql`select before from audit_entries where entity_id = ${kept}`;
  expect(raw?.before).not.toContain("254712");
});

test("page by page, each entry once, also when one moment holds several", async () => {
  await sql`update audit_entries set at = '2026-11-01T09:00:00Z' where tenant_id = ${house.tenantId}`;
  const seen: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await list({}, { limit: 3, ...(cursor ? { cursor } : {}) });
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  expect([seen.length, new Set(seen).size]).toEqual([4, 4]);
});

test("by the days of the business's own clock", async () => {
  // 22:00 in London is the next day in Nairobi.
  await sql`update audit_entries set at = '2026-11-02T22:00:00Z' where tenant_id = ${house.tenantId} and action = 'member.changed'`;
  const on = async (day: string) => (await list({ from: day, to: day })).items.map(({ action }) => action);
  expect([await on("2026-11-02"), await on("2026-11-03")]).toEqual([[], ["member.changed"]]);
});

test("another business's entries are not there, and are no cursor", async () => {
  const other = await makeHouse();
  const [mine] = (await list()).items;
  const there = await withTenant(other.tenantId, owner, async (scope) => [
    (await listAudit(scope, {}, { limit: 10 })).items,
    await isAuditEntry(scope, mine!.id),
    await auditChoices(scope),
  ]);
  expect(there).toEqual([[], false, { people: [], actions: [], entities: [] }]);
});

test("the choices are what stands in it", async () => {
  expect(await withTenant(house.tenantId, owner, auditChoices)).toEqual({
    people: [
      { id: desk.userId, name: "A front_desk" },
      { id: owner.userId, name: "A owner" },
    ],
    actions: ["customer.changed", "member.changed", "tenant.decided"],
    entities: ["customer", "tenant", "user"],
  });
});

test("two statements, for one entry and for many customers", async () => {
  const count = async (limit: number) => {
    let statements = 0;
    await withTenant(house.tenantId, owner, async (scope) => {
      const tx = new Proxy(scope.tx, {
        get: (target, name, receiver) => {
          if (name === "select" || name === "execute") statements++;
          return Reflect.get(target, name, receiver);
        },
      });
      await listAudit({ ...scope, tx } as Scope, { entity: "customer" }, { limit });
    });
    return statements;
  };
  expect([await count(1), await count(50)]).toEqual([2, 2]);
});

describe("what was done stays as it was written", () => {
  const app = postgres(process.env.DATABASE_URL!, { max: 1, onnotice: () => {} });
  const platform = postgres(process.env.DATABASE_PLATFORM_URL!, { max: 1, onnotice: () => {} });
  afterAll(() => Promise.all([app.end(), platform.end()]));

  test.each([
    ["the app", app],
    ["the platform", platform],
  ])("%s neither changes nor deletes it", async (_, as) => {
    const inTenant = (work: (tx: postgres.TransactionSql) => Promise<unknown>) =>
      as.begin(async (tx) => {
        await tx`select set_config('app.tenant_id', ${house.tenantId}, true)`;
        await work(tx);
      });
    await expect(inTenant((tx) => tx`update audit_entries set action = 'nothing.happened'`)).rejects.toMatchObject({
      code: "42501",
    });
    await expect(inTenant((tx) => tx`delete from audit_entries`)).rejects.toMatchObject({ code: "42501" });
  });
});
