import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import { placed } from "@/lib/bookings/testing/placed";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/tenancy/scope";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { openSaleInput } from "./input";
import { openSale } from "./open-sale";
import { ownMoney } from "./own-money";
import { payAtCounter } from "./pay-at-counter";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

let house: House;
let owner: Actor;
let id: string;
beforeEach(async () => {
  house = await makeHouse();
  owner = await addPerson(sql, house.tenantId, "owner");
  id = (await placed(house)).id;
});

const money = async () =>
  (await readTenant(house.tenantId, { kind: "public", via: "page" }, (scope) => ownMoney(scope, [id]))).of.get(id)!;
const paidBy = (status: string, more: object = {}) =>
  sql`insert into payments ${sql({
    ...{ tenant_id: house.tenantId, id: newId(), purpose: "deposit", booking_id: id, method: "prompt" },
    ...{ amount_minor: 50_000, currency: "KES", status, reference: newId().slice(-12) },
    ...more,
  } as never)}`;

test("a booking without anything to pay says nothing", async () => {
  expect(await money()).toEqual({ currency: "KES", due: null, paid: null });
});

test("a deposit is open while its time is kept, then nothing; where it stands is told", async () => {
  await sql`update bookings set deposit = 'due', deposit_minor = 50000, status = 'held',
    expires_at = now() + interval '10 minutes' where id = ${id}`;
  const due = { amountMinor: 50_000, saleId: null };
  expect((await money()).due).toEqual({ ...due, state: "open" });
  await paidBy("declined");
  expect((await money()).due).toEqual({ ...due, state: "failed" });
  await paidBy("pending");
  expect((await money()).due).toEqual({ ...due, state: "asked" });
  await sql`update bookings set expires_at = now() - interval '1 second' where id = ${id}`;
  expect((await money()).due).toBeNull();
  await sql`update bookings set deposit = 'paid', status = 'confirmed', expires_at = null where id = ${id}`;
  expect(await money()).toEqual({ currency: "KES", due: null, paid: "deposit" });
});

test("what may have come is not asked for again, whatever came to nothing after it", async () => {
  await sql`update bookings set deposit = 'due', deposit_minor = 50000, status = 'held',
    expires_at = now() + interval '10 minutes' where id = ${id}`;
  await paidBy("needs_review", { doubt: "no answer", created_at: new Date(Date.now() - 120_000) });
  await paidBy("declined");
  expect((await money()).due).toMatchObject({ state: "looked_at" });
  // A person has looked: nothing came.
  await sql`update payments set status = 'declined', doubt = null where booking_id = ${id}`;
  expect((await money()).due).toMatchObject({ state: "failed" });
});

test("what remains of its sale is open, and the receipt is there once it is closed", async () => {
  const sale = openSaleInput.parse({
    bookingId: id,
    lines: [{ serviceId: house.serviceIds[0], staffId: house.staffIds[0] }],
    key: newId(),
  });
  const opened = await withTenant(house.tenantId, owner, (scope) => openSale(scope, sale));
  if (!opened.ok) throw new Error(opened.refusal);
  const saleId = opened.value.id;
  expect((await money()).due).toEqual({ amountMinor: 150_000, saleId, state: "open" });
  await paidBy("needs_review", { doubt: "no answer" });
  expect((await money()).due).toEqual({ amountMinor: 150_000, saleId, state: "looked_at" });
  await sql`update payments set status = 'declined', doubt = null where booking_id = ${id}`;
  expect((await money()).due).toEqual({ amountMinor: 150_000, saleId, state: "open" });
  const take = (amountMinor: number) =>
    withTenant(house.tenantId, owner, (scope) =>
      payAtCounter(scope, { saleId, method: "card", amountMinor, key: newId() } as never),
    );
  await take(60_000);
  expect((await money()).due).toMatchObject({ amountMinor: 90_000, saleId });
  await take(90_000);
  expect(await money()).toEqual({
    currency: "KES",
    due: null,
    paid: { receipt: expect.stringMatching(/^[\w-]{22}$/) },
  });
});
