import { test as base } from "@playwright/test";
import postgres from "postgres";
import type { TestDatabase } from "@/db/testing/copies";
import { Follower } from "./faults/follower";
import { bookByApi, newPhone, type Wish } from "./support/api";
import { addMember, openHouse } from "./support/house";
import { ownCluster } from "./support/own-cluster";
import { expect, type House, run } from "./support/realtime";
import { freePort, type Server, startServer } from "./support/server";

const full = process.env.TEST_SIZE === "full";
const size = full ? { kills: 20, changes: 5_000 } : { kills: 3, changes: 300 };
const writers = 8;

/** What fixtures made they also end, when the test has run out of time too. */
const test = base.extend<{ cluster: Awaited<ReturnType<typeof ownCluster>>; servers: Server[] }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures wanted from this pattern
  cluster: async ({}, use) => {
    const cluster = await ownCluster();
    await use(cluster);
    await cluster.stop();
  },
  servers: async ({ cluster }, use) => {
    const ports = [await freePort(), await freePort()];
    const servers = await Promise.all(ports.map((port) => startServer(cluster.database, {}, port)));
    await use(servers);
    await Promise.all(servers.map((server) => server.kill()));
  },
});

test(`${size.kills} × kill -9 of a server and of a database backend during ${size.changes} changes: every dashboard's list is the log @chaos`, async ({
  cluster: { database },
  servers,
}) => {
  test.setTimeout(full ? 30 * 60_000 : 240_000);
  const houses = await Promise.all([openHouse(database, { staff: 4 }), openHouse(database, { staff: 4 })]);
  const urls = servers.map(({ url }) => url);
  const followers = await Promise.all(houses.map((house) => dashboards(database, house, urls)));
  const everybody = followers.flat();
  const running = everybody.map((follower) => follower.run());

  let done = 0;
  const answers = new Map<string, number>();
  const note = (what: string) => answers.set(what, (answers.get(what) ?? 0) + 1);
  const write = async (first: number) => {
    for (let change = first; change < size.changes; change += writers) {
      const house = houses[change % 2]!;
      await insist(urls, house, house.wishes.next().value, note);
      done++;
      if (change % 10 === 0) everybody[Math.floor(Math.random() * everybody.length)]!.cut();
    }
  };
  const writing = Promise.all(Array.from({ length: writers }, (_, first) => write(first)));
  await Promise.all([writing, killInTurn(() => done, servers, database)]);

  expect([...answers.keys()].filter((what) => !["201", "503", "no answer"].includes(what))).toEqual([]);
  for (const [n, house] of houses.entries()) {
    const log = await logOf(database, house);
    expect(log).toEqual(run(1, log.length));
    for (const follower of followers[n]!) {
      await expect.poll(() => follower.applied.length, { timeout: 60_000 }).toBeGreaterThanOrEqual(log.length);
      expect(follower.applied).toEqual(log);
      expect(follower.resets).toBe(0);
    }
  }
  for (const follower of everybody) follower.stop();
  await Promise.all(running);
  await expectWhole(database);
  console.log(
    `chaos: ${size.changes} changes, ${size.kills} kills each, ${[...answers].map(([what, count]) => `${what}: ${count}`).join(", ")},`,
    `${everybody.length} dashboards over ${everybody.reduce((sum, one) => sum + one.connections, 0)} connections`,
  );
});

/** Two of the desk, and one staff member to whom most of it is hidden. */
async function dashboards(database: TestDatabase, house: House, urls: string[]): Promise<Follower[]> {
  const staff = await addMember(database, house.tenantId, "staff", house.staffIds[0]);
  return [house.owner, house.owner, staff].map(({ cookie }) => new Follower(house.tenantId, cookie, () => urls));
}

/** Books whatever happens: an answer that was lost is asked for again, with the same key. */
async function insist(urls: string[], house: House, wish: Wish, note: (what: string) => void): Promise<void> {
  const keyed = { ...wish, key: crypto.randomUUID(), phone: newPhone() };
  for (let tries = Math.floor(Math.random() * 2); ; tries++) {
    const status = await bookByApi(urls[tries % urls.length]!, house.slug, keyed).then(
      (answer) => String(answer.status),
      () => "no answer",
    );
    note(status);
    if (status !== "503" && status !== "no answer") return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** As the work goes on: a server, a backend, the other server, a backend … each time as many as asked for. */
async function killInTurn(done: () => number, servers: Server[], database: TestDatabase): Promise<void> {
  const steps = 2 * size.kills;
  for (let step = 1; step <= steps; step++) {
    await expect
      .poll(done, { timeout: 600_000, intervals: [20] })
      .toBeGreaterThanOrEqual((size.changes * step) / (steps + 1));
    if (step % 2 === 0) await killBackend(database);
    else {
      const victim = ((step - 1) / 2) % servers.length;
      const { port, kill } = servers[victim]!;
      await kill();
      servers[victim] = await startServer(database, {}, port);
    }
  }
}

/** One backend killed makes Postgres throw all others out and recover from its log. */
async function killBackend(database: TestDatabase): Promise<void> {
  const [victim] = await once(
    database,
    (sql) => sql`select pid from pg_stat_activity
    where application_name = 'clientpulse' order by random() limit 1`,
  );
  if (victim) process.kill(victim.pid, "SIGKILL");
}

const logOf = async (database: TestDatabase, { tenantId }: House) =>
  (await once(database, (sql) => sql`select seq from events where tenant_id = ${tenantId} order by seq`)).map(
    ({ seq }) => Number(seq),
  );

/** Every booking once, each with its event, its notification and its one message. */
async function expectWhole(database: TestDatabase): Promise<void> {
  const [counts] = await once(
    database,
    (sql) => sql`select count(*)::int as bookings, count(distinct id)::int as ids,
      (select count(*)::int from events where name = 'booking.placed') as events,
      (select count(*)::int from bookings b where not exists (select 1 from events e
        where e.tenant_id = b.tenant_id and e.entity_id = b.id and e.name = 'booking.placed')) as untold,
      (select count(*)::int from notifications) as notifications,
      (select count(*)::int from idempotency) as keys from bookings`,
  );
  const { changes } = size;
  expect(counts).toEqual({
    bookings: changes,
    ids: changes,
    events: changes,
    untold: 0,
    notifications: changes,
    keys: changes,
  });
  // What killed workers had in hand is taken up when their locks are old; here they get old at once.
  await once(
    database,
    (sql) => sql`update graphile_worker._private_jobs
    set locked_at = locked_at - interval '1 minute' where locked_at is not null`,
  );
  const sent = () => once(database, (sql) => sql`select count(*)::int as count from messages where status = 'sent'`);
  await expect.poll(sent, { timeout: full ? 600_000 : 120_000, intervals: [500] }).toEqual([{ count: changes }]);
}

/** On a connection of its own: any other may have been killed. */
async function once<T extends postgres.Row>(
  database: TestDatabase,
  ask: (sql: postgres.Sql) => postgres.PendingQuery<T[]>,
): Promise<T[]> {
  for (let tries = 0; ; tries++) {
    const sql = postgres(database.adminUrl, { max: 1, onnotice: () => {}, connect_timeout: 5 });
    try {
      return [...(await ask(sql))];
    } catch (error) {
      // In recovery.
      if (tries === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    } finally {
      await sql.end({ timeout: 1 }).catch(() => undefined);
    }
  }
}
