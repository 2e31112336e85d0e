import { randomUUID } from "node:crypto";
import { bookByApi, newPhone, type Wish } from "./support/api";
import { openHouse } from "./support/house";
import { bookPatiently, expect, type House, test } from "./support/realtime";
import type { App } from "./support/test";
import { waitingForLocks } from "./support/waiting";

const keyed = (house: House): Wish & { key: string } => ({
  ...house.wishes.next().value,
  key: randomUUID(),
  phone: newPhone(),
});

const read = async (answer: Response) => ({ status: answer.status, body: await answer.text() });

/** What there is of it in the end: one of everything that a booking makes. */
async function expectOnce(app: App, house: House, times = 1) {
  const count = async (table: string, where = "true") => {
    const [row] = await app.sql.unsafe<{ count: number }[]>(
      `select count(*)::int as count from ${table} where tenant_id = '${house.tenantId}' and ${where}`,
    );
    return row?.count;
  };
  expect(await count("bookings")).toBe(times);
  expect(await count("occupancies")).toBe(times);
  expect(await count("events", "name = 'booking.placed'")).toBe(times);
  expect(await count("notifications")).toBe(times);
  await expect.poll(() => count("messages", "status = 'sent'")).toBe(times);
}

test("50 posts at once with one key are one booking and 50 equal answers", async ({ app, house }) => {
  const wish = keyed(house);
  const answers = await Promise.all(
    Array.from({ length: 50 }, async () => read(await bookPatiently(app.url, house.slug, wish))),
  );
  expect(new Set(answers.map(({ status, body }) => `${status} ${body}`)).size).toBe(1);
  expect(answers[0]).toEqual({ status: 201, body: expect.stringContaining('"reference"') });
  await expectOnce(app, house);
});

test("the same when two processes share them", async ({ app, house, serve }) => {
  const other = await serve();
  const wish = keyed(house);
  const urls = Array.from({ length: 50 }, (_, n) => (n % 2 ? app.url : other.url));
  const answers = await Promise.all(urls.map(async (url) => read(await bookPatiently(url, house.slug, wish))));
  expect(new Set(answers.map(({ status, body }) => `${status} ${body}`)).size).toBe(1);
  expect(answers[0]?.status).toBe(201);
  await expectOnce(app, house);
});

test("a server killed after it booked: another gives the same answer", async ({ app, house, serve }) => {
  const wish = keyed(house);
  const doomed = await serve();
  const first = await read(await bookPatiently(doomed.url, house.slug, wish));
  await doomed.kill();
  const next = await serve();
  expect(await read(await bookPatiently(next.url, house.slug, wish))).toEqual(first);
  expect(first.status).toBe(201);
  await expectOnce(app, house);
});

test("a server killed in the middle of booking: asking another with the same key books once", async ({
  app,
  house,
  serve,
}) => {
  const wish = keyed(house);
  const doomed = await serve();
  const holder = await app.sql.reserve();
  await holder`begin`;
  await holder`select 1 from event_heads where tenant_id = ${house.tenantId} for update`;
  const lost = bookByApi(doomed.url, house.slug, wish).then(read, () => "no answer");
  await expect.poll(() => waitingForLocks(app.sql, "event_heads")).toHaveLength(1);
  await doomed.kill();
  expect(await lost).toBe("no answer");
  await holder`commit`;
  holder.release();

  const answers = [];
  for (let n = 0; n < 2; n++) answers.push(await read(await bookPatiently(app.url, house.slug, wish)));
  expect(answers[0]?.status).toBe(201);
  expect(answers[1]).toEqual(answers[0]);
  await expectOnce(app, house);
});

test("a key that comes back with another wish is refused, before and at the same time", async ({ app, house }) => {
  const wish = keyed(house);
  const first = await read(await bookPatiently(app.url, house.slug, wish));
  expect(first.status).toBe(201);
  for (const change of [{ name: "Somebody else" }, { phone: newPhone() }, keyed(house)]) {
    const refused = await read(await bookPatiently(app.url, house.slug, { ...wish, ...change, key: wish.key }));
    expect([refused.status, JSON.parse(refused.body).code]).toEqual([422, "key_reused"]);
    expect(refused.body).not.toContain(JSON.parse(first.body).reference);
  }

  const key = randomUUID();
  const answers = await Promise.all(
    [keyed(house), keyed(house)].map(
      async (other) => (await bookPatiently(app.url, house.slug, { ...other, key })).status,
    ),
  );
  expect(answers.sort()).toEqual([201, 422]);
  await expectOnce(app, house, 2);
});

test("one key at two businesses is two keys", async ({ app, house }) => {
  const other = await openHouse(app.database);
  const { key } = keyed(house);
  const [here, there] = await Promise.all(
    [house, other].map(async (one) => (await bookPatiently(app.url, one.slug, { ...keyed(one), key })).json()),
  );
  expect(here.id).not.toBe(there.id);
  await expectOnce(app, house);
  await expectOnce(app, other);
});
