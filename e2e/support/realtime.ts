import { randomUUID } from "node:crypto";
import type { TestDatabase } from "@/db/testing/copies";
import { bookByApi, newPhone, type Wish } from "./api";
import { type Member, openHouse } from "./house";
import { type Server, startServer } from "./server";
import { SseClient } from "./sse";
import { emptyDatabase, expect, test as withApp } from "./test";

export type House = Awaited<ReturnType<typeof openHouse>>;

type Ask = {
  url?: string;
  as?: Member;
  after?: string;
  lastEventId?: string;
  /** Reads nothing from the start. */
  asleep?: boolean;
};

type Tools = {
  /** A business that only this test knows, with an owner who is signed in. */
  house: House;
  /** A database that only this test's servers use. */
  database: TestDatabase;
  /** Another process of the app; it ends with the test. */
  serve(extra?: Record<string, string>, database?: TestDatabase): Promise<Server>;
  /** An open dashboard, as its owner unless said otherwise; it closes with the test. */
  listen(house: { tenantId: string; owner: Member }, ask?: Ask): Promise<SseClient>;
  /** Books the house's next free time. */
  book(house: House, ask?: { url?: string } & Partial<Wish>): Promise<Response>;
};

export const test = withApp.extend<Tools>({
  house: async ({ app }, use) => use(await openHouse(app.database, { staff: 2 })),

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures wanted from this pattern
  database: async ({}, use) => {
    const { database, drop } = await emptyDatabase();
    await use(database);
    await drop();
  },

  serve: async ({ app }, use) => {
    const servers: Server[] = [];
    await use(async (extra, database = app.database) => {
      const server = await startServer(database, extra);
      servers.push(server);
      return server;
    });
    await Promise.all(servers.map((server) => server.kill()));
  },

  listen: async ({ app }, use) => {
    const clients: SseClient[] = [];
    await use(async (house, { url = app.url, as = house.owner, after, lastEventId, asleep } = {}) => {
      const client = new SseClient(streamUrl(url, house.tenantId, after), as.cookie);
      clients.push(client);
      await client.open(lastEventId ?? null);
      if (asleep) client.pause();
      else if (client.status === 200) await client.level();
      return client;
    });
    for (const client of clients) client.close();
  },

  book: async ({ app }, use) =>
    use(async (house, { url = app.url, ...wish } = {}) => {
      const answer = await bookPatiently(url, house.slug, { ...house.wishes.next().value, ...wish });
      expect(answer.status, await answer.clone().text()).toBe(201);
      return answer;
    }),
});

export const streamUrl = (url: string, tenantId: string, after?: string): string =>
  `${url}/api/dashboard/${tenantId}/stream${after ? `?after=${encodeURIComponent(after)}` : ""}`;

/** As a client should: a busy house is asked again, with the same key. */
export async function bookPatiently(url: string, slug: string, wish: Wish): Promise<Response> {
  const keyed = { key: randomUUID(), phone: newPhone(), ...wish };
  for (let tries = 1; ; tries++) {
    const answer = await bookByApi(url, slug, keyed);
    if (answer.status !== 503 || tries === 10) return answer;
  }
}

/** The numbers from `first` to `last`, as a log without gaps has them. */
export const run = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, n) => first + n);

export { expect };
