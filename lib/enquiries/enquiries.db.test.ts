import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { newId } from "@/lib/platform/ids";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import type { Actor, Scope } from "@/lib/tenancy/scope";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { changeEnquiry } from "./change-enquiry";
import { enquiriesQuery, enquiryChange, enquiryInput } from "./input";
import { getEnquiry, listEnquiries } from "./list-enquiries";
import { receiveEnquiry } from "./receive-enquiry";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());
const desk: Actor = { kind: "member", userId: newId(), role: "front_desk", staffId: null };
const guest: Actor = { kind: "public", via: "page" };
const typed = { name: "Achieng", phone: "0712 345 678", email: "", subject: "A wedding", words: "Six of us in May?" };

let house: House;
beforeEach(async () => {
  house = await makeHouse();
});
const act = <T>(work: (scope: Scope) => Promise<T>, actor: Actor = desk) => withTenant(house.tenantId, actor, work);
const ask = (wish: object = {}) =>
  act((scope) => receiveEnquiry(scope, enquiryInput.parse({ ...typed, ...wish })), guest);
const list = (show?: string) =>
  readTenant(house.tenantId, desk, (scope) => listEnquiries(scope, enquiriesQuery.parse({ show })));
const become = (id: string, what: string) =>
  act((scope) => changeEnquiry(scope, id, enquiryChange.parse({ become: what })));

test("an enquiry says who, how they are reached, and what it is about", () => {
  const faults = (wish: object) => {
    const read = enquiryInput.safeParse({ ...typed, ...wish });
    return read.success ? [] : read.error.issues.map(({ path }) => path[0]);
  };
  expect(faults({})).toEqual([]);
  expect(faults({ phone: "", email: "a@b.co" })).toEqual([]);
  expect(faults({ phone: "" })).toEqual(["phone"]);
  expect(faults({ phone: "12" })).toEqual(["phone"]);
  expect(faults({ email: "nobody" })).toEqual(["email"]);
  expect(faults({ name: "" })).toEqual(["name"]);
  expect(faults({ subject: " " })).toEqual(["subject"]);
  expect(faults({ words: "Hi" })).toEqual(["words"]);
  expect(enquiryInput.parse(typed).phone).toBe("+254712345678");
});

test("it is read, answered, deleted and put back; whoever answered first did", async () => {
  await ask();
  const { enquiries, unread } = await list();
  expect([unread, enquiries]).toMatchObject([1, [{ subject: "A wedding", read: false, answered: null }]]);
  const { id } = enquiries[0]!;
  await become(id, "read");
  expect(await list("unread")).toMatchObject({ unread: 0, enquiries: [] });
  await become(id, "answered");
  const answered = (await list("answered")).enquiries[0]!.answered;
  await become(id, "answered");
  expect((await list("answered")).enquiries[0]!.answered).toEqual(answered);
  await become(id, "deleted");
  expect([(await list()).enquiries, (await list("deleted")).enquiries]).toMatchObject([[], [{ id }]]);
  await become(id, "restored");
  expect((await list()).enquiries).toMatchObject([{ id, deleted: false }]);
  expect(await become(newId(), "read")).toMatchObject({ refusal: "unknown_enquiry" });
  const deeds =
    await sql`select action, before, after from audit_entries where tenant_id = ${house.tenantId} order by at`;
  expect(deeds.map(({ action }) => action)).toEqual(["enquiry.answered", "enquiry.deleted", "enquiry.restored"]);
  expect(JSON.stringify(deeds)).not.toContain("Achieng");
});

test("the house is told; what a machine filled in is thanked for and thrown away", async () => {
  await ask();
  await ask({ website: "https://spam.example" });
  expect((await list()).enquiries).toHaveLength(1);
  const news = await sql`select name, title, message from notifications where tenant_id = ${house.tenantId}`;
  expect(news).toMatchObject([{ name: "enquiry.received", title: "New enquiry" }]);
  const log = await sql`select payload from events where tenant_id = ${house.tenantId}`;
  expect(JSON.stringify(log)).not.toMatch(/Achieng|wedding|7123/);
});

test("the platform’s are its own, and a business’s are nobody else’s", async () => {
  const subject = `Prices ${newId()}`;
  await withTenant(platformTenantId, guest, (scope) =>
    receiveEnquiry(scope, enquiryInput.parse({ ...typed, subject })),
  );
  expect((await list()).enquiries).toEqual([]);
  const admin: Actor = { kind: "admin", userId: newId() };
  const theirs = await readTenant(platformTenantId, admin, (scope) => listEnquiries(scope, {}));
  const found = theirs.enquiries.find((one) => one.subject === subject)!;
  expect(found).toMatchObject({ name: "Achieng" });
  expect(await readTenant(house.tenantId, desk, (scope) => getEnquiry(scope, found.id))).toBeNull();
  expect(await become(found.id, "read")).toMatchObject({ refusal: "unknown_enquiry" });
});
