import type { TransactionSql } from "postgres";
import { addDays, daysBetween } from "@/lib/platform/calendar";
import { serviceIdOf, staffIdOf, tenantIdOf } from "./base";
import { book, cancelledRows, lineRows, occupancyRows, unitRows } from "./booking-rows";
import type { DemoBusiness } from "./businesses";
import { keptOf } from "./customer-files";
import { type PlannedBooking, planDay } from "./day-plan";
import { fromBeginning, hasStopped, shareOf } from "./habits";
import { planPast } from "./past";
import { historyFrom, newcomers, regularCustomers } from "./people";
import { insertRows } from "./rows";
import { planScenes } from "./scenes";
import { dice } from "./stable";
import { collides, takenTime, unitsTaken, workOf } from "./taken";
import { midnight } from "./wall-clock";

const daysAhead = 14;
/** Whoever looks back a week sees a full house. */
const fullDays = 7;

/** `since`: the day of the first start. `from`: the first day that the house has been open; without one it is new. */
type Fill = { today: string; since: string; now: Date; from?: string | undefined; isFirst: boolean };

/**
 * Customers and bookings of the days from four weeks ago to two weeks ahead, as far as they are not there yet; on the
 * first start those of the year before as well.
 */
export async function fill(sql: TransactionSql, business: DemoBusiness, when: Fill): Promise<void> {
  const { today, now } = when;
  const from = historyFrom(today);
  const days = Array.from({ length: daysBetween(from, addDays(today, daysAhead)) + 1 }, (_, day) => addDays(from, day));
  const customers = await seedCustomers(sql, business, when, days);
  const coming = customers.filter((person) => !when.from || !hasStopped(person, when.since, business));
  const busy = await takenTime(sql, business, days);
  const closed = await closedDates(sql, business);
  const open = await openPairs(sql, business);
  const isSold = ({ staff, lines }: PlannedBooking) =>
    lines.every((line) => open.has(`${(line.staff ?? staff).key} ${line.service.key}`));
  const there = await bookedAlready(sql, business, days);

  const past = when.isFirst && when.from ? { from: when.from, to: addDays(from, -1) } : null;
  const before = past ? planPast(business, customers, past, when) : [];
  const lately = days.flatMap((date) => {
    if (closed.has(date)) return [];
    const scenes = planScenes(business, date).flatMap((times) => {
      if (times.some(([plan]) => there.has(plan!.id))) return [];
      const isFree = (plan: PlannedBooking) => isSold(plan) && !collides(plan, date, business, busy);
      const scene = times.find((plans) => plans.every(isFree)) ?? [];
      busy.push(...scene.flatMap((plan) => [...workOf(plan, date, business), ...unitsTaken(plan, date, business)]));
      return scene;
    });
    const wanted = planDay(business, date, today).filter((plan) => {
      if (!isSold(plan) || (when.from && isQuiet(plan, date, when.since))) return false;
      if (plan.cancelled) return true;
      if (collides(plan, date, business, busy)) return false;
      busy.push(...unitsTaken(plan, date, business));
      return true;
    });
    return book(business, date, [...scenes, ...wanted], coming, now);
  });
  const placed = [...before, ...lately];
  const made = await insertRows(
    sql,
    "bookings",
    placed.map(({ row }) => row),
  );
  const fresh = placed.filter(({ plan }) => made.has(plan.id));
  await insertRows(
    sql,
    "booking_lines",
    fresh.flatMap((each) => lineRows(business, each)),
  );
  await insertRows(
    sql,
    "booking_changes",
    fresh.flatMap((each) => cancelledRows(business, each, now)),
  );
  // ON CONFLICT may not be asked of a deferrable constraint; only new bookings come here, and no two overlap.
  await insertRows(
    sql,
    "occupancies",
    fresh.flatMap((each) => occupancyRows(business, each)),
    "fresh",
  );
  await insertRows(
    sql,
    "occupancies",
    fresh.flatMap((each) => unitRows(business, each)),
    "fresh",
  );
}

/** Always the same of the same plan, or a later start would fill it up. */
const isQuiet = ({ id }: PlannedBooking, date: string, since: string): boolean =>
  date < addDays(since, -fullDays) && !dice(`quiet ${id}`).chance(shareOf(date, since));

async function seedCustomers(sql: TransactionSql, business: DemoBusiness, when: Fill, days: string[]) {
  const { since, today, now, from } = when;
  const regulars = regularCustomers(since, business.timeZone);
  const people = [
    ...(from ? regulars.map((person) => fromBeginning(person, from, business)) : regulars),
    ...days.filter((date) => date <= today).flatMap((date) => newcomers(date, business.timeZone, now)),
  ];
  const tenant_id = tenantIdOf(business);
  await insertRows(
    sql,
    "customers",
    people.map(({ id, name, phone, email, guardianId, notes, allergies, createdAt }) => ({
      tenant_id,
      id,
      name,
      phone,
      email,
      guardian_id: guardianId,
      notes,
      allergies,
      ...keptOf(id),
      created_at: createdAt,
    })),
  );
  // One whose phone somebody else had first is not there.
  const there = await sql<{ id: string; name: string }[]>`
    select id, name from customers where tenant_id = ${tenant_id} and archived_at is null and id in ${sql(people.map(({ id }) => id))}`;
  const names = new Map(there.map(({ id, name }) => [id, name]));
  return people.flatMap((person) => (names.has(person.id) ? { ...person, name: names.get(person.id)! } : []));
}

async function bookedAlready(sql: TransactionSql, business: DemoBusiness, days: string[]): Promise<Set<string>> {
  const rows = await sql<{ id: string }[]>`
    select id from bookings where tenant_id = ${tenantIdOf(business)} and starts_at >= ${midnight(days[0]!, business.timeZone)}`;
  return new Set(rows.map(({ id }) => id));
}

async function closedDates(sql: TransactionSql, business: DemoBusiness): Promise<Set<string>> {
  const rows = await sql<{ date: string }[]>`
    select date::text from business_days where tenant_id = ${tenantIdOf(business)} and windows = '[]'`;
  return new Set(rows.map(({ date }) => date));
}

async function openPairs(sql: TransactionSql, business: DemoBusiness): Promise<Set<string>> {
  const rows = await sql<{ staffId: string; serviceId: string }[]>`
    select p.staff_id as "staffId", p.service_id as "serviceId" from staff_services p
    join staff s on s.tenant_id = p.tenant_id and s.id = p.staff_id and s.active
    join services v on v.tenant_id = p.tenant_id and v.id = p.service_id and v.active
    where p.tenant_id = ${tenantIdOf(business)}`;
  const found = new Set(rows.map(({ staffId, serviceId }) => `${staffId} ${serviceId}`));
  const pairs = business.staff.flatMap((staff) => staff.does.map((service) => ({ staff: staff.key, service })));
  return new Set(
    pairs
      .filter(({ staff, service }) => found.has(`${staffIdOf(business, staff)} ${serviceIdOf(business, service)}`))
      .map(({ staff, service }) => `${staff} ${service}`),
  );
}
