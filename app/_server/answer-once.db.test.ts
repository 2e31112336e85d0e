import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { POST as addChild } from "@/app/api/dashboard/[tenantId]/customers/[id]/children/route";
import { POST as addCustomer } from "@/app/api/dashboard/[tenantId]/customers/route";
import { type House, makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import { makeApiKey } from "@/lib/auth/make-api-key";
import { newId } from "@/lib/platform/ids";
import { withTenant } from "@/lib/tenancy/with-tenant";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

let house: House;
let program: Record<string, string>;
let other: Record<string, string>;
beforeAll(async () => {
  house = await makeHouse();
  const owner = await addPerson(sql, house.tenantId, "owner");
  const withKey = async (name: string) => {
    const input = { name, scopes: ["customers:write" as const], days: null };
    const made = await withTenant(house.tenantId, owner, (scope) => makeApiKey(scope, input));
    if (!made.ok) throw new Error(made.refusal);
    return { authorization: `Bearer ${made.value.secret}` };
  };
  [program, other] = [await withKey("Website"), await withKey("Till")];
});

const request = (body: object, key: string | null, headers: Record<string, string>, path: string) =>
  new Request(`https://x.test/api/dashboard/${house.tenantId}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers, ...(key === null ? {} : { "idempotency-key": key }) },
    body: JSON.stringify(body),
  });
const add = async (body: object, key: string | null, headers = program) => {
  const context = { params: Promise.resolve({ tenantId: house.tenantId }) };
  const answer = await addCustomer(request(body, key, headers, "/customers"), context);
  return { status: answer.status, body: await answer.text() };
};
const child = async (id: string, body: object, key: string) => {
  const context = { params: Promise.resolve({ tenantId: house.tenantId, id }) };
  const answer = await addChild(request(body, key, program, `/customers/${id}/children`), context);
  return { status: answer.status, body: await answer.text() };
};
const called = async (name: string) =>
  (await sql`select id from customers where tenant_id = ${house.tenantId} and name = ${name}`).length;
const codeOf = ({ body }: { body: string }): string => JSON.parse(body).code;

test("20 posts at once with one key are one customer and 20 equal answers", async () => {
  const key = newId();
  // Without a number nothing but the key says that they are one.
  const answers = await Promise.all(Array.from({ length: 20 }, () => add({ name: "Wanjiku" }, key)));
  expect(new Set(answers.map(({ status, body }) => `${status} ${body}`)).size).toBe(1);
  expect(answers[0]!.status).toBe(201);
  expect(await add({ name: "Wanjiku" }, key)).toEqual(answers[0]);
  expect(await called("Wanjiku")).toBe(1);
  const added = await sql`select seq from events where tenant_id = ${house.tenantId} and name = 'customer.added'`;
  expect(added).toHaveLength(1);
  await Promise.all([add({ name: "Wanjiku" }, null), add({ name: "Wanjiku" }, newId())]);
  expect(await called("Wanjiku")).toBe(3);
});

test("a key that comes back with another wish is refused, before and at the same time", async () => {
  const key = newId();
  const first = await add({ name: "Atieno" }, key);
  const refused = await add({ name: "Achieng" }, key);
  expect([first.status, refused.status, codeOf(refused)]).toEqual([201, 422, "key_reused"]);
  expect(refused.body).not.toContain(JSON.parse(first.body).id);
  const shared = newId();
  const both = await Promise.all([add({ name: "Achieng" }, shared), add({ name: "Akinyi" }, shared)]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
  expect((await called("Achieng")) + (await called("Akinyi"))).toBe(1);
});

test("a refusal is not kept: what was in the way may be gone", async () => {
  const key = newId();
  const wish = { name: "Kamau", phone: "0712000777" };
  const { body } = await add({ ...wish, name: "Njoroge" }, null);
  const refused = await add(wish, key);
  expect(refused.status).toBe(409);
  await sql`update customers set phone = null where id = ${JSON.parse(body).id}`;
  expect((await add(wish, key)).status).toBe(201);
});

test("a key is its program's own, and its address's", async () => {
  const key = newId();
  const one = await add({ name: "Muthoni" }, key);
  const two = await add({ name: "Muthoni" }, key, other);
  expect([one.status, two.status]).toEqual([201, 201]);
  expect(await called("Muthoni")).toBe(2);
  const ids = [one, two].map(({ body }) => JSON.parse(body).id as string);
  const born = await Promise.all(ids.map((id) => child(id, { name: "Baraka" }, key)));
  expect(born.map(({ status }) => status)).toEqual([201, 201]);
  expect(await called("Baraka")).toBe(2);
});

test("what is no key is told so, and nothing is done", async () => {
  for (const key of ["short", "x".repeat(201), "has a space in it"]) {
    const refused = await add({ name: "Nobody" }, key);
    expect([refused.status, Object.keys(JSON.parse(refused.body).fields)]).toEqual([422, ["Idempotency-Key"]]);
  }
  expect(await called("Nobody")).toBe(0);
});
