import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { makeHouse } from "@/db/testing/house";
import { placed } from "@/lib/bookings/testing/placed";
import { newId } from "@/lib/platform/ids";
import { inEnglish } from "@/lib/platform/reader";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import { exportTenants } from "./export-tenants";
import { getHealth } from "./get-health";
import { outgoingInput, tenantFileInput, tenantRowsInput } from "./input";
import { listOutgoing } from "./list-outgoing";
import { listTenantBookings } from "./list-tenant-bookings";
import { listTenantCustomers } from "./list-tenant-customers";
import { listTenantServices } from "./list-tenant-services";
import { lookInto } from "./look-into";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());

const boss = () => ({ kind: "admin", userId: newId(), from: { address: "10.0.0.9", requestId: "r" } }) as const;
const rows = (asked: object = {}) => tenantRowsInput.parse(asked);
const longAgo = new Date(0);

async function houseWithBookings() {
  const house = await makeHouse({ name: "Nyota Nails" });
  const first = await placed(house, { day: 2, name: "Akoth Atieno Odera" });
  const second = await placed(house, { day: 3, name: "Cher", phone: "0711550011" });
  return { ...house, ids: [second.id, first.id] };
}

test("bookings and customers of one business alone, page by page, names shortened and numbers cut", async () => {
  const { tenantId, ids } = await houseWithBookings();
  await houseWithBookings();
  const first = await listTenantBookings(tenantId, rows({ limit: 1 }));
  const rest = await listTenantBookings(tenantId, rows({ limit: 1, cursor: first.nextCursor }));
  expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(ids);
  expect(rest.nextCursor).toBeNull();
  expect([...first.items, ...rest.items].map(({ customer }) => customer)).toEqual(["Cher", "Akoth O."]);
  const customers = await listTenantCustomers(tenantId, rows());
  expect(customers.items.map(({ name, visits }) => ({ name, visits }))).toEqual([
    { name: "Cher", visits: 0 },
    { name: "Akoth O.", visits: 0 },
  ]);
  for (const { phone } of customers.items) expect(phone).toMatch(/^\+2547…\d{3}$/);
  expect((await listTenantServices(tenantId)).map(({ name, offered }) => ({ name, offered }))).toContainEqual({
    name: "Cut",
    offered: true,
  });
});

test("a look is written into the business's own log, once an hour for each admin and list", async () => {
  const { tenantId } = await makeHouse();
  const [one, other] = [boss(), boss()];
  for (const actor of [one, one, other]) expect(await lookInto(actor, tenantId, "customers")).toBe(true);
  expect(await lookInto(one, tenantId, "bookings")).toBe(true);
  const noted = async () =>
    (
      await sql`select user_id, after from audit_entries where tenant_id = ${tenantId} and action = 'tenant.looked'`
    ).map(({ user_id, after }) => `${user_id === one.userId ? "one" : "other"} ${JSON.parse(after).what}`);
  expect((await noted()).sort()).toEqual(["one bookings", "one customers", "other customers"]);
  await sql`update audit_entries set at = at - interval '61 minutes' where tenant_id = ${tenantId}`;
  await lookInto(one, tenantId, "customers");
  expect(await noted()).toHaveLength(4);
  for (const nobodys of [newId(), platformTenantId, "x"]) expect(await lookInto(one, nobodys, "customers")).toBe(false);
});

test("what leaves the house is told without its words, and the pages of it fit", async () => {
  const { tenantId } = await makeHouse();
  const at = new Date();
  for (const n of [1, 2, 3])
    await sql`insert into messages (tenant_id, id, channel, to_address, template, body, dedupe_key, status, failure, created_at)
      values (${tenantId}, ${newId()}, ${n === 3 ? "email" : "sms"}, ${n === 3 ? "akoth@house.test" : `+25471200000${n}`},
        'one-time-code', 'Your code is 123456', ${`k${n}`}, ${n === 2 ? "failed" : "sent"}, '', ${at})`;
  const ask = (asked: object = {}) => listOutgoing(outgoingInput.parse({ tenant: tenantId, ...asked }), longAgo);
  const all = await ask();
  expect(all.day).toEqual({ waiting: 0, sent: 2, failed: 1 });
  expect(JSON.stringify(all)).not.toContain("123456");
  expect(all.items.map(({ to }) => to).sort()).toEqual(["+2547…001", "+2547…002", "a…@house.test"]);
  // All of one moment: none falls between two pages.
  const seen: string[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await ask({ limit: 1, cursor: cursor ?? undefined });
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor);
  expect(seen).toEqual(all.items.map(({ id }) => id));
  expect((await ask({ state: "failed" })).items).toHaveLength(1);
  expect((await ask({ channel: "email" })).items).toHaveLength(1);
  expect(outgoingInput.safeParse({ cursor: "x" }).success).toBe(false);
  // Of all businesses: without to whom, so that no look is to be written down.
  const { items } = await listOutgoing(outgoingInput.parse({ limit: 100 }), longAgo);
  expect(items.filter(({ id }) => seen.includes(id)).map(({ to }) => to)).toEqual([null, null, null]);
});

test("the file of businesses has those that fit, with safe cells, and says who took it", async () => {
  const { slug } = await makeHouse({ name: "=HYPERLINK(1)" });
  const actor = boss();
  const file = await exportTenants(actor, tenantFileInput.parse({ q: slug }), { head: ["Name"], reader: inEnglish });
  const [header, line, ...more] = file.trim().split("\r\n");
  expect(header).toContain("Name");
  expect(line).toMatch(/^'=HYPERLINK\(1\),\/book\//);
  expect(more).toEqual([]);
  const [entry] = await sql`select after from audit_entries where tenant_id = ${platformTenantId}
    and action = 'tenants.exported' and user_id = ${actor.userId}`;
  expect(JSON.parse(entry?.after)).toEqual({ businesses: 1 });
});

test("how the database and its work are, in one look", async () => {
  const health = await getHealth();
  expect(health.database.sizeBytes).toBeGreaterThan(1_000_000);
  expect(health.database.connections).toBeLessThanOrEqual(health.database.mostConnections);
  expect(health.work.waiting).toBeGreaterThanOrEqual(0);
  expect(health.log.behind).toBeGreaterThanOrEqual(0);
});
