import postgres from "postgres";
import { openHouse } from "./support/house";
import { ownCluster } from "./support/own-cluster";
import { untilReady } from "./support/ready";
import { expect, test as realtime } from "./support/realtime";

const test = realtime.extend<{ second: Awaited<ReturnType<typeof ownCluster>> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures wanted from this pattern
  second: async ({}, use) => {
    const second = await ownCluster("system");
    await use(second);
    await second.stop();
  },
});

test("live mode serves from any Postgres with the three roles: here a second one, started apart", async ({
  second: { database, source },
  serve,
  listen,
  book,
}) => {
  const sql = postgres(database.adminUrl, { max: 1, onnotice: () => {} });
  const [version] = await sql<{ server_version: string }[]>`show server_version`;
  test.info().annotations.push({ type: "postgres", description: `${source} ${version?.server_version}` });
  const house = await openHouse(database);
  const server = await serve({ APP_MODE: "live" }, database);
  await untilReady(server);

  const desk = await listen(house, server);
  await book(house, server);
  await desk.until(({ seqs }) => seqs.length === 2);
  const sent = () => sql`select 1 from messages where status = 'sent'`;
  await expect.poll(sent, { timeout: 20_000 }).toHaveLength(1);
  // No demo business, no demo login, nothing of dev.
  expect(await sql`select 1 from tenants where slug in ('amani', 'baraka')`).toEqual([]);
  for (const path of ["/dev/outbox", "/dev/phone", "/dev/clock", "/api/dev/outbox", "/api/dev/phone"])
    expect((await fetch(`${server.url}${path}`)).status).toBe(404);
  expect((await server.stop()).ms).toBeLessThan(9_000);
  await sql.end({ timeout: 5 });
});

test("faults for tests are refused in live mode", async ({ serve }) => {
  await expect(serve({ APP_MODE: "live", TEST_FAULTS: "no-poll" })).rejects.toThrow("the server ended with");
});
