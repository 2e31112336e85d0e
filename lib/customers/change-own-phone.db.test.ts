import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { anyPhone } from "@/db/testing/login";
import { accountOf, startAccountSession } from "@/lib/auth/account-sessions";
import { listAudit } from "@/lib/auth/list-audit";
import { newId } from "@/lib/platform/ids";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { changeOwnPhone, knowByPhone } from "./change-own-phone";
import { becomeCustomer, familyOf, ownCustomer } from "./own-customer";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const guest = { kind: "public", via: "page" } as const;
let [house, other]: House[] = [];
beforeAll(async () => {
  [house, other] = [await makeHouse(), await makeHouse()];
});

const at = <T>(where: House | undefined, work: Parameters<typeof withTenant<T>>[2]) =>
  withTenant(where!.tenantId, guest, work);

async function entered(phone = anyPhone()) {
  const cookie = await startAccountSession(phone, { userAgent: "", from: { address: "10.0.0.9", requestId: "r1" } });
  return { cookie, account: (await accountOf(cookie))! };
}
async function customer(name: string, phone = anyPhone()) {
  const { cookie, account } = await entered(phone);
  const { id } = await at(house, (scope) => becomeCustomer(scope, account, name));
  return { id, cookie, account, phone };
}
/** Somebody the desk wrote down. */
async function known(where: House | undefined, name: string, phone: string) {
  const id = newId();
  await sql`insert into customers (tenant_id, id, name, phone) values (${where!.tenantId}, ${id}, ${name}, ${phone})`;
  return id;
}
const move = ({ id, account }: Awaited<ReturnType<typeof customer>>, phone: string) =>
  withTenant(house!.tenantId, { kind: "customer", customerId: id }, (scope) =>
    changeOwnPhone(scope, { account, customerId: id, house: "Test House" }, phone),
  );
const phoneOf = async (id: string) => (await sql`select phone from customers where id = ${id}`)[0]!.phone;
const phoneOfAccount = async (id: string) => (await sql`select phone from accounts where id = ${id}`)[0]!.phone;

test("the account and this business have the new phone; other devices end, the old number hears of it, it lies sealed", async () => {
  const me = await customer("Akoth");
  const elsewhere = await entered(me.phone);
  const phone = anyPhone();
  expect(await move(me, phone)).toEqual({ ok: true, value: { here: true } });
  expect(await accountOf(me.cookie)).toMatchObject({ accountId: me.account.accountId, phone });
  expect(await accountOf(elsewhere.cookie)).toBeNull();
  expect(await at(house, (scope) => ownCustomer(scope, { ...me.account, phone }))).toMatchObject({ id: me.id, phone });
  const [told] = await sql`select channel, body, tenant_id from messages where to_address = ${me.phone}
    and template = 'portal-phone-changed'`;
  expect(told).toMatchObject({ channel: "sms", tenant_id: house!.tenantId });
  expect(told!.body).not.toContain(phone);
  const { items } = await at(house, (scope) => listAudit(scope, { entity: "customer" }, { limit: 100 }));
  expect(items.find(({ entityId }) => entityId === me.id)).toMatchObject({
    action: "customer.changed",
    actor: "customer",
    before: { phone: me.phone },
    after: { phone },
  });
  const raw = await sql`select before, after from audit_entries where customer_id = ${me.id}`;
  expect(JSON.stringify(raw)).not.toMatch(/\+254/);
});

test("a number with an account of its own stays there", async () => {
  const [me, holder] = [await customer("Akoth"), await entered()];
  expect(await move(me, holder.account.phone)).toEqual({ ok: false, refusal: "taken" });
  expect([await phoneOfAccount(me.account.accountId), await phoneOf(me.id)]).toEqual([me.phone, me.phone]);
  expect(await accountOf(holder.cookie)).not.toBeNull();
});

test("a sign-in that has ended meanwhile changes nothing", async () => {
  const me = await customer("Akoth");
  await sql`update account_sessions set revoked_at = now() where id = ${me.account.sessionId}`;
  expect(await move(me, anyPhone())).toEqual({ ok: false, refusal: "signed_out" });
  expect(await phoneOfAccount(me.account.accountId)).toBe(me.phone);
});

test("who was known here by the new number already is the same person; both their bookings are theirs", async () => {
  const [me, phone] = [await customer("Akoth"), anyPhone()];
  const twin = await known(house, "Akoth O.", phone);
  expect(await move(me, phone)).toEqual({ ok: true, value: { here: false } });
  expect(await phoneOf(me.id)).toBe(me.phone);
  const account = { ...me.account, phone };
  expect(await at(house, (scope) => ownCustomer(scope, account))).toMatchObject({ id: twin });
  for (const id of [me.id, twin])
    expect((await at(house, (scope) => familyOf(scope, id))).sort()).toEqual([me.id, twin].sort());
});

test("another business keeps the number it has until the customer says so there, and still knows them", async () => {
  const me = await customer("Akoth");
  const there = await known(other, "Akoth", me.phone);
  await at(other, (scope) => ownCustomer(scope, me.account));
  const phone = anyPhone();
  await move(me, phone);
  const account = { ...me.account, phone };
  expect(await at(other, (scope) => ownCustomer(scope, account))).toMatchObject({ id: there, phone: me.phone });
  expect(await at(other, (scope) => knowByPhone(scope, there, phone))).toBe(true);
  expect(await phoneOf(there)).toBe(phone);
  const taken = await known(other, "Somebody", anyPhone());
  expect(await at(other, (scope) => knowByPhone(scope, taken, phone))).toBe(false);
});

test("whoever has an old number now is nobody's heir: they see nothing of who had it, and get the number alone", async () => {
  const me = await customer("Akoth");
  const there = await known(other, "Akoth", me.phone);
  await at(other, (scope) => ownCustomer(scope, me.account));
  await move(me, anyPhone());
  const { account: heir } = await entered(me.phone);
  expect(heir.accountId).not.toBe(me.account.accountId);
  for (const where of [house, other]) expect(await at(where, (scope) => ownCustomer(scope, heir))).toBeNull();
  const fresh = await at(other, (scope) => becomeCustomer(scope, heir, "Baraka"));
  expect(fresh).toMatchObject({ name: "Baraka", phone: me.phone });
  expect(fresh.id).not.toBe(there);
  expect(await phoneOf(there)).toBeNull();
  expect(await at(other, (scope) => ownCustomer(scope, me.account))).toMatchObject({ id: there, name: "Akoth" });
});
