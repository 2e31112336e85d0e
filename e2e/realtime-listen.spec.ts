import { done, query } from "./faults/postgres-messages";
import { type Line, lineTo } from "./faults/tcp-proxy";
import { deliveries, metric } from "./support/metrics";
import { expect, type House, test as realtime, run } from "./support/realtime";
import type { Server } from "./support/server";
import type { SseClient } from "./support/sse";

/** A server without the poll, whose one listening session goes through the weather. */
const test = realtime.extend<{ faults: string; line: Line; server: Server; desk: SseClient }>({
  faults: ["no-poll,no-near-rings", { option: true }],
  line: async ({ app }, use) => {
    const line = await lineTo(app.database.appUrl);
    await use(line);
    await line.close();
  },
  server: async ({ app, line, faults, serve }, use) => {
    await use(await serve({ DATABASE_DIRECT_URL: line.through(app.database.appUrl), TEST_FAULTS: faults }));
  },
  desk: async ({ house, server, listen, book }, use) => {
    const desk = await listen(house, server);
    await book(house, server);
    await desk.until(({ seqs }) => seqs.length === 2);
    await use(desk);
  },
});

/** Promised within 3 s. */
const limitMs = 9_000;

type Book = (house: House, ask: { url: string }) => Promise<unknown>;

/** Books at once and once more when that has arrived: nothing may be lost, nothing may come twice. */
async function nextEventsArrive(desk: SseClient, house: House, server: Server, book: Book) {
  await book(house, server);
  const booked = performance.now();
  await desk.until(({ seqs }) => seqs.length === 4, limitMs);
  test.info().annotations.push({ type: "ms", description: `${Math.round(performance.now() - booked)}` });
  await book(house, server);
  await desk.until(({ seqs }) => seqs.length === 6, limitMs);
  expect(desk.seqs).toEqual(run(1, 6));
  expect(desk.closed).toBe(false);
  expect(desk.body).not.toContain("event: reset");
}

test("the listening session goes through the line alone, and by it events come", async ({ line, server, desk }) => {
  expect(line.connections).toBe(1);
  expect(await metric(server.url, "deliveries_total", { wake: "bell" })).toBe(2);
  expect(desk.seqs).toEqual([1, 2]);
});

const faults: Record<string, (line: Line, sql: import("postgres").Sql) => unknown> = {
  "terminated by the database": (_, sql) =>
    sql`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'clientpulse-listen' and datname = current_database()`,
  "cut off": (line) => {
    line.set("cut");
    line.set("pass");
  },
  "left half-open": (line) => line.strand(),
  "robbed of its subscriptions": (line) => line.inject(query("UNLISTEN *"), done("UNLISTEN")),
  "left half-open, and again before it listens": (line) => {
    line.strandAt("listen clientpulse");
    line.strand();
  },
};

for (const [what, strike] of Object.entries(faults)) {
  test(`a listening session ${what} costs no event and little time`, async ({
    app,
    line,
    house,
    server,
    desk,
    book,
  }) => {
    const since = await deliveries(server.url);
    await strike(line, app.sql);
    await nextEventsArrive(desk, house, server, book);
    const { bell = 0, catchup = 0, ...others } = await since();
    expect([bell + catchup, others]).toEqual([4, {}]);
    expect(await metric(server.url, "listener_reconnects_total")).toBeGreaterThan(0);
  });
}

test("while there is no line at all bookings go on, and all of it arrives when it is back", async ({
  line,
  house,
  server,
  desk,
  book,
}) => {
  line.set("black-hole");
  for (let n = 0; n < 5; n++) await book(house, server);
  await expect.poll(() => metric(server.url, "listener_reconnects_total"), { timeout: 15_000 }).toBeGreaterThan(1);
  expect(desk.seqs).toEqual([1, 2]);
  line.set("cut");
  line.set("pass");
  await desk.until(({ seqs }) => seqs.length === 12, limitMs);
  expect(desk.seqs).toEqual(run(1, 12));
});

test.describe("in the process that made it", () => {
  test.use({ faults: "no-poll" });

  test("an event is told at once, though nothing is heard from the database", async ({
    line,
    house,
    server,
    desk,
    book,
  }) => {
    const since = await deliveries(server.url);
    line.set("black-hole");
    await book(house, server);
    await desk.until(({ seqs }) => seqs.length === 4);
    expect(desk.seqs).toEqual(run(1, 4));
    expect(await since()).toEqual({ near: 2 });
  });
});
