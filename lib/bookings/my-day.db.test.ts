import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import { addDays, atMinute, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/tenancy/scope";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { blockTime } from "./block-time";
import { bookSlot } from "./book-slot";
import { bookSlotInput } from "./input";
import { readMyDay } from "./my-day";
import { choose, hourOf, must } from "./testing/desk-books";
import { placed } from "./testing/placed";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const zone = "Africa/Nairobi";
const tomorrow = addDays(localDate(now(), zone), 1);
const minuteAt = (hour: number) => atMinute(tomorrow, hour * 60, zone).getTime() / 60_000;

let house: House;
let one: string;
let two: string;
let mine: Actor;
beforeEach(async () => {
  house = await makeHouse({
    staff: 2,
    services: [
      { name: "Cut", minutes: 60 },
      { name: "Colour", minutes: 30 },
    ],
  });
  [one, two] = house.staffIds as [string, string];
  mine = await addPerson(sql, house.tenantId, "staff", one);
});
const read = (actor: Actor = mine, staffId = one) =>
  readTenant(house.tenantId, actor, (scope) => readMyDay(scope, staffId, tomorrow));

test("my day has my work with what I should know of whom I serve, and when I am not there", async () => {
  const { id } = await placed(house, { hour: 10 });
  await sql`update customers set allergies = 'Latex', notes = 'Tea without sugar' where tenant_id = ${house.tenantId}`;
  await sql`update bookings set notes = 'Short fringe' where id = ${id}`;
  const chair = newId();
  await sql`insert into resources (tenant_id, id, name, quantity) values (${house.tenantId}, ${chair}, 'Styling chair', 2)`;
  await sql`insert into occupancies (tenant_id, id, resource_id, span, lanes, source, booking_line_id)
    select tenant_id, gen_random_uuid(), ${chair}, tstzrange(starts_at, ends_at), '[0,1)', 'booking', id from booking_lines where booking_id = ${id}`;
  await sql`insert into staff_breaks (tenant_id, id, staff_id, date, from_minute, to_minute)
    values (${house.tenantId}, ${newId()}, ${one}, ${tomorrow}, 780, 840)`;
  await sql`insert into time_off (tenant_id, id, staff_id, span, status, asked_at)
    values (${house.tenantId}, ${newId()}, ${one}, ${`[${hourOf(17).toISOString()},${hourOf(18).toISOString()})`}, 'approved', now())`;
  await must(choose(house, { at: hourOf(15) }));
  await must(
    withTenant(house.tenantId, mine, (scope) =>
      blockTime(scope, { startsAt: hourOf(16), minutes: 30, reason: "Bank" }),
    ),
  );
  const day = await read();
  expect(day).toMatchObject({
    date: tomorrow,
    staffId: one,
    windows: [{ from: minuteAt(8), to: minuteAt(20) }],
    breaks: [{ from: minuteAt(13), to: minuteAt(14) }],
    off: [{ from: minuteAt(17), to: minuteAt(18) }],
    kept: [{ from: minuteAt(15), to: minuteAt(16) }],
    blocks: [{ from: minuteAt(16), to: minuteAt(16.5), reason: "Bank" }],
    work: [
      {
        bookingId: id,
        customer: "Chebet",
        service: "Cut",
        from: minuteAt(10),
        to: minuteAt(11),
        allergies: "Latex",
        notes: "Tea without sugar",
        wish: "Short fringe",
        where: ["Styling chair"],
        addons: [],
      },
    ],
  });
  // No number, no price.
  expect(JSON.stringify(day)).not.toMatch(/\+254|priceMinor|totalMinor/);
});

test("of a booking by two people I see my part, and of everybody else's customers nothing, whatever my role", async () => {
  const lines = [
    { serviceId: house.serviceIds[0], staffId: one },
    { serviceId: house.serviceIds[1], staffId: two },
  ];
  const input = bookSlotInput.parse({
    lines,
    startsAt: hourOf(10).toISOString(),
    customer: { name: "Achieng", phone: "0711550021" },
  });
  await must(withTenant(house.tenantId, { kind: "public", via: "api" }, (s) => bookSlot(s, input, { source: "api" })));
  await placed({ ...house, staffIds: [two] }, { hour: 15, name: "Njeri", phone: "0711550022" });
  const owner = await addPerson(sql, house.tenantId, "owner", one);
  for (const actor of [mine, owner]) {
    const day = await read(actor);
    expect(day.work.map(({ customer, service, of }) => [customer, service, of])).toEqual([["Achieng", "Cut", 2]]);
    expect(JSON.stringify(day)).not.toContain("Njeri");
    expect(JSON.stringify(day)).not.toContain(two);
  }
});

test("a day of ten appointments is asked for in as many statements as one of two", async () => {
  const count = () =>
    withTenant(house.tenantId, mine, async (scope) => {
      let statements = 0;
      const execute = scope.tx.execute.bind(scope.tx);
      scope.tx.execute = ((...given: Parameters<typeof execute>) => {
        statements++;
        return execute(...given);
      }) as typeof execute;
      await readMyDay(scope, one, tomorrow);
      return statements;
    });
  for (const hour of [9, 10]) await placed(house, { hour, phone: `07115501${hour + 10}` });
  const few = await count();
  for (const hour of [11, 12, 13, 14, 15]) await placed(house, { hour, phone: `07115501${hour + 10}` });
  expect(await count()).toBe(few);
  expect(few).toBeLessThanOrEqual(6);
});

test("another business has nothing of mine", async () => {
  await placed(house, { hour: 10 });
  const elsewhere = await makeHouse();
  const stranger = await addPerson(sql, elsewhere.tenantId, "owner", elsewhere.staffIds[0]);
  const day = await readTenant(elsewhere.tenantId, stranger, (scope) => readMyDay(scope, one, tomorrow));
  expect(day).toMatchObject({ work: [], windows: [], blocks: [], kept: [] });
});
