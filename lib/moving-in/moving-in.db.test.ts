import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signIn } from "@/lib/auth/sign-in";
import { planRemindersAnew } from "@/lib/notifications/plan-reminders";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { member } from "@/lib/till/testing/at-the-till";
import { moveIn } from "./move-in";
import type { HouseReport, Report } from "./report";
import { bora, media, oldDump, zuri } from "./testing/old-dump";
import { stateOf } from "./testing/state";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());

const dump = oldDump(localDate(now(), "Africa/Nairobi"));
const how = { dryRun: false, media, times: "utc" } as const;

let tried: Report;
let report: Report;
let house: HouseReport;
beforeAll(async () => {
  const empty = await stateOf(sql);
  tried = await moveIn(dump, { ...how, dryRun: true });
  expect(await stateOf(sql)).toEqual(empty);
  report = await moveIn(dump, how);
  house = report.houses.find(({ id }) => id === zuri)!;
});

const said = (of: HouseReport, model: string, words: string) =>
  of.remarks.filter((one) => one.model === model && one.words.includes(words)).map(({ fate }) => fate);
const oldIds = (model: string, words: string) =>
  house.remarks.filter((one) => one.model === model && one.words.includes(words)).map(({ oldId }) => oldId);

test("a dry run says what would come of it, and leaves nothing", () => {
  const plain = ({ houses, ...rest }: Report) => ({
    ...{ ...rest, dryRun: null },
    houses: houses.map(({ counts, remarks, sums, overlaps }) => ({ counts, remarks, sums, overlaps })),
  });
  expect(plain(tried)).toEqual(plain(report));
});

test("sums before and after, written out by hand", () => {
  expect(report.isRight).toBe(true);
  const rows = (of: HouseReport) =>
    Object.fromEntries(of.sums.map((sum) => [`${sum.measure} ${sum.kind}`.trim(), [sum.before, sum.now]]));
  expect(rows(house)).toEqual({
    customers: [13, 12],
    "bookings confirmed": [7, 6],
    "bookings requested": [2, 2],
    "bookings completed": [5, 5],
    "bookings cancelled": [2, 2],
    "bookings no_show": [1, 1],
    "bookings rejected": [1, 1],
    "bookings expired": [1, 1],
    visits: [11, 10],
    // 3,500 twice, 1,200, 1,000, 800, 3.33, 450, 800 and 1,100; one of the first two did not happen.
    revenue: [1_585_333 - 350_000, 885_333],
    points: [862, 882],
    stock: [980_000, 1_200_000],
    expenses: [5_205_050, 5_205_050],
  });
  expect(rows(report.houses.find(({ id }) => id === bora)!)).toMatchObject({
    customers: [5, 5],
    visits: [6, 6],
    revenue: [180_000, 180_000],
    expenses: [1_625_000, 1_625_000],
  });
});

describe("ten planted defects", () => {
  test("1. two customers with one number are one, with the points and the visits of both", async () => {
    expect(said(house, "customer", "“Wambui Kamau”: they are one customer")).toEqual(["merged"]);
    const [wambui] = await sql`select id, name, email, notes, status, (select points from points_balances b
      where b.tenant_id = c.tenant_id and b.customer_id = c.id) as points from customers c
      where tenant_id = ${zuri} and phone = '+254712345678'`;
    expect(wambui).toMatchObject({
      name: "Wambui Kamau",
      email: "wambui@people.example",
      points: 450,
      status: "active",
    });
    expect(wambui!.notes).toBe("Pays by M-Pesa\nPrefers mornings\nAlso in the books as Wambui K.");
    const [many] = await sql`select count(*)::int as visits from visits where customer_id = ${wambui!.id}`;
    expect(many!.visits).toBe(3);
  });

  test("2. a booking over another one is marked as overbooked, and listed", async () => {
    expect(house.overlaps).toHaveLength(1);
    const rows = await sql`select o.source from occupancies o join booking_lines l on l.id = o.booking_line_id
      where l.booking_id = ${house.overlaps[0]!.oldId}`;
    expect(rows.map(({ source }) => source)).toEqual(["overbooking"]);
  });

  test("3. a booking of no business is its customer’s, and waits for an answer until it begins", async () => {
    const [id] = oldIds("booking", "named no business");
    const [row] = await sql`select status, expires_at = starts_at as waits, tenant_id from bookings where id = ${id!}`;
    expect(row).toEqual({ status: "requested", waits: true, tenant_id: zuri });
  });

  test("4. 999 stars are refused", async () => {
    expect(said(house, "review", "999 stars")).toEqual(["refused"]);
    const rows = await sql`select rating from reviews where tenant_id = ${zuri} order by 1`;
    expect(rows.map(({ rating }) => rating)).toEqual([4, 5]);
  });

  test("5. a shelf with less than nothing on it is empty", async () => {
    expect(said(house, "product", "-4 are none")).toEqual(["told"]);
    const [row] = await sql`select s.on_hand, s.value_minor::int as value, (select count(*)::int from stock_movements m
      where m.product_id = s.product_id) as moves from stock_items s join products p on p.id = s.product_id where p.name = 'Gel polish'`;
    expect(row).toEqual({ on_hand: 0, value: 0, moves: 0 });
  });

  test("6. a booking that was completed twice is one visit, paid once", async () => {
    expect(said(house, "visit", "completed twice")).toEqual(["refused"]);
    const rows = await sql`select v.total_minor::int as total, s.number from visits v join sales s on s.visit_id = v.id
      where v.tenant_id = ${zuri} and v.total_minor = 350000`;
    expect(rows).toEqual([{ total: 350_000, number: 1 }]);
  });

  test("7. a child without a phone stands with who answers for it", async () => {
    const [child] = await sql`select c.phone, c.email, g.name as guardian from customers c
      join customers g on g.id = c.guardian_id where c.name = 'Tabitha Kamau'`;
    expect(child).toEqual({ phone: null, email: null, guardian: "Wambui Kamau" });
  });

  test("8. a picture that is missing, or lies outside, is refused; the others are drawn anew", async () => {
    expect(said(house, "galleryimage", "lost.jpg is missing")).toEqual(["refused"]);
    const other = report.houses.find(({ id }) => id === bora)!;
    expect(said(other, "galleryimage", "outside the folder")).toEqual(["refused"]);
    const rows =
      await sql`select title, is_public, width from gallery_pictures where tenant_id = ${zuri} order by title`;
    expect(rows).toEqual([
      { title: "Box braids", is_public: true, width: 120 },
      { title: "Gel set", is_public: false, width: 120 },
    ]);
  });

  test("9. a service of another business is no part of a booking or a visit here", async () => {
    expect(said(house, "booking", "another business’s")).toEqual(["refused"]);
    expect(said(house, "visit", "names a service of another business")).toEqual(["told"]);
    const rows = await sql`select l.service_name as name, l.price_minor::int as price from visit_lines l
      join visits v on v.id = l.visit_id where v.tenant_id = ${zuri} and v.total_minor = 110000`;
    expect(rows).toEqual([{ name: "Wash and blow-dry", price: 110_000 }]);
  });

  test("10. a price with parts of a cent is rounded, an amount that is none is refused", async () => {
    expect(said(house, "service", "rounded to 3.33")).toEqual(["told"]);
    expect(said(house, "expense", "“12,50” is not an amount")).toEqual(["refused"]);
  });
});

test("whoever belongs nowhere is named", () => {
  expect(report.strays.map(({ model, why }) => `${model} ${why}`)).toEqual([
    "review belongs to no business of the dump",
    "user ran the platform: make admins with npm run admin:create",
    "user has no profile, so it is nobody’s",
  ]);
  expect(report.left.map(({ model }) => model)).toContain("authtoken.token");
});

test("what several services cost together is shared by their prices, to the last cent", async () => {
  const rows = await sql`select l.name, l.unit_minor::int as minor from sale_lines l
    join sales s on s.id = l.sale_id where s.tenant_id = ${zuri} and s.total_minor = 100000 order by position`;
  expect(rows).toEqual([
    { name: "Wash and blow-dry", minor: 26_666 },
    { name: "Gel manicure", minor: 40_001 },
    { name: "Pedicure", minor: 33_333 },
  ]);
});

test("a visit that named no booking is the visit of the one that was completed then", async () => {
  const [row] = await sql`select b.status from visits v join bookings b on b.id = v.booking_id
    where v.tenant_id = ${zuri} and v.total_minor = 120000`;
  expect(row).toEqual({ status: "completed" });
});

test("nobody hears of it, nor is reminded before its owner has looked at the times", async () => {
  expect(await sql`select 1 from messages where tenant_id = ${zuri}`).toHaveLength(0);
  expect(await sql`select 1 from consents where tenant_id = ${zuri}`).toHaveLength(0);
  const names = await sql`select distinct name from events where tenant_id = ${zuri} order by 1`;
  expect(names.map(({ name }) => name)).toEqual(["house.moved", "messages.changed", "subscription.changed"]);
  await withTenant(zuri, member("owner"), (scope) => planRemindersAnew(scope, [60]));
  expect(await sql`select 1 from due where tenant_id = ${zuri} and kind = 'remind'`).toHaveLength(0);
});

test("the old password is good for one sign-in, and is kept as ours from then on", async () => {
  const hashOf = async () =>
    (await sql`select password_hash as hash from users where email = 'owner@zuri.example'`)[0]!.hash;
  const old = await hashOf();
  expect(old).toMatch(/^pbkdf2_sha256\$1000000\$/);
  expect(await signIn("owner@zuri.example", "another password")).toBeNull();
  expect(await hashOf()).toBe(old);
  const first = await signIn("Owner@Zuri.example", "zuri old password");
  expect(first).toMatchObject({ name: "Zuri Akinyi", passwordHash: expect.stringMatching(/^\$argon2id\$/) });
  expect(await hashOf()).toBe(first!.passwordHash);
  expect(await signIn("owner@zuri.example", "zuri old password")).toMatchObject({ passwordHash: first!.passwordHash });
});

test("who was switched off cannot sign in; who had no e-mail does so with a phone", async () => {
  expect(await signIn("gone@zuri.example", "gone old password")).toBeNull();
  expect(await signIn("0733 000 222", "bora old password")).toMatchObject({ name: "Baraka Otieno" });
});

test("everybody is what they were: an owner, and staff who are linked to their own work", async () => {
  const rows = await sql`select u.email, m.role, s.name from members m join users u on u.id = m.user_id
    left join staff s on s.tenant_id = m.tenant_id and s.id = m.staff_id where m.tenant_id = ${zuri} order by u.email`;
  expect(rows).toEqual([
    { email: "gone@zuri.example", role: "staff", name: null },
    { email: "grace@zuri.example", role: "staff", name: "Grace Atieno" },
    { email: "owner@zuri.example", role: "owner", name: null },
  ]);
});

test("once more it changes nothing; what changed there since is named and stays, and what is new comes", async () => {
  const before = await stateOf(sql);
  const again = await moveIn(dump, how);
  expect(await stateOf(sql)).toEqual(before);
  const fates = again.houses.flatMap(({ counts }) => Object.values(counts).flatMap((many) => Object.keys(many)));
  expect(new Set(fates)).toEqual(new Set(["already", "refused"]));
  const [wash] = dump.get("service")!;
  const [, , visit] = dump.get("visit")!;
  const walkIn = { ...visit!, id: "0b1f6a3e-0000-4000-8000-000000000001" };
  walkIn.fields = { ...walkIn.fields, total_amount: "1300.00" };
  const later = new Map(dump)
    .set("service", [{ ...wash!, fields: { ...wash!.fields, price: "9999.00" } }, ...dump.get("service")!.slice(1)])
    .set("visit", [...dump.get("visit")!, walkIn]);
  const third = await moveIn(later, how);
  const of = third.houses.find(({ id }) => id === zuri)!;
  expect([of.counts.service, of.counts.visit]).toEqual([
    { changed: 1, already: 5 },
    { already: 10, refused: 1, brought: 1 },
  ]);
  expect(third.isRight).toBe(true);
  expect(await sql`select 1 from services where price_minor = 999900`).toHaveLength(0);
  const [till] = await sql`select count(*)::int as sales, max(number) as last, (select last_number from tills
    where tenant_id = ${zuri}) as till from sales where tenant_id = ${zuri}`;
  expect(till).toEqual({ sales: 9, last: 9, till: 9 });
});
