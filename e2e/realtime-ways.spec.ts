import { record } from "./support/log";
import { deliveries, metric } from "./support/metrics";
import { expect, run, test } from "./support/realtime";
import { type Server, startServer } from "./support/server";

// Each way an event can reach a stream, with the others switched off.
let byBell: Server;
let byPoll: Server;
let byNeither: Server;

test.beforeAll(async ({ app }) => {
  const lacking = (faults: string) => startServer(app.database, { TEST_FAULTS: faults });
  const faults = ["no-poll,no-near-rings", "drop-rings", "no-poll,drop-rings"];
  [byBell, byPoll, byNeither] = (await Promise.all(faults.map(lacking))) as [Server, Server, Server];
});
test.afterAll(() => Promise.all([byBell, byPoll, byNeither].map((server) => server?.kill())));

test("by bell, with the poll off", async ({ house, listen, book }) => {
  const desk = await listen(house, byBell);
  const since = await deliveries(byBell.url);
  await book(house, byBell);
  await desk.until(({ seqs }) => seqs.length === 2);
  expect(await since()).toEqual({ bell: 2 });
});

test("by poll, with every ring dropped, within a second or so", async ({ house, listen, book }) => {
  const desk = await listen(house, byPoll);
  const since = await deliveries(byPoll.url);
  await book(house, byPoll);
  const began = performance.now();
  await desk.until(({ seqs }) => seqs.length === 2, 3_000);
  test.info().annotations.push({ type: "ms", description: `${Math.round(performance.now() - began)}` });
  expect(await since()).toEqual({ poll: 2 });
  expect(await metric(byPoll.url, "doorbell_rings_total")).toBe(0);
});

test("by replay, with poll and rings off", async ({ house, listen, book }) => {
  for (let n = 0; n < 3; n++) await book(house, byNeither);
  const since = await deliveries(byNeither.url);
  const desk = await listen(house, { ...byNeither, lastEventId: "1-1" });
  expect(desk.seqs).toEqual(run(2, 6));
  expect(await since()).toEqual({ replay: 5 });
  expect(await metric(byNeither.url, "replays_total")).toBe(1);
  expect(await metric(byNeither.url, "resets_total")).toBe(0);
});

test("by catching up when the listening session is made anew, with poll and rings off", async ({
  app,
  house,
  listen,
  book,
}) => {
  const desk = await listen(house, byNeither);
  const since = await deliveries(byNeither.url);
  await book(house, byNeither);
  await app.sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'clientpulse-listen' and datname = current_database()`;
  await desk.until(({ seqs }) => seqs.length === 2);
  expect(await since()).toEqual({ catchup: 2 });
});

test("two processes on one database hear each other by bell", async ({ house, serve, listen, book }) => {
  const other = await serve({ TEST_FAULTS: "no-poll,no-near-rings" });
  const [near, far] = await Promise.all([listen(house, byBell), listen(house, other)]);
  const [sinceNear, sinceFar] = await Promise.all([deliveries(byBell.url), deliveries(other.url)]);
  await book(house, byBell);
  await book(house, other);
  await Promise.all([near, far].map((desk) => desk.until(({ seqs }) => seqs.length === 4)));
  expect(near.applied.map(({ id }) => id)).toEqual(far.applied.map(({ id }) => id));
  expect(await Promise.all([sinceNear(), sinceFar()])).toEqual([{ bell: 4 }, { bell: 4 }]);
});

test("bookings at once share their rings, and what rang no bell arrives with them in order", async ({
  app,
  house,
  listen,
  book,
}) => {
  const desk = await listen(house, byBell);
  const rings = await metric(byBell.url, "doorbell_rings_total");
  await Promise.all(Array.from({ length: 50 }, () => record(app.sql, house.tenantId, { ring: false })));
  await Promise.all(Array.from({ length: 20 }, () => book(house, byBell)));
  await desk.until(({ seqs }) => seqs.length === 90);
  expect(desk.seqs).toEqual(run(1, 90));
  expect((await metric(byBell.url, "doorbell_rings_total")) - rings).toBeLessThanOrEqual(20);
});

test("rings under way while heads are asked for start nobody over", async ({ app, house, listen }) => {
  const resets = await metric(app.url, "resets_total");
  const desk = await listen(house);
  // Long enough to meet several polls.
  const until = performance.now() + 4_000;
  let head = 0;
  while (performance.now() < until) head = await record(app.sql, house.tenantId);
  await desk.until(({ lastId }) => lastId === `1-${head}`);
  expect(desk.seqs).toEqual(run(1, head));
  expect(await metric(app.url, "resets_total")).toBe(resets);
});
