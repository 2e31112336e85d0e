import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import type { Viewer } from "@/lib/events/viewer";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { insertTogether } from "@/lib/platform/insert-together";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { notificationOf } from "./create-notification";
import { listNotifications } from "./list-notifications";
import { markRead } from "./mark-read";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const system = { kind: "system", job: "test" } as const;
let house: House;
let desk: Viewer;
let staff: Viewer;

beforeAll(async () => {
  house = await makeHouse({ staff: 2 });
  const user = async (name: string) => {
    const id = newId();
    await sql`insert into users (id, email, name, password_hash) values (${id}, ${`${id}@test`}, ${name}, '')`;
    return id;
  };
  desk = { userId: await user("Desk"), role: "front_desk", staffId: null };
  staff = { userId: await user("Staff"), role: "staff", staffId: house.staffIds[0]! };
  const customerId = newId();
  await sql`insert into customers (tenant_id, id, name) values (${house.tenantId}, ${customerId}, 'Somebody')`;
  for (let n = 0; n < 5; n++) {
    await withTenant(house.tenantId, system, (scope) =>
      insertTogether(scope, [
        notificationOf(
          scope,
          {
            name: "booking.placed",
            bookingId: newId(),
            customerId,
            staffIds: [house.staffIds[n % 2]!],
            services: ["Cut"],
            startsAt: now().toISOString(),
            status: "confirmed",
          },
          { customerName: `Customer ${n}`, timeZone: "Africa/Nairobi" },
        ),
      ]),
    );
  }
});

const list = (viewer: Viewer, limit = 10, cursor?: string) =>
  readTenant(house.tenantId, system, (scope) => listNotifications(scope, viewer, { limit, cursor }));
const titles = (page: { items: { title: string }[] }) => page.items.map((item) => item.title.split(" booked")[0]);

test("newest first, page by page, each once", async () => {
  const first = await list(desk, 2);
  expect(titles(first)).toEqual(["Customer 4", "Customer 3"]);
  const second = await list(desk, 2, first.nextCursor!);
  expect(titles(second)).toEqual(["Customer 2", "Customer 1"]);
  const third = await list(desk, 2, second.nextCursor!);
  expect([titles(third), third.nextCursor]).toEqual([["Customer 0"], null]);
});

test("a staff member reads of their own bookings only", async () => {
  const page = await list(staff);
  expect(titles(page)).toEqual(["Customer 4", "Customer 2", "Customer 0"]);
  expect(page.unread).toBe(3);
});

test("read is read by one person; what is not theirs cannot be marked", async () => {
  const all = await list(desk);
  const foreign = all.items.find((item) => item.title.startsWith("Customer 3"))!;
  await withTenant(house.tenantId, system, (scope) => markRead(scope, staff, [foreign.id]));
  expect((await list(desk)).unread).toBe(5);
  await withTenant(house.tenantId, system, (scope) => markRead(scope, desk, [foreign.id]));
  await withTenant(house.tenantId, system, (scope) => markRead(scope, desk, [foreign.id]));
  expect((await list(desk)).unread).toBe(4);
  await withTenant(house.tenantId, system, (scope) => markRead(scope, desk, "all"));
  expect([(await list(desk)).unread, (await list(staff)).unread]).toEqual([0, 3]);
  const events = await sql`select name, audience from events where tenant_id = ${house.tenantId} order by seq`;
  expect(events.map((event) => event.audience)).toEqual([[`user:${desk.userId}`], [`user:${desk.userId}`]]);
});

test("of bookings everybody is told what they asked for: all, their own or none; of the rest in any case", async () => {
  const wish = (viewer: Viewer, bookings: string) =>
    sql`update users set preferences = ${sql.json({ bookings, byEmail: false })} where id = ${viewer.userId}`;
  const linked: Viewer = { ...desk, staffId: house.staffIds[1]! };
  await wish(desk, "own");
  expect(titles(await list(linked))).toEqual(["Customer 3", "Customer 1"]);
  expect((await list(desk)).items).toEqual([]);
  await wish(desk, "none");
  expect((await list(linked)).items).toEqual([]);
  await withTenant(house.tenantId, system, (scope) =>
    insertTogether(scope, [
      notificationOf(
        scope,
        { name: "member.joined", userId: desk.userId, memberName: "Njoki" },
        { customerName: null, timeZone: "UTC" },
      ),
    ]),
  );
  const owner: Viewer = { ...desk, role: "owner" };
  const page = await list(owner);
  expect([page.items.map(({ title }) => title), page.unread]).toEqual([["Njoki joined"], 1]);
  await wish(desk, "all");
  expect((await list(owner)).items).toHaveLength(6);
});

test("of an area, or only what is unread; what is marked of an area leaves the others", async () => {
  const owner: Viewer = { ...desk, role: "owner" };
  const low = (what: string) => ({ name: "stock.low", productId: newId(), what, left: 1 }) as const;
  await withTenant(house.tenantId, system, (scope) =>
    insertTogether(
      scope,
      [low("Shampoo"), low("Wax")].map((event) =>
        notificationOf(scope, event, { customerName: null, timeZone: "Africa/Nairobi" }),
      ),
    ),
  );
  const listed = (filters: { area?: "stock" | "money" | "house"; unread?: "yes" }) =>
    readTenant(house.tenantId, system, (scope) => listNotifications(scope, owner, { limit: 10, ...filters }));
  const before = await listed({});
  expect(before.unreadIn).toMatchObject({ stock: 2, bookings: 0, house: 1, money: 0 });
  expect(before.unread).toBe(3);
  const stock = await listed({ area: "stock" });
  expect([stock.items.map(({ name }) => name), stock.unread]).toEqual([["stock.low", "stock.low"], 3]);
  expect((await listed({ area: "money" })).items).toEqual([]);
  await withTenant(house.tenantId, system, (scope) => markRead(scope, owner, { area: "stock" }));
  expect((await listed({ area: "stock", unread: "yes" })).items).toEqual([]);
  const left = await listed({ unread: "yes" });
  expect([left.items.map(({ title }) => title), left.unreadIn.house]).toEqual([["Njoki joined"], 1]);
});
