import { newId } from "@/lib/platform/ids";
import { addMember, openHouse } from "./support/house";
import { expect, streamUrl, test } from "./support/realtime";
import { type Server, startServer } from "./support/server";

// Both doors answer alike: the raw one of a node server, and the route handler that serves where there is none.
for (const door of ["node", "next"] as const) {
  test.describe(`the stream by the ${door} door`, () => {
    let own: Server | undefined;
    let url: string;
    test.beforeAll(async ({ app }) => {
      if (door === "next") own = await startServer(app.database, { STREAM_DOOR: "off" });
      url = own?.url ?? app.url;
    });
    test.afterAll(() => own?.kill());

    test("says who answered, is neither cached nor buffered, and closes its connection at the end", async ({
      house,
      listen,
    }) => {
      const { status, headers } = await listen(house, { url });
      expect(status).toBe(200);
      expect(headers).toMatchObject({
        "x-door": door,
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-store, no-transform",
        "x-accel-buffering": "no",
        connection: "close",
      });
      expect(headers["content-encoding"]).toBeUndefined();
    });

    test("every event has its place, its name and what a toast needs", async ({ house, listen, book }) => {
      const desk = await listen(house, { url });
      const { id, startsAt } = await (await book(house, { url, name: "Zawadi" })).json();
      await desk.until(({ seqs }) => seqs.length === 2);

      const [added, placed] = desk.applied;
      expect(added).toMatchObject({ id: "1-1", event: "customer.added", data: { seq: 1, entity: "customer" } });
      expect(placed).toMatchObject({ id: "1-2", event: "booking.placed" });
      expect(placed?.data).toEqual({
        seq: 2,
        name: "booking.placed",
        at: expect.stringMatching(/^\d{4}-.*Z$/),
        title: "Zawadi booked Cut",
        message: expect.stringMatching(/\d\d:\d\d, new here$/),
        entity: "booking",
        entityId: id,
        // Ids only: for those who want to hear of their own work.
        staffIds: [expect.stringMatching(/^[0-9a-f-]{36}$/)],
        // Nobody with a login.
        by: null,
      });
      expect(Date.parse(startsAt)).toBeGreaterThan(Date.now());
      expect(desk.body).not.toContain("+254");
    });

    test("two dashboards of a business hear it, another business's hears nothing", async ({
      app,
      house,
      listen,
      book,
    }) => {
      const other = await openHouse(app.database);
      const manager = await addMember(app.database, house.tenantId, "manager");
      const [first, second, foreign] = await Promise.all([
        listen(house, { url }),
        listen(house, { url, as: manager }),
        listen(other, { url }),
      ]);
      await book(house, { url });
      await Promise.all([first, second].map((desk) => desk.until(({ seqs }) => seqs.length === 2)));
      // Its own event comes after the foreign one, so nothing can still be on its way.
      await book(other, { url });
      await foreign.until(({ seqs }) => seqs.length === 2);
      expect(foreign.applied.every(({ id }) => id === "1-1" || id === "1-2")).toBe(true);
      expect(foreign.body).not.toContain(first.applied[1]?.data.entityId);
      expect(first.applied.map(({ id }) => id)).toEqual(second.applied.map(({ id }) => id));
    });

    test("without a session 401; another's business and none at all give the same bytes", async ({ app, house }) => {
      const outsider = await openHouse(app.database);
      const ask = async (tenantId: string, cookie?: string) => {
        const answer = await fetch(streamUrl(url, tenantId), { headers: cookie ? { cookie } : {} });
        const headers = Object.fromEntries([...answer.headers].filter(([name]) => name !== "date"));
        return { status: answer.status, headers, body: await answer.text() };
      };
      expect((await ask(house.tenantId)).status).toBe(401);
      expect((await ask(house.tenantId, "clientpulse.session=forged")).status).toBe(401);

      const foreign = await ask(house.tenantId, outsider.owner.cookie);
      expect(foreign.status).toBe(404);
      expect(await ask(newId(), outsider.owner.cookie)).toEqual(foreign);
      expect(await ask("00000000-0000-0000-0000-000000000000", outsider.owner.cookie)).toEqual(foreign);
    });

    test("it is read with GET and nothing else", async ({ house }) => {
      for (const method of ["HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
        const { cookie } = house.owner;
        const answer = await fetch(streamUrl(url, house.tenantId), { method, headers: { cookie } });
        expect(method === "OPTIONS" ? [204, 405] : [405], method).toContain(answer.status);
        expect(answer.headers.get("content-type") ?? "").not.toContain("event-stream");
        await answer.body?.cancel();
      }
    });
  });
}
