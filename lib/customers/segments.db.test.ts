import { sql as query } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { Actor, Scope } from "@/lib/tenancy/scope";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { listCustomers } from "./list-customers";
import { dropSegment, listSegments, saveSegment } from "./own-segments";
import { customersQuery, saveSegmentInput } from "./segment-input";
import type { Segment } from "./segment-rules";
import { segmentWhere } from "./segments";
import { type TopBy, topCustomers } from "./top-customers";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

let house: House;
let owner: Actor;
beforeEach(async () => {
  house = await makeHouse();
  owner = await addPerson(sql, house.tenantId, "owner");
});

/** Somebody of long standing who was here so many days ago, each time for `paid` shillings. */
async function came(
  name: string,
  days: number[],
  wish: { paid?: number; made?: number; set?: object } = {},
): Promise<string> {
  const id = newId();
  const { paid = 1_000, made = 400, set = {} } = wish;
  await sql`insert into customers ${sql({ tenant_id: house.tenantId, id, name, created_at: ago(made), ...set })}`;
  for (const day of days) {
    const visitId = newId();
    await sql`insert into visits (tenant_id, id, customer_id, started_at, total_minor, paid_minor, currency)
      values (${house.tenantId}, ${visitId}, ${id}, ${ago(day)}, ${paid * 100}, ${paid * 100}, 'KES')`;
    await sql`insert into visit_lines (tenant_id, id, visit_id, position, service_id, service_name, staff_id, price_minor)
      values (${house.tenantId}, ${newId()}, ${visitId}, 0, ${house.serviceIds[0]!}, 'Cut', ${house.staffIds[0]!}, ${paid * 100})`;
  }
  return id;
}
const ago = (days: number): Date => new Date(now().getTime() - days * 86_400_000);
async function booked(customerId: string, status: string, days: number): Promise<void> {
  const id = newId();
  await sql`insert into bookings (tenant_id, id, reference, customer_id, status, source, starts_at, ends_at, total_minor, currency, booked_as)
    values (${house.tenantId}, ${id}, ${id.slice(-6)}, ${customerId}, ${status}, 'desk', ${ago(days)}, ${ago(days - 0.05)}, 1, 'KES', '{"name":"x"}')`;
}

const look = <T>(work: (scope: Scope) => Promise<T>) => readTenant(house.tenantId, owner, work);
const act = <T>(work: (scope: Scope) => Promise<T>) => withTenant(house.tenantId, owner, work);
const within = (segment: Segment) =>
  look(async (scope) => {
    const rows = await scope.tx.execute<{ name: string }>(query`select c.name from customers c
      where c.tenant_id = ${scope.tenantId} and ${segmentWhere(scope, segment)} order by c.name`);
    return rows.map(({ name }) => name);
  });

test("each of ours holds whom it says, by what they did", async () => {
  await came("New", [], { made: 3 });
  await came("New and here", [2], { made: 3 });
  await came("Brought along", [90], { made: 3 });
  // Every ten days, and ten days are nearly over.
  await came("Regular", [9, 19, 29, 39]);
  // Every ten days, and twenty are over: one and a half times as long as usual, and a fortnight at least.
  await came("Lapsing", [20, 30, 40, 50]);
  const coming = await came("Coming", [20, 30, 40, 50]);
  await booked(coming, "confirmed", -2);
  const cancelled = await came("Cancelled", [20, 30, 40, 50]);
  await booked(cancelled, "cancelled", -2);
  // Every hundred days: ninety are nothing.
  await came("Seldom", [90, 190, 290]);
  // Twice says nothing about how often: sixty-eight days are what it takes of everybody else.
  await came("Twice", [70, 200]);
  await came("Lost", [200, 210, 220]);
  expect(await within("new")).toEqual(["New", "New and here"]);
  expect(await within("regular")).toEqual(["Regular"]);
  expect(await within("lapsing")).toEqual(["Brought along", "Cancelled", "Lapsing", "Twice"]);
  expect(await within("lost")).toEqual(["Lost"]);
});

test("big spenders, birthdays, who did not come, and whom the house calls VIP", async () => {
  for (let n = 0; n < 11; n++) await came(`Pays ${n}`, [30], { paid: 1_000 + n });
  await came("Paid most long ago", [500], { paid: 90_000 });
  await came("Paid most", [30], { paid: 50_000 });
  expect(await within("big_spenders")).toEqual(["Paid most", "Pays 10"]);
  const month = localDate(now(), "Africa/Nairobi").slice(5, 7);
  await came("Birthday", [], { set: { birthday: `${month}-15` } });
  await came("Later", [], {
    set: { birthday: `${month === "12" ? "01" : String(Number(month) + 1).padStart(2, "0")}-15` },
  });
  expect(await within("birthday")).toEqual(["Birthday"]);
  const missed = await came("Missed twice", []);
  const once = await came("Missed once", []);
  for (const [id, days] of [
    [missed, 3],
    [missed, 40],
    [once, 3],
    [once, 400],
  ] as const)
    await booked(id, "no_show", days);
  expect(await within("no_shows")).toEqual(["Missed twice"]);
  await came("Important", [], { set: { status: "vip" } });
  expect(await within("vip")).toEqual(["Important"]);
});

test("a rule of the house's own is kept under a name, asked anew each time, and dropped", async () => {
  await came("Bride", [10, 20], { paid: 5_000, set: { tags: ["Bride"] } });
  await came("Bride once", [10], { paid: 5_000, set: { tags: ["bride"] } });
  await came("Elsewhere", [10, 20], { paid: 5_000 });
  const rule = (given: object) => saveSegmentInput.parse({ name: "x", rule: given }).rule;
  expect(await within(rule({ tag: "BRIDE" }))).toEqual(["Bride", "Bride once"]);
  expect(await within(rule({ tag: "bride", visitsAtLeast: 2 }))).toEqual(["Bride"]);
  expect(await within(rule({ spentAtLeastMinor: 1_000_000 }))).toEqual(["Bride", "Elsewhere"]);
  expect(await within(rule({ awayDays: 5, serviceId: house.serviceIds[0] }))).toHaveLength(3);
  expect(await within(rule({ awayDays: 15 }))).toEqual([]);
  expect(await within(rule({ serviceId: newId() }))).toEqual([]);
  expect(await within({})).toEqual([]);
  for (const wrong of [
    { name: "x", rule: {} },
    { name: "", rule: { tag: "a" } },
    { name: "x", rule: { visitsAtLeast: 0 } },
  ])
    expect(saveSegmentInput.safeParse(wrong).success).toBe(false);
  const save = (name: string) => act((scope) => saveSegment(scope, { name, rule: { tag: "bride" } }));
  const saved = await save("Brides");
  expect(await save("BRIDES")).toMatchObject({ refusal: "name_taken" });
  expect(await save("vip")).toMatchObject({ refusal: "name_taken" });
  if (!saved.ok) throw new Error(saved.refusal);
  const shown = () =>
    look((scope) => listCustomers(scope, customersQuery.parse({ segment: saved.value.id }))).then(({ total }) => total);
  expect(await shown()).toBe(2);
  await came("One more", [], { set: { tags: ["Bride"] } });
  expect(await shown()).toBe(3);
  expect(await look(listSegments)).toMatchObject([{ name: "Brides", rule: { tag: "bride" } }]);
  const drop = () => act((scope) => dropSegment(scope, saved.value.id));
  expect([await drop(), await drop()]).toMatchObject([{ ok: true }, { refusal: "unknown_segment" }]);
  expect(await shown()).toBe(0);
  const other = await makeHouse();
  expect(await readTenant(other.tenantId, owner, listSegments)).toEqual([]);
});

test("who comes most, who pays most, and of those who stay away who would be missed most", async () => {
  await came("Often", [3, 13, 23, 33, 43], { paid: 100 });
  await came("Rich", [20], { paid: 90_000 });
  await came("Going", [30, 40, 50], { paid: 2_000 });
  await came("Going too", [30, 40, 50], { paid: 4_000 });
  await came("Put away", [1, 2, 3, 4, 5, 6], { paid: 99_000, set: { archived_at: now() } });
  const top = async (by: TopBy) => (await look((scope) => topCustomers(scope, by))).items.map(({ name }) => name);
  expect((await top("visits"))[0]).toBe("Often");
  expect((await top("spend"))[0]).toBe("Rich");
  expect(await top("risk")).toEqual(["Going too", "Going"]);
  const { items } = await look((scope) => topCustomers(scope, "visits"));
  expect(items[0]).toMatchObject({ visits: 5, spentMinor: 50_000, everyDays: 10 });
});
