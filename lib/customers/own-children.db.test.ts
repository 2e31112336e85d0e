import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { ownChildInput } from "./file-input";
import { languageOfLink } from "./language-of-link";
import { keepOptOuts, optOutToken } from "./opt-out";
import { addOwnChild, changeOwnChild, ownChild, putBackOwnChild, removeOwnChild } from "./own-children";
import { childrenOf, familyOf } from "./own-customer";
import { mostOwnChildren } from "./rules";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());

let house: House;
let mother: string;
beforeEach(async () => {
  house = await makeHouse();
  mother = await somebody("Atieno", null);
});

async function somebody(name: string, guardianId: string | null): Promise<string> {
  const id = newId();
  await sql`insert into customers (tenant_id, id, name, guardian_id) values (${house.tenantId}, ${id}, ${name}, ${guardianId})`;
  return id;
}
const as = <T>(work: (scope: Scope) => Promise<T>, ownId = mother) =>
  withTenant(house.tenantId, { kind: "customer", customerId: ownId }, work);
const said = (name: string, birthday: string | null = null) => ownChildInput.parse({ name, birthday });
const add = (name: string) => as((scope) => addOwnChild(scope, mother, said(name)));
const named = async () =>
  (await as((scope) => childrenOf(scope, mother))).map(({ name, archived }) => [name, archived]);

test("a child is added with the guardian's language, changed, and written down under its own key", async () => {
  await sql`update customers set language = 'sw' where id = ${mother}`;
  const added = await add("Wanjiru");
  if (!added.ok) throw new Error(added.refusal);
  const { id } = added.value;
  await as((scope) => changeOwnChild(scope, mother, id, said("Wanjiru A.", "02-29")));
  await as((scope) => changeOwnChild(scope, mother, id, said("Wanjiru A.", "02-29")));
  const [row] = await sql`select name, birthday, language, guardian_id from customers where id = ${id}`;
  expect({ ...row }).toEqual({ name: "Wanjiru A.", birthday: "02-29", language: "sw", guardian_id: mother });
  const deeds = await sql`select action, customer_id from audit_entries where entity_id = ${id} order by id`;
  expect(deeds.map((deed) => ({ ...deed }))).toEqual([
    { action: "customer.added", customer_id: id },
    { action: "customer.changed", customer_id: id },
  ]);
});

test("nobody changes, removes or reads somebody else's child", async () => {
  const child = await somebody("Otieno", mother);
  const stranger = await somebody("Somebody", null);
  const theirs = await as(
    async (scope) => [
      await ownChild(scope, stranger, child),
      await changeOwnChild(scope, stranger, child, said("Mine")),
      await removeOwnChild(scope, stranger, child),
      await putBackOwnChild(scope, stranger, child),
    ],
    stranger,
  );
  const unknown = { ok: false, refusal: "unknown_customer" };
  expect(theirs).toEqual([null, unknown, unknown, unknown]);
  expect(await named()).toEqual([["Otieno", false]]);
});

test("a child with a phone or an account of their own is neither renamed nor put away by anybody else", async () => {
  const child = await somebody("Otieno", mother);
  const deeds = () =>
    as(async (scope) => [
      await changeOwnChild(scope, mother, child, said("Otis")),
      await removeOwnChild(scope, mother, child),
    ]);
  const unknown = { ok: false, refusal: "unknown_customer" };
  await sql`update customers set phone = '+254711222333' where id = ${child}`;
  expect(await deeds()).toEqual([unknown, unknown]);
  const [account] =
    await sql`insert into accounts (id, phone) values (${newId()}, ${`+2547${String(Math.random()).slice(2, 10)}`}) returning id`;
  await sql`update customers set phone = null, account_id = ${account!.id} where id = ${child}`;
  expect(await deeds()).toEqual([unknown, unknown]);
  expect(await named()).toEqual([["Otieno", false]]);
});

test("a link to what is a child's is read in the language of who answers for them", async () => {
  await sql`update customers set language = 'sw' where id = ${mother}`;
  const child = await somebody("Otieno", mother);
  const token = optOutToken(child);
  await as((scope) => keepOptOuts(scope, [child]));
  expect(await languageOfLink(token)).toBe("sw");
  await sql`update customers set email = 'otieno@example.com' where id = ${child}`;
  expect(await languageOfLink(token)).toBe("en");
});

test("put away, they are in no family and may come back; who is still to come stays", async () => {
  const child = await somebody("Otieno", mother);
  await as((scope) => removeOwnChild(scope, mother, child));
  expect(await named()).toEqual([["Otieno", true]]);
  expect(await as((scope) => familyOf(scope, mother))).toEqual([mother]);
  expect(await as((scope) => changeOwnChild(scope, mother, child, said("Otis")))).toMatchObject({ ok: false });
  await as((scope) => putBackOwnChild(scope, mother, child));
  expect(await named()).toEqual([["Otieno", false]]);
  await sql`insert into bookings (tenant_id, id, reference, customer_id, status, source, starts_at, ends_at, total_minor, currency, booked_as)
    values (${house.tenantId}, ${newId()}, 'ABCDEF', ${child}, 'confirmed', 'desk', now() + interval '1 day',
      now() + interval '25 hours', 1000, 'KES', '{"name":"Otieno"}')`;
  expect(await as((scope) => removeOwnChild(scope, mother, child))).toEqual({
    ok: false,
    refusal: "still_coming",
    bookings: 1,
  });
});

test("whoever is erased, or turned out to be somebody else, is nobody to be put back", async () => {
  const child = await somebody("Otieno", mother);
  await sql`update customers set archived_at = now() where id = ${child}`;
  await sql`insert into customer_keys (tenant_id, customer_id, destroyed_at) values (${house.tenantId}, ${child}, now())`;
  expect(await named()).toEqual([]);
  expect(await as((scope) => putBackOwnChild(scope, mother, child))).toMatchObject({ refusal: "unknown_customer" });
});

test("there is a limit, also for several who come at once; a child has no children", async () => {
  const answers = await Promise.all(Array.from({ length: mostOwnChildren + 4 }, (_, n) => add(`Child ${n}`)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(mostOwnChildren);
  expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: "too_many", most: mostOwnChildren });
  const [first] = await as((scope) => childrenOf(scope, mother));
  const below = await as((scope) => addOwnChild(scope, first!.id, said("Grandchild")), first!.id);
  expect(below).toMatchObject({ refusal: "is_a_child" });
});
