import { record } from "./support/log";
import { deliveries, metric } from "./support/metrics";
import { expect, run, test } from "./support/realtime";

// Each way an event can reach a stream, with the others switched off.

test("by bell, with the poll off", async ({ house, serve, listen, book }) => {
  const server = await serve({ TEST_FAULTS: "no-poll" });
  const desk = await listen(house, server);
  const since = await deliveries(server.url);
  await book(house, server);
  await desk.until(({ seqs }) => seqs.length === 2);
  expect(await since()).toEqual({ bell: 2 });
});

test("by poll, with every ring dropped, within a second or so", async ({ house, serve, listen, book }) => {
  const server = await serve({ TEST_FAULTS: "drop-rings" });
  const desk = await listen(house, server);
  const since = await deliveries(server.url);
  await book(house, server);
  const began = performance.now();
  await desk.until(({ seqs }) => seqs.length === 2, 3_000);
  test.info().annotations.push({ type: "ms", description: `${Math.round(performance.now() - began)}` });
  expect(await since()).toEqual({ poll: 2 });
  expect(await metric(server.url, "doorbell_rings_total")).toBe(0);
});

test("by replay, with poll and rings off", async ({ house, serve, listen, book }) => {
  const server = await serve({ TEST_FAULTS: "no-poll,drop-rings" });
  for (let n = 0; n < 3; n++) await book(house, server);
  const since = await deliveries(server.url);
  const desk = await listen(house, { ...server, lastEventId: "1-1" });
  expect(desk.seqs).toEqual(run(2, 6));
  expect(await since()).toEqual({ replay: 5 });
  expect(await metric(server.url, "replays_total")).toBe(1);
  expect(await metric(server.url, "resets_total")).toBe(0);
});

test("by catching up when the listening session is made anew, with poll and rings off", async ({
  app,
  house,
  serve,
  listen,
  book,
}) => {
  const server = await serve({ TEST_FAULTS: "no-poll,drop-rings" });
  const desk = await listen(house, server);
  const since = await deliveries(server.url);
  await book(house, server);
  await app.sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'clientpulse-listen' and datname = current_database()`;
  await desk.until(({ seqs }) => seqs.length === 2);
  expect(await since()).toEqual({ catchup: 2 });
});

test("two processes on one database hear each other by bell", async ({ house, serve, listen, book }) => {
  const [here, there] = await Promise.all([serve({ TEST_FAULTS: "no-poll" }), serve({ TEST_FAULTS: "no-poll" })]);
  const [near, far] = await Promise.all([listen(house, here), listen(house, there)]);
  const [sinceHere, sinceThere] = await Promise.all([deliveries(here.url), deliveries(there.url)]);
  await book(house, here);
  await book(house, there);
  await Promise.all([near, far].map((desk) => desk.until(({ seqs }) => seqs.length === 4)));
  expect(near.applied.map(({ id }) => id)).toEqual(far.applied.map(({ id }) => id));
  expect(await Promise.all([sinceHere(), sinceThere()])).toEqual([{ bell: 4 }, { bell: 4 }]);
});

test("bookings at once share their rings, and what rang no bell arrives with them in order", async ({
  app,
  house,
  serve,
  listen,
  book,
}) => {
  const server = await serve({ TEST_FAULTS: "no-poll" });
  const desk = await listen(house, server);
  await book(house, server);
  await Promise.all(Array.from({ length: 50 }, () => record(app.sql, house.tenantId, { ring: false })));
  await Promise.all(Array.from({ length: 20 }, () => book(house, server)));
  await desk.until(({ seqs }) => seqs.length === 92);
  expect(desk.seqs).toEqual(run(1, 92));
  expect(await metric(server.url, "doorbell_rings_total")).toBeLessThanOrEqual(21);
});

test("rings under way while heads are asked for start nobody over", async ({ app, house, serve, listen }) => {
  const server = await serve();
  const desk = await listen(house, server);
  // Long enough to meet several polls.
  const until = performance.now() + 4_000;
  let head = 0;
  while (performance.now() < until) head = await record(app.sql, house.tenantId);
  await desk.until(({ lastId }) => lastId === `1-${head}`);
  expect(desk.seqs).toEqual(run(1, head));
  expect(await metric(server.url, "resets_total")).toBe(0);
});
