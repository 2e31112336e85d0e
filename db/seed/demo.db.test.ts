import { verify } from "@node-rs/argon2";
import postgres from "postgres";
import { afterAll, describe, expect, test } from "vitest";
import { percentOf } from "@/lib/analytics/customer-rules";
import { getCustomers } from "@/lib/analytics/get-customers";
import { getOccupancy } from "@/lib/analytics/get-occupancy";
import { getOperations } from "@/lib/analytics/get-operations";
import { getOverview } from "@/lib/analytics/get-overview";
import { getProfit } from "@/lib/analytics/get-profit";
import { getRevenue } from "@/lib/analytics/get-revenue";
import { profitOf } from "@/lib/analytics/rules";
import { addDays, atMinute, localDate, startOfDay } from "@/lib/platform/calendar";
import { setClockOffset } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { receiptTokenHash } from "@/lib/till/receipt-token";
import { amani } from "./amani";
import { tenantIdOf } from "./base";
import { seedDemo } from "./demo";

const zone = "Africa/Nairobi";
const password = "demo-clientpulse";
const tenant = tenantIdOf(amani);
const at = (date: string, hour: number) => atMinute(date, hour * 60, zone);

type Count = { n: number };
const platformUrl = String(process.env.DATABASE_PLATFORM_URL);
const sql = postgres(platformUrl, { max: 4, onnotice: () => {} });
const owner = { kind: "member", userId: newId(), role: "owner", staffId: null } as const;
/** What the owner reads of it at a moment. */
const read = async <T>(now: Date, work: (scope: Scope) => Promise<T>): Promise<T> => {
  setClockOffset(now.getTime() - Date.now());
  try {
    return await readTenant(tenant, owner, work);
  } finally {
    setClockOffset(0);
  }
};

const count = async (query: postgres.PendingQuery<Count[]>) => (await query)[0]?.n ?? 0;
const seed = (now: Date, secret = password) =>
  seedDemo({ platformUrl, now, password: secret, files: ".data-test/files", year: true });

/** The statuses of a day's bookings, by how many there are. */
async function day(date: string): Promise<Record<string, number>> {
  const rows = await sql<{ status: string; n: number }[]>`select status, count(*)::int as n from bookings
    where tenant_id = ${tenant} and starts_at >= ${startOfDay(date, zone)} and starts_at < ${startOfDay(addDays(date, 1), zone)}
    group by status`;
  return Object.fromEntries(rows.map(({ status, n }) => [status, n]));
}

async function fingerprint(): Promise<unknown> {
  const tables = [
    "tenants",
    "users",
    "members",
    "services",
    "staff",
    "staff_hours",
    "staff_services",
    "customers",
    "bookings",
    "booking_lines",
    "occupancies",
    "resources",
    "business_days",
    "staff_breaks",
    "time_off",
    "visits",
    "visit_lines",
    "reviews",
    "testimonials",
    "conversations",
    "conversation_messages",
    "enquiries",
    "notifications",
    "notification_reads",
    "invitations",
    "audit_entries",
    "sessions",
    "due",
    "holds",
    "queue_tickets",
    "queue_steps",
    "waitlist_entries",
    "waitlist_offers",
    "waitlist_log",
    "tills",
    "products",
    "sales",
    "sale_lines",
    "expenses",
    "recurring_expenses",
    "consents",
    "rewards",
    "campaigns",
    "campaign_recipients",
    "vouchers",
    "points_entries",
    "points_balances",
    "reward_rules",
    "referrals",
    "stock_items",
    "recipe_items",
    "stock_counts",
    "stock_count_lines",
    "stock_movements",
    "commission_rates",
    "earnings",
    "advances",
    "payroll_periods",
    "payslips",
    "payments",
    "mpesa_receipts",
    "drawer_sessions",
    "day_closes",
    "ledger_transactions",
    "ledger_entries",
    "visits",
    "staff_days",
    "time_off",
  ];
  const rows = await Promise.all(
    tables.map((table) => sql`select md5(string_agg(t::text, '|' order by t::text)) as all from ${sql(table)} t`),
  );
  return rows.map(([row], index) => [tables[index], row?.all]);
}

afterAll(() => sql.end());

describe("the demo", () => {
  const tuesday = "2026-11-24";
  const noon = at(tuesday, 12);

  // It writes a year, also on a machine that does other things besides.
  test("starts with two businesses, their people and a full day", async () => {
    await seed(noon);
    expect(await count(sql`select count(*)::int as n from customers where tenant_id = ${tenant}`)).toBe(200);
    expect(
      await count(sql`select count(*)::int as n from services where tenant_id = ${tenant}`),
    ).toBeGreaterThanOrEqual(6);
    const today = await day(tuesday);
    expect(today.completed).toBeGreaterThanOrEqual(5);
    expect(today.in_service ?? 0).toBeGreaterThanOrEqual(1);
    expect(today.confirmed).toBeGreaterThanOrEqual(5);
    expect(
      await count(sql`select count(*)::int as n from bookings where tenant_id = ${tenant} and status = 'requested'`),
    ).toBe(3);
    const held = await sql`select o.source, o.expires_at = b.expires_at as level from bookings b
      join booking_lines l on l.tenant_id = b.tenant_id and l.booking_id = b.id
      join occupancies o on o.tenant_id = l.tenant_id and o.booking_line_id = l.id
      where b.tenant_id = ${tenant} and b.status = 'held'`;
    expect(new Set(held.map(({ source, level }) => `${source} ${level}`))).toEqual(new Set(["hold true"]));
    const unpaid =
      await sql`select 1 from bookings where tenant_id = ${tenant} and status = 'held' and deposit = 'due'`;
    expect(unpaid).toHaveLength(1);
    const fees =
      await sql`select b.status from booking_fees f join bookings b on b.tenant_id = f.tenant_id and b.id = f.booking_id
      where f.tenant_id = ${tenant}`;
    expect(new Set(fees.map(({ status }) => status))).toEqual(new Set(["no_show"]));
    const phones = await sql`select 1 from customers where tenant_id = ${tenant} and phone !~ '^\\+254(7|1)[0-9]{8}$'`;
    expect(phones).toHaveLength(0);
  }, 120_000);

  test("keeps of its customers what a house keeps, with families, notes and groups in which there is somebody", async () => {
    const [kept] = await sql<Record<string, number>[]>`
      select (count(*) filter (where status = 'vip'))::int as vip, (count(*) filter (where status = 'blocked'))::int as blocked,
        (count(*) filter (where tags <> '{}'))::int as tagged, (count(*) filter (where location <> ''))::int as placed,
        (count(*) filter (where birthday is not null))::int as born, count(distinct guardian_id)::int as families,
        (count(*) filter (where preferred_staff_id is not null))::int as liking
      from customers where tenant_id = ${tenant}`;
    for (const [what, least] of Object.entries({
      ...{ vip: 5, blocked: 1, tagged: 40, placed: 100, born: 80, families: 2, liking: 5 },
    }))
      expect(kept![what], what).toBeGreaterThanOrEqual(least);
    for (const table of ["customer_notes", "customer_favourites", "customer_segments"])
      expect(
        await count(sql`select count(*)::int as n from ${sql(table)} where tenant_id = ${tenant}`),
      ).toBeGreaterThan(1);
    const baraka = await sql`select 1 from customer_segments where tenant_id <> ${tenant}`;
    expect(baraka).toHaveLength(0);
  });

  test("has lived for a year: twelve months that earned, each beside one of the year before, and who came again", async () => {
    const { months, averageMonthMinor } = await read(noon, getOverview);
    expect(months).toHaveLength(12);
    // In shillings: the year began with a few chairs, and each half of it earned more than the one before.
    const [half, other] = [months.slice(0, 5), months.slice(5, 11)].map(
      (some) => some.reduce((sum, { earnedMinor }) => sum + earnedMinor, 0) / some.length,
    );
    for (const { from, earnedMinor } of months) expect(earnedMinor, from).toBeGreaterThan(100_000_00);
    expect(other).toBeGreaterThan(half!);
    expect(averageMonthMinor).toBeGreaterThan(half!);

    const revenue = await read(noon, (scope) => getRevenue(scope, { period: "month", compare: "year" }));
    expect(revenue.before!.earnedMinor).toBeGreaterThan(0);
    expect(revenue.total.earnedMinor).toBeGreaterThan(revenue.before!.earnedMinor);

    const { figures, against } = await read(noon, (scope) =>
      getCustomers(scope, { period: "last_month", compare: "before" }),
    );
    for (const [what, { of }] of Object.entries({ ...figures, ...against }).filter(
      (one): one is [string, { part: number; of: number }] => typeof one[1] === "object" && one[1] !== null,
    ))
      expect(of, what).toBeGreaterThan(20);
    expect(percentOf(figures.retained)).toBeGreaterThan(50);
    expect(percentOf(figures.retained)).toBeLessThan(95);
    expect(percentOf(figures.overdue)).toBeGreaterThan(2);
    expect(percentOf(figures.overdue)).toBeLessThan(40);
    expect(figures.reviews).toBeGreaterThan(2);
    // Somebody who came for months and stays away.
    const left = await sql`select customer_id from visits where tenant_id = ${tenant}
      group by customer_id having count(*) > 4 and max(started_at) < ${at(addDays(tuesday, -64), 0)}`;
    expect(left.length).toBeGreaterThan(8);

    const profit = await read(noon, (scope) => getProfit(scope, { from: "2026-01-01", to: "2026-10-31" }));
    expect(profit.rows).toHaveLength(10);
    for (const row of profit.rows) {
      expect(Math.min(row.stockMinor, row.expensesMinor, row.earningsMinor), row.from).toBeGreaterThan(0);
      expect(profitOf(row), row.from).toBeGreaterThan(0);
    }
    const busy = await read(noon, (scope) => getOperations(scope, { from: "2026-01-01", to: "2026-10-31" }));
    expect(busy.hours.length).toBeGreaterThan(50);
    const { total } = await read(noon, (scope) => getOccupancy(scope, { period: "last_month" }));
    expect(total.sold).toBeGreaterThan(0);
  });

  test("its books agree since the first day: each transaction, each drawer, each month of pay", async () => {
    const [row] = await sql`select
        (select sum(debit_minor - credit_minor)::int from ledger_entries where tenant_id = ${tenant}) as off,
        (select sum(minor)::int from (select sum(debit_minor - credit_minor) as minor from ledger_entries
          where tenant_id = ${tenant} and account = 'tips') t) as tips,
        (select count(*)::int from sales s where s.tenant_id = ${tenant} and s.status = 'closed' and s.total_minor <> coalesce((
          select sum(p.amount_minor) from payments p where p.tenant_id = s.tenant_id and p.sale_id = s.id), 0)) as unpaid,
        (select count(*)::int from ledger_transactions l where l.tenant_id = ${tenant} and l.payment_id is not null
          and l.day < ${tuesday} and l.sale_id is not null
          and not exists (select from day_closes d where d.tenant_id = l.tenant_id and d.day = l.day)) as open`;
    expect(row).toEqual({ off: 0, tips: 0, unpaid: 0, open: 0 });
    const periods = await sql<{ from: string; to: string; open: number; earned: number; settled: number }[]>`
      select from_day::text as from, to_day::text as to,
        (select count(*)::int from payslips s where s.tenant_id = p.tenant_id and s.period_id = p.id and s.paid_at is null) as open,
        (select sum(amount_minor)::int from earnings e where e.tenant_id = p.tenant_id and e.day between p.from_day and p.to_day) as earned,
        (select sum(pay_minor)::int from payslips s where s.tenant_id = p.tenant_id and s.period_id = p.id) as settled
      from payroll_periods p where p.tenant_id = ${tenant} order by from_day`;
    expect(periods.length).toBeGreaterThanOrEqual(12);
    for (const [nth, { from, to, open, earned, settled }] of periods.entries()) {
      expect(settled, from).toBe(earned);
      expect(open, from).toBe(nth === periods.length - 1 ? 1 : 0);
      if (nth > 0) expect(from).toBe(addDays(periods[nth - 1]!.to, 1));
      expect(to < tuesday).toBe(true);
    }
  });

  test("has a month of closed days at the till and today open, with one sale paid in part; the books balance", async () => {
    const days = await sql<{ day: string; off: number; sum: number }[]>`
      select day::text, difference_minor::int as off, (expected->>'cash')::int + (expected->>'mpesa')::int
        + (expected->>'card')::int as sum
      from day_closes where tenant_id = ${tenant} order by day`;
    expect(days.length).toBeGreaterThanOrEqual(20);
    expect(days.every(({ day, sum }) => day < tuesday && sum > 0)).toBe(true);
    const sold = await sql<{ number: number; status: string; owed: number }[]>`
      select s.number, s.status, sum(e.debit_minor - e.credit_minor)::int as owed from sales s
      join ledger_transactions t on t.tenant_id = s.tenant_id and t.sale_id = s.id
      join ledger_entries e on e.tenant_id = t.tenant_id and e.transaction_id = t.id and e.account = 'customers'
      where s.tenant_id = ${tenant} group by s.number, s.status order by s.number`;
    expect(sold.map(({ number }) => number)).toEqual(sold.map((_, at) => at + 1));
    const open = sold.filter(({ owed }) => owed !== 0);
    expect(open).toMatchObject([{ status: "open" }]);
    expect(open[0]!.owed).toBeGreaterThan(0);
    const drawers = await sql`select closed_at is null as open from drawer_sessions where tenant_id = ${tenant}`;
    expect(drawers.filter((one) => one.open)).toHaveLength(1);
    // Whoever counted found what the ledger says.
    const [cash] = await sql`select sum(e.debit_minor - e.credit_minor)::int - (
        select sum(p.amount_minor)::int from payments p join ledger_transactions t on t.payment_id = p.id
        where p.tenant_id = ${tenant} and p.method = 'cash' and t.day = ${tuesday})
        + (select sum(amount_minor)::int from drawer_moves where tenant_id = ${tenant} and kind = 'out') as left
      from ledger_entries e where e.tenant_id = ${tenant} and e.account = 'cash'`;
    expect(cash!.left).toBe(200_000);
    const [any] = await sql<{ id: string }[]>`select id from sales where tenant_id = ${tenant} order by number limit 1`;
    const link = await sql`select kind, subject_id from access_tokens where hash = ${receiptTokenHash(any!.id)}`;
    expect(link).toEqual([{ kind: "receipt", subject_id: any!.id }]);
    const visits =
      await sql`select 1 from visits v where v.tenant_id = ${tenant} and v.completed_at >= ${at(tuesday, 0)}
      and not exists (select from sales s where s.tenant_id = v.tenant_id and s.visit_id = v.id)`;
    expect(visits).toHaveLength(0);
  });

  test("has a settled period of pay with one payslip to pay out, an advance, and what was earned since; the books agree", async () => {
    const slips = await sql<{ to: string; pay: number; paid: boolean }[]>`
      select p.to_day::text as to, s.pay_minor::int as pay, s.paid_at is not null as paid
      from payslips s join payroll_periods p on p.id = s.period_id where s.tenant_id = ${tenant} order by p.to_day desc`;
    expect(slips.length).toBeGreaterThanOrEqual(3);
    expect(slips.filter(({ paid }) => !paid)).toHaveLength(1);
    const [row] = await sql`select
        (select sum(credit_minor - debit_minor)::int from ledger_entries where tenant_id = ${tenant} and account = 'staff') as owed,
        (select sum(amount_minor)::int from earnings where tenant_id = ${tenant}) as earned,
        (select sum(amount_minor)::int from earnings where tenant_id = ${tenant} and day > ${slips[0]!.to}) as since,
        (select sum(amount_minor)::int from advances where tenant_id = ${tenant}) as ahead`;
    const sum = (all: readonly { pay: number }[]) => all.reduce((minor, { pay }) => minor + pay, 0);
    expect(row!.earned).toBe(sum(slips) + row!.since);
    expect(row!.owed).toBe(row!.earned - sum(slips.filter(({ paid }) => paid)) - row!.ahead);
    expect(Math.min(row!.since, row!.ahead)).toBeGreaterThan(0);
  });

  test("has a month of expenses, one of them due again and one out of the drawer with its slip", async () => {
    const spent = await sql<{ paid_from: string; slip: boolean; minor: number }[]>`
      select e.paid_from, p.version is not null as slip, e.amount_minor::int as minor from expenses e
      left join expense_photos p on p.expense_id = e.id where e.tenant_id = ${tenant}`;
    expect(spent.length).toBeGreaterThan(10);
    expect(spent).toContainEqual({ paid_from: "cash", slip: true, minor: 35_000 });
    const [row] = await sql`select (select sum(debit_minor - credit_minor)::int from ledger_entries
        where tenant_id = ${tenant} and account = 'expenses') as booked,
      (select count(*)::int from recurring_expenses where tenant_id = ${tenant} and next_day <= ${tuesday}) as due`;
    expect(row).toEqual({ booked: spent.reduce((sum, { minor }) => sum + minor, 0), due: 1 });
  });

  test("has customers who said yes to offers, most who said nothing, and some who said no again", async () => {
    const said = await sql<{ yes: number; no: number; silent: number }[]>`
      with newest as (select distinct on (customer_id) customer_id, granted from consents
        where tenant_id = ${tenant} order by customer_id, created_at desc, id desc)
      select count(*) filter (where granted)::int as yes, count(*) filter (where not granted)::int as no,
        count(*) filter (where granted is null)::int as silent
      from customers c left join newest n on n.customer_id = c.id where c.tenant_id = ${tenant} and c.phone is not null`;
    for (const many of Object.values(said[0]!)) expect(many).toBeGreaterThan(3);
  });

  test("has messages that went out, with what they cost, and one or two that did not arrive", async () => {
    const [row] = await sql`select count(*)::int > 10 as many, bool_and(cost_minor > 0) as priced,
        count(*) filter (where status = 'failed') < count(*) / 4 as most_arrived
      from messages where tenant_id = ${tenant} and transport = 'africastalking'`;
    expect(row).toEqual({ many: true, priced: true, most_arrived: true });
  });

  test("has a campaign that went out to who allowed it, with what came after, and one that waits; elsewhere none", async () => {
    const [row] = await sql`
      select count(*) filter (where r.outcome = 'written')::int > 10 as written, count(*) filter (where r.outcome = 'held')::int > 10 as held,
        count(*) filter (where m.status = 'delivered')::int > 10 as arrived, count(*) filter (where v.status = 'redeemed')::int > 0 as used
      from campaigns k join campaign_recipients r on r.tenant_id = k.tenant_id and r.campaign_id = k.id
      left join messages m on m.tenant_id = r.tenant_id and m.id = r.message_id
      left join vouchers v on v.tenant_id = r.tenant_id and v.id = r.voucher_id
      where k.tenant_id = ${tenant} and k.status = 'sent'`;
    expect(row).toEqual({ written: true, held: true, arrived: true, used: true });
    expect(await sql`select name from campaigns where status = 'scheduled'`).toMatchObject([
      { name: "Christmas hours" },
    ]);
    expect(await count(sql`select count(*)::int as n from campaigns where tenant_id <> ${tenant}`)).toBe(0);
  });

  test("has points for all that was paid, rewards, codes that wait and codes that were used, and a friend who came", async () => {
    const [row] = await sql`
      select (select count(*)::int from rewards where tenant_id = ${tenant} and active) as rewards,
        (select count(*)::int from vouchers where tenant_id = ${tenant} and status = 'pending') >= 4 as open,
        (select count(*)::int from vouchers where tenant_id = ${tenant} and status = 'redeemed') >= 1 as used,
        (select count(*)::int from referrals where tenant_id = ${tenant} and points = 50) as friends,
        (select count(*)::int from sales s where s.tenant_id = ${tenant} and s.status = 'closed'
          and s.subtotal_minor > s.discount_minor and not exists (select from points_entries e
          where e.tenant_id = s.tenant_id and e.sale_id = s.id)) as unrewarded,
        (select count(*)::int from points_balances b where b.tenant_id = ${tenant} and b.points + b.visits <>
          (select sum(e.points + e.visits)::int from points_entries e
            where e.tenant_id = b.tenant_id and e.customer_id = b.customer_id)) as wrong`;
    expect(row).toEqual({ rewards: 7, open: true, used: true, friends: 1, unrewarded: 0, wrong: 0 });
    expect(await count(sql`select count(*)::int as n from rewards where tenant_id <> ${tenant}`)).toBe(0);
  });

  test("has a shelf whose books agree: sales and visits took from it, a count found less, something runs low", async () => {
    const items = await sql`
      select s.on_hand as units, s.value_minor::int as value, s.on_hand <= s.reorder_level as low,
        sum(m.change)::int as moved, sum(m.cost_minor)::int as cost, min(m.on_hand_after) as least
      from stock_items s join stock_movements m on m.tenant_id = s.tenant_id and m.product_id = s.product_id
      where s.tenant_id = ${tenant} group by s.tenant_id, s.product_id`;
    expect(items.length).toBeGreaterThanOrEqual(10);
    for (const { units, value, moved, cost } of items) expect([units, value]).toEqual([moved, cost]);
    expect(Math.min(...items.map(({ least }) => least))).toBeGreaterThanOrEqual(0);
    expect(items.filter(({ low }) => low)).toHaveLength(2);
    const [row] = await sql`
      select count(*) filter (where reason = 'sold') > 5 as sold, count(*) filter (where reason = 'used') > 20 as used,
        count(*) filter (where reason = 'received') > 11 as received,
        (select count(*)::int from stock_count_lines l where l.tenant_id = ${tenant} and counted <> expected) as off
      from stock_movements where tenant_id = ${tenant}`;
    expect(row).toEqual({ sold: true, used: true, received: true, off: 4 });
    // What every sale of a counted product took is written, and the other business counts nothing yet.
    expect(await count(sql`select count(*)::int as n from stock_items where tenant_id <> ${tenant}`)).toBe(0);
  });

  test("has reviews with answers and an average, two open conversations and three enquiries", async () => {
    const [row] = await sql`select count(*) filter (where created_at > ${at(addDays(tuesday, -29), 0)})::int as n,
        count(*)::int as ever, avg(rating)::float as average, count(answered_at)::int as answered,
        count(*) filter (where not is_public)::int as private from reviews where tenant_id = ${tenant}`;
    expect(row!.n).toBeGreaterThanOrEqual(20);
    expect(row!.n).toBeLessThanOrEqual(25);
    expect(row!.ever).toBeGreaterThan(60);
    expect(row!.average).toBeGreaterThan(3.5);
    expect(row!.average).toBeLessThan(5);
    expect(row!.answered).toBeGreaterThanOrEqual(3);
    const talks =
      await sql`select last_seq - house_read_seq as waits from conversations where tenant_id = ${tenant} order by 1`;
    expect(talks.map(({ waits }) => waits)).toEqual([0, 2]);
    const asked =
      await sql`select read_at is null as fresh, answered_at is null as open from enquiries where tenant_id = ${tenant}`;
    expect([asked.length, asked.filter((one) => one.fresh).length, asked.filter((one) => one.open).length]).toEqual([
      3, 1, 2,
    ]);
    const said =
      await sql`select t.slug, s.status from testimonials s join tenants t on t.id = s.tenant_id order by t.slug`;
    expect(said.map(({ slug, status }) => `${slug} ${status}`)).toEqual(["amani approved", "malaika-spa waiting"]);
  });

  test("has somebody who comes every two weeks, in the house's hours", async () => {
    const series = await sql<{ starts_at: Date; customer_id: string; series_weeks: number }[]>`
      select starts_at, customer_id, series_weeks from bookings
      where tenant_id = ${tenant} and series_id is not null and status = 'confirmed' order by starts_at`;
    expect(series.length).toBeGreaterThanOrEqual(4);
    expect(new Set(series.map(({ customer_id }) => customer_id)).size).toBe(1);
    const clocks = series.map(({ starts_at }) => starts_at.getTime() % (14 * 86_400_000));
    expect(new Set(clocks).size).toBe(1);
  });

  test("keeps the rules of the house: hours, skills, live bookings hold their time and no others", async () => {
    const outside = await sql`
      select l.id from booking_lines l where l.tenant_id = ${tenant} and not exists (
        select from staff_hours h where h.tenant_id = l.tenant_id and h.staff_id = l.staff_id
          and h.weekday = extract(dow from l.starts_at at time zone ${zone})
          and h.from_minute <= extract(hour from l.starts_at at time zone ${zone}) * 60 + extract(minute from l.starts_at at time zone ${zone})
          and h.to_minute >= extract(hour from l.ends_at at time zone ${zone}) * 60 + extract(minute from l.ends_at at time zone ${zone}))`;
    expect(outside).toHaveLength(0);
    const unskilled = await sql`select l.id from booking_lines l where l.tenant_id = ${tenant} and not exists (
      select from staff_services s where s.tenant_id = l.tenant_id and s.staff_id = l.staff_id and s.service_id = l.service_id)`;
    expect(unskilled).toHaveLength(0);
    const held =
      await sql`select b.id from bookings b join booking_lines l on l.tenant_id = b.tenant_id and l.booking_id = b.id
      join occupancies o on o.tenant_id = l.tenant_id and o.booking_line_id = l.id
      where b.tenant_id = ${tenant} and o.active <> (b.status not in ('cancelled', 'no_show', 'rejected'))`;
    expect(held).toHaveLength(0);
    const unpaid =
      await sql`select b.id from bookings b left join visits v on v.tenant_id = b.tenant_id and v.booking_id = b.id
      left join sales s on s.tenant_id = b.tenant_id and s.booking_id = b.id and (s.status = 'open' or s.discount_minor > 0)
      where b.tenant_id = ${tenant} and b.status = 'completed' and (v.completed_at is null
        or (v.paid_minor <> v.total_minor and s.id is null) or v.paid_minor <= 0
        or (v.total_minor <> b.total_minor and v.revision = 0))`;
    expect(unpaid).toHaveLength(0);
    expect(await count(sql`select count(*)::int as n from bookings where created_at > ${noon}`)).toBe(0);
  });

  test("has chairs for its bookings, breaks, a holiday to come and somebody who is away", async () => {
    const bed =
      await sql`select 1 from occupancies a join occupancies b on a.resource_id = b.resource_id and a.id < b.id
      and a.active and b.active and a.span && b.span and a.lanes && b.lanes where a.tenant_id = ${tenant}`;
    expect(bed).toHaveLength(0);
    expect(
      await count(
        sql`select count(*)::int as n from occupancies where tenant_id = ${tenant} and resource_id is not null`,
      ),
    ).toBeGreaterThan(20);
    const [holiday] = await sql`select date::text, reason from business_days
      where tenant_id = ${tenant} and date > ${tuesday} order by date`;
    expect(holiday).toEqual({ date: "2026-12-12", reason: "Jamhuri Day" });
    const during = await sql`select 1 from occupancies o join time_off t on t.tenant_id = o.tenant_id
      and t.staff_id = o.staff_id and t.status = 'approved' and t.span && o.span and o.active where o.tenant_id = ${tenant}`;
    expect(during).toHaveLength(0);
    expect(await count(sql`select count(*)::int as n from time_off where tenant_id = ${tenant}`)).toBe(2);
    const lunch = await sql`select 1 from occupancies o join staff_breaks b on b.tenant_id = o.tenant_id
      and b.staff_id = o.staff_id and o.active and b.weekday = extract(dow from lower(o.span) at time zone ${zone})
      and int4range(b.from_minute, b.to_minute) && int4range(
        (extract(hour from lower(o.span) at time zone ${zone}) * 60 + extract(minute from lower(o.span) at time zone ${zone}))::int,
        (extract(hour from upper(o.span) at time zone ${zone}) * 60 + extract(minute from upper(o.span) at time zone ${zone}))::int)
      where o.tenant_id = ${tenant}`;
    expect(lunch).toHaveLength(0);
  });

  /** So many of what a desk has to look at. */
  const scenes = async (now: Date) => {
    const today = localDate(now, zone);
    const [from, to] = [today, addDays(today, 1)].map((date) => startOfDay(date, zone)) as [Date, Date];
    const [found] = await sql<Record<string, number>[]>`select
      (select count(*)::int from holds where tenant_id = ${tenant} and booking_id is not null and ended is null and expires_at > ${now}) as proposed,
      (select count(*)::int from occupancies o join audit_entries a on a.tenant_id = o.tenant_id and a.action = 'booking.overbooked'
        and a.entity_id = (select booking_id from booking_lines l where l.tenant_id = o.tenant_id and l.id = o.booking_line_id)
        where o.tenant_id = ${tenant} and o.source = 'overbooking' and o.active and o.ends_at > ${now}) as overbooked,
      (select count(*)::int from visits v join audit_entries a on a.tenant_id = v.tenant_id and a.entity_id = v.id and a.action = 'visit.corrected'
        where v.tenant_id = ${tenant} and v.revision = 1 and v.completed_at > ${new Date(now.getTime() - 86_400_000)}) as corrected,
      (select count(*)::int from (select 1 from bookings b join booking_lines l on l.tenant_id = b.tenant_id and l.booking_id = b.id
        where b.tenant_id = ${tenant} and b.starts_at >= ${from} and b.starts_at < ${to}
        group by b.id having count(distinct l.staff_id) = 2) two) as together,
      (select count(*)::int from time_off where tenant_id = ${tenant} and status = 'asked' and upper(span) > ${now}) as asked,
      (select count(*)::int from staff_days where tenant_id = ${tenant} and date > ${today}) as other_days,
      (select count(*)::int from services where tenant_id = ${tenant} and addons <> '[]') as with_extras,
      (select count(*)::int from queue_tickets where tenant_id = ${tenant} and day = ${today} and status in ('waiting', 'called')) as queued,
      (select count(*)::int from waitlist_entries where tenant_id = ${tenant} and ended is null and last_date >= ${today}) as waiting,
      (select count(*)::int from waitlist_log where tenant_id = ${tenant}) as offered`;
    return found;
  };
  const seats = (from: string, days: number) => sql<{ taken: number; most: number }[]>`
    select count(*)::int as taken, max(s.seats)::int as most from occupancies o
    join services s on s.tenant_id = o.tenant_id and s.id = o.seat_of
    where o.tenant_id = ${tenant} and o.active and lower(o.span) >= ${startOfDay(from, zone)}
      and lower(o.span) < ${startOfDay(addDays(from, days), zone)} group by o.staff_id, lower(o.span)`;

  test("has what a desk has to look at: each screen opens with something on it", async () => {
    const there = {
      overbooked: 1,
      corrected: 1,
      together: 1,
      asked: 1,
      other_days: 1,
      with_extras: 2,
      queued: 3,
      waiting: 3,
    };
    expect(await scenes(noon)).toMatchObject({ ...there, proposed: 2, offered: 3 });
    for (const { taken, most } of await seats(tuesday, 1)) {
      expect(most).toBe(6);
      expect(taken).toBeGreaterThanOrEqual(2);
      expect(taken).toBeLessThan(most);
    }
    expect(await seats(tuesday, 1)).toHaveLength(1);
  });

  test("a second start changes nothing, and takes no time", async () => {
    const before = await fingerprint();
    const started = performance.now();
    await seed(noon);
    expect(performance.now() - started).toBeLessThan(3_000);
    expect(await fingerprint()).toEqual(before);
  });

  test("later the same day what is over has become visits", async () => {
    await seed(at(tuesday, 17));
    const over = await sql`select 1 from bookings where tenant_id = ${tenant} and ends_at <= ${at(tuesday, 17)}
      and status in ('requested', 'confirmed', 'arrived', 'in_service')`;
    expect(over).toHaveLength(0);
    expect(
      await count(
        sql`select count(*)::int as n from visits where tenant_id = ${tenant} and completed_at > ${at(tuesday, 17)}`,
      ),
    ).toBe(0);
  });

  test("what somebody made or changed by hand stays", async () => {
    const tomorrow = addDays(tuesday, 8);
    const [booking] = await sql<{ id: string }[]>`update bookings set status = 'cancelled', notes = 'by hand'
      where (tenant_id, id) = (select tenant_id, id from bookings where tenant_id = ${tenant} and status = 'confirmed'
        and starts_at > ${startOfDay(tomorrow, zone)} order by starts_at limit 1) returning id`;
    await sql`update occupancies o set active = false from booking_lines l
      where l.tenant_id = ${tenant} and l.booking_id = ${booking!.id} and o.tenant_id = l.tenant_id and o.booking_line_id = l.id`;
    await sql`update services set price_minor = 99900 where tenant_id = ${tenant} and name = 'Cornrows'`;
    await sql`delete from staff_services where tenant_id = ${tenant} and service_id in (select id from services where tenant_id = ${tenant} and name = 'Silk press')`;
    // A blocked week: nothing may be booked over it, however full the days want to be.
    const [person] = await sql<
      { id: string }[]
    >`select id from staff where tenant_id = ${tenant} and name = 'Chebet Korir'`;
    const block = `[${startOfDay("2026-12-10", zone).toISOString()},${startOfDay("2026-12-12", zone).toISOString()})`;
    await sql`insert into occupancies (tenant_id, id, staff_id, span, source) values (${tenant}, gen_random_uuid(), ${person!.id}, ${block}::tstzrange, 'block')`;

    await seed(at("2026-12-01", 9));
    const [kept] = await sql`select status, notes from bookings where tenant_id = ${tenant} and id = ${booking!.id}`;
    expect(kept).toEqual({ status: "cancelled", notes: "by hand" });
    const [price] =
      await sql`select price_minor::int as price from services where tenant_id = ${tenant} and name = 'Cornrows'`;
    expect(price?.price).toBe(99900);
    expect(
      await count(
        sql`select count(*)::int as n from staff_services p join services s on s.id = p.service_id where s.tenant_id = ${tenant} and s.name = 'Silk press'`,
      ),
    ).toBe(0);
  });

  test("three weeks later today is as full as on the first day, and the gap is filled", async () => {
    const later = addDays(tuesday, 21);
    await seed(at(later, 12));
    const today = await day(later);
    // One of them takes longer than planned.
    expect((today.completed ?? 0) + (today.in_service ?? 0)).toBeGreaterThanOrEqual(6);
    expect(today.confirmed).toBeGreaterThanOrEqual(5);
    expect(
      await count(sql`select count(*)::int as n from bookings where tenant_id = ${tenant} and status = 'requested'`),
    ).toBeGreaterThanOrEqual(2);
    const jamhuri = "2026-12-12";
    expect((await day(jamhuri)).completed).toBeUndefined();
    for (const back of Array.from({ length: 28 }, (_, n) => addDays(later, -1 - n))) {
      if (back !== jamhuri) expect((await day(back)).completed, back).toBeGreaterThanOrEqual(5);
    }
    for (let ahead = 1; ahead <= 6; ahead++)
      expect((await day(addDays(later, ahead))).confirmed).toBeGreaterThanOrEqual(3);
    expect(
      await count(sql`select count(*)::int as n from customers where tenant_id = ${tenant}
      and created_at >= ${startOfDay(later, zone)}`),
    ).toBeGreaterThanOrEqual(1);
    expect(
      await count(sql`select count(*)::int as n from notifications where tenant_id = ${tenant}
      and created_at > ${at(addDays(later, -2), 12)}`),
    ).toBeGreaterThanOrEqual(5);
  });

  async function withoutClasses(): Promise<void> {
    const classes = sql`select id from services where tenant_id = ${tenant} and seats > 1`;
    const lines = sql`select id from booking_lines where tenant_id = ${tenant} and service_id in (${classes})`;
    const booked = (await sql`select booking_id as id from booking_lines where id in (${lines})`).map(({ id }) => id);
    await sql`delete from sale_lines where tenant_id = ${tenant} and service_id in (${classes})`;
    await sql`update sales set visit_id = null, booking_id = null where tenant_id = ${tenant} and booking_id in ${sql(booked)}`;
    await sql`delete from visit_lines where tenant_id = ${tenant} and service_id in (${classes})`;
    await sql`delete from reviews where tenant_id = ${tenant} and visit_id in (select id from visits where booking_id in ${sql(booked)})`;
    await sql`delete from visits where tenant_id = ${tenant} and booking_id in ${sql(booked)}`;
    await sql`delete from occupancies where tenant_id = ${tenant} and booking_line_id in (${lines})`;
    await sql`delete from booking_lines where tenant_id = ${tenant} and booking_id in ${sql(booked)}`;
    await sql`delete from booking_fees where tenant_id = ${tenant} and booking_id in ${sql(booked)}`;
    await sql`delete from bookings where tenant_id = ${tenant} and id in ${sql(booked)}`;
    await sql`delete from staff_services where tenant_id = ${tenant} and service_id in (${classes})`;
    await sql`delete from customer_favourites where tenant_id = ${tenant}`;
    await sql`delete from services where tenant_id = ${tenant} and seats > 1`;
  }

  test("what a desk has to look at is there again, also in a demo of an earlier version", async () => {
    const later = addDays(tuesday, 21);
    const now = at(later, 12);
    const there = { overbooked: 1, corrected: 1, together: 1, asked: 1, with_extras: 2 };
    expect(await scenes(now)).toMatchObject(there);
    await sql`delete from staff_days where tenant_id = ${tenant}`;
    await sql`update services set addons = '[]' where tenant_id = ${tenant}`;
    await sql`delete from time_off where tenant_id = ${tenant} and status = 'asked'`;
    await withoutClasses();
    await sql`update due set payload = payload || '{"version": 3}' where kind = 'demo.rolled'`;
    await seed(now);
    expect(await scenes(now)).toMatchObject({ ...there, other_days: 1 });
    expect(await seats(later, 1)).toHaveLength(1);
    const before = await fingerprint();
    await seed(now);
    expect(await fingerprint()).toEqual(before);
  });

  // A day each, so that a slow machine has the time limit for three seeds and not for twenty-one.
  test.for([22, 23, 24, 25, 26, 27, 28])("every weekday is a full day, at any hour (%i days on)", async (ahead) => {
    const date = addDays(tuesday, ahead);
    for (const hour of [0, 11, 23.5]) {
      await seed(at(date, hour));
      const { cancelled: _, ...live } = await day(date);
      expect(
        Object.values(live).reduce((sum, n) => sum + n, 0),
        `${date} ${hour}`,
      ).toBeGreaterThanOrEqual(12);
    }
    expect(await scenes(at(date, 23.5)), date).toMatchObject({ together: 1, proposed: 2 });
  });

  test("the other business is nearly empty, and its people are its own", async () => {
    const [other] = await sql<{ id: string }[]>`select id from tenants where slug = 'baraka'`;
    expect(other!.id).not.toBe(tenant);
    const rows = async (table: string) =>
      count(sql`select count(*)::int as n from ${sql(table)} where tenant_id = ${other!.id}`);
    expect(await Promise.all(["services", "staff", "customers", "bookings"].map(rows))).toEqual([3, 2, 0, 0]);
    expect(await Promise.all(["reviews", "conversations", "enquiries", "testimonials"].map(rows))).toEqual([
      0, 0, 0, 0,
    ]);
    const members =
      await sql`select u.email, m.role, t.slug from members m join users u on u.id = m.user_id join tenants t on t.id = m.tenant_id
      order by u.email`;
    expect(members.map(({ email, role, slug }) => `${email} ${role} ${slug}`)).toEqual([
      "desk@amani.test front_desk amani",
      "manager@amani.test manager amani",
      "owner@amani.test owner amani",
      "owner@baraka.test owner baraka",
      "owner@kwetu.test owner kwetu-kinyozi",
      "owner@malaika.test owner malaika-spa",
      "owner@tumaini.test owner tumaini-clinic",
      "owner@urembo.test owner urembo-nails",
      "staff@amani.test staff amani",
    ]);
    expect(
      await count(
        sql`select count(*)::int as n from tenants where kind = 'platform' and slug = '_platform' and status = 'active'`,
      ),
    ).toBe(1);
    expect(await count(sql`select count(*)::int as n from event_heads`)).toBe(7);
  });

  test("one business has paid for its plan, one tries one, and one owes; the platform's books have what was paid", async () => {
    const rows =
      await sql`select t.slug, s.plan_id as plan, s.status, coalesce((select sum(amount_minor) from subscription_invoices i
        where i.tenant_id = t.id and i.status = 'open'), 0)::int as owed
      from subscriptions s join tenants t on t.id = s.tenant_id order by t.slug`;
    expect(rows.map((row) => ({ ...row }))).toEqual([
      { slug: "amani", plan: "enterprise", status: "active", owed: 0 },
      { slug: "baraka", plan: "professional", status: "trialing", owed: 0 },
      { slug: "malaika-spa", plan: "starter", status: "past_due", owed: 250_000 },
    ]);
    const paid = await count(
      sql`select coalesce(sum(amount_minor), 0)::int as n from subscription_invoices where status = 'paid'`,
    );
    const booked = await count(
      sql`select sum(e.credit_minor)::int as n from ledger_entries e where e.account = 'subscriptions'`,
    );
    expect([paid, booked]).toEqual([3_600_000, 3_600_000]);
    // The prompt on a phone names who is paid: the platform, and none of its businesses.
    const numbers = await sql`select number from mpesa_accounts where kind = 'paybill'`;
    expect(new Set(numbers.map((one) => one.number)).size).toBe(2);
  });

  test("a booking to come waits to be told whose it is; one list was read in, and one taken back", async () => {
    const waiting =
      await sql`select b.id from bookings b join customers c on c.tenant_id = b.tenant_id and c.id = b.customer_id
      where b.tenant_id = ${tenant} and b.status = 'confirmed' and b.booked_as->>'name' <> c.name`;
    expect(waiting.length).toBeGreaterThan(0);
    const lists = await sql`select kind, status from imports where tenant_id = ${tenant} order by created_at`;
    expect(lists.map((row) => ({ ...row }))).toEqual([
      { kind: "services", status: "undone" },
      { kind: "customers", status: "done" },
    ]);
  });

  test("two businesses wait for the platform, one was sent back with a reason, and one was let in", async () => {
    const rows = await sql`select t.slug, t.status, t.status_reason <> '' as told, count(a.id)::int as entries,
        (select count(*)::int from services s where s.tenant_id = t.id) as services
      from tenants t left join audit_entries a on a.tenant_id = t.id
      where t.terms_version is not null group by t.id order by t.slug`;
    expect(rows.map((row) => ({ ...row }))).toEqual([
      { slug: "kwetu-kinyozi", status: "pending", told: false, entries: 1, services: 10 },
      { slug: "malaika-spa", status: "active", told: false, entries: 2, services: 13 },
      { slug: "tumaini-clinic", status: "rejected", told: true, entries: 2, services: 12 },
      { slug: "urembo-nails", status: "pending", told: false, entries: 1, services: 19 },
    ]);
  });

  test("the printed logins work, also with another password than last time", async () => {
    const hashes = async () =>
      (await sql<{ password_hash: string }[]>`select password_hash from users`).map((row) => row.password_hash);
    for (const secret of ["another-secret", password]) {
      await seed(at("2026-12-22", 23.5), secret);
      expect(await Promise.all((await hashes()).map((hash) => verify(hash, secret)))).toEqual(Array(10).fill(true));
    }
    const [hash] = await hashes();
    expect(hash).toContain("$argon2id$v=19$m=19456,t=2,p=1$");
    expect(localDate(at("2026-12-22", 23.5), zone)).toBe("2026-12-22");
  });
});
