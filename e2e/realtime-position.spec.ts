import { raw, request } from "./support/raw";
import { expect, type House, run, streamUrl, test } from "./support/realtime";
import { type Server, startServer } from "./support/server";

const resets = (body: string) => body.match(/^event: reset$/gm)?.length ?? 0;

for (const door of ["node", "next"] as const) {
  test.describe(`a position by the ${door} door`, () => {
    let own: Server | undefined;
    let url: string;
    test.beforeAll(async ({ app }) => {
      if (door === "next") own = await startServer(app.database, { STREAM_DOOR: "off" });
      url = own?.url ?? app.url;
    });
    test.afterAll(() => own?.kill());

    const hostile = {
      "of another epoch": "99-1",
      "from the future": "1-999999999",
      "before the beginning": "1--5",
      negative: "-1",
      "too large to count": `1-${"9".repeat(40)}`,
      garbage: "'; drop table events; --",
      "in another alphabet": "١-٢",
      "with a line break": "1-1\r\nid: 7",
      "of eight thousand bytes": "1-1".padEnd(8_000, "0"),
    };

    test("one that means nothing is answered with one reset to the head, and then life goes on", async ({
      house,
      listen,
      book,
    }) => {
      await book(house, { url });
      for (const [what, position] of Object.entries(hostile)) {
        const head = await headOf(url, house);
        // No client can send line breaks in a header; the address takes anything.
        const sendable = /^[ -~]*$/.test(position);
        const desk = await listen(house, { url, ...(sendable ? { lastEventId: position } : { after: position }) });
        expect(desk.frames, what).toMatchObject([
          { event: "reset", id: `1-${head}`, data: { seq: head } },
          { event: "level", id: `1-${head}` },
        ]);
        await book(house, { url });
        await desk.until(({ seqs }) => seqs.length === 2);
        expect(desk.seqs, what).toEqual([head + 1, head + 2]);
        desk.close();

        // What the reset said is a place to come back to: no second reset.
        const again = await listen(house, { url, lastEventId: `1-${head}` });
        expect(again.seqs, what).toEqual([head + 1, head + 2]);
        expect(resets(again.body), what).toBe(0);
        again.close();
      }
    });

    test("the header of a reconnect wins over the address of the first open", async ({ house, listen, book }) => {
      for (let n = 0; n < 3; n++) await book(house, { url });
      expect((await listen(house, { url, after: "1-2" })).seqs).toEqual(run(3, 6));
      expect((await listen(house, { url, after: "1-2", lastEventId: "1-5" })).seqs).toEqual([6]);
      expect((await listen(house, { url, after: "1-5", lastEventId: "1-2" })).seqs).toEqual(run(3, 6));
      const lost = await listen(house, { url, after: "1-5", lastEventId: "7-2" });
      expect([lost.seqs, resets(lost.body)]).toEqual([[], 1]);
      expect((await listen(house, { url })).seqs).toEqual([]);
    });

    test("a header that hides another header opens nothing foreign, and a megabyte of it ends at the server", async ({
      house,
    }) => {
      const path = new URL(streamUrl(url, house.tenantId)).pathname;
      const { cookie } = house.owner;
      const split = await raw(url, request(path, [`Cookie: ${cookie}`, "Last-Event-ID: 1-0\r\nX-Injected: yes"]));
      expect(split.status).toBe(200);
      expect(split.head).not.toContain("x-injected");
      // What it says is lost where the connection is cut while the rest is still on its way: then it is asked again.
      const huge = request(path, [`Cookie: ${cookie}`, `Last-Event-ID: ${"1".repeat(1_000_000)}`]);
      await expect(async () => expect((await raw(url, huge)).status).toBe(431)).toPass({ timeout: 10_000 });
      expect((await fetch(`${url}/api/health/live`)).status).toBe(200);
    });

    test("what is committed between a page and its stream arrives", async ({ house, listen, book }) => {
      await book(house, { url });
      const page = await stats(url, house);
      expect(page.position).toBe("1-2");
      await book(house, { url });
      expect((await listen(house, { url, after: page.position })).seqs).toEqual([3, 4]);
    });
  });
}

test("who came without a position and heard nothing yet knows where to come back to", async ({
  house,
  listen,
  book,
}) => {
  await book(house);
  const desk = await listen(house);
  expect(desk.lastId).toBe("1-2");
  desk.close();
  await book(house);
  const back = await listen(house, { lastEventId: desk.lastId! });
  await back.until(({ seqs }) => seqs.length === 2);
  expect(back.seqs).toEqual([3, 4]);
});

test("a page made by another process may know more than this one has heard", async ({ house, serve, listen, book }) => {
  const [quick, deaf] = await Promise.all([serve({ TEST_FAULTS: "drop-rings" }), serve({ TEST_FAULTS: "no-poll" })]);
  // A room that is open but has heard of nothing.
  (await listen(house, { url: deaf.url })).close();
  await book(house, { url: quick.url });
  const { position } = await stats(quick.url, house);
  const desk = await listen(house, { url: deaf.url, after: position });
  expect(desk.frames.map(({ event }) => event)).toEqual(["level"]);
});

test.describe("after retention", () => {
  const forget = (sql: import("postgres").Sql, house: House, upTo: number) =>
    sql`delete from events where tenant_id = ${house.tenantId} and seq <= ${upTo}`;

  test("a position that is too old gets one reset, no loop, and what follows", async ({ app, house, listen, book }) => {
    for (let n = 0; n < 4; n++) await book(house);
    await forget(app.sql, house, 5);
    const desk = await listen(house, { lastEventId: "1-2" });
    expect(desk.frames.map(({ event, id }) => [event, id])).toEqual([
      ["reset", "1-8"],
      ["level", "1-8"],
    ]);
    await book(house);
    await desk.until(({ seqs }) => seqs.length === 2);
    expect(desk.seqs).toEqual([9, 10]);
    desk.close();
    const again = await listen(house, { lastEventId: "1-8" });
    expect([again.seqs, resets(again.body)]).toEqual([[9, 10], 0]);
    // One that is old but still kept is no reason for a reset.
    const kept = await listen(house, { lastEventId: "1-5" });
    expect([kept.seqs, resets(kept.body)]).toEqual([run(6, 10), 0]);
  });

  test("an empty log resets once and goes on", async ({ app, house, listen, book }) => {
    await book(house);
    await forget(app.sql, house, 2);
    const desk = await listen(house, { lastEventId: "1-0" });
    expect(desk.frames.map(({ event, id }) => [event, id])).toEqual([
      ["reset", "1-2"],
      ["level", "1-2"],
    ]);
    await book(house);
    await desk.until(({ seqs }) => seqs.length === 2);
    expect([desk.seqs, resets(desk.body)]).toEqual([[3, 4], 1]);
  });

  test("open streams whose process slept through it reset once and go on", async ({
    app,
    house,
    serve,
    listen,
    book,
  }) => {
    const asleep = await serve({ TEST_FAULTS: "no-poll,drop-rings" });
    const desk = await listen(house, { url: asleep.url });
    await book(house, { url: asleep.url });
    await forget(app.sql, house, 1);
    // A ring from elsewhere wakes it.
    await book(house);
    await desk.until(({ frames }) => frames.some(({ event }) => event === "reset"));
    await book(house);
    await desk.until(({ lastId }) => lastId === "1-6");
    expect(resets(desk.body)).toBe(1);
    expect(desk.seqs).toEqual(run(7 - desk.seqs.length, 6));
  });

  test("a log restored from a backup has a new epoch, and everybody starts over once", async ({
    app,
    house,
    listen,
    book,
  }) => {
    for (let n = 0; n < 3; n++) await book(house);
    const desk = await listen(house, { lastEventId: "1-6" });
    await app.sql.begin(async (sql) => {
      await sql`delete from events where tenant_id = ${house.tenantId} and seq > 2`;
      await sql`update event_heads set epoch = 2, seq = 2 where tenant_id = ${house.tenantId}`;
    });
    await desk.until(({ lastId }) => lastId === "2-2");
    await book(house);
    await desk.until(({ seqs }) => seqs.length === 2);
    expect(desk.applied.map(({ id }) => id)).toEqual(["2-3", "2-4"]);
    expect(resets(desk.body)).toBe(1);
    desk.close();
    expect(resets((await listen(house, { lastEventId: "1-4" })).body)).toBe(1);
    expect(resets((await listen(house, { lastEventId: "2-2" })).body)).toBe(0);
  });
});

type Stats = { seq: number; position: string };
const stats = async (url: string, house: House): Promise<Stats> =>
  (await fetch(`${url}/api/dashboard/${house.tenantId}/stats`, { headers: { cookie: house.owner.cookie } })).json();
const headOf = async (url: string, house: House) => (await stats(url, house)).seq;
