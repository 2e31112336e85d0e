import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { bookAs, hourOf, must } from "@/lib/bookings/testing/desk-books";
import { allows, consentsOf, sayConsent } from "@/lib/customers/consent";
import { shown } from "@/lib/customers/consent-words";
import { noteCustomer } from "@/lib/customers/note-customer";
import { runDueJobs } from "@/lib/jobs/worker";
import { newId } from "@/lib/platform/ids";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { member, pay, sold } from "@/lib/till/testing/at-the-till";
import { eraseCustomer } from "./erase-customer";
import { exportCustomer } from "./export-customer";
import { findDuplicates } from "./find-duplicates";
import { goingRows } from "./held";
import { mergeInput } from "./input";
import { mergeCustomers, partCustomers } from "./merge-customers";
import { previewMerge } from "./preview-merge";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());

const owner = member("owner");
let house: House;
beforeAll(async () => {
  house = await makeHouse({ staff: 4 });
});
const inside = <T>(work: Parameters<typeof withTenant<T>>[2]) => withTenant(house.tenantId, owner, work);
const merge = (keptId: string, goneId: string, take: string[] = []) =>
  inside((scope) => mergeCustomers(scope, mergeInput.parse({ keptId, goneId, take })));
let n = 0;
/** Somebody with a booking, a sale, a note and a yes. */
async function somebody(name: string, allergies: string) {
  const phone = `07228${String(20_000 + n)}`;
  const booked = await must(bookAs(house, owner, { source: "desk" }, { phone, name, at: hourOf(9 + n++) }));
  const [row] = await sql`select customer_id as id from bookings where id = ${booked.id}`;
  const id = row!.id as string;
  await must(inside((scope) => noteCustomer(scope, id, { allergies, notes: "", seen: { allergies: "", notes: "" } })));
  const sale = await sold(house, owner, { customerId: id });
  await pay(house, owner, { saleId: sale.id, amountMinor: 150_000 });
  await runDueJobs(house.tenantId);
  return { id, phone: `+254${phone.slice(1)}`, bookingId: booked.id };
}
/** Rows of every table that names a customer and goes along. */
async function rowsOfEach(id: string) {
  const counts: Record<string, number> = {};
  for (const { table, column } of goingRows()) {
    const [row] = await sql`select count(*)::int as many from ${sql(table)} where ${sql(column)} = ${id}`;
    if (row!.many > 0) counts[table] = (counts[table] ?? 0) + row!.many;
  }
  return counts;
}
const stored = (id: string) =>
  sql`select name, phone, email, tags, allergies, notes, status, account_id, archived_at is null as here from customers where id = ${id}`;
const sums = () => sql`select account, sum(debit_minor - credit_minor)::int as sum from ledger_entries
  where tenant_id = ${house.tenantId} group by account order by account`;

test("everything of one is the other's, by what was chosen; taken back, both are as they were", async () => {
  const [kept, gone] = [await somebody("Akinyi Odhiambo", "PPD"), await somebody("Akinyi  O.", "Latex")];
  const child = newId();
  await sql`insert into customers (tenant_id, id, name, guardian_id) values (${house.tenantId}, ${child}, 'Child', ${gone.id})`;
  await sql`update customers set email = 'akinyi@list.test', tags = '{vip}' where id = ${gone.id}`;
  await inside((scope) =>
    sayConsent(scope, gone.id, { purpose: "marketing", granted: true, wording: shown.marketing, source: "portal" }),
  );
  const [before, keptRows, goneRows, books] = [
    [(await stored(kept.id))[0], (await stored(gone.id))[0]],
    await rowsOfEach(kept.id),
    await rowsOfEach(gone.id),
    await sums(),
  ];
  const preview = (await inside((scope) => previewMerge(scope, kept.id, gone.id)))!;
  expect(preview.gone).toMatchObject({ name: "Akinyi O.", phone: gone.phone, allergies: "Latex" });
  expect(Object.fromEntries(preview.moves.map(({ what, rows }) => [what, rows]))).toEqual(goneRows);
  expect(goneRows).toMatchObject({ bookings: 1, sales: 1, payments: 1, consents: 1 });

  await must(merge(kept.id, gone.id, ["phone"]));
  expect((await stored(kept.id))[0]).toMatchObject({
    ...{ name: "Akinyi Odhiambo", phone: gone.phone, email: "akinyi@list.test", tags: ["vip"], here: true },
    allergies: "PPD\nLatex",
  });
  expect((await stored(gone.id))[0]).toMatchObject({ phone: null, here: false });
  expect(await rowsOfEach(gone.id)).toEqual({});
  const all = await rowsOfEach(kept.id);
  for (const table of Object.keys({ ...keptRows, ...goneRows }))
    expect(all[table], table).toBe((keptRows[table] ?? 0) + (goneRows[table] ?? 0));
  expect(await sql`select guardian_id from customers where id = ${child}`).toEqual([{ guardian_id: kept.id }]);
  expect(allows(await inside((scope) => consentsOf(scope, kept.id)), "marketing")).toBe(true);
  expect(await sums()).toEqual(books);
  // Found by either number they are one person now, and the one who is gone is nobody to be merged.
  expect(await merge(kept.id, gone.id)).toEqual({ ok: false, refusal: "unknown_customer" });
  const told = (await inside((scope) => exportCustomer(scope, kept.id)))!;
  expect(told.sections.bookings).toHaveLength(2);

  const { merged } = await inside((scope) => findDuplicates(scope));
  const mergeId = merged.find((one) => one.kept.id === kept.id)!.id;
  // What comes after it stays with whom it came to.
  await must(bookAs(house, owner, { source: "desk" }, { phone: gone.phone, name: "Akinyi", at: hourOf(10, 2) }));
  await must(inside((scope) => partCustomers(scope, mergeId)));
  // Whose skin it was cannot be told any more: what is known of both stays.
  expect([(await stored(kept.id))[0], (await stored(gone.id))[0]]).toEqual([
    { ...before[0], allergies: "PPD\nLatex" },
    before[1],
  ]);
  expect(await rowsOfEach(gone.id)).toEqual(goneRows);
  expect((await rowsOfEach(kept.id)).bookings).toBe(2);
  expect(await sql`select guardian_id from customers where id = ${child}`).toEqual([{ guardian_id: gone.id }]);
  expect(await inside((scope) => partCustomers(scope, mergeId))).toEqual({ ok: false, refusal: "unknown_merge" });
});

test("a merge is not taken back over a number that somebody else has by now", async () => {
  const [kept, gone] = [await somebody("Moraa K", ""), await somebody("Moraa Kemunto", "")];
  await must(merge(kept.id, gone.id));
  await sql`insert into customers (tenant_id, id, name, phone) values (${house.tenantId}, ${newId()}, 'New owner', ${gone.phone})`;
  const { merged } = await inside((scope) => findDuplicates(scope));
  const { id } = merged.find((one) => one.kept.id === kept.id)!;
  expect(await inside((scope) => partCustomers(scope, id))).toEqual({ ok: false, refusal: "phone_taken" });
  expect((await rowsOfEach(kept.id)).bookings).toBe(2);
});

/** Somebody of whom nothing but this is known. */
async function known(more: object = {}) {
  const id = newId();
  await sql`insert into customers ${sql({ tenant_id: house.tenantId, id, name: "Two", ...more })}`;
  return id;
}
const wants = (bySms: boolean, byEmail: boolean) => ({ wishes: sql.json({ bySms, byEmail }) });
const row = async (id: string) => (await sql`select * from customers where id = ${id}`)[0]!;
const mergeOf = async (goneId: string) =>
  (await sql`select id from customer_merges where gone_id = ${goneId} and undone_at is null`)[0]!.id as string;
const part = async (goneId: string) => {
  const id = await mergeOf(goneId);
  return inside((scope) => partCustomers(scope, id));
};
let number = 0;
const phone = () => `+2547228${String(90_000 + number++)}`;

test("what either did not want is not wanted by both, and by being taken apart no wish comes back", async () => {
  const kept = await known({ phone: phone(), email: "k@two.test", ...wants(true, true) });
  const gone = await known({ phone: phone(), ...wants(false, false) });
  await must(merge(kept, gone));
  expect((await row(kept)).wishes).toEqual({ bySms: false, byEmail: true });
  await sql`update customers set wishes = ${sql.json({ bySms: false, byEmail: false })} where id = ${kept}`;
  await must(part(gone));
  expect((await row(kept)).wishes).toEqual({ bySms: false, byEmail: false });
  expect((await row(gone)).wishes).toEqual({ bySms: false, byEmail: false });
  const [one, other] = [await known({ phone: phone(), ...wants(true, false) }), await known(wants(true, false))];
  await must(merge(one, other));
  await sql`update customers set wishes = ${sql.json({ bySms: false, byEmail: false })} where id = ${one}`;
  await must(part(other));
  expect([(await row(one)).wishes.bySms, (await row(other)).wishes.bySms]).toEqual([false, false]);
});

test("a no that was said while they were one is the newest of both; a yes is not the other's", async () => {
  const [kept, gone] = [await known(), await known()];
  const say = (id: string, granted: boolean) =>
    inside((scope) =>
      sayConsent(scope, id, { purpose: "marketing", granted, wording: shown.marketing, source: "portal" }),
    );
  const may = async (id: string) => allows(await inside((scope) => consentsOf(scope, id)), "marketing");
  await must(say(gone, true));
  await must(merge(kept, gone));
  await must(say(kept, false));
  await must(part(gone));
  expect([await may(kept), await may(gone)]).toEqual([false, false]);
  await must(merge(kept, gone));
  await must(say(kept, true));
  await must(part(gone));
  expect([await may(kept), await may(gone)]).toEqual([true, false]);
});

test("the last merge is taken back first", async () => {
  const [kept, first, second] = [await known(), await known(), await known()];
  await must(merge(kept, first));
  await must(merge(kept, second));
  expect(await part(first)).toEqual({ ok: false, refusal: "newer_merge" });
  await must(part(second));
  await must(part(first));
});

test("what was changed since stays, nobody gets the other's account, and no allergy is cut", async () => {
  const account = newId();
  await sql`insert into accounts (id, phone) values (${account}, ${phone()})`;
  const [mine, theirs] = [phone(), phone()];
  const kept = await known({ phone: mine, location: "Kilimani", allergies: "Latex" });
  const gone = await known({ phone: theirs, email: "g@two.test", birthday: "02-03", account_id: account });
  await must(merge(kept, gone));
  expect(await row(kept)).toMatchObject({ account_id: account, email: "g@two.test" });
  await sql`update customers set location = 'Karen', email = 'new@two.test', phone = ${theirs},
    allergies = 'Latex, nuts' where id = ${kept}`;
  await must(part(gone));
  expect(await row(kept)).toMatchObject({
    ...{ location: "Karen", email: "new@two.test", birthday: null, allergies: "Latex, nuts" },
    ...{ phone: theirs, account_id: null },
  });
  expect(await row(gone)).toMatchObject({ phone: null, email: "g@two.test", birthday: "02-03", account_id: account });
});

test("whoever is erased is erased as whom they were before, too", async () => {
  const [kept, gone] = [await somebody("Chepkoech R", ""), await somebody("Rehema Canaryname", "")];
  await must(merge(kept.id, gone.id));
  await sql`update bookings set status = 'cancelled' where customer_id = ${kept.id}`;
  await must(inside((scope) => eraseCustomer(scope, { customerId: kept.id, name: "Chepkoech R" })));
  expect((await stored(gone.id))[0]).toMatchObject({ name: "Erased customer", phone: null });
  expect(await sql`select 1 from bookings where booked_as::text like '%Canaryname%'`).toHaveLength(0);
  expect(await sql`select kept_before, gone_before from customer_merges where kept_id = ${kept.id}`).toEqual([
    { kept_before: "", gone_before: "" },
  ]);
});

test("likely pairs are found by the same sign-in, address or name, newest first and by pages", async () => {
  const at = (await makeHouse()).tenantId;
  const search = (cursor?: { one: string; other: string }) =>
    withTenant(at, owner, (scope) => findDuplicates(scope, cursor));
  expect((await search()).items).toEqual([]);
  await sql`insert into customers ${sql(
    Array.from({ length: 44 }, (_, k) => ({
      tenant_id: at,
      id: newId(),
      name: `Same ${k % 22}`,
      phone: null,
      email: null,
    })),
  )}`;
  await sql`insert into customers ${sql([
    { tenant_id: at, id: newId(), name: "Guest", phone: null, email: null },
    { tenant_id: at, id: newId(), name: "Guest", phone: null, email: null },
    { tenant_id: at, id: newId(), name: "One", phone: null, email: "x@y.test" },
    { tenant_id: at, id: newId(), name: "Other", phone: null, email: "X@y.test" },
  ])}`;
  const first = await search();
  expect(first.items).toHaveLength(20);
  const [one, other] = first.nextCursor!.split(" ") as [string, string];
  const second = await search({ one, other });
  expect(second.items).toHaveLength(3);
  expect(second.nextCursor).toBeNull();
  const all = [...first.items, ...second.items];
  expect(new Set(all.map(({ one, other }) => `${one.id} ${other.id}`)).size).toBe(23);
  expect(all.filter(({ why }) => why === "email").map(({ one, other }) => [one.name, other.name].sort())).toEqual([
    ["One", "Other"],
  ]);
});
