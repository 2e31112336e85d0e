import { atHour } from "./support/api";
import { bookingToken } from "./support/booking-token";
import { expect, test } from "./support/realtime";
import { type Server, startServer } from "./support/server";
import { SseClient } from "./support/sse";

// What the public pages are told: that other times are free on a day, and nothing else.
for (const door of ["node", "next"] as const) {
  test.describe(`a page's stream by the ${door} door`, () => {
    let own: Server | undefined;
    let url: string;
    const off = door === "next" ? { STREAM_DOOR: "off" } : {};
    test.beforeAll(async ({ app }) => {
      if (door === "next") own = await startServer(app.database, off);
      url = own?.url ?? app.url;
    });
    test.afterAll(() => own?.kill());

    const opened: SseClient[] = [];
    const look = async (path: string, { since = Date.now() + 60_000, at = url } = {}) => {
      const client = new SseClient(`${at}/api/${path}/stream?since=${since}`, "");
      opened.push(client);
      await client.open();
      if (client.status === 200) await client.until(({ frames }) => frames.some(({ event }) => event === "level"));
      return client;
    };
    test.afterEach(() => {
      for (const client of opened.splice(0)) client.close();
    });
    const told = (client: SseClient) => client.frames.filter(({ event }) => event !== "beat" && event !== "level");

    test("says which days have changed, without a number, a name or an id", async ({ house, book }) => {
      const page = await look(`public/${house.slug}`);
      expect([page.status, page.headers["x-door"]]).toEqual([200, door]);
      expect(page.headers["cache-control"]).toBe("no-store, no-transform");
      const startsAt = atHour(3, 10);
      const booked = await (await book(house, { url, startsAt, name: "Zawadi" })).json();
      await page.until((client) => told(client).length === 1);
      const [frame] = told(page);
      expect(frame).toMatchObject({ id: null, event: "slots", data: { days: [startsAt.slice(0, 10)] } });
      expect(Object.keys(frame!.data)).toEqual(["days"]);
      // Somebody on the staff changed something: any day may be another now, and who it was is not said.
      await fetch(`${url}/api/dashboard/${house.tenantId}/staff/${house.staffIds[0]}`, {
        method: "PATCH",
        headers: { cookie: house.owner.cookie, origin: url, "content-type": "application/json" },
        body: JSON.stringify({ title: "Barber" }),
      });
      await page.until((client) => told(client).length === 2);
      expect(told(page)[1]).toMatchObject({ id: null, event: "slots", data: {} });
      for (const secret of [booked.id, house.staffIds[0]!, house.tenantId, "Zawadi", "254"])
        expect(page.body).not.toContain(secret);
      expect(page.body).not.toMatch(/^id:/m);
    });

    test("who comes back is told at once when the page is no longer right, and not otherwise", async ({
      house,
      book,
    }) => {
      const drawn = Date.now();
      await book(house, { url, startsAt: atHour(2, 15) });
      const late = await look(`public/${house.slug}`, { since: drawn });
      await late.until((client) => told(client).length === 1);
      expect(told(late)[0]).toMatchObject({ event: "slots", data: {} });
      const fresh = await look(`public/${house.slug}`);
      await book(house, { url, startsAt: atHour(3, 15) });
      await fresh.until((client) => told(client).length === 1);
      expect(told(fresh)[0]?.data).toEqual({ days: [atHour(3, 15).slice(0, 10)] });
    });

    test("the page of a booking hears of that booking and of no other", async ({ house, book }) => {
      const [mine, theirs] = [await book(house, { url }), await book(house, { url })];
      const [{ id }, other] = [await mine.json(), await theirs.json()];
      const page = await look(`b/${bookingToken(id)}`);
      expect(page.status).toBe(200);
      const cancel = (booking: string) =>
        fetch(`${url}/api/dashboard/${house.tenantId}/bookings/${booking}/changes`, {
          method: "POST",
          headers: { cookie: house.owner.cookie, origin: url, "content-type": "application/json" },
          body: JSON.stringify({ move: "cancel", from: "confirmed" }),
        });
      expect((await cancel(other.id)).status).toBeLessThan(300);
      await page.until((client) => told(client).length === 1);
      expect((await cancel(id)).status).toBeLessThan(300);
      await page.until((client) => told(client).some(({ event }) => event === "booking"));
      expect(told(page).map(({ event }) => event)).toEqual(["slots", "booking", "slots"].slice(0, told(page).length));
      expect(page.body).not.toContain(other.id);
      expect(page.body).not.toContain(id);
    });

    test("a suspended business's pages are cut within two seconds, and no new ones open", async ({ app, house }) => {
      const page = await look(`public/${house.slug}`);
      const began = performance.now();
      await app.sql`update tenants set status = 'suspended' where id = ${house.tenantId}`;
      await page.until(({ closed }) => closed, 2_000);
      expect(performance.now() - began).toBeLessThan(2_000);
      await expect.poll(async () => (await look(`public/${house.slug}`)).status, { timeout: 3_000 }).toBe(403);
      expect((await look("public/nobody-has-this")).status).toBe(404);
      expect((await look("b/made-up")).status).toBe(404);
    });

    test("a business's pages and an address have caps, apart from the dashboards", async ({ house, serve, listen }) => {
      const small = await serve({
        ...off,
        PAGE_STREAMS_PER_TENANT: "2",
        PAGE_STREAMS_PER_ADDRESS: "3",
        STREAMS_PER_TENANT: "1",
      });
      const [first] = [
        await look(`public/${house.slug}`, { at: small.url }),
        await look(`public/${house.slug}`, { at: small.url }),
      ];
      expect((await look(`public/${house.slug}`, { at: small.url })).status).toBe(429);
      expect((await listen(house, small)).status).toBe(200);
      first.close();
      await expect.poll(async () => (await look(`public/${house.slug}`, { at: small.url })).status).toBe(200);
    });
  });
}
