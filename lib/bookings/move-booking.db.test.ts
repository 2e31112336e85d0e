import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { addDays, atMinute, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import type { Booked } from "./book-slot";
import { type MoveWish, moveBooking } from "./move-booking";
import { deskOf, placed } from "./testing/placed";
import { undoChange } from "./undo-change";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 4, onnotice: () => {} });
afterAll(() => sql.end());

const desk = deskOf(newId());
let house: House;
beforeEach(async () => {
  house = await makeHouse({ staff: 2 });
});

const at = (hour: number, day = 1) =>
  atMinute(addDays(localDate(now(), "Africa/Nairobi"), day), hour * 60, "Africa/Nairobi");
const move = (booking: Booked, to: Partial<MoveWish>, actor: Actor = desk) =>
  withTenant(house.tenantId, actor, (scope) =>
    moveBooking(scope, { id: booking.id, startsAt: at(10), from: booking.startsAt, ...to }),
  );
const where = async (id: string) => {
  const [row] = await sql`
    select b.starts_at, l.starts_at = b.starts_at and l.ends_at = b.ends_at as level, l.staff_id,
      array_agg(to_char(lower(o.span) at time zone 'Africa/Nairobi', 'HH24:MI') order by o.span) filter (where o.active) as taken
    from bookings b join booking_lines l on l.tenant_id = b.tenant_id and l.booking_id = b.id
    left join occupancies o on o.tenant_id = l.tenant_id and o.booking_line_id = l.id
    where b.id = ${id} group by b.starts_at, b.ends_at, l.starts_at, l.ends_at, l.staff_id`;
  return row!;
};
const names = async () =>
  (await sql`select name from events where tenant_id = ${house.tenantId} and name like 'booking.%' order by seq`).map(
    ({ name }) => name,
  );

test("a booking is put elsewhere with its line and its time; what it had is free again", async () => {
  const booking = await placed(house);
  expect(await move(booking, { startsAt: at(15) })).toMatchObject({
    ok: true,
    value: { startsAt: at(15).toISOString() },
  });
  expect(await where(booking.id)).toMatchObject({ starts_at: at(15), level: true, taken: ["15:00"] });
  expect(await names()).toEqual(["booking.placed", "booking.moved"]);
  await placed(house, { phone: "0711550020" });
});

test("by a quarter of an hour onto itself, at the desk's minute", async () => {
  const booking = await placed(house);
  const quarter = new Date(at(10).getTime() + 15 * 60_000);
  expect((await move(booking, { startsAt: quarter })).ok).toBe(true);
  expect(await where(booking.id)).toMatchObject({ starts_at: quarter, taken: ["10:15"] });
});

test("where somebody is already it is refused with what is free near it, and stays where it was", async () => {
  const [booking] = [await placed(house), await placed(house, { hour: 12, phone: "0711550021" })];
  const refused = await move(booking!, { startsAt: at(12) });
  expect(refused).toMatchObject({ ok: false, refusal: "slot_taken" });
  const near = refused.ok === false && refused.refusal === "slot_taken" ? refused.alternatives : [];
  expect(near.map(({ startsAt }) => startsAt)).toContain(at(11).toISOString());
  expect(await where(booking!.id)).toMatchObject({ starts_at: at(10), taken: ["10:00"] });
  expect(await names()).toEqual(["booking.placed", "booking.placed"]);
});

test("two may swap staff one after the other; to somebody who is busy none goes", async () => {
  const [first, second] = house.staffIds as [string, string];
  const booking = await placed(house);
  const other = await placed({ ...house, staffIds: [second] }, { phone: "0711550022" });
  expect(await move(booking, { staffId: second })).toMatchObject({ refusal: "slot_taken" });
  expect((await move(other, { startsAt: at(12), staffId: "any" })).ok).toBe(true);
  expect((await move(booking, { staffId: second })).ok).toBe(true);
  expect(await where(booking.id)).toMatchObject({ staff_id: second });
  expect((await where(other.id)).staff_id).toBe(first);
});

test("what was accepted holds, whatever the service takes and costs by now", async () => {
  const booking = await placed(house);
  await sql`update services set segments = '[{"kind":"work","minutes":120}]', duration_minutes = 120, price_minor = 999
    where tenant_id = ${house.tenantId}`;
  expect((await move(booking, { startsAt: at(16) })).ok).toBe(true);
  const [row] =
    await sql`select total_minor, ends_at - starts_at = interval '1 hour' as hour from bookings where id = ${booking.id}`;
  expect(row).toMatchObject({ total_minor: "150000", hour: true });
});

test("taken back it is where it was, unless somebody is there by now", async () => {
  const booking = await placed(house);
  const moved = await move(booking, { startsAt: at(15) });
  const changeId = moved.ok ? moved.value.changeId : "";
  const undo = () => withTenant(house.tenantId, desk, (scope) => undoChange(scope, { id: booking.id, changeId }));
  const thief = await placed(house, { phone: "0711550023" });
  expect(await undo()).toMatchObject({ refusal: "time_taken" });
  await sql`delete from occupancies o using booking_lines l where l.booking_id = ${thief.id} and o.booking_line_id = l.id`;
  expect((await undo()).ok).toBe(true);
  expect(await where(booking.id)).toMatchObject({ starts_at: at(10), taken: ["10:00"] });
  expect(await undo()).toMatchObject({ refusal: "moved_on" });
});

test("customers move their own onto the grid, and nothing that has begun, is over or is another's", async () => {
  const booking = await placed(house);
  const [row] = await sql`select customer_id from bookings where id = ${booking.id}`;
  const customer = (customerId: string): Actor => ({ kind: "customer", customerId });
  const own = customer(row!.customer_id);
  expect(await move(booking, { startsAt: at(15) }, customer(newId()))).toMatchObject({ refusal: "unknown_booking" });
  const odd = new Date(at(15).getTime() + 7 * 60_000);
  expect(await move(booking, { startsAt: odd }, own)).toMatchObject({ refusal: "slot_taken" });
  expect((await move(booking, { startsAt: at(15) }, own)).ok).toBe(true);
  expect(await move(booking, { startsAt: at(16) }, own)).toMatchObject({ refusal: "moved_on" });
  await sql`update bookings set status = 'cancelled' where id = ${booking.id}`;
  expect(await move(booking, { startsAt: at(17), from: at(15).toISOString() }, own)).toMatchObject({
    refusal: "moved_on",
  });
});

test("a hundred book and move for one hour: one has it, and nobody overlaps", async () => {
  const movers = await Promise.all(
    Array.from({ length: 10 }, (_, n) => placed(house, { day: 2 + n, phone: `07115501${String(n).padStart(2, "0")}` })),
  );
  const wanted = at(10, 1);
  const tries = Array.from({ length: 100 }, (_, n) =>
    n % 2 === 0
      ? placed(house, { phone: `07115502${String(n).padStart(2, "0")}` }).then(
          () => true,
          (error: Error) => {
            if (error.message !== "slot_taken") throw error;
            return false;
          },
        )
      : move(movers[(n >> 1) % 10]!, { startsAt: wanted }).then(({ ok }) => ok),
  );
  const won = (await Promise.all(tries)).filter(Boolean);
  expect(won).toHaveLength(1);
  const [{ overlaps } = { overlaps: -1 }] = await sql<{ overlaps: number }[]>`
    select count(*)::int as overlaps from occupancies a join occupancies b on a.tenant_id = b.tenant_id and a.id < b.id
      and a.staff_id = b.staff_id and a.span && b.span and a.active and b.active
    where a.tenant_id = ${house.tenantId}`;
  expect(overlaps).toBe(0);
});
