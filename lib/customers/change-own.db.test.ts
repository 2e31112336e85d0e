import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { anyPhone } from "@/db/testing/login";
import { listAudit } from "@/lib/auth/list-audit";
import { newId } from "@/lib/platform/ids";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { askOwnEmail, changeOwn, redeemOwnEmail } from "./change-own";
import { becomeCustomer, ownCustomer } from "./own-customer";

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

test("an e-mail address counts once its code comes back, for who asked", async () => {
  const [{ id, account }, email] = [await customer("Njeri"), `${newId()}@customer.test`];
  const challenge = await askOwnEmail(email, "Test House");
  const [message] = await sql`select body, secret_until from messages where to_address = ${email}`;
  expect(message).toMatchObject({ secret_until: expect.any(Date) });
  const code = message!.body.slice(0, 6);
  expect(await redeemOwnEmail(`other-${email}`, challenge, code)).toMatchObject({ ok: false });
  expect(await redeemOwnEmail(email, challenge, code)).toMatchObject({ ok: true });
  expect(await redeemOwnEmail(email, challenge, code)).toMatchObject({ ok: false });
  await here((scope) => changeOwn(scope, id, { email }), id);
  expect(await here((scope) => ownCustomer(scope, account))).toEqual({ id, name: "Njeri", email });
});

test("nobody changes a customer of another business", async () => {
  const { id, account } = await customer("Chebet");
  const other = await makeHouse();
  await withTenant(other.tenantId, { kind: "customer", customerId: id }, (scope) =>
    changeOwn(scope, id, { name: "Somebody else" }),
  );
  expect(await here((scope) => ownCustomer(scope, account))).toMatchObject({ name: "Chebet" });
});
