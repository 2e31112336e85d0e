import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { anyPhone } from "@/db/testing/login";
import { listAudit } from "@/lib/auth/list-audit";
import { jpeg } from "@/lib/auth/testing/jpeg";
import { newId } from "@/lib/platform/ids";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { changeOwn } from "./change-own";
import { becomeCustomer, ownCustomer } from "./own-customer";
import { ownPhoto, removeOwnPhoto, setOwnPhoto } from "./own-photo";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

let house: House;
beforeAll(async () => {
  house = await makeHouse();
});

const guest = { kind: "public", via: "page" } as const;
const here = <T>(work: Parameters<typeof withTenant<T>>[2], customerId?: string) =>
  withTenant(house.tenantId, customerId ? { kind: "customer", customerId } : guest, work);

async function customer(name: string) {
  const [accountId, phone] = [newId(), anyPhone()];
  await sql`insert into accounts (id, phone) values (${accountId}, ${phone})`;
  const account = { accountId, phone };
  const own = await here((scope) => becomeCustomer(scope, account, name));
  return { ...own, account, phone };
}
const log = async (customerId: string) =>
  (await here((scope) => listAudit(scope, { entity: "customer" }, { limit: 100 }))).items.filter(
    ({ entityId }) => entityId === customerId,
  );

test("a customer's changes are read by the owner, lie sealed, and are gone with the customer's key", async () => {
  const { id, phone } = await customer("Akoth");
  await here((scope) => changeOwn(scope, id, { name: "Akoth Odhiambo" }), id);
  await here((scope) => changeOwn(scope, id, { name: "Akoth Odhiambo" }), id);
  expect(await log(id)).toMatchObject([
    {
      action: "customer.changed",
      actor: "customer",
      about: "Akoth Odhiambo",
      before: { name: "Akoth" },
      after: { name: "Akoth Odhiambo" },
    },
    { action: "customer.added", actor: "public", before: null, after: { name: "Akoth", phone } },
  ]);
  const raw = await sql`select before, after from audit_entries where customer_id = ${id}`;
  expect(raw).toHaveLength(2);
  expect(JSON.stringify(raw)).not.toMatch(/Akoth|\+254/);

  await sql`update customer_keys set sealed_key = null, destroyed_at = now() where customer_id = ${id}`;
  for (const entry of await log(id)) expect(entry).toMatchObject({ before: null, after: null, erased: true });
});

test("a customer whom the desk knew is linked to the phone that was shown, once, and that is written down", async () => {
  const [id, accountId, phone] = [newId(), newId(), anyPhone()];
  await sql`insert into accounts (id, phone) values (${accountId}, ${phone})`;
  await sql`insert into customers (tenant_id, id, name, phone) values (${house.tenantId}, ${id}, 'Wafula', ${phone})`;
  for (let n = 0; n < 2; n++) await here((scope) => ownCustomer(scope, { accountId, phone }));
  expect(await log(id)).toMatchObject([{ action: "customer.linked", actor: "public", before: null, after: null }]);
});

test("language and wishes: only what changed is written down, from where it was asked", async () => {
  const { id, account } = await customer("Njeri");
  const wishes = { bySms: false, byEmail: true };
  const from = { address: "10.0.0.7", requestId: "r7" };
  await withTenant(house.tenantId, { kind: "customer", customerId: id, from }, (scope) =>
    changeOwn(scope, id, { language: "sw", wishes, name: "Njeri" }),
  );
  expect(await here((scope) => ownCustomer(scope, account))).toMatchObject({ language: "sw", wishes });
  const [entry] = await log(id);
  expect(entry).toMatchObject({
    before: { language: "en", wishes: { bySms: true, byEmail: false } },
    after: { language: "sw", wishes },
    address: from.address,
  });
  expect(entry!.after).not.toHaveProperty("name");
});

test("a photo is kept as what its bytes are, for this business, and each step is written down", async () => {
  const { id } = await customer("Wairimu");
  expect(await here((scope) => setOwnPhoto(scope, id, Buffer.from("<svg/>")), id)).toMatchObject({ ok: false });
  await here((scope) => setOwnPhoto(scope, id, jpeg("one")), id);
  await here((scope) => setOwnPhoto(scope, id, jpeg("two")), id);
  expect(await here((scope) => ownPhoto(scope, id))).toEqual({ contentType: "image/jpeg", bytes: jpeg("two") });
  const other = await makeHouse();
  expect(await withTenant(other.tenantId, guest, (scope) => ownPhoto(scope, id))).toBeNull();
  expect(await here((scope) => removeOwnPhoto(scope, id), id)).toBe(true);
  expect(await here((scope) => removeOwnPhoto(scope, id), id)).toBe(false);
  const version = expect.stringMatching(/^[\da-f]{16}$/);
  expect((await log(id)).slice(0, 3)).toMatchObject([
    { before: { photo: version }, after: { photo: null } },
    { before: { photo: version }, after: { photo: version } },
    { before: { photo: null }, after: { photo: version } },
  ]);
});

test("nobody changes a customer of another business", async () => {
  const { id, account } = await customer("Chebet");
  const other = await makeHouse();
  await withTenant(other.tenantId, { kind: "customer", customerId: id }, (scope) =>
    changeOwn(scope, id, { name: "Somebody else" }),
  );
  expect(await here((scope) => ownCustomer(scope, account))).toMatchObject({ name: "Chebet" });
});
