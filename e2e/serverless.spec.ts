import postgres from "postgres";
import { openHouse } from "./support/house";
import { expect, run, test } from "./support/realtime";
import { testToken } from "./support/server";

/** Promised within 2 s. */
const limitMs = 6_000;
const serverless = { RUNTIME: "serverless", WORKER: "off" };

test("without a worker the confirmation and the event both arrive at once", async ({
  database,
  serve,
  listen,
  book,
}) => {
  const house = await openHouse(database);
  const sql = postgres(database.adminUrl, { max: 1, onnotice: () => {} });
  const server = await serve(serverless, database);
  const desk = await listen(house, server);
  expect(desk.headers["x-door"]).toBe("next");

  const { reference } = await (await book(house, server)).json();
  const booked = performance.now();
  const sent = () => sql`select body from messages where status = 'sent'`;
  await Promise.all([
    desk.until(({ seqs }) => seqs.length === 2, limitMs),
    expect.poll(sent, { timeout: limitMs, intervals: [50] }).toEqual([{ body: expect.stringContaining(reference) }]),
  ]);
  test.info().annotations.push({ type: "ms", description: `${Math.round(performance.now() - booked)}` });
  await sql.end();
});

test("two functions at once send each message once", async ({ database, serve, book }) => {
  const house = await openHouse(database, { staff: 2 });
  const sql = postgres(database.adminUrl, { max: 1, onnotice: () => {} });
  const [one, two] = await Promise.all([serve(serverless, database), serve(serverless, database)]);
  await Promise.all(Array.from({ length: 10 }, (_, n) => book(house, n % 2 ? one : two)));
  const sent = async () => (await sql`select 1 from messages where status = 'sent'`).length;
  await expect.poll(sent, { timeout: 3 * limitMs }).toBe(10);
  await sql.end();
});

test("what a function left behind the cron finds, and only with its secret", async ({ database, serve, book }) => {
  const house = await openHouse(database);
  const sql = postgres(database.adminUrl, { max: 1, onnotice: () => {} });
  const cut = await serve({ ...serverless, TEST_FAULTS: "no-reactor" }, database);
  await book(house, cut);
  const { url } = await serve(serverless, database);
  const tick = (headers: Record<string, string>) => fetch(`${url}/api/cron/tick`, { headers });
  expect((await tick({})).status).toBe(401);
  expect((await tick({ authorization: "Bearer wrong" })).status).toBe(401);
  expect(await sql`select 1 from messages`).toEqual([]);
  await sql`update events set created_at = now() - interval '40 days' where seq = 1`;
  expect((await tick({ authorization: `Bearer ${testToken}` })).status).toBe(200);
  expect(await sql`select seq from events`).toEqual([{ seq: "2" }]);
  expect(await sql`select status from messages`).toEqual([{ status: "sent" }]);
  await sql.end();
});

test("a stream ends itself before its host would, and comes back without a gap", async ({
  house,
  serve,
  listen,
  book,
}) => {
  const server = await serve({ ...serverless, STREAM_MAX_SECONDS: "3", STREAMS_PER_USER: "1" });
  const desk = await listen(house, server);
  for (let round = 1; round <= 3; round++) {
    await book(house, server);
    await desk.until(({ closed }) => closed);
    expect(desk.complete).toBe(true);
    expect(desk.body.trimEnd()).toMatch(/\nretry: \d+$/);
    await book(house, server);
    await desk.open();
    expect(desk.status).toBe(200);
    await desk.until(({ seqs }) => seqs.length === round * 4);
  }
  expect(desk.seqs).toEqual(run(1, 12));
});
