import { type Line, lineTo } from "./faults/tcp-proxy";
import { newPhone } from "./support/api";
import { untilReady } from "./support/ready";
import { bookPatiently, expect, type House, test as realtime } from "./support/realtime";
import type { Server } from "./support/server";

/** A server all of whose connections to the database go through the weather. */
const test = realtime.extend<{ line: Line; server: Server }>({
  line: async ({ app }, use) => {
    const line = await lineTo(app.database.appUrl);
    await use(line);
    await line.close();
  },
  server: async ({ app, line, serve }, use) => {
    const { appUrl, platformUrl } = app.database;
    await use(await serve({ DATABASE_URL: line.through(appUrl), DATABASE_PLATFORM_URL: line.through(platformUrl) }));
  },
});

const confirmed = async (sql: import("postgres").Sql, house: House) =>
  (await sql`select 1 from messages where tenant_id = ${house.tenantId} and status = 'sent'`).length;

test("every connection left half-open at once: requests, streams and jobs find new ones by themselves", async ({
  app,
  line,
  house,
  server,
  listen,
}) => {
  test.setTimeout(180_000);
  const desk = await listen(house, server);
  const book = async () =>
    bookPatiently(server.url, house.slug, { ...house.wishes.next().value, phone: newPhone(), name: "Achieng" });
  expect((await book()).status).toBe(201);
  await desk.until(({ seqs }) => seqs.length === 2);

  line.strand();
  const began = performance.now();
  expect((await book()).status).toBe(201);
  test.info().annotations.push({ type: "booked after ms", description: `${Math.round(performance.now() - began)}` });
  // A read that hung with its connection is asked again.
  await desk.until(({ seqs }) => seqs.length === 4, 40_000);
  expect(desk.seqs).toEqual([1, 2, 3, 4]);
  await expect.poll(() => confirmed(app.sql, house), { timeout: 60_000 }).toBe(2);
  await untilReady(server, 40_000);
});

test("a database that has gone quiet tells nobody's rights any more: the streams end", async ({
  line,
  house,
  server,
  listen,
}) => {
  const desk = await listen(house, server);
  line.set("black-hole");
  await desk.until(({ closed }) => closed, 60_000);
  line.set("cut");
});
