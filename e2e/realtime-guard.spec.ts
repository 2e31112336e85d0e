import { addMember, openHouse } from "./support/house";
import { raw, request } from "./support/raw";
import { expect, streamUrl, test } from "./support/realtime";
import { type Server, startServer } from "./support/server";

for (const door of ["node", "next"] as const) {
  test.describe(`past the ${door} door`, () => {
    const off = door === "next" ? { STREAM_DOOR: "off" } : {};
    let own: Server | undefined;
    let url: string;
    test.beforeAll(async ({ app }) => {
      if (door === "next") own = await startServer(app.database, off);
      url = own?.url ?? app.url;
    });
    test.afterAll(() => own?.kill());

    test("no spelling of the address opens another business's stream", async ({ app, house }) => {
      const own = await openHouse(app.database);
      const opened: string[] = [];
      for (const cookie of [own.owner.cookie, undefined]) {
        for (const path of spellings(house.tenantId, own.tenantId)) {
          const { status, head } = await raw(url, request(path, cookie ? [`Cookie: ${cookie}`] : []));
          if (status === 200 && head.includes("event-stream")) opened.push(path);
        }
        for (const trick of headerTricks(house.tenantId, own.tenantId)) {
          const path = `/api/dashboard/${house.tenantId}/stream`;
          const { status, head } = await raw(url, request(path, [...(cookie ? [`Cookie: ${cookie}`] : []), trick]));
          if (status === 200 && head.includes("event-stream")) opened.push(trick);
        }
      }
      expect(opened).toEqual([]);
    });

    test("too many streams are refused with when to come back, and a closed one makes room", async ({
      house,
      serve,
      listen,
    }) => {
      const small = await serve({ ...off, STREAMS_PER_USER: "2" });
      const [first] = await Promise.all([listen(house, small), listen(house, small)]);
      const refused = await fetch(streamUrl(small.url, house.tenantId), { headers: { cookie: house.owner.cookie } });
      expect([refused.status, Number(refused.headers.get("retry-after"))]).toEqual([429, expect.any(Number)]);
      expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
      first.close();
      await expect.poll(async () => (await listen(house, small)).status).toBe(200);
    });

    test("a stream that the server ended gives its place back", async ({ app, house, serve, listen }) => {
      const small = await serve({ ...off, STREAMS_PER_USER: "1" });
      for (const role of ["manager", "owner", "front_desk"]) {
        const desk = await listen(house, small);
        expect(desk.status, role).toBe(200);
        await app.sql`update members set role = ${role} where user_id = ${house.owner.userId}`;
        await desk.until(({ closed }) => closed);
      }
      expect((await listen(house, small)).status).toBe(200);
    });
  });
}

test("a business and an address have their caps too", async ({ app, house, serve, listen }) => {
  const small = await serve({ STREAMS_PER_TENANT: "2", STREAMS_PER_ADDRESS: "3" });
  const [manager, other] = await Promise.all([
    addMember(app.database, house.tenantId, "manager"),
    openHouse(app.database),
  ]);
  await Promise.all([listen(house, small), listen(house, { ...small, as: manager })]);
  expect((await listen(house, small)).status).toBe(429);
  expect((await listen(other, small)).status).toBe(200);
  expect((await listen(other, small)).status).toBe(429);
});

test("an address is whom the socket says, whatever the caller writes", async ({ house, serve, listen }) => {
  const small = await serve({ STREAMS_PER_ADDRESS: "1" });
  await listen(house, small);
  const path = new URL(streamUrl(small.url, house.tenantId)).pathname;
  const forged = await raw(small.url, request(path, [`Cookie: ${house.owner.cookie}`, "X-Forwarded-For: 203.0.113.9"]));
  expect(forged.status).toBe(429);
});

const spellings = (theirs: string, mine: string): string[] => {
  const path = `/api/dashboard/${theirs}/stream`;
  const ours = `/api/dashboard/${mine}`;
  return [
    path,
    `/${path}`,
    `${path}/`,
    `${path}?after=1-0`,
    `${path}#f`,
    `${path};a=b`,
    `${path}.rsc`,
    `${path}?_rsc=1`,
    `${path}?nxtPtenantId=${mine}`,
    `${path}?tenantId=${mine}`,
    path.replace("/stream", "//stream"),
    path.replace("/stream", "/./stream"),
    path.replace("/stream", "\\stream"),
    path.replace("/stream", "/%73tream"),
    path.replace("/stream", "%2fstream"),
    path.replace("/stream", "/stream%00"),
    path.replace("/api", "/API"),
    path.replace("/api", "/x/../api"),
    path.replace("/api", "/%2e%2e/api"),
    `${ours}/../${theirs}/stream`,
    `${ours}/%2e%2e/${theirs}/stream`,
    `${ours}/..%2f${theirs}/stream`,
    `${ours}%2f..%2f${theirs}/stream`,
    `${ours},${theirs}/stream`,
    `${ours}%0d%0a${theirs}/stream`,
    `/api/dashboard/${theirs.toUpperCase()}/stream`,
    `/api/dashboard/${theirs.replaceAll("-", "")}/stream`,
    `/api/dashboard/{${theirs}}/stream`,
    `/api/dashboard/%7b${theirs}%7d/stream`,
    `/api/dashboard/${theirs.replace("-", "%2d")}/stream`,
    `http://localhost${path}`,
    `/_next/data/build${path}.json`,
  ];
};

const headerTricks = (theirs: string, mine: string): string[] => [
  "x-middleware-subrequest: middleware:middleware:middleware:middleware:middleware",
  `x-matched-path: /api/dashboard/${mine}/stream`,
  `x-invoke-path: /api/dashboard/${mine}/stream`,
  `x-invoke-query: ${encodeURIComponent(JSON.stringify({ tenantId: mine }))}`,
  `x-rewrite-url: /api/dashboard/${mine}/stream`,
  `x-original-url: /api/dashboard/${theirs}/stream`,
  `x-now-route-matches: 1=${mine}`,
  `x-tenant-id: ${mine}`,
  `x-http-method-override: GET`,
  "authorization: Bearer forged",
];
