import postgres from "postgres";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { dayStats } from "@/lib/analytics/day-stats";
import { getBooking } from "@/lib/bookings/get-booking";
import { deskOf } from "@/lib/bookings/testing/placed";
import { shiftTo } from "@/lib/bookings/testing/shift-to";
import { setClockOffset } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/tenancy/scope";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { correctVisit } from "./correct-visit";
import { getVisit, type VisitFacts } from "./get-visit";
import { correctVisitInput, visitQuery } from "./input";
import { listVisits } from "./list-visits";
import { recordChange, takeBack } from "./record-change";
import { visited } from "./testing/visited";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());
afterEach(() => setClockOffset(0));

const desk = deskOf(newId());
const as = (role: "owner" | "staff", staffId: string | null = null): Actor => ({
  kind: "member",
  userId: newId(),
  role,
  staffId,
});
let house: House;
let bookingId: string;
let id: string;

/** Braids by the first of two people, then nails by the second. */
beforeEach(async () => {
  house = await makeHouse({
    staff: 3,
    services: [
      { name: "Braids", minutes: 60, priceMinor: 250_000 },
      { name: "Nails", minutes: 30, priceMinor: 80_000 },
    ],
  });
  bookingId = await visited(house, (booked) => shiftTo(sql, house.tenantId, booked, -40), {
    staffIds: house.staffIds.slice(0, 2),
  });
  const [row] = await sql`select id from visits where booking_id = ${bookingId}`;
  id = row!.id;
});

const seen = async (actor: Actor = desk): Promise<VisitFacts | null> =>
  readTenant(house.tenantId, actor, (scope) => getVisit(scope, id));
const correct = (wish: object, actor: Actor = desk) =>
  withTenant(house.tenantId, actor, (scope) =>
    correctVisit(scope, { id, ...correctVisitInput.parse({ revision: 0, reason: "It was so", ...wish }) }),
  );
const refused = async (asked: Promise<{ ok: boolean; refusal?: string }>) => (await asked).refusal;

test("who serves reads what they did themselves and what that cost, not a colleague's nor what was paid", async () => {
  const [braids] = (await seen())!.lines;
  await correct({ lines: [{ id: braids!.id, priceMinor: 200_000 }], notes: "Long hair" });
  const nails = as("staff", house.staffIds[1]!);
  const visit = (await seen(nails))!;
  expect(visit).toMatchObject({ totalMinor: 80_000, paidMinor: null, notes: "Long hair" });
  expect(visit.lines).toMatchObject([{ serviceName: "Nails", priceMinor: 80_000 }]);
  expect(visit.corrections).toMatchObject([{ from: { notes: "" }, to: { notes: "Long hair" } }]);
  const listed = await readTenant(house.tenantId, nails, (scope) => listVisits(scope, visitQuery.parse({})));
  expect(listed.items).toMatchObject([{ id, totalMinor: 80_000, paidMinor: null }]);
  expect(listed.totals).toMatchObject({ visits: 1, totalMinor: 80_000, paidMinor: null, shareMinor: 80_000 });
  const booking = await readTenant(house.tenantId, nails, (scope) => getBooking(scope, bookingId));
  expect(booking?.totalMinor).toBe(80_000);
  expect(JSON.stringify([visit, listed, booking])).not.toMatch(/200000|250000|280000|330000/);
});

test("what was charged and who did it are put right, with who, why and what it was before", async () => {
  const [braids, nails] = (await seen())!.lines;
  expect([braids, nails]).toMatchObject([
    { serviceName: "Braids", staffName: "Staff 1", priceMinor: 250_000 },
    { serviceName: "Nails", staffName: "Staff 2", priceMinor: 80_000 },
  ]);
  const lines = [
    { id: braids!.id, priceMinor: 200_000 },
    { id: nails!.id, staffId: house.staffIds[2] },
  ];
  expect(await correct({ lines, notes: "Long hair", reason: "Shorter than booked" })).toEqual({
    ok: true,
    value: { id, revision: 1 },
  });
  const after = (await seen())!;
  expect(after).toMatchObject({
    totalMinor: 280_000,
    notes: "Long hair",
    staffNames: ["Staff 1", "Staff 3"],
    revision: 1,
  });
  expect(after.corrections).toMatchObject([
    {
      reason: "Shorter than booked",
      from: {
        notes: "",
        lines: [
          { service: "Braids", priceMinor: 250_000 },
          { service: "Nails", staff: "Staff 2" },
        ],
      },
      to: {
        notes: "Long hair",
        lines: [
          { service: "Braids", priceMinor: 200_000 },
          { service: "Nails", staff: "Staff 3" },
        ],
      },
    },
  ]);
  // Whoever did it before hears of it, too.
  const [event] =
    await sql`select audience from events where tenant_id = ${house.tenantId} and name = 'visit.corrected'`;
  expect(event!.audience).toEqual(["desk", ...house.staffIds.map((one) => `staff:${one}`)]);
  // What a customer may one day have erased is not kept readable in the log.
  const [entry] = await sql`select before, after, customer_id from audit_entries where entity_id = ${id}`;
  expect(entry!.customer_id).not.toBeNull();
  expect(`${entry!.before}${entry!.after}`).not.toContain("Long hair");
});

test("the same correction twice is one, an older one is told of the newer, and nothing changed is nothing written", async () => {
  const [braids] = (await seen())!.lines;
  const lower = { lines: [{ id: braids!.id, priceMinor: 1 }] };
  expect(await Promise.all([correct(lower), correct(lower)])).toMatchObject([{ ok: true }, { ok: true }]);
  expect((await seen())!.revision).toBe(1);
  expect(await refused(correct({ lines: [{ id: braids!.id, priceMinor: 2 }] }))).toBe("moved_on");
  expect(await correct({ notes: "", revision: 1 })).toMatchObject({ ok: true, value: { revision: 1 } });
  expect((await seen())!.corrections).toHaveLength(1);
});

test("whoever takes over a colleague's work does not read what it was sold for before", async () => {
  const [braids, nails] = (await seen())!.lines;
  const second = house.staffIds[1]!;
  await correct({ lines: [{ id: braids!.id, staffId: second, priceMinor: 200_000 }], reason: "Staff 2 did both" });
  const own = (await seen(as("staff", second)))!;
  expect(own.lines.map((line) => line.id)).toEqual([braids!.id, nails!.id]);
  expect(own.corrections).toMatchObject([{ reason: "Staff 2 did both" }]);
  expect(JSON.stringify(own.corrections)).not.toMatch(/Staff 1|250000/);
});

test("neither a stranger's line nor a stranger's person", async () => {
  const [braids] = (await seen())!.lines;
  const other = await makeHouse();
  expect(await refused(correct({ lines: [{ id: newId(), priceMinor: 1 }] }))).toBe("unknown_line");
  expect(await refused(correct({ lines: [{ id: braids!.id, staffId: other.staffIds[0] }] }))).toBe("unknown_staff");
  const elsewhere = await withTenant(other.tenantId, desk, (scope) =>
    correctVisit(scope, { id, ...correctVisitInput.parse({ revision: 0, reason: "Mine", notes: "x" }) }),
  );
  expect(elsewhere).toEqual({ ok: false, refusal: "unknown_visit" });
  expect((await seen())!.corrections).toEqual([]);
});

test("the desk has until the next day, an owner a month, staff see their own and correct nothing", async () => {
  expect(await seen()).toMatchObject({ correctable: true });
  setClockOffset(2 * 86_400_000);
  expect(await seen()).toMatchObject({ correctable: false });
  expect(await refused(correct({ notes: "x" }))).toBe("day_closed");
  expect(await seen(as("owner"))).toMatchObject({ correctable: true });
  expect(await correct({ notes: "x" }, as("owner"))).toMatchObject({ ok: true });
  setClockOffset(32 * 86_400_000);
  expect(await refused(correct({ notes: "y", revision: 1 }, as("owner")))).toBe("day_closed");
  expect(await seen(as("staff", house.staffIds[1]))).toMatchObject({ correctable: false, correctableUntil: null });
  expect(await seen(as("staff", house.staffIds[2]))).toBeNull();
  expect(await refused(correct({ notes: "z" }, as("staff", house.staffIds[1])))).toBe("day_closed");
});

test("what was put right while it went on stays so when it is done, and each of two people has their part of it", async () => {
  const [braids] = (await seen())!.lines;
  await correct({ lines: [{ id: braids!.id, priceMinor: 220_000 }] });
  const done = await withTenant(house.tenantId, desk, (scope) =>
    recordChange(scope, { id: bookingId, move: "complete", from: "in_service" }),
  );
  expect(done.ok).toBe(true);
  expect(await seen()).toMatchObject({ totalMinor: 300_000, completedAt: expect.any(String) });
  await sql`update visits set paid_minor = total_minor where id = ${id}`;
  const earned = (staffId: string) => readTenant(house.tenantId, as("staff", staffId), dayStats);
  const [first, second, third] = await Promise.all(house.staffIds.map(earned));
  expect([first, second, third]).toMatchObject([
    { visitsToday: 1, revenueTodayMinor: 220_000 },
    { visitsToday: 1, revenueTodayMinor: 80_000 },
    { visitsToday: 0, revenueTodayMinor: 0 },
  ]);
});

test("what was taken back and came again is corrected by who has seen it again", async () => {
  const [braids] = (await seen())!.lines;
  const lower = { lines: [{ id: braids!.id, priceMinor: 1 }] };
  const [begun] = await sql`select id from booking_changes where booking_id = ${bookingId} and move = 'start'`;
  await sql`update booking_changes set by_user_id = ${(desk as { userId: string }).userId} where id = ${begun!.id}`;
  const back = await withTenant(house.tenantId, desk, (scope) =>
    takeBack(scope, { id: bookingId, changeId: begun!.id }),
  );
  expect(back.ok).toBe(true);
  await withTenant(house.tenantId, desk, (scope) =>
    recordChange(scope, { id: bookingId, move: "start", from: "confirmed" }),
  );
  expect(await refused(correct(lower))).toBe("moved_on");
  expect(await correct({ ...lower, revision: (await seen())!.revision })).toMatchObject({ ok: true });
});
