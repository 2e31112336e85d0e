import postgres from "postgres";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { bookSlot } from "@/lib/bookings/book-slot";
import { bookSlotInput } from "@/lib/bookings/input";
import { addDays, atMinute, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { react, reactSoon, reactToAll } from "./reactor";
import { tasks } from "./tasks";
import { tidy } from "./tidy";
import { runDueJobs } from "./worker";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 4, onnotice: () => {} });
afterAll(() => sql.end());

let house: House;
beforeEach(async () => {
  house = await makeHouse({ name: "Nyota Nails" });
});

async function book(hour = 10) {
  const startsAt = atMinute(addDays(localDate(now(), "Africa/Nairobi"), 2), hour * 60, "Africa/Nairobi").toISOString();
  const input = bookSlotInput.parse({
    lines: [{ serviceId: house.serviceIds[0] }],
    startsAt,
    customer: { name: "Chebet", phone: `071155${String(hour).padStart(4, "0")}` },
  });
  const booked = await withTenant(house.tenantId, { kind: "public", via: "api" }, (scope) =>
    bookSlot(scope, input, { source: "api" }),
  );
  if (!booked.ok) throw new Error(booked.refusal);
  return booked.value;
}

const messages = () =>
  sql`select to_address, body, status, transport from messages where tenant_id = ${house.tenantId}`;
const jobs = () => sql`select key from graphile_worker.jobs where key like ${`${house.tenantId}%`}`;

test("a booking's confirmation reaches the outbox, in words, with the customer's own link", async () => {
  const { reference } = await book();
  await runDueJobs(house.tenantId);
  const sent = await messages();
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({ to_address: "+254711550010", status: "sent", transport: "outbox" });
  expect(sent[0]?.body).toMatch(
    new RegExp(
      `^Nyota Nails expects you for Cut, .* 10:00\\. Reference ${reference}\\. http://localhost:3000/b/[\\w-]{22}$`,
    ),
  );
});

test("the cursor and the jobs move together; looking again adds nothing", async () => {
  await book();
  await react(house.tenantId);
  await react(house.tenantId);
  await reactToAll();
  expect(await jobs()).toHaveLength(1);
  const [row] =
    await sql`select c.seq, h.seq as head from event_cursors c join event_heads h using (tenant_id) where c.tenant_id = ${house.tenantId}`;
  expect(row?.seq).toBe(row?.head);
});

test("who comes while another process is at it waits, so the newest event is left to nobody", async () => {
  await book(10);
  const other = await sql.reserve();
  await other`begin`;
  await other`select 1 from event_cursors where tenant_id = ${house.tenantId} for update`;
  const waiting = react(house.tenantId);
  await vi.waitFor(async () => {
    expect(
      await sql`select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%cursors as%' and datname = current_database()`,
    ).toHaveLength(1);
  });
  await other`commit`;
  other.release();
  await waiting;
  expect(await jobs()).toHaveLength(1);
});

test("a burst of rings is answered by a handful of looks, and all of it is reacted to", async () => {
  const houses = await Promise.all(Array.from({ length: 5 }, () => makeHouse()));
  for (house of houses) await book();
  for (let n = 0; n < 50; n++) for (const { tenantId } of houses) reactSoon(tenantId);
  await vi.waitFor(async () => {
    for (house of houses) expect(await jobs()).toHaveLength(1);
  });
});

test("two processes at one tenant make one job", async () => {
  await book();
  await Promise.all([react(house.tenantId), react(house.tenantId), react(house.tenantId)]);
  expect(await jobs()).toHaveLength(1);
});

test("a job that runs again sends nothing again", async () => {
  await book();
  await runDueJobs(house.tenantId);
  const again = [{ tenantId: house.tenantId, seq: 2, reaction: "confirmToCustomer" }];
  await Promise.all([tasks.react?.(again, {} as never), tasks.react?.(again, {} as never)]);
  expect(await messages()).toHaveLength(1);
});

test("a burst of one tenant is one job; a reaction that fails keeps none of the others back, and alone is tried again", async () => {
  const booked = [await book(10), await book(11), await book(12)];
  await react(house.tenantId);
  expect(await jobs()).toHaveLength(1);
  // Somebody made the second booking's message impossible to write.
  const broken = booked[1]!.id;
  await sql.unsafe(`alter table messages add constraint no_such check (dedupe_key <> 'booking-placed ${broken}')`);
  await runDueJobs(house.tenantId);
  expect(await messages()).toHaveLength(2);
  const [left] =
    await sql`select attempts, last_error from graphile_worker.jobs where key like ${`${house.tenantId}%`}`;
  expect(left).toMatchObject({ attempts: 1 });
  // Told are the code and the constraint, and nothing of the message.
  expect(left!.last_error).toMatch(/23514 · no_such$/);
  expect(left!.last_error).not.toContain("+254");

  await sql`alter table messages drop constraint no_such`;
  await sql`update graphile_worker._private_jobs set run_at = now() where key like ${`${house.tenantId}%`}`;
  await runDueJobs();
  // Another test's runner may have been the one that took it.
  await vi.waitFor(async () => {
    expect(await messages()).toHaveLength(3);
    expect(await jobs()).toHaveLength(0);
  });
});

test("much that is old goes in handfuls, until nothing is left of it", async () => {
  const old = await Promise.all([makeHouse(), makeHouse(), makeHouse()]);
  for (const { tenantId } of old) {
    await sql`insert into events (tenant_id, seq, name, audience, entity, entity_id, payload, actor, created_at)
      select ${tenantId}, n, 'notification.read', '{}', 'user', gen_random_uuid(), '{}', '{}',
        now() - case when n <= 7 then interval '40 days' else interval '1 day' end
      from generate_series(1, 9) as n`;
    await sql`insert into idempotency (tenant_id, route, key, body_hash, status, created_at)
      select ${tenantId}, 'book', n::text, '', 201, now() - make_interval(days => n - 1) from generate_series(1, 5) as n`;
  }
  await tidy(4);
  for (const { tenantId } of old) {
    const seqs = await sql`select seq from events where tenant_id = ${tenantId} order by seq`;
    expect(seqs.map((row) => Number(row.seq))).toEqual([8, 9]);
    expect(await sql`select key from idempotency where tenant_id = ${tenantId}`).toEqual([{ key: "1" }]);
  }
});

test("what has outlived its purpose goes; the head stays, so an old position is known to be old", async () => {
  await book();
  await sql`update events set created_at = created_at - interval '40 days' where tenant_id = ${house.tenantId} and seq = 1`;
  await tasks.tidy?.({}, {} as never);
  expect((await sql`select seq from events where tenant_id = ${house.tenantId}`).map((row) => Number(row.seq))).toEqual(
    [2],
  );
  const [head] = await sql`select seq from event_heads where tenant_id = ${house.tenantId}`;
  expect(Number(head?.seq)).toBe(2);
});

test("words that let somebody in are wiped once they no longer do; others stay", async () => {
  const { tenantId } = await makeHouse();
  const message = (minutes: number | null) => sql`
    insert into messages (tenant_id, id, channel, to_address, template, body, dedupe_key, secret_until)
    values (${tenantId}, gen_random_uuid(), 'sms', '+254700000001', 'code', ${`body ${minutes}`}, ${`${minutes}`},
      now() + ${minutes}::int * interval '1 minute')`;
  for (const minutes of [-1, 5, null]) await message(minutes);
  await tidy();
  const bodies = await sql`select body from messages where tenant_id = ${tenantId} order by body`;
  expect(bodies.map((row) => row.body)).toEqual(["", "body 5", "body null"]);
});
