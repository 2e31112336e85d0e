import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import { endFeed, getFeed, makeFeed } from "@/lib/staff/calendar-feed";
import type { Actor } from "@/lib/tenancy/scope";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { staffCalendar } from "./staff-calendar";
import { placed } from "./testing/placed";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());

let house: House;
let first: string;
let own: Actor;
let owner: Actor;
beforeEach(async () => {
  house = await makeHouse({ staff: 2 });
  first = house.staffIds[0]!;
  [own, owner] = [await addPerson(sql, house.tenantId, "staff", first), await addPerson(sql, house.tenantId, "owner")];
});

const make = async (as: Actor, staffId = first) => {
  const made = await withTenant(house.tenantId, as, (scope) => makeFeed(scope, staffId));
  return made.ok ? made.value : made.refusal;
};
const shown = (as: Actor) => readTenant(house.tenantId, as, (scope) => getFeed(scope, first));

test("it has one's own bookings, whom they are for and no number; what is cancelled is not in it", async () => {
  const mine = await placed(house, { name: "Mary Wanja", phone: "0711554401" });
  await placed({ ...house, staffIds: [house.staffIds[1]!] }, { name: "Somebody Else", phone: "0711554402" });
  const off = await placed(house, { day: 2, name: "Called Off", phone: "0711554403" });
  await sql`update bookings set status = 'cancelled' where id = ${off.id}`;
  const text = (await staffCalendar(await make(own)))!.replaceAll("\r\n ", "");
  expect(text).toContain("SUMMARY:Cut: Mary Wanja");
  expect(text).toContain(mine.reference);
  expect(text).toMatch(/DTSTART:\d{8}T\d{6}Z/);
  expect(text).not.toMatch(/Somebody Else|Called Off|71155/);
});

test("a new address ends the old one, and ending it ends it; it is shown again to whom it belongs alone", async () => {
  const before = await make(own);
  expect(await shown(own)).toMatchObject({ value: before });
  const fresh = await make(own);
  expect(await staffCalendar(before)).toBeNull();
  expect(await staffCalendar(fresh)).not.toBeNull();
  const others = [
    await addPerson(sql, house.tenantId, "staff", house.staffIds[1]!),
    await addPerson(sql, house.tenantId, "front_desk"),
  ];
  for (const other of others) {
    expect(await shown(other)).toMatchObject({ ok: false });
    expect(await make(other)).toBe("unknown");
  }
  await withTenant(house.tenantId, owner, (scope) => endFeed(scope, first));
  expect(await staffCalendar(fresh)).toBeNull();
  expect(await shown(own)).toMatchObject({ value: null });
  expect(await staffCalendar("made-up")).toBeNull();
});

test("it shows nothing once whoever made it may not see that work, the person is not here, or the business is closed", async () => {
  const token = await make(own);
  const userId = own.kind === "member" ? own.userId : "";
  const while_ = async (change: postgres.PendingQuery<postgres.Row[]>, back: postgres.PendingQuery<postgres.Row[]>) => {
    await change;
    expect(await staffCalendar(token)).toBeNull();
    await back;
    expect(await staffCalendar(token)).not.toBeNull();
  };
  await while_(
    sql`update members set staff_id = null where user_id = ${userId}`,
    sql`update members set staff_id = ${first} where user_id = ${userId}`,
  );
  await while_(
    sql`update members set removed_at = now() where user_id = ${userId}`,
    sql`update members set removed_at = null where user_id = ${userId}`,
  );
  await while_(
    sql`update staff set active = false where id = ${first}`,
    sql`update staff set active = true where id = ${first}`,
  );
  await while_(
    sql`update tenants set status = 'suspended' where id = ${house.tenantId}`,
    sql`update tenants set status = 'active' where id = ${house.tenantId}`,
  );
  const [deed] =
    await sql`select action from audit_entries where tenant_id = ${house.tenantId} and entity_id = ${first}`;
  expect(deed?.action).toBe("calendar_feed.made");
});
