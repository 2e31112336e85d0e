import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import { newId, sha256 } from "@/lib/platform/ids";
import { authorize } from "@/lib/realtime/authorize";
import { withTenant } from "@/lib/tenancy/with-tenant";
import type { MakeKeyInput } from "./api-key-input";
import { keyIn, keyOf } from "./key-of";
import { listApiKeys } from "./list-api-keys";
import { makeApiKey, mostKeys } from "./make-api-key";
import { revokeApiKey } from "./revoke-api-key";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());

let house: House;
let owner: Awaited<ReturnType<typeof addPerson>>;
beforeAll(async () => {
  house = await makeHouse();
  owner = await addPerson(sql, house.tenantId, "owner");
});

async function made(more: Partial<MakeKeyInput> = {}) {
  const input: MakeKeyInput = { name: "Website", scopes: ["bookings:read"], days: null, ...more };
  const key = await withTenant(house.tenantId, owner, (scope) => makeApiKey(scope, input));
  if (!key.ok) throw new Error(key.refusal);
  return key.value;
}
const revoke = (keyId: string) => withTenant(house.tenantId, owner, (scope) => revokeApiKey(scope, { keyId }));
const list = () => withTenant(house.tenantId, owner, listApiKeys);

test("a key is told once, and kept as a hash alone", async () => {
  const { keyId, secret } = await made();
  expect(secret).toMatch(/^cp_live_[\w-]{43}$/);
  const [token] = await sql`select hash from access_tokens where subject_id = ${keyId}`;
  expect(token).toEqual({ hash: sha256(secret) });
  const kept = await sql`
    select to_jsonb(k)::text as row from api_keys k where id = ${keyId}
    union all select to_jsonb(e)::text from events e where tenant_id = ${house.tenantId}
    union all select to_jsonb(a)::text from audit_entries a where tenant_id = ${house.tenantId}`;
  expect(kept.filter(({ row }) => row.includes(secret.slice(14)))).toEqual([]);
  const { items } = await list();
  expect(items[0]).toMatchObject({ id: keyId, name: "Website", prefix: secret.slice(0, 12), lastUsedAt: null });
});

test("it lets in until it is revoked, and both are written down", async () => {
  const { keyId, secret } = await made();
  expect(await keyOf(secret)).toMatchObject({ keyId, tenantId: house.tenantId, scopes: ["bookings:read"] });
  expect(await revoke(keyId)).toMatchObject({ ok: true });
  expect(await keyOf(secret)).toBeNull();
  expect(await revoke(keyId)).toMatchObject({ refusal: "unknown" });
  const deeds = await sql`select action from audit_entries where entity_id = ${keyId} order by id`;
  expect(deeds.map(({ action }) => action)).toEqual(["api_key.made", "api_key.revoked"]);
});

test("it runs out, and its use is written down once a minute", async () => {
  const { keyId, secret } = await made({ days: 30 });
  const used = async () => (await sql`select last_used_at from api_keys where id = ${keyId}`)[0]!.last_used_at as Date;
  await keyOf(secret);
  const first = await used();
  expect(first).toBeInstanceOf(Date);
  await keyOf(secret);
  expect(await used()).toEqual(first);
  await sql`update api_keys set last_used_at = now() - interval '2 minutes' where id = ${keyId}`;
  await keyOf(secret);
  expect((await used()).getTime()).toBeGreaterThanOrEqual(first.getTime());
  await sql`update api_keys set expires_at = now() - interval '1 second' where id = ${keyId}`;
  expect(await keyOf(secret)).toBeNull();
});

test("what only looks like a key is none", async () => {
  const { secret } = await made();
  expect(await keyOf(`${secret.slice(0, -1)}${secret.endsWith("A") ? "B" : "A"}`)).toBeNull();
  expect(keyIn(`Bearer ${secret}`)).toBe(secret);
  expect([null, "", secret, `Basic ${secret}`, "Bearer cp_live_short"].map(keyIn)).toEqual(Array(5).fill(null));
  const link = newId();
  await sql`insert into access_tokens (hash, tenant_id, kind, subject_id)
    values (${sha256(link)}, ${house.tenantId}, 'booking', ${newId()})`;
  expect(await keyOf(link)).toBeNull();
});

test("so many work at once and no more, also when many are made together", async () => {
  const own = await makeHouse();
  const boss = await addPerson(sql, own.tenantId, "owner");
  const input: MakeKeyInput = { name: "One of many", scopes: ["bookings:read"], days: null };
  const all = await Promise.all(
    Array.from({ length: mostKeys + 2 }, () => withTenant(own.tenantId, boss, (scope) => makeApiKey(scope, input))),
  );
  expect(all.filter(({ ok }) => ok)).toHaveLength(mostKeys);
  expect(all.find(({ ok }) => !ok)).toMatchObject({ refusal: "too_many" });
});

test("a key that works is on the list, however many have run out", async () => {
  const own = await makeHouse();
  const boss = await addPerson(sql, own.tenantId, "owner");
  const input: MakeKeyInput = { name: "One of many", scopes: ["bookings:read"], days: null };
  const make = async () => {
    const key = await withTenant(own.tenantId, boss, (scope) => makeApiKey(scope, input));
    return key.ok ? key.value.keyId : "";
  };
  const first = await make();
  await sql`insert into api_keys (tenant_id, id, name, prefix, scopes, created_by, created_at, expires_at)
    select tenant_id, gen_random_uuid(), name, prefix, scopes, created_by, created_at + n * interval '1 minute', now()
    from api_keys, generate_series(1, 70) n where id = ${first}`;
  const { items } = await withTenant(own.tenantId, boss, listApiKeys);
  expect(items[0]!.id).toBe(first);
});

describe("listening", () => {
  const hear = (secret: string, tenantId = house.tenantId) =>
    authorize("clientpulse.session=made-up", { tenantId }, `Bearer ${secret}`);

  test("as the desk does, with the scope for it, and at its own business alone", async () => {
    const { keyId, secret } = await made({ scopes: ["events:read"] });
    expect(await hear(secret)).toMatchObject({ sessionId: keyId, userId: keyId, role: "front_desk", staffId: null });
    expect(await hear(secret, newId())).toMatchObject({ status: 404 });
    expect(await hear((await made()).secret)).toMatchObject({ status: 403 });
    await revoke(keyId);
    expect(await hear(secret)).toMatchObject({ status: 401 });
  });

  test("not while the business is suspended", async () => {
    const { secret } = await made({ scopes: ["events:read"] });
    await sql`update tenants set status = 'suspended' where id = ${house.tenantId}`;
    expect(await hear(secret)).toMatchObject({ status: 404 });
    await sql`update tenants set status = 'active' where id = ${house.tenantId}`;
  });
});
