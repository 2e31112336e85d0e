import { readFileSync } from "node:fs";
import postgres from "postgres";
import { lineTo } from "./faults/tcp-proxy";
import { metric } from "./support/metrics";
import { readiness, untilReady } from "./support/ready";
import { expect, test } from "./support/realtime";
import { freePort, startServer, testToken } from "./support/server";

const patience = { timeout: 20_000 };

test("a process that lives says so, and a ready one gives no reasons against itself", async ({ app }) => {
  const live = await fetch(`${app.url}/api/health/live`);
  expect([live.status, live.headers.get("cache-control")]).toEqual([200, "no-store"]);
  await untilReady(app);
});

test("metrics are for those who have the token, and tell of streams, ways, lag, resets, rings and reconnects", async ({
  app,
}) => {
  for (const headers of [{}, { authorization: "Bearer wrong" }, { authorization: `Basic ${testToken}` }]) {
    const refused = await fetch(`${app.url}/api/metrics`, { headers: headers as Record<string, string> });
    expect(refused.status).toBe(404);
    expect(await refused.text()).not.toContain("clientpulse_");
  }
  const answer = await fetch(`${app.url}/api/metrics`, { headers: { authorization: `Bearer ${testToken}` } });
  expect(answer.status).toBe(200);
  const text = await answer.text();
  const names = ["streams", "deliveries_total", "delivery_lag_seconds", "replays_total", "resets_total"];
  for (const name of [...names, "doorbell_rings_total", "listener_reconnects_total"]) {
    expect(text).toContain(`# TYPE clientpulse_${name} `);
  }
});

test("without a token set there are no metrics at all", async ({ serve }) => {
  const { url } = await serve({ METRICS_TOKEN: "" });
  for (const token of ["", testToken]) {
    expect((await fetch(`${url}/api/metrics`, { headers: { authorization: `Bearer ${token}` } })).status).toBe(404);
  }
});

test("not ready while the listening session hears nothing, and ready again after", async ({ app, serve }) => {
  const line = await lineTo(app.database.appUrl);
  const server = await serve({ DATABASE_DIRECT_URL: line.through(app.database.appUrl) });
  await untilReady(server);
  line.set("black-hole");
  await expect.poll(() => readiness(server), patience).toEqual([503, "not listening to the database"]);
  line.set("cut");
  line.set("pass");
  await untilReady(server);
  await line.close();
});

test("while the database is away the process lives, refuses in good form, keeps its streams and recovers by itself", async ({
  app,
  house,
  serve,
  listen,
  book,
}) => {
  const line = await lineTo(app.database.appUrl);
  const server = await serve({ DATABASE_URL: line.through(app.database.appUrl) });
  const desk = await listen(house, server);
  line.set("cut");
  await expect
    .poll(() => readiness(server), patience)
    .toEqual([503, "the database does not answer", "not listening to the database"]);
  expect((await fetch(`${server.url}/api/health/live`)).status).toBe(200);
  const refused = await fetch(`${server.url}/api/public/${house.slug}`);
  expect([refused.status, Number(refused.headers.get("retry-after"))]).toEqual([503, expect.any(Number)]);
  const noStream = await fetch(`${server.url}/api/dashboard/${house.tenantId}/stream`, {
    headers: { cookie: house.owner.cookie },
  });
  expect([noStream.status, noStream.headers.get("retry-after")]).toEqual([503, "5"]);

  // Others go on meanwhile.
  await book(house);
  line.set("pass");
  await untilReady(server);
  await desk.until(({ seqs }) => seqs.length === 2);
  expect(desk.closed).toBe(false);
  await book(house, server);
  await desk.until(({ seqs }) => seqs.length === 4);
  expect(await metric(server.url, "resets_total")).toBe(0);
  await line.close();
});

test("a build that is ahead of its database, and a worker that is gone, are reasons not to be sent traffic", async ({
  database,
  serve,
}) => {
  const sql = postgres(database.adminUrl, { max: 1, onnotice: () => {} });
  const [working, other] = await Promise.all([serve({}, database), serve({ WORKER: "off" }, database)]);
  await untilReady(working);
  await untilReady(other);
  // It beats every five seconds, and may just have done so.
  await expect(async () => {
    await sql`update worker_heartbeats set beat_at = now() - interval '1 minute'`;
    expect(await readiness(working)).toEqual([503, "no worker has a heartbeat"]);
  }).toPass(patience);
  expect(await readiness(other)).toEqual([200]);
  await untilReady(working);

  await sql`delete from drizzle.__drizzle_migrations
    where created_at = (select max(created_at) from drizzle.__drizzle_migrations)`;
  expect(await readiness(other)).toEqual([503, "migrations are behind this build"]);
  await sql.end();
});

const strong = { superuser: "adminUrl", owner: "ownerUrl", "platform role": "platformUrl" } as const;
for (const [who, url] of Object.entries(strong)) {
  test(`refuses to serve as the ${who}, and says why`, async ({ app }) => {
    const port = await freePort();
    const served = startServer(app.database, { DATABASE_URL: app.database[url] }, port);
    await expect(served).rejects.toThrow("the server ended with");
    const log = readFileSync(`.data-test/logs/${app.database.name}-${port}.log`, "utf8");
    expect(log).toContain("may see past row-level security");
    expect(log).not.toContain(new URL(app.database[url]).password);
  });
}

test("the address for listening is no way round", async ({ app }) => {
  const port = await freePort();
  const served = startServer(app.database, { DATABASE_DIRECT_URL: app.database.platformUrl }, port);
  await expect(served).rejects.toThrow("the server ended with");
  expect(readFileSync(`.data-test/logs/${app.database.name}-${port}.log`, "utf8")).toContain(
    "DATABASE_DIRECT_URL signs in as clientpulse_platform",
  );
});

test("refuses an environment it cannot use, and lists every fault", async ({ app }) => {
  const port = await freePort();
  const broken = { AUTH_SECRET: "short", DATABASE_URL: "mysql://nowhere", TEST_FAULTS: "no-such" };
  await expect(startServer(app.database, broken, port)).rejects.toThrow("the server ended with");
  const log = readFileSync(`.data-test/logs/${app.database.name}-${port}.log`, "utf8");
  for (const name of Object.keys(broken)) expect(log).toContain(name);
});
