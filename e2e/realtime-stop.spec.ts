import { record } from "./support/log";
import { metric } from "./support/metrics";
import { expect, run, test } from "./support/realtime";
import { waitingForLocks } from "./support/waiting";

/** Promised within 3 s. */
const limitMs = 9_000;

if (process.env.TEST_SIZE !== "full") console.log("long replays: by the node door (by both in test:full)");
for (const door of ["node", "next"] as const) {
  test(`a stopping server ends 100 streams of the ${door} door in due form and is gone at once`, async ({
    app,
    house,
    serve,
    listen,
    book,
  }) => {
    const server = await serve({ STREAMS_PER_USER: "200", ...(door === "next" ? { STREAM_DOOR: "off" } : {}) });
    const desks = await Promise.all(Array.from({ length: 100 }, () => listen(house, server)));
    expect(await metric(server.url, "streams", { door })).toBe(100);

    // A booking on its way: it waits for the head of the log, which somebody else holds.
    const holder = await app.sql.reserve();
    await holder`begin`;
    await holder`select 1 from event_heads where tenant_id = ${house.tenantId} for update`;
    const booking = book(house, server);
    await expect.poll(() => waitingForLocks(app.sql, "event_heads")).toHaveLength(1);

    const gone = server.stop();
    await Promise.all(desks.map((desk) => desk.until(({ closed }) => closed, limitMs)));
    await holder`commit`;
    holder.release();
    expect((await booking).status).toBe(201);
    const { ms } = await gone;
    test.info().annotations.push({ type: "ms", description: `${Math.round(ms)}` });
    expect(ms).toBeLessThan(limitMs);
    for (const desk of desks) {
      expect(desk.complete).toBe(true);
      expect(desk.body.trimEnd()).toMatch(/\nretry: \d+$/);
    }
    // Spread, so that they do not all come back in the same moment.
    const waits = desks.map(({ body }) => Number(/\nretry: (\d+)\s*$/.exec(body)?.[1]));
    expect(new Set(waits).size).toBeGreaterThan(20);
    // What was booked in the last moment waits in the log for whoever comes back.
    expect((await listen(house, { lastEventId: "1-0" })).seqs).toEqual([1, 2]);
  });

  test(`a reader of the ${door} door that has stopped reading holds nobody up, and recovers by its place`, async ({
    app,
    house,
    serve,
    listen,
  }) => {
    const server = await serve(door === "next" ? { STREAM_DOOR: "off" } : {});
    const [asleep, awake] = await Promise.all([listen(house, server), listen(house, server)]);
    asleep.pause();
    let head = 0;
    const cut = () => metric(server.url, "stream_cuts_total", { why: "slow" });
    while (head < 8_000 && (await cut()) === 0) {
      head = await record(app.sql, house.tenantId, { count: 40, bytes: 4_000 });
      await awake.until(({ lastId }) => lastId === `1-${head}`);
    }
    expect(await cut()).toBe(1);
    expect(awake.seqs).toEqual(run(1, head));
    await expect.poll(() => metric(server.url, "streams")).toBe(1);

    asleep.resume();
    await asleep.until(({ closed }) => closed);
    await asleep.open();
    await asleep.until(({ lastId }) => lastId === `1-${head}`);
    expect(asleep.seqs).toEqual(run(1, head));
  });

  // What cuts a reader is the hub's own, whichever door stands before it.
  if (door === "node" || process.env.TEST_SIZE === "full")
    test(`a reader of the ${door} door that takes nothing of a long replay is cut, and a slow one gets all of it`, async ({
      app,
      house,
      serve,
      listen,
    }) => {
      const server = await serve(door === "next" ? { STREAM_DOOR: "off" } : {});
      let head = 0;
      for (let n = 0; n < 50; n++)
        head = await record(app.sql, house.tenantId, { count: 80, bytes: 4_000, ring: false });
      const [asleep, slow] = await Promise.all(
        [0, 1].map(() => listen(house, { url: server.url, lastEventId: "1-0", asleep: true })),
      );
      const breathing = setInterval(() => {
        slow!.resume();
        setTimeout(() => slow!.pause(), 50);
      }, 200);
      const cuts = () => metric(server.url, "stream_cuts_total", { why: "slow" });
      await expect.poll(cuts, { timeout: 45_000 }).toBe(1);
      clearInterval(breathing);
      slow!.resume();
      await slow!.until(({ lastId }) => lastId === `1-${head}`, 30_000);
      expect(slow!.seqs).toEqual(run(1, head));
      expect(asleep!.seqs.length).toBeLessThan(head);
    });

  test(`readers of the ${door} door that have stopped reading do not keep a server from stopping`, async ({
    app,
    house,
    serve,
    listen,
  }) => {
    const server = await serve(door === "next" ? { STREAM_DOOR: "off" } : {});
    const [live, awake] = await Promise.all([0, 1].map(() => listen(house, server)));
    live!.pause();
    let head = 0;
    for (let round = 0; round < 40; round++) head = await record(app.sql, house.tenantId, { count: 40, bytes: 4_000 });
    // The room has all of it, so that whoever comes now has it replayed.
    await awake!.until(({ lastId }) => lastId === `1-${head}`, 30_000);
    const cuts = () => metric(server.url, "stream_cuts_total");
    const cut = await cuts();
    // And one that stops in the middle of its replay.
    await listen(house, { ...server, lastEventId: "1-0", asleep: true });
    const written = await standsStill(() => metric(server.url, "deliveries_total", { wake: "replay" }));
    expect(written).toBeLessThan(1_600);
    // Nor has it been cut: it is there, and stuck.
    expect(await cuts()).toBe(cut);
    const { ms } = await server.stop();
    test.info().annotations.push({ type: "ms", description: `${Math.round(ms)}` });
    expect(ms).toBeLessThan(limitMs);
  });
}

/** The number that is counted up to, once it grows no more. */
async function standsStill(count: () => Promise<number>): Promise<number> {
  let counted = 0;
  const looked = async () => {
    const before = counted;
    counted = await count();
    return counted > 0 && counted === before ? "still" : `${counted} after ${before}`;
  };
  await expect.poll(looked, { intervals: [500], timeout: 40_000 }).toBe("still");
  return counted;
}
