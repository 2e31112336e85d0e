import { createHash } from "node:crypto";
import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { noonZone } from "@/db/testing/noon";
import { dumpTenant } from "@/lib/archive/dump-tenant";
import type { Ask } from "@/lib/archive/tables";
import { bookSlot } from "@/lib/bookings/book-slot";
import { changeBooking } from "@/lib/bookings/change-booking";
import { bookSlotInput } from "@/lib/bookings/input";
import { runDueJobs } from "@/lib/jobs/worker";
import { addMessages } from "@/lib/notifications/queue-message";
import { addDays, atMinute, localDate, weekdayOf } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { planRoom } from "@/lib/tenancy/plan-room";
import { registerBusiness } from "@/lib/tenancy/register-business";
import type { Scope } from "@/lib/tenancy/scope";
import { business, from } from "@/lib/tenancy/testing/applicants";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { member, pay, sold } from "@/lib/till/testing/at-the-till";
import { fillWithSamples } from "./fill-with-samples";
import { getSetup } from "./get-setup";
import { removeSamples } from "./remove-samples";
import { sampleDays } from "./sample-people";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());
const zone = noonZone(new Date());

/** As it is the moment after somebody has registered it: a price list, and its owner who does all of it. */
async function newHouse() {
  const userId = newId();
  await sql`insert into users (id, email, name, password_hash) values (${userId}, ${`${userId}@house.test`}, 'Pendo', 'none')`;
  const { tenantId } = await registerBusiness(business(), { id: userId, name: "Pendo", email: null }, from);
  await runDueJobs(tenantId);
  // Late in the day there would be no room left in it.
  await sql`update tenants set time_zone = ${zone} where id = ${tenantId}`;
  const owner = member("owner", userId);
  const inside = <T>(work: (scope: Scope) => Promise<T>) => withTenant(tenantId, owner, work);
  return { tenantId, inside, owner, setup: () => readTenant(tenantId, owner, getSetup) };
}

/** The log, what is read of it, and answers that are kept for a day say that something was; nothing else may. */
const log = new Set(["events", "event_heads", "audit_entries", "notifications", "person_keys", "idempotency"]);

async function stateOf(tenantId: string): Promise<string> {
  const hash = createHash("sha256");
  await sql.begin("isolation level repeatable read read only", async (tx) => {
    const ask: Ask = async <R extends object>(text: string) => [...(await tx.unsafe(text))] as unknown as R[];
    let skipped = false;
    for await (const line of dumpTenant(ask, tenantId)) {
      if (line.startsWith('{"table"')) skipped = log.has((JSON.parse(line) as { table: string }).table);
      if (!skipped) hash.update(`${line}\n`);
    }
  });
  return hash.digest("hex");
}

async function bookReal({ inside, tenantId }: Awaited<ReturnType<typeof newHouse>>, minute = 9 * 60) {
  await sql`update tenants set status = 'active' where id = ${tenantId}`;
  const [service] = await sql`select id from services where tenant_id = ${tenantId} order by position limit 1`;
  for (let day = 1; day < 9; day++) {
    const startsAt = atMinute(addDays(localDate(now(), zone), day), minute, zone).toISOString();
    const customer = { name: "Real Person", phone: "0733111222" };
    const wish = bookSlotInput.parse({ lines: [{ serviceId: service!.id }], startsAt, customer });
    const booked = await inside((scope) => bookSlot(scope, wish, { source: "desk" }));
    if (booked.ok) return;
  }
  throw new Error("no time was free");
}

test("one click in, one click out, and everything is as before; whatever was tried with it goes along", async () => {
  const house = await newHouse();
  const before = await stateOf(house.tenantId);
  expect((await house.setup()).samples).toBe("possible");
  expect(await house.inside(fillWithSamples)).toEqual({ ok: true, value: null });
  expect(await house.inside(fillWithSamples)).toEqual({ ok: true, value: null });
  expect((await house.setup()).samples).toBe("here");
  const made = await sql`select name, phone, email, tags from customers where tenant_id = ${house.tenantId}`;
  expect(made).toHaveLength(6);
  for (const one of made) expect(one).toMatchObject({ phone: null, email: null, tags: ["Sample"] });
  for (const { name } of made) expect(name).toMatch(/ \(sample\)$/);
  const bookings = await sql`select id, status from bookings where tenant_id = ${house.tenantId} order by starts_at`;
  // Whoever has no room beside another, and who would come on a Sunday, goes without one.
  const sundays = sampleDays.filter((days) => weekdayOf(addDays(localDate(now(), zone), days)) === 0).length;
  expect(bookings.length).toBeGreaterThanOrEqual(sampleDays.length - 1 - sundays);
  expect(await sql`select status from sales where tenant_id = ${house.tenantId}`).toEqual([
    { status: "closed" },
    { status: "closed" },
  ]);
  // Nobody of them is counted by a plan, as nobody of them can be reached.
  expect((await house.inside(planRoom))?.activeCustomers.used ?? 0).toBe(0);

  // Somebody plays with it: cancels one, and sells something more.
  await house.inside((scope) => changeBooking(scope, { id: bookings[0]!.id, move: "cancel", from: "confirmed" }));
  const [someone] = await sql`select id from customers where tenant_id = ${house.tenantId} order by id limit 1`;
  const [offer] =
    await sql`select service_id, staff_id from staff_services where tenant_id = ${house.tenantId} limit 1`;
  const as = { tenantId: house.tenantId, slug: "", staffIds: [offer!.staff_id], serviceIds: [offer!.service_id] };
  const sale = await sold(as, house.owner, { customerId: someone!.id });
  await pay(as, house.owner, { saleId: sale.id, amountMinor: sale.owedMinor });
  await runDueJobs(house.tenantId);
  expect(
    await sql`select 1 from messages where tenant_id = ${house.tenantId} and customer_id is not null`,
  ).toHaveLength(0);

  expect(await house.inside(removeSamples)).toEqual({ removed: 6, stays: [] });
  expect(await house.inside(removeSamples)).toEqual({ removed: 0, stays: [] });
  expect(await stateOf(house.tenantId)).toBe(before);
  expect((await house.setup()).samples).toBe("possible");
  const deeds =
    await sql`select action from audit_entries where tenant_id = ${house.tenantId} and action like 'samples.%'`;
  expect(deeds.map(({ action }) => action).sort()).toEqual(["samples.added", "samples.removed"]);
});

test("taken out before anything has followed from it, nothing that follows stumbles", async () => {
  const house = await newHouse();
  const before = await stateOf(house.tenantId);
  await house.inside(fillWithSamples);
  await house.inside(removeSamples);
  await runDueJobs(house.tenantId);
  expect(await stateOf(house.tenantId)).toBe(before);
  expect(
    await sql`select last_error from graphile_worker.jobs where key like ${`${house.tenantId}%`} and last_error is not null`,
  ).toEqual([]);
});

test("no message goes to somebody made up, even where somebody has given them a number", async () => {
  const house = await newHouse();
  await house.inside(fillWithSamples);
  const [someone] = await sql`update customers set phone = '+254733999888' where id = (
    select id from customers where tenant_id = ${house.tenantId} limit 1) returning id`;
  const message = { channel: "sms", to: "+254733999888", body: "Hello", template: "booking-remind" } as const;
  const added = await house.inside((scope) =>
    addMessages(scope, [{ ...message, customerId: someone!.id, dedupeKey: newId() }]),
  );
  expect(added).toEqual([null]);
  expect(await house.inside(removeSamples)).toEqual({ removed: 6, stays: [] });
});

test("who is tied to others who are made up goes with them", async () => {
  const house = await newHouse();
  await house.inside(fillWithSamples);
  const [first, second, third, fourth] =
    await sql`select id from customers where tenant_id = ${house.tenantId} order by created_at, id`;
  await sql`update customers set guardian_id = ${first!.id} where id = ${second!.id}`;
  await sql`update customers set guardian_id = ${second!.id} where id = ${third!.id}`;
  await sql`insert into customer_merges (tenant_id, id, kept_id, gone_id, kept_before, gone_before, moved)
    values (${house.tenantId}, ${newId()}, ${third!.id}, ${fourth!.id}, '', '', '{}')`;
  expect(await house.inside(removeSamples)).toEqual({ removed: 6, stays: [] });
});

test("who has signed in, booked or agreed to something under the number of somebody made up stays with it", async () => {
  const house = await newHouse();
  await house.inside(fillWithSamples);
  const samples = await sql`select id, name from customers where tenant_id = ${house.tenantId} order by created_at, id`;
  const [account, agrees] = samples;
  const booking =
    await sql`select id, customer_id from bookings where tenant_id = ${house.tenantId} and customer_id <> all(${[account!.id, agrees!.id]}) limit 1`;
  const accountId = newId();
  await sql`insert into accounts (id, phone) values (${accountId}, '+254733999777')`;
  await sql`update customers set account_id = ${accountId} where id = ${account!.id}`;
  await sql`update bookings set source = 'public' where id = ${booking[0]!.id}`;
  await sql`insert into consents (tenant_id, id, customer_id, purpose, channel, granted, wording, source)
    values (${house.tenantId}, ${newId()}, ${agrees!.id}, 'marketing', 'any', true, 'v1', 'booking_page')`;
  const real = new Set([account!.id, agrees!.id, booking[0]!.customer_id]);
  const stays = samples.filter(({ id }) => real.has(id)).map(({ name }) => name);
  expect(await house.inside(removeSamples)).toEqual({ removed: 3, stays });
  expect(await sql`select source from bookings where id = ${booking[0]!.id}`).toEqual([{ source: "public" }]);
  expect(await sql`select 1 from consents where customer_id = ${agrees!.id}`).toHaveLength(1);
});

test("a sale that is opened meanwhile keeps its number to itself", async () => {
  const house = await newHouse();
  await house.inside(fillWithSamples);
  const [offer] =
    await sql`select service_id, staff_id from staff_services where tenant_id = ${house.tenantId} limit 1`;
  const as = { tenantId: house.tenantId, slug: "", staffIds: [offer!.staff_id], serviceIds: [offer!.service_id] };
  // As far as its till and its row, and not yet committed.
  const seller = await sql.reserve();
  await seller`begin`;
  const [till] = await seller`select last_number from tills where tenant_id = ${house.tenantId} for update`;
  const number = till!.last_number + 1;
  await seller`insert into sales select (jsonb_populate_record(s, ${sql.json({ id: newId(), number, customer_id: null, booking_id: null, visit_id: null })})).*
    from sales s where s.tenant_id = ${house.tenantId} limit 1`;
  await seller`update tills set last_number = ${number} where tenant_id = ${house.tenantId}`;
  const removing = house.inside(removeSamples);
  await waitsForLock();
  await seller`commit`;
  seller.release();
  expect(await removing).toMatchObject({ removed: 6 });
  expect((await sold(as, house.owner)).number).toBe(number + 1);

  // And the other way round: whoever sells while the till itself goes gets a new one.
  const next = await newHouse();
  await next.inside(fillWithSamples);
  const [service] =
    await sql`select service_id, staff_id from staff_services where tenant_id = ${next.tenantId} limit 1`;
  const there = { tenantId: next.tenantId, slug: "", staffIds: [service!.staff_id], serviceIds: [service!.service_id] };
  let sale: Promise<{ number: number }> | undefined;
  await next.inside(async (scope) => {
    await removeSamples(scope);
    sale = sold(there, next.owner);
    await waitsForLock();
  });
  expect((await sale)?.number).toBe(1);
});

/** Until somebody waits for somebody else. */
async function waitsForLock(): Promise<void> {
  for (;;) {
    const waits =
      await sql`select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
    if (waits.length > 0) return;
  }
}

test("what is real stays: a booking between, a child of somebody made up, and money that came by phone", async () => {
  const house = await newHouse();
  await house.inside(fillWithSamples);
  await bookReal(house);
  const samples =
    await sql`select id, name from customers where tenant_id = ${house.tenantId} and is_sample order by created_at, id`;
  await sql`insert into customers (tenant_id, id, name, guardian_id) values (${house.tenantId}, ${newId()}, 'Real Child', ${samples[0]!.id})`;
  const [sale] =
    await sql`select id, customer_id from sales where tenant_id = ${house.tenantId} and customer_id <> ${samples[0]!.id} limit 1`;
  await sql`insert into payments (tenant_id, id, purpose, sale_id, method, amount_minor, currency, status)
    values (${house.tenantId}, ${newId()}, 'sale', ${sale!.id}, 'prompt', 100, 'KES', 'paid')`;
  const real = await sql`select id, status, customer_id from bookings where tenant_id = ${house.tenantId}
    and customer_id in (select id from customers where tenant_id = ${house.tenantId} and phone is not null)`;
  const stays = samples.filter(({ id }) => id === samples[0]!.id || id === sale!.customer_id).map(({ name }) => name);
  expect(stays).toHaveLength(2);
  expect(await house.inside(removeSamples)).toEqual({ removed: 4, stays });
  expect(await sql`select id, status, customer_id from bookings where id = ${real[0]!.id}`).toEqual(real);
  expect(await sql`select 1 from occupancies where tenant_id = ${house.tenantId}`).not.toHaveLength(0);
  expect((await house.setup()).samples).toBe("no");
  expect(await house.inside(fillWithSamples)).toEqual({ ok: false, refusal: "has_begun" });
});
