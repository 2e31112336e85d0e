import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import { listAudit } from "@/lib/auth/list-audit";
import { newId } from "@/lib/platform/ids";
import type { Actor, Scope } from "@/lib/tenancy/scope";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { addByHand } from "./add-by-hand";
import { archiveCustomer, restoreCustomer, restoreWhoBooked } from "./archive-customer";
import { changeCustomer } from "./change-customer";
import { addNote, strikeNote } from "./customer-notes";
import { addChild, linkChild, unlinkChild } from "./family";
import { addChildInput, addCustomerInput, changeCustomerInput } from "./file-input";
import { getCustomer } from "./get-customer";
import { customersForFile, listCustomers } from "./list-customers";
import { becomeCustomer } from "./own-customer";
import { customersQuery } from "./segment-input";
import { serviceHistory } from "./service-history";
import { timeline } from "./timeline";
import { timelineQuery } from "./timeline-input";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

let house: House;
let desk: Actor;
let stylist: Actor;
beforeEach(async () => {
  house = await makeHouse({ staff: 2 });
  desk = await addPerson(sql, house.tenantId, "front_desk");
  stylist = await addPerson(sql, house.tenantId, "staff", house.staffIds[0]!);
});

const act = <T>(work: (scope: Scope) => Promise<T>, actor = desk) => withTenant(house.tenantId, actor, work);
const look = <T>(work: (scope: Scope) => Promise<T>, actor = desk) => readTenant(house.tenantId, actor, work);
const add = (given: object) => act((scope) => addByHand(scope, addCustomerInput.parse(given)));
const added = async (given: object): Promise<string> => {
  const made = await add(given);
  if (!made.ok) throw new Error(made.refusal);
  return made.value.id;
};
const change = (id: string, to: object, seen: object, actor = desk) =>
  act((scope) => changeCustomer(scope, id, changeCustomerInput.parse({ to, seen })), actor);
const list = async (query: object = {}, actor = desk) =>
  (await look((scope) => listCustomers(scope, customersQuery.parse(query)), actor)).items;
const names = async (query: object = {}, actor = desk) => (await list(query, actor)).map(({ name }) => name);
const file = (id: string, actor = desk) => look((scope) => getCustomer(scope, id), actor);

/** Served by the first of the staff, yesterday. */
async function visited(customerId: string, days = 1): Promise<string> {
  const [bookingId, visitId] = [newId(), newId()];
  const at = sql`now() - make_interval(days => ${days})`;
  await sql`insert into bookings (tenant_id, id, reference, customer_id, status, source, starts_at, ends_at, total_minor, currency, booked_as)
    values (${house.tenantId}, ${bookingId}, ${bookingId.slice(-6)}, ${customerId}, 'completed', 'desk', ${at}, ${at} + interval '1 hour', 150000, 'KES', '{"name":"x"}')`;
  await sql`insert into booking_lines (tenant_id, id, booking_id, position, service_id, service_name, staff_id, any_staff, starts_at, ends_at, segments, buffer_before_minutes, buffer_after_minutes, price_minor, currency)
    values (${house.tenantId}, ${newId()}, ${bookingId}, 0, ${house.serviceIds[0]!}, 'Cut', ${house.staffIds[0]!}, false, ${at}, ${at} + interval '1 hour', '[{"kind":"work","minutes":60}]', 0, 0, 150000, 'KES')`;
  await sql`insert into visits (tenant_id, id, booking_id, customer_id, started_at, completed_at, total_minor, paid_minor, currency)
    values (${house.tenantId}, ${visitId}, ${bookingId}, ${customerId}, ${at}, ${at}, 150000, 150000, 'KES')`;
  await sql`insert into visit_lines (tenant_id, id, visit_id, position, service_id, service_name, staff_id, price_minor)
    values (${house.tenantId}, ${newId()}, ${visitId}, 0, ${house.serviceIds[0]!}, 'Cut', ${house.staffIds[0]!}, 150000)`;
  return bookingId;
}

test("somebody is added by hand, once for each number, and found by name, by the end of the number and by tag", async () => {
  const id = await added({
    ...{ name: "Wanjiku Kamau", phone: "0712 345 678", email: "W@Example.com", location: "Kilimani" },
    ...{ birthday: "02-29", tags: ["Bride 2027", "bride 2027"], status: "vip", favourites: [house.serviceIds[0]] },
    preferredStaffId: house.staffIds[0],
  });
  expect(await file(id)).toMatchObject({
    ...{ name: "Wanjiku Kamau", phone: "+254712345678", email: "w@example.com", tags: ["Bride 2027"], status: "vip" },
    ...{ favourites: [{ name: "Cut" }], preferredStaff: { name: "Staff 1" }, birthday: "02-29" },
  });
  await added({ name: "Otieno" });
  expect(await add({ name: "Somebody", phone: "+254712345678" })).toMatchObject({
    ...{ refusal: "phone_taken", by: { id, name: "Wanjiku Kamau", archived: false } },
  });
  for (const search of ["wanj", "KAMAU", "345678", "bride"]) expect(await names({ search })).toEqual(["Wanjiku Kamau"]);
  expect(await names({ tag: "BRIDE 2027" })).toEqual(["Wanjiku Kamau"]);
  expect(await names({ status: "active" })).toEqual(["Otieno"]);
  expect(await names()).toEqual(["Otieno", "Wanjiku Kamau"]);
  for (const wrong of [{}, { name: "x", phone: "12" }, { name: "x", birthday: "02-30" }, { name: "x", status: "gold" }])
    expect(addCustomerInput.safeParse(wrong).success).toBe(false);
  expect(await add({ name: "x", preferredStaffId: newId(), favourites: [newId()] })).toMatchObject({
    fields: { preferredStaffId: ["does not work here"], favourites: ["is not sold here"] },
  });
  const events = await sql`select name, payload from events where tenant_id = ${house.tenantId}`;
  expect(events.map(({ name }) => name)).toEqual(["customer.added", "customer.added"]);
  expect(JSON.stringify(events)).not.toContain("712345678");
});

test("pages follow each other by name, each once", async () => {
  for (const name of ["Zuri", "amina", "Baraka", "Amina", "Chebet"]) await added({ name });
  const seen: string[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const page: Awaited<ReturnType<typeof listCustomers>> = await look((scope) =>
      listCustomers(scope, customersQuery.parse({ limit: "2", cursor: cursor ?? "" })),
    );
    expect(page.total).toBe(5);
    seen.push(...page.items.map(({ name }) => name));
    cursor = page.nextCursor;
  }
  expect(seen.map((name) => name.toLowerCase())).toEqual(["amina", "amina", "baraka", "chebet", "zuri"]);
});

test("of two who change somebody at once the second is told what the first wrote; what they did not touch stays", async () => {
  const id = await added({ name: "Akinyi", phone: "0711000001", tags: ["Regular"] });
  await added({ name: "Holder", phone: "0711000002" });
  const seen = { location: "", tags: ["Regular"] };
  expect(await change(id, { location: "Westlands", tags: ["Regular"] }, seen)).toMatchObject({ ok: true });
  expect(await change(id, { location: "Karen", tags: ["Regular", "Tea"] }, seen)).toEqual({
    ok: false,
    ...{ refusal: "moved_on", is: { location: "Westlands" } },
  });
  expect(await change(id, { location: "", tags: ["Tea"] }, seen)).toMatchObject({ ok: true });
  expect(await file(id)).toMatchObject({ location: "Westlands", tags: ["Tea"] });
  expect(await change(id, { phone: "0711000002" }, { phone: "0711000001" })).toMatchObject({ refusal: "phone_taken" });
  expect(await change(id, { phone: "" }, { phone: "0711 000 001" })).toMatchObject({ ok: true });
  expect(await file(id)).toMatchObject({ phone: null });
  expect(await change(newId(), { name: "x" }, { name: "y" })).toMatchObject({ refusal: "unknown_customer" });
  expect(changeCustomerInput.safeParse({ to: { name: "x" }, seen: {} }).success).toBe(false);
  const owner = await addPerson(sql, house.tenantId, "owner");
  const { items } = await readTenant(house.tenantId, owner, (scope) => listAudit(scope, {}, { limit: 20 }));
  expect(items[0]).toMatchObject({ before: { phone: "+254711000001" }, after: { phone: null } });
  const [row] = await sql`select before from audit_entries where entity_id = ${id} order by at desc limit 1`;
  expect(row!.before).not.toContain("711000001");
});

test("whoever is put away is out of the lists with everything kept, and is back when they book or come in themself", async () => {
  const id = await added({ name: "Njeri", phone: "0711000003" });
  await visited(id);
  const later = newId();
  await sql`insert into bookings (tenant_id, id, reference, customer_id, status, source, starts_at, ends_at, total_minor, currency, booked_as)
    values (${house.tenantId}, ${later}, 'LATER1', ${id}, 'confirmed', 'desk', now() + interval '1 day', now() + interval '25 hours', 1, 'KES', '{"name":"x"}')`;
  expect(await act((scope) => archiveCustomer(scope, id))).toMatchObject({ refusal: "still_coming", bookings: 1 });
  await sql`update bookings set status = 'cancelled' where id = ${later}`;
  const away = () => act((scope) => archiveCustomer(scope, id));
  expect([await away(), await away()]).toMatchObject([{ ok: true }, { ok: true }]);
  expect([await names(), await names({ archived: "yes" })]).toEqual([[], ["Njeri"]]);
  expect(await file(id)).toMatchObject({ visits: 1, archivedAt: expect.any(String) });
  expect(await act((scope) => restoreCustomer(scope, id))).toMatchObject({ ok: true });
  await away();
  await act((scope) => restoreWhoBooked(scope, [{ customerId: id }, { customerId: id }]));
  expect(await names()).toEqual(["Njeri"]);
  await away();
  const accountId = newId();
  await sql`insert into accounts (id, phone) values (${accountId}, '+254711000003')`;
  const public_: Actor = { kind: "public", via: "page" };
  await act((scope) => becomeCustomer(scope, { accountId, phone: "+254711000003" }, "Njeri"), public_);
  expect(await names()).toEqual(["Njeri"]);
});

test("whoever serves sees those they serve, without numbers and money, and adds notes of their own", async () => {
  const [mine, other] = [await added({ name: "Mine", phone: "0711000004" }), await added({ name: "Other" })];
  await visited(mine);
  expect(await list({}, stylist)).toMatchObject([{ name: "Mine", phone: null, visits: 1 }]);
  expect(await names({ search: "0711000004" }, stylist)).toEqual([]);
  expect(await file(mine, stylist)).toMatchObject({ phone: null, email: null, spentMinor: null, owes: null });
  expect(await file(other, stylist)).toBeNull();
  expect(await look((scope) => timeline(scope, other, timelineQuery.parse({})), stylist)).toBeNull();
  expect(await look((scope) => serviceHistory(scope, other), stylist)).toBeNull();
  expect(await act((scope) => addNote(scope, other, "Taken"), stylist)).toMatchObject({ refusal: "unknown_customer" });
  const note = await act((scope) => addNote(scope, mine, "Likes tea"), stylist);
  const theirs = await act((scope) => addNote(scope, mine, "Pays late"));
  if (!note.ok || !theirs.ok) throw new Error("not noted");
  const strike = (noteId: string) => act((scope) => strikeNote(scope, mine, noteId), stylist);
  expect(await strike(theirs.value.id)).toMatchObject({ refusal: "not_yours" });
  expect([await strike(note.value.id), await strike(note.value.id)]).toMatchObject([{ ok: true }, { ok: true }]);
  const page = await look((scope) => timeline(scope, mine, timelineQuery.parse({})), stylist);
  expect(page!.items.map(({ kind, struck, amountMinor }) => [kind, struck, amountMinor])).toEqual([
    ["note", false, null],
    ["note", true, null],
    ["visit", false, null],
  ]);
});

test("what happened stands in one list, latest first, page by page; a kind by itself, and a visit told once", async () => {
  const id = await added({ name: "Atieno", phone: "0711000005" });
  const bookingId = await visited(id, 2);
  await sql`insert into messages (tenant_id, id, channel, to_address, customer_id, template, body, dedupe_key, secret_until)
    values (${house.tenantId}, ${newId()}, 'sms', '+254711000005', ${id}, 'portal-code', '123456 is your code', 'a', now()),
      (${house.tenantId}, ${newId()}, 'sms', '+254711000005', ${id}, 'booking-placed', 'We expect you', 'b', null)`;
  await sql`insert into payments (tenant_id, id, purpose, booking_id, customer_id, method, amount_minor, currency, status, settled_at)
    values (${house.tenantId}, ${newId()}, 'deposit', ${bookingId}, ${id}, 'cash', 50000, 'KES', 'paid', now())`;
  const page = (query: object) => look((scope) => timeline(scope, id, timelineQuery.parse(query)));
  const kinds = async (query: object) => (await page(query))!.items.map(({ kind, title }) => `${kind} ${title}`).sort();
  expect(await kinds({})).toEqual([
    "message A code to sign in",
    "message We expect you",
    "payment deposit",
    "visit Cut",
  ]);
  expect(await kinds({ kind: "booking" })).toEqual(["booking Cut"]);
  expect(JSON.stringify(await page({}))).not.toContain("123456");
  await sql`insert into customer_notes (tenant_id, id, customer_id, body, created_at)
    select ${house.tenantId}, gen_random_uuid(), ${id}, 'Note ' || n, now() - interval '3 days' from generate_series(1, 70) as n`;
  const seen = new Set<string>();
  let cursor: string | null = "";
  while (cursor !== null) {
    const next: Awaited<ReturnType<typeof timeline>> = await page({ cursor });
    for (const one of next!.items) {
      expect(seen.has(one.id)).toBe(false);
      seen.add(one.id);
    }
    cursor = next!.nextCursor;
  }
  expect(seen.size).toBe(74);
  expect(await look((scope) => serviceHistory(scope, id))).toMatchObject([
    { service: "Cut", times: 1, staffNames: ["Staff 1"] },
  ]);
});

test("a child is added to who answers for them, linked and let go; nobody answers for two steps", async () => {
  const [jane, grown] = [await added({ name: "Jane", phone: "0711000006" }), await added({ name: "Tom" })];
  const child = await act((scope) => addChild(scope, jane, addChildInput.parse({ name: "Mary", birthday: "05-01" })));
  if (!child.ok) throw new Error(child.refusal);
  const mary = child.value.id;
  expect(await act((scope) => addChild(scope, mary, { name: "Doll" }))).toMatchObject({ refusal: "is_a_child" });
  const link = (guardian: string, one: string) => act((scope) => linkChild(scope, guardian, one));
  expect(await link(jane, jane)).toMatchObject({ refusal: "themself" });
  expect(await link(grown, mary)).toMatchObject({ refusal: "has_guardian" });
  expect(await link(grown, jane)).toMatchObject({ refusal: "has_children" });
  expect(await link(mary, grown)).toMatchObject({ refusal: "is_a_child" });
  expect(await link(jane, grown)).toMatchObject({ ok: true });
  expect((await file(jane))!.children.map(({ name }) => name)).toEqual(["Mary", "Tom"]);
  expect(await file(mary)).toMatchObject({ guardian: { id: jane, name: "Jane" } });
  expect(await list({ search: "Mary" })).toMatchObject([{ guardianName: "Jane" }]);
  expect(await act((scope) => unlinkChild(scope, jane, grown))).toMatchObject({ ok: true });
  expect((await file(grown))!.guardian).toBeNull();
});

test("another business's customers are nowhere to be found or changed, whatever their ids", async () => {
  const other = await makeHouse();
  const theirs = newId();
  await sql`insert into customers (tenant_id, id, name, phone) values (${other.tenantId}, ${theirs}, 'Theirs', '+254711000099')`;
  expect(await names({ search: "Theirs" })).toEqual([]);
  expect(await names({ search: "711000099" })).toEqual([]);
  expect(await file(theirs)).toBeNull();
  expect(await change(theirs, { name: "Taken" }, { name: "Theirs" })).toMatchObject({ refusal: "unknown_customer" });
  expect(await look((scope) => customersForFile(scope, {}))).toEqual([]);
});
