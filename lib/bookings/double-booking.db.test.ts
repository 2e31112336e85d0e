import postgres from "postgres";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { addDays, atMinute, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { bookSlot } from "./book-slot";
import { bookSlotInput } from "./input";

// Two nets under every booking, each shown to hold alone: the constraint without the verb, the verb without its locks.
const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 8, onnotice: () => {} });
afterAll(() => sql.end());

let house: House;
beforeEach(async () => {
  house = await makeHouse();
});

const ten = atMinute(addDays(localDate(now(), "Africa/Nairobi"), 1), 600, "Africa/Nairobi");
const span = `[${ten.toISOString()},${new Date(ten.getTime() + 3_600_000).toISOString()})`;

const deadlocks = async () => {
  await sql`select pg_stat_force_next_flush()`;
  const [row] = await sql`select deadlocks from pg_stat_database where datname = current_database()`;
  return Number(row?.deadlocks);
};

async function bookTogether(count: number) {
  const wish = (n: number) =>
    bookSlotInput.parse({
      lines: [{ serviceId: house.serviceIds[0] }],
      startsAt: ten.toISOString(),
      customer: { name: `Customer ${n}`, phone: `07120${String(n).padStart(5, "0")}` },
    });
  const results = await Promise.allSettled(
    Array.from({ length: count }, (_, n) =>
      withTenant(house.tenantId, { kind: "public", via: "api" }, (scope) =>
        bookSlot(scope, wish(n), { source: "api" }),
      ),
    ),
  );
  const told = results.map((r) => (r.status === "rejected" ? "error" : r.value.ok ? "booked" : r.value.refusal));
  return Object.fromEntries(
    ["booked", "slot_taken", "error"].map((what) => [what, told.filter((one) => one === what).length]),
  );
}

describe("(a) the constraint, past the verb", () => {
  /** Two connections insert the same hour at a barrier: both have begun before either commits. */
  async function insertTogether(): Promise<string[]> {
    let arrived = 0;
    let open = () => {};
    const barrier = new Promise<void>((resolve) => {
      open = resolve;
    });
    const one = () =>
      sql
        .begin(async (tx) => {
          await tx`select 1`;
          if (++arrived === 2) open();
          await barrier;
          await tx`insert into occupancies (tenant_id, id, staff_id, span, source)
            values (${house.tenantId}, ${newId()}, ${house.staffIds[0]!}, ${span}, 'booking')`;
        })
        .then(
          () => "taken",
          (error: { code: string }) => error.code,
        );
    return (await Promise.all([one(), one()])).sort();
  }

  afterEach(async () => {
    await sql`delete from occupancies`;
    await sql`alter table occupancies drop constraint if exists occupancies_no_overlap`;
    await sql`alter table occupancies add constraint occupancies_no_overlap
      exclude using gist (tenant_id with =, staff_id with =, span with &&, lanes with &&) where (active and source <> 'overbooking') deferrable initially immediate`;
  });

  test("refuses the second with 23P01", async () => {
    const answers = await insertTogether();
    // Both may be in each other's way at the same instant; then Postgres ends one of them as a deadlock.
    expect(answers.filter((answer) => answer === "taken")).toHaveLength(1);
    expect(["23P01", "40P01"]).toContain(answers.find((answer) => answer !== "taken"));
    const again = sql`insert into occupancies (tenant_id, id, staff_id, span, source)
      values (${house.tenantId}, ${newId()}, ${house.staffIds[0]!}, ${span}, 'booking')`;
    await expect(again).rejects.toMatchObject({ code: "23P01" });
  });

  test("and without it the same test finds an overlap", async () => {
    await sql`alter table occupancies drop constraint occupancies_no_overlap`;
    expect(await insertTogether()).toEqual(["taken", "taken"]);
  });
});

describe("(b) the verb with its locks off", () => {
  afterEach(() => {
    env().TEST_FAULTS = [];
  });

  test("still books once, and fails nobody", async () => {
    env().TEST_FAULTS = ["no-locks"];
    expect(await bookTogether(12)).toEqual({ booked: 1, slot_taken: 11, error: 0 });
    // Nothing is left of those who were refused, and nothing is told of them.
    expect(await sql`select 1 from customers where tenant_id = ${house.tenantId}`).toHaveLength(1);
    const told = await sql`select name from events where tenant_id = ${house.tenantId} order by seq`;
    expect(told.map((event) => event.name)).toEqual(["customer.added", "booking.placed"]);
  });
});

describe("(c) both on", () => {
  test("two hundred at once: one books, the others hear what is free, and nobody waits in a circle", async () => {
    const before = await deadlocks();
    expect(await bookTogether(200)).toEqual({ booked: 1, slot_taken: 199, error: 0 });
    expect(await deadlocks()).toBe(before);
    expect(await sql`select 1 from occupancies where tenant_id = ${house.tenantId}`).toHaveLength(1);
  });
});
