import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bookSlot } from "@/lib/bookings/book-slot";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { member } from "@/lib/till/testing/at-the-till";
import { answerTimes } from "./answer-times";
import { getTimes, timesWait } from "./get-times";
import { moveIn } from "./move-in";
import type { Report } from "./report";
import { bora, oldDump, zuri } from "./testing/old-dump";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());

const dump = oldDump(localDate(now(), "Africa/Nairobi"));
const how = { dryRun: false, media: null, times: "utc" } as const;
const owner = member("owner");
const inside = <T>(tenantId: string, work: (scope: Scope) => Promise<T>) => withTenant(tenantId, owner, work);
const startsOf = (tenantId: string) =>
  sql<{ id: string; at: Date; line: Date; time: Date; source: string }[]>`
    select b.id, b.starts_at as at, l.starts_at as line, lower(o.span) as time, o.source from bookings b
    join booking_lines l on l.booking_id = b.id join occupancies o on o.booking_line_id = l.id
    join moved_rows m on m.new_id = b.id and m.model = 'booking' where b.tenant_id = ${tenantId} order by b.id`;

const reminded = async (tenantId: string) =>
  (
    await sql`select count(distinct payload->>'bookingId')::int as bookings from due
    where tenant_id = ${tenantId} and kind = 'remind'`
  )[0]!.bookings;

let tried: Report;
beforeAll(async () => {
  tried = await moveIn(dump, { ...how, dryRun: true, times: "local" });
  await moveIn(dump, how);
});

test("what was read off the wall clock and kept as UTC is put back by the hours between the two", async () => {
  const of = tried.houses.find(({ id }) => id === bora)!;
  const { samples } = await inside(bora, getTimes);
  const known = new Map(samples.map(({ id, startsAt }) => [id, Date.parse(startsAt)]));
  const off = of.samples.flatMap(({ id, startsAt }) => (known.has(id) ? Date.parse(startsAt) - known.get(id)! : []));
  expect(new Set(off)).toEqual(new Set([-3 * 3_600_000]));
});

test("the owner is shown five bookings and says that they are right: nothing moves, and nobody asks again", async () => {
  const { times, samples } = await inside(zuri, getTimes);
  expect([times, samples.length, await inside(zuri, timesWait)]).toEqual(["waiting", 5, true]);
  const before = await startsOf(zuri);
  expect(await reminded(zuri)).toBe(0);
  expect(await inside(zuri, (scope) => answerTimes(scope, { answer: "right" }))).toEqual({
    ok: true,
    value: { moved: 0, over: [] },
  });
  expect(await reminded(zuri)).toBe(5);
  expect(await startsOf(zuri)).toEqual(before);
  expect(await inside(zuri, timesWait)).toBe(false);
  expect(await inside(zuri, (scope) => answerTimes(scope, { answer: "later" }))).toMatchObject({
    refusal: "answered_already",
  });
});

test("three hours later: all of them move at once, over what was booked since, and what comes in later moves as well", async () => {
  const before = await startsOf(bora);
  const [first] = before.filter(({ at }) => at > now()).toSorted((a, b) => a.at.getTime() - b.at.getTime());
  if (!first) throw new Error("nothing is to come");
  const [line] = await sql`select service_id, staff_id from booking_lines where booking_id = ${first.id}`;
  const hour = 3_600_000;
  // Whatever weekday it is on.
  await sql`insert into business_hours (tenant_id, id, weekday, from_minute, to_minute) values (${bora}, ${newId()}, 0, 540, 1080)`;
  const since = await inside(bora, (scope) =>
    bookSlot(
      scope,
      {
        lines: [{ serviceId: line!.service_id, staffId: line!.staff_id }],
        startsAt: new Date(first.at.getTime() + 3 * hour),
        customer: { name: "Somebody new", phone: "0799000111" },
        notes: "",
      },
      { source: "desk" },
    ),
  );
  expect(since.ok).toBe(true);
  const moved = await inside(bora, (scope) => answerTimes(scope, { answer: "later" }));
  expect(moved).toEqual({ ok: true, value: { moved: before.length, over: [first.id] } });
  const audit =
    await sql`select entity_id as id from audit_entries where tenant_id = ${bora} and action = 'booking.overbooked'`;
  expect(audit.map(({ id }) => id)).toEqual([first.id]);
  expect((await inside(bora, getTimes)).over.map(({ id }) => id)).toEqual([first.id]);
  const after = await startsOf(bora);
  for (const [nth, { at, line: lineAt, time, id, source }] of after.entries()) {
    const then = before[nth]!.at.getTime() + 3 * hour;
    expect([at.getTime(), lineAt.getTime(), time.getTime()]).toEqual([then, then, then]);
    if (id === first.id) expect(source).toBe("overbooking");
  }
  const [due] =
    await sql`select count(*)::int as many from due d join bookings b on b.id = (d.payload->>'bookingId')::uuid
    where d.tenant_id = ${bora} and d.kind = 'remind' and (d.payload->>'startsAt')::timestamptz = b.starts_at and b.id = ${first.id}`;
  expect(due!.many).toBeGreaterThan(0);

  const row = dump.get("booking")!.find(({ id }) => id === first.id)!;
  const id = "0b1f6a3e-0000-4000-8000-000000000002";
  await moveIn(new Map(dump).set("booking", [...dump.get("booking")!, { ...row, id }]), how);
  const [later] = await sql`select starts_at as at from bookings where id = ${id}`;
  expect(later!.at.getTime()).toBe(first.at.getTime() + 3 * hour);
});

test("a house that did not move in is asked nothing", async () => {
  const [{ id }] =
    (await sql`insert into tenants (id, slug, name, business_type, city, phone, time_zone, status, policy)
    values (gen_random_uuid(), 'here-before', 'Here before', 'salon', 'Nairobi', '', 'Africa/Nairobi', 'active', '{}') returning id`) as unknown as [
      { id: string },
    ];
  expect(await inside(id, getTimes)).toMatchObject({ times: null, samples: [] });
  expect(await inside(id, (scope) => answerTimes(scope, { answer: "later" }))).toMatchObject({
    refusal: "did_not_move_in",
  });
});
