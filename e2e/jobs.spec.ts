import { readFileSync } from "node:fs";
import postgres from "postgres";
import { applicant, body, post, registrationCode } from "./support/applicants";
import { openHouse } from "./support/house";
import { expect, test as realtime } from "./support/realtime";
import { type Server, testToken } from "./support/server";
import type { App } from "./support/test";
import { waitingForLocks } from "./support/waiting";

type Held = { job: Awaited<ReturnType<typeof holdJobs>>; server: Server };

const test = realtime.extend<{ sql: postgres.Sql; alone: Awaited<ReturnType<typeof openHouse>>; held: Held }>({
  sql: async ({ database }, use) => {
    const sql = postgres(database.adminUrl, { max: 8, onnotice: () => {} });
    await use(sql);
    await sql.end({ timeout: 5 });
  },
  /** A house on a database that no other process works at. */
  alone: async ({ database }, use) => use(await openHouse(database)),
  /** A server in the middle of the one job there is: a booking that its predecessor died with. */
  held: async ({ database, sql, alone, serve, book }, use) => {
    const first = await serve({ TEST_FAULTS: "no-reactor" }, database);
    const { id } = await (await book(alone, first)).json();
    await first.kill();
    const job = await holdJobs(sql, alone.tenantId, id);
    const server = await serve({}, database);
    await job.held();
    await use({ job, server });
  },
});

const messages = (sql: postgres.Sql) => sql`select status, sent_at is not null as sent from messages`;
const tick = (url: string, token = testToken) =>
  fetch(`${url}/api/cron/tick`, { headers: { authorization: `Bearer ${token}` } });

test("killed between commit and job, the message still goes out, once", async ({
  database,
  sql,
  alone,
  serve,
  book,
}) => {
  const doomed = await serve({ TEST_FAULTS: "no-reactor" }, database);
  await book(alone, doomed);
  expect(await messages(sql)).toEqual([]);
  await doomed.kill();

  const next = await serve({}, database);
  await expect.poll(() => messages(sql), { timeout: 20_000 }).toEqual([{ status: "sent", sent: true }]);
  // Looked at again, by this process and by another, there is nothing left to do.
  for (const { url } of [next, await serve({}, database)]) expect((await tick(url)).status).toBe(200);
  expect(await messages(sql)).toEqual([{ status: "sent", sent: true }]);
});

/** Makes every job wait in its own insert until it is let go: a row with the message's key, not yet committed. */
async function holdJobs(sql: postgres.Sql, tenantId: string, bookingId: string) {
  await waitLongForLocks(sql);
  const holder = await sql.reserve();
  await holder`begin`;
  await holder`insert into messages (tenant_id, id, channel, to_address, template, body, dedupe_key)
    values (${tenantId}, gen_random_uuid(), 'sms', '', '', '', ${`booking-placed ${bookingId}`})`;
  return {
    held: () => expect.poll(() => waitingJobs(sql), { timeout: 20_000, intervals: [20] }).toHaveLength(1),
    letGo: async () => {
      await holder`rollback`;
      holder.release();
    },
  };
}

const waitingJobs = (sql: postgres.Sql) => waitingForLocks(sql, "insert into messages");

/** For servers that start from now on: on a slow machine two seconds may be over before the test comes to let them go. */
async function waitLongForLocks(sql: postgres.Sql): Promise<void> {
  const [database] = await sql`select quote_ident(current_database()) as name`;
  for (const limit of ["lock_timeout", "statement_timeout"])
    await sql.unsafe(`alter role clientpulse_app in database ${database!.name} set ${limit} = '30s'`);
}

/** Locks that a dead worker left behind are freed once they are old; here they get old at once. */
const ageLocks = (sql: postgres.Sql) =>
  sql`update graphile_worker._private_jobs set locked_at = locked_at - interval '1 minute' where locked_at is not null`;

test("killed in the middle of the job, the message still goes out, once", async ({ database, sql, serve, held }) => {
  const { job, server: second } = held;
  await second.kill();
  await job.letGo();
  await ageLocks(sql);
  await serve({}, database);
  await expect.poll(() => messages(sql), { timeout: 20_000 }).toEqual([{ status: "sent", sent: true }]);
});

test("a job whose end could not be written down is run again, says nothing twice, and the others go on", async ({
  database,
  sql,
  alone,
  book,
  held,
}) => {
  const { job, server } = held;
  await sql.unsafe(`revoke connect on database ${database.name} from clientpulse_platform`);
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where usename = 'clientpulse_platform' and datname = current_database()`;
  await job.letGo();
  await expect.poll(() => messages(sql)).toEqual([{ status: "sent", sent: true }]);
  await sql.unsafe(`grant connect on database ${database.name} to clientpulse_platform`);

  await book(alone, server);
  await ageLocks(sql);
  const sent = { status: "sent", sent: true };
  await expect.poll(() => messages(sql), { timeout: 20_000 }).toEqual([sent, sent]);
  await expect.poll(() => sql`select 1 from graphile_worker.jobs`, { timeout: 20_000 }).toEqual([]);
  expect(await messages(sql)).toEqual([sent, sent]);
});

test("a worker that does not come to its end is left behind: another one follows, and what it had in hand is done", async ({
  database,
  sql,
  serve,
  book,
}) => {
  const first = await serve({ TEST_FAULTS: "no-reactor" }, database);
  const held: Awaited<ReturnType<typeof holdJobs>>[] = [];
  for (let n = 0; n < 2; n++) {
    const house = await openHouse(database);
    const { id } = await (await book(house, first)).json();
    held.push(await holdJobs(sql, house.tenantId, id));
  }
  await first.kill();
  // The end of neither job can be written down. How often that was tried is counted where no rollback reaches.
  await sql.unsafe(`create sequence tried;
    create function no_end() returns trigger language plpgsql security definer as
      $$ begin if nextval('tried') <= 2 then raise 'the end of this job cannot be written'; end if; return old; end $$;
    create trigger no_end before delete on graphile_worker._private_jobs for each row execute function no_end()`);
  await serve({}, database);
  await expect.poll(() => waitingJobs(sql), { timeout: 20_000, intervals: [20] }).toHaveLength(2);
  // Both hands are full, and it asks for more: it cannot end before it has been answered. Who only reads is not kept waiting.
  const keeper = await sql.reserve();
  await keeper`begin`;
  await keeper`lock table graphile_worker._private_job_queues in exclusive mode`;
  await sql`select pg_notify('jobs:insert', '{"count":1}')`;
  const asking = () => waitingForLocks(sql, "skip locked");
  await expect.poll(asking, { intervals: [20] }).toHaveLength(1);
  for (const [n, job] of held.entries()) {
    await job.letGo();
    const tried = async () => (await sql`select last_value::int as n, is_called from tried`)[0];
    await expect.poll(tried, { intervals: [20] }).toEqual({ n: n + 1, is_called: true });
  }
  await keeper`rollback`;
  keeper.release();

  await ageLocks(sql);
  const sent = { status: "sent", sent: true };
  await expect.poll(() => sql`select 1 from graphile_worker.jobs`, { timeout: 45_000 }).toEqual([]);
  expect(await messages(sql)).toEqual([sent, sent]);
});

test("jobs that speak to the platform beside their own business do not wait for one another", async ({
  database,
  sql,
  serve,
}) => {
  const { url } = await serve({}, database);
  const app = { url, sql } as App;
  const registering = await Promise.all(
    Array.from({ length: 6 }, async () => {
      const who = applicant();
      const { registration } = await (await post(app, "/api/auth/register", body(who))).json();
      return { registration, code: await registrationCode(app, who) };
    }),
  );
  await Promise.all(registering.map((given) => post(app, "/api/auth/register/confirm", given)));
  const told = () => sql`select 1 from messages where template = 'application-received' and status = 'sent'`;
  await expect.poll(async () => (await told()).length, { timeout: 8_000 }).toBe(6);
  expect(await sql`select 1 from graphile_worker.jobs where attempts > 1`).toEqual([]);
});

test("three processes work at one log, and each message goes out once", async ({
  database,
  sql,
  alone,
  serve,
  book,
}) => {
  const servers = await Promise.all([serve({}, database), serve({}, database), serve({}, database)]);
  for (let n = 0; n < 15; n++) await book(alone, servers[n % 3]!);
  await expect.poll(async () => (await messages(sql)).filter(({ sent }) => sent).length, { timeout: 20_000 }).toBe(15);
  expect(await messages(sql)).toHaveLength(15);
  expect(await sql`select 1 from graphile_worker.jobs where attempts > 1`).toEqual([]);
});

test("jobs run on a thread of their own, and what it has in hand when told to stop is finished", async ({
  sql,
  held,
}) => {
  const { job, server } = held;
  // Sessions of a thread other than the requests' own bear this name.
  expect(await waitingJobs(sql)).toMatchObject([{ application_name: "clientpulse-jobs" }]);
  const gone = server.stop();
  // It has heard: nobody new is let in.
  const live = () => fetch(`${server.url}/api/health/live`).then(Boolean, () => false);
  await expect.poll(live, { intervals: [20] }).toBe(false);
  await job.letGo();
  const { ms } = await gone;
  test.info().annotations.push({ type: "ms", description: `${Math.round(ms)}` });
  // Nobody else is there to do it.
  expect(await messages(sql)).toEqual([{ status: "sent", sent: true }]);
  expect(await sql`select 1 from graphile_worker.jobs`).toEqual([]);
});

test("a job that does not come to its end keeps no process from stopping", async ({ held }) => {
  const { job, server } = held;
  const { ms } = await server.stop();
  test.info().annotations.push({ type: "ms", description: `${Math.round(ms)}` });
  // Promised within 3 s.
  expect(ms).toBeLessThan(9_000);
  await job.letGo();
});

test("a worker thread that ends is followed by another, which finds what was left", async ({
  database,
  sql,
  alone,
  serve,
  book,
}) => {
  const { url, port } = await serve({ TEST_FAULTS: "worker-dies" }, database);
  const workers = async () => (await sql`select id from worker_heartbeats`).length;
  await expect.poll(workers, { timeout: 20_000 }).toBe(1);
  await book(alone, { url });
  const sent = { status: "sent", sent: true };
  await expect.poll(() => messages(sql), { timeout: 20_000 }).toEqual([sent]);
  // Its first beat may come just after the first thing it did.
  await expect.poll(workers, { timeout: 20_000 }).toBe(2);
  const log = readFileSync(`.data-test/logs/${database.name}-${port}.log`, "utf8");
  expect(log.match(/worker thread ended, starting another/g)).toHaveLength(1);
  expect(log).toContain("a test wants the first thread dead");
  // The process has been there all the time, and the new thread hears of what comes next.
  await book(alone, { url });
  await expect.poll(() => messages(sql), { timeout: 20_000 }).toEqual([sent, sent]);
});
