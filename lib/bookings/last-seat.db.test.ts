import postgres from "postgres";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { isUnavailable } from "@/db/errors";
import { type House, makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import { crowded } from "@/lib/availability/spans";
import { addDays, atMinute, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";
import { changeService } from "@/lib/services/change-service";
import { changeServiceInput } from "@/lib/services/input";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { bookSlot } from "./book-slot";
import { getBooking } from "./get-booking";
import { bookSlotInput } from "./input";
import { listOpenSlots } from "./list-open-slots";

// Many at once for the last seat of a class and the last chair of a pool, through every door: exactly one gets it.
const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());

const zone = "Africa/Nairobi";
const tomorrow = addDays(localDate(now(), zone), 1);
const at = (hour: number) => atMinute(tomorrow, hour * 60, zone).toISOString();
const doors = ["public", "api", "desk"] as const;
const full = process.env.TEST_SIZE === "full";
const [rounds, writers] = full ? [20, 100] : [3, 20];

let house: House;
let phones = 0;
afterEach(() => {
  env().TEST_FAULTS = [];
});

const book = (hour: number, n: number, staffId?: string) => {
  const input = bookSlotInput.parse({
    lines: [{ serviceId: house.serviceIds[0], ...(staffId ? { staffId } : {}) }],
    startsAt: at(hour),
    customer: { name: `Customer ${n}`, phone: `07120${String(phones++).padStart(5, "0")}` },
  });
  return withTenant(house.tenantId, { kind: "public", via: "api" }, (scope) =>
    bookSlot(scope, input, { source: doors[n % doors.length]! }),
  );
};

async function bookTogether(hours: (n: number) => number, count = writers): Promise<Record<string, number>> {
  const answers = await Promise.allSettled(Array.from({ length: count }, (_, n) => book(hours(n), n)));
  const told: Record<string, number> = {};
  for (const answer of answers) {
    const word =
      answer.status === "rejected" ? failure(answer.reason) : answer.value.ok ? "booked" : answer.value.refusal;
    told[word] = (told[word] ?? 0) + 1;
  }
  return told;
}

/** On a busy machine some wait too long for their turn and are told to come back: nothing is wrong with that. */
const failure = (error: unknown) => (isUnavailable(error) ? "busy" : `failed: ${error}`);

const addPool = async (quantity: number) => {
  const id = newId();
  await sql`insert into resources (tenant_id, id, name, quantity) values (${house.tenantId}, ${id}, 'Chair', ${quantity})`;
  await sql`insert into service_resources (tenant_id, service_id, resource_id) values (${house.tenantId}, ${house.serviceIds[0]!}, ${id})`;
  return id;
};

const sharedRows = () => sql`
  select 1 from occupancies a join occupancies b on a.tenant_id = b.tenant_id and a.id < b.id and a.active and b.active
    and a.span && b.span and a.lanes && b.lanes and (a.staff_id = b.staff_id or a.resource_id = b.resource_id)`;

const kinds = [
  ["the last seat of a class", () => sql`update services set seats = 3 where id = ${house.serviceIds[0]!}`, 1],
  ["the last chair of a pool", () => addPool(3), 6],
] as const;

describe.each(kinds)("%s", (_, limit, staff) => {
  beforeEach(async () => {
    house = await makeHouse({ staff });
    await limit();
  });

  test("goes to one of many, round after round", async () => {
    for (let round = 0; round < rounds; round++) {
      // Within the hours of the house, however many rounds there are.
      const hour = 8 + (round % 8) * 0.5 + (round % 2) * 4;
      await sql`delete from occupancies where tenant_id = ${house.tenantId}`;
      expect((await book(hour, 0)).ok && (await book(hour, 1)).ok).toBe(true);
      const { booked, slot_taken = 0, busy = 0, ...other } = await bookTogether(() => hour);
      expect([booked, slot_taken + busy, other]).toEqual([1, writers - 1, {}]);
      expect(await sharedRows()).toHaveLength(0);
    }
  });

  test("and to one when nothing but the constraint is in between", async () => {
    env().TEST_FAULTS = ["no-locks"];
    expect((await book(10, 0)).ok && (await book(10, 1)).ok).toBe(true);
    const { booked, slot_taken = 0, busy = 0, ...other } = await bookTogether(() => 10, 12);
    expect([booked, slot_taken + busy, other]).toEqual([1, 11, {}]);
    expect(await sharedRows()).toHaveLength(0);
  });
});

test("a class says how many places are left, to who looks for one and at the desk, until none is offered", async () => {
  house = await makeHouse();
  const owner = await addPerson(sql, house.tenantId, "owner");
  const inHouse = <T>(work: Parameters<typeof withTenant<T>>[2]) => withTenant(house.tenantId, owner, work);
  await inHouse((scope) => changeService(scope, house.serviceIds[0]!, changeServiceInput.parse({ seats: 3 })));
  const left = async () => {
    const open = await inHouse((scope) =>
      listOpenSlots(scope, { serviceId: house.serviceIds[0]!, staffId: "any", from: tomorrow, to: tomorrow }),
    );
    if (!open.ok) throw new Error(open.refusal);
    return open.value.days[0]!.slots.find(({ startsAt }) => startsAt === at(10))?.seatsLeft;
  };
  expect(await left()).toBe(3);
  const first = await book(10, 0);
  expect(await left()).toBe(2);
  await book(10, 1);
  if (!first.ok) throw new Error(first.refusal);
  const shown = await inHouse((scope) => getBooking(scope, first.value.id));
  expect(shown?.classes).toMatchObject([{ taken: 2, seats: 3 }]);
  await book(10, 2);
  expect(await left()).toBeUndefined();
});

test("fewer places than are taken leave those who have one where they are", async () => {
  house = await makeHouse();
  const owner = await addPerson(sql, house.tenantId, "owner");
  const seats = (many: number) =>
    withTenant(house.tenantId, owner, (scope) =>
      changeService(scope, house.serviceIds[0]!, changeServiceInput.parse({ seats: many })),
    );
  await seats(3);
  for (const n of [0, 1, 2]) expect((await book(10, n)).ok).toBe(true);
  await seats(2);
  expect(await book(10, 3)).toMatchObject({ refusal: "slot_taken" });
  const [kept] =
    await sql`select count(*)::int as kept from occupancies where tenant_id = ${house.tenantId} and active`;
  expect(kept).toEqual({ kept: 3 });
  for (const n of [4, 5]) expect((await book(12, n)).ok).toBe(true);
  expect(await book(12, 6)).toMatchObject({ refusal: "slot_taken" });
});

test("chairs fill to the last while many come at different times and others move over for them", async () => {
  house = await makeHouse({ staff: 6 });
  const chair = await addPool(3);
  await bookTogether((n) => 8 + ((n * 7) % 12) / 2, 60);
  expect(await sharedRows()).toHaveLength(0);
  const rows = await sql<{ from: number; to: number }[]>`
    select extract(epoch from lower(span))::int as from, extract(epoch from upper(span))::int as to
    from occupancies where resource_id = ${chair} and active`;
  expect(crowded(rows, 4)).toEqual([]);
  expect(crowded(rows, 3).length).toBeGreaterThan(0);
});

describe("the constraints alone", () => {
  beforeEach(async () => {
    house = await makeHouse();
  });
  const take = (row: Record<string, unknown>) =>
    sql`insert into occupancies ${sql({ tenant_id: house.tenantId, id: newId(), source: "booking", span: `[${at(10)},${at(11)})`, ...row })}`;

  test("refuse a chair, a seat and a second class", async () => {
    const chair = await addPool(2);
    const [staff_id, seat_of] = [house.staffIds[0]!, house.serviceIds[0]!];
    const again = (await makeHouseService()) as string;
    await take({ resource_id: chair, lanes: "[0,1)" });
    await take({ resource_id: chair, lanes: "[1,2)" });
    await expect(take({ resource_id: chair, lanes: "[1,2)" })).rejects.toMatchObject({ code: "23P01" });
    await take({ staff_id, seat_of, lanes: "[0,1)" });
    await take({ staff_id, seat_of, lanes: "[1,2)" });
    await expect(take({ staff_id, seat_of, lanes: "[1,2)" })).rejects.toMatchObject({ code: "23P01" });
    await expect(take({ staff_id, seat_of: again, lanes: "[5,6)" })).rejects.toMatchObject({ code: "23P01" });
    await expect(take({ staff_id })).rejects.toMatchObject({ code: "23P01" });
    await expect(take({})).rejects.toMatchObject({ code: "23514" });
    await expect(take({ staff_id, resource_id: chair, lanes: "[0,1)" })).rejects.toMatchObject({ code: "23514" });
  });

  async function makeHouseService() {
    const [row] = await sql<{ id: string }[]>`insert into services
      (tenant_id, id, name, category, segments, duration_minutes, price_minor, currency)
      values (${house.tenantId}, ${newId()}, 'Other', 'hair', '[]', 60, 1, 'KES') returning id`;
    return row!.id;
  }
});
