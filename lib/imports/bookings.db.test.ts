import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { preparing } from "@/db/preparing";
import { type House, makeHouse } from "@/db/testing/house";
import { changeBooking } from "@/lib/bookings/change-booking";
import { bookAs, hourOf, must } from "@/lib/bookings/testing/desk-books";
import { runDueJobs } from "@/lib/jobs/worker";
import { addDays, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { inEnglish } from "@/lib/platform/reader";
import { member } from "@/lib/till/testing/at-the-till";
import { importErrors } from "./get-import";
import { listsOf } from "./testing/lists";

let asked = 0;
const client = postgres(process.env.DATABASE_URL!, { max: 4, debug: () => (asked += 1) });
// Planted where the code looks for its client.
(globalThis as unknown as Record<symbol, unknown>)[Symbol.for("clientpulse.db")] = drizzle(preparing(client), {
  casing: "snake_case",
});
const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => Promise.all([client.end(), sql.end()]));

const owner = member("owner");
const day = (more: number) => addDays(localDate(now(), "Africa/Nairobi"), more);
const header = ["Client", "Client phone", "Service", "Team member", "Date", "Time", "Notes"];

let house: House;
let lists: ReturnType<typeof listsOf>;
beforeAll(async () => {
  house = await makeHouse({
    staff: 2,
    services: [
      { name: "Cut", minutes: 60 },
      { name: "Wash + dry", minutes: 30 },
    ],
  });
  lists = listsOf(house.tenantId, owner, "bookings");
});

const bookingsOf = (name: string) => sql`
  select b.id, b.status, b.source, b.notes, to_char(b.starts_at at time zone 'Africa/Nairobi', 'YYYY-MM-DD HH24:MI') as at,
    extract(epoch from b.ends_at - b.starts_at)::int / 60 as minutes, c.phone, c.archived_at is null as here,
    (select array_agg(o.source) from occupancies o join booking_lines l on l.tenant_id = o.tenant_id and l.id = o.booking_line_id
      where l.booking_id = b.id and o.active) as takes
  from bookings b join customers c on c.tenant_id = b.tenant_id and c.id = b.customer_id
  where b.tenant_id = ${house.tenantId} and c.name = ${name} order by b.starts_at`;
const messages = () => sql`select template, body from messages where tenant_id = ${house.tenantId}`;

test("bookings take their time, quietly; what cannot be is told by what is meant, and comes back as a file", async () => {
  await must(bookAs(house, owner, { source: "desk" }, { at: hourOf(10, 3), name: "There before" }));
  const rows = [
    ["Wanjiku", "0722 300 001", "Cut", "Staff 1", day(2), "9:00", "likes tea"],
    ["Atieno", "0722300002", "cut; Wash + dry", "", `${day(2).split("-").reverse().join("/")}`, "2:30 pm", ""],
    ["Over", "0722300003", "Cut", "Staff 1", day(3), "10:30", ""],
    ["Twice in it", "0722300004", "Cut", "Staff 1", day(2), "09:30", ""],
    ["At night", "0722300005", "Cut", "Staff 1", day(2), "23:00", ""],
    ["Gone by", "0722300006", "Cut", "Staff 1", day(-1), "09:00", ""],
    ["Unknown", "0722300007", "Cutt", "", day(2), "11:00", ""],
    ["Nobody", "0722300008", "Cut", "Staf 2", day(2), "11:00", ""],
    ["=Number", "12", "Cut", "", day(2), "11:00", ""],
    ["No day", "0722300010", "Cut", "", "soon", "11:00", ""],
    ["Wanjiku", "0722300001", "Cut", "Staff 1", day(2), "09:00", ""],
    ["No number", "", "Cut", "Staff 2", `${day(2)} 16:00`, "", ""],
  ];
  const { id } = await lists.keep([header, ...rows]);
  const plan = await lists.plan(id);
  const taken = "That time is taken: it would lie over another booking";
  const problems = [
    { line: 4, problem: taken },
    { line: 5, problem: taken },
    { line: 6, problem: expect.stringContaining("Nobody who does this works then") },
    { line: 7, problem: expect.stringMatching(/09:00 is over$/) },
    { line: 8, problem: "Service “Cutt” is not among yours; did you mean “Cut”?" },
    { line: 9, problem: "Nobody here is called “Staf 2”; did you mean “Staff 2”?" },
    { line: 10, problem: "Phone “12” is not a number we can call" },
    { line: 11, problem: "Date “soon” is not a day like 31/12/2026 or 2026-12-31" },
  ];
  expect(plan).toMatchObject({ added: 3, known: 0, twice: 1, wrong: 8, problems });
  expect(plan.remarks).toEqual(["No customer is told of them now. Reminders come as for every booking."]);
  expect(await bookingsOf("Wanjiku")).toHaveLength(0);
  const done = await lists.read(id);
  expect(done.counts).toEqual({ added: 3, twice: 1, wrong: 8 });
  expect(done.problems).toEqual(problems);
  expect(await lists.inside((scope) => importErrors(scope, id, inEnglish))).toContain("'=Number,12,Cut");
  expect((await bookingsOf("Wanjiku"))[0]).toMatchObject({
    ...{ status: "confirmed", source: "desk", notes: "likes tea", at: `${day(2)} 09:00`, minutes: 60 },
    ...{ phone: "+254722300001", takes: ["booking"] },
  });
  expect((await bookingsOf("Atieno"))[0]).toMatchObject({ at: `${day(2)} 14:30`, minutes: 90 });
  expect((await bookingsOf("No number"))[0]).toMatchObject({ at: `${day(2)} 16:00`, phone: null });
  await runDueJobs(house.tenantId);
  // But for the one that was booked by hand nobody is written to, and nothing rings; reminders are planned.
  expect(await messages()).toHaveLength(1);
  expect(await sql`select 1 from notifications where tenant_id = ${house.tenantId}`).toHaveLength(1);
  expect((await sql`select 1 from due where tenant_id = ${house.tenantId} and kind = 'remind'`).length).toBeGreaterThan(
    1,
  );

  // The same file once more adds nothing.
  const again = await lists.keep([header, ...rows.slice(0, 2)]);
  expect(await lists.plan(again.id)).toMatchObject({ added: 0, known: 2 });

  const [moved] = await bookingsOf("Atieno");
  await must(
    lists.inside((scope) => changeBooking(scope, { id: moved!.id, move: "cancel", from: "confirmed", reason: "Ill" })),
  );
  expect(await must(lists.undo(id))).toEqual({ takenBack: 2, stays: 1 });
  expect((await bookingsOf("Wanjiku"))[0]).toMatchObject({ status: "cancelled", takes: null, here: false });
  expect((await lists.facts(id)).stays).toMatchObject([{ id: moved!.id, name: "Atieno" }]);
  // Its time can be had again, and who was put away with it comes back with it.
  const third = await lists.keep([header, rows[0]!]);
  expect((await lists.read(third.id)).counts).toEqual({ added: 1 });
  await runDueJobs(house.tenantId);
  expect((await bookingsOf("Wanjiku")).map(({ status, here }) => [status, here])).toEqual([
    ["cancelled", true],
    ["confirmed", true],
  ]);
  expect((await messages()).filter(({ body }) => String(body).includes("Wanjiku"))).toHaveLength(0);
});

test("with a tick those over others come in as overbookings, and customers hear of them", async () => {
  const own = await makeHouse();
  const theirs = listsOf(own.tenantId, owner, "bookings");
  const { id } = await theirs.keep([
    header,
    ["Under", "0722310001", "Cut", "Staff 1", day(2), "9:00", ""],
    ["Over", "0722310002", "Cut", "Staff 1", day(2), "9:30", ""],
    ["At night", "0722310003", "Cut", "Staff 1", day(2), "23:30", ""],
  ]);
  const options = { overlaps: true, tells: true };
  const plan = await theirs.plan(id, options);
  expect(plan).toMatchObject({ added: 2, wrong: 1 });
  expect(plan.remarks).toHaveLength(2);
  expect((await theirs.read(id, options)).counts).toEqual({ added: 2, wrong: 1 });
  const sources =
    await sql`select source from occupancies where tenant_id = ${own.tenantId} and active order by source`;
  expect(sources.map(({ source }) => source)).toEqual(["booking", "overbooking"]);
  await runDueJobs(own.tenantId);
  const told = await sql`select template from messages where tenant_id = ${own.tenantId}`;
  expect(told.map(({ template }) => template)).toEqual(["booking-placed", "booking-placed"]);
  expect(await must(theirs.undo(id))).toEqual({ takenBack: 2, stays: 0 });
});

test("the plan's limit holds for whoever is new by a booking", async () => {
  const small = await makeHouse();
  const [plan] = await sql`insert into plans (id, name, monthly_minor, yearly_minor, active_customers, position)
    values (gen_random_uuid(), 'Tiny bookings', 100, 1000, 1, 98) returning id`;
  await sql`insert into subscriptions (tenant_id, plan_id, interval, status, period_start, period_end, price_minor, anchor_on)
    values (${small.tenantId}, ${plan!.id}, 'month', 'active', '2026-01-01', '2099-01-01', 100, '2026-01-01')`;
  const theirs = listsOf(small.tenantId, owner, "bookings");
  const { id } = await theirs.keep([
    header,
    ["One", "0722320001", "Cut", "", day(2), "9:00", ""],
    ["Two", "0722320002", "Cut", "", day(2), "11:00", ""],
    ["One", "0722320001", "Cut", "", day(2), "13:00", ""],
  ]);
  expect((await theirs.read(id)).counts).toEqual({ added: 2, full: 1 });
});

test("1,000 bookings are read in and taken back, with few questions for each", async () => {
  const big = await makeHouse({ staff: 4 });
  const theirs = listsOf(big.tenantId, owner, "bookings");
  const rows = Array.from({ length: 1_000 }, (_, n) => {
    const [person, slot] = [n % 4, Math.floor(n / 4)];
    const minute = 480 + (slot % 11) * 60;
    return [
      `Guest ${n % 400}`,
      `07${String(24_000_000 + (n % 400)).padStart(8, "0")}`,
      "Cut",
      `Staff ${person + 1}`,
      day(2 + Math.floor(slot / 11)),
      `${Math.floor(minute / 60)}:00`,
      "",
    ];
  });
  const { id } = await theirs.keep([header, ...rows]);
  const counted = async <T>(work: () => Promise<T>) => {
    asked = 0;
    const began = performance.now();
    const value = await work();
    return { value, statements: asked, seconds: (performance.now() - began) / 1_000 };
  };
  const plan = await counted(() => theirs.plan(id));
  expect(plan.value).toMatchObject({ added: 1_000, wrong: 0 });
  const read = await counted(() => theirs.read(id));
  expect(read.value.counts).toEqual({ added: 1_000 });
  const undo = await counted(() => must(theirs.undo(id)));
  expect(undo.value).toEqual({ takenBack: 1_000, stays: 0 });
  console.log(
    `1,000 bookings: ${[plan, read, undo].map(({ statements, seconds }) => `${statements} statements, ${seconds.toFixed(1)} s`).join("; ")}`,
  );
  expect(plan.statements).toBeLessThanOrEqual(40);
  expect(read.statements / 1_000).toBeLessThanOrEqual(16);
  expect(undo.statements).toBeLessThanOrEqual(40);
  expect(await sql`select 1 from occupancies where tenant_id = ${big.tenantId} and active`).toHaveLength(0);
}, 120_000);

test("a time with a zone is that zone's; taking a list back rings nobody", async () => {
  const own = await makeHouse();
  const theirs = listsOf(own.tenantId, owner, "bookings");
  const { id } = await theirs.keep([
    header,
    ["Zulu", "0722320001", "Cut", "Staff 1", `${day(2)}T11:00:00.000Z`, "", ""],
    ["Offset", "0722320002", "Cut", "Staff 1", day(3), "16:00+05:00", ""],
  ]);
  expect((await theirs.read(id)).counts).toEqual({ added: 2 });
  const starts = await sql`
    select to_char(starts_at at time zone 'Africa/Nairobi', 'HH24:MI') as at from bookings
    where tenant_id = ${own.tenantId} order by starts_at`;
  expect(starts.map(({ at }) => at)).toEqual(["14:00", "14:00"]);
  expect(await must(theirs.undo(id))).toMatchObject({ takenBack: 2 });
  await runDueJobs(own.tenantId);
  expect(await sql`select 1 from notifications where tenant_id = ${own.tenantId}`).toHaveLength(0);
});
