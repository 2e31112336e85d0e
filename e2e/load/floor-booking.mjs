// The floor of a booking: node:http and postgres.js. It takes the product's request, writes the same rows in one
// transaction, notifies inside it, and writes what comes back to the streams of that business. It checks nothing.
import { createServer } from "node:http";
import { openPool, readRecipe, replayer, wishOf, writesOnly } from "./replay.mjs";

const { DATABASE_URL = "", PORT, RECIPE = "", TENANTS = "{}", STATEMENTS } = process.env;
/** @type {Record<string, string>} */
const tenantIds = JSON.parse(TENANTS);
const recipe = readRecipe(RECIPE);
const tenantPool = openPool(DATABASE_URL, 10);
const book = replayer(tenantPool, openPool(DATABASE_URL, 3), {
  ...(STATEMENTS === "writes" ? writesOnly(recipe) : recipe),
  // Its own bell is the one below.
  after: [],
});

/** @type {Map<string, Set<import("node:http").ServerResponse>>} */
const streams = new Map();

await tenantPool.listen("floor", (payload) => {
  const tenantId = payload.slice(0, 36);
  const frame = Buffer.from(payload.slice(37));
  for (const response of streams.get(tenantId) ?? []) response.write(frame);
});

const server = createServer(async (request, response) => {
  const path = request.url?.split("?")[0]?.split("/") ?? [];
  if (request.method === "GET" && path[5] === undefined && path[4] === "stream") return open(path[3] ?? "", response);
  if (request.method !== "POST" || path[4] !== "bookings") return response.writeHead(404).end();
  try {
    let text = "";
    for await (const part of request.setEncoding("utf8")) text += part;
    const wish = wishOf(path[3] ?? "", JSON.parse(text), String(request.headers["idempotency-key"]), tenantIds);
    const booked = await book(wish, (connection, value) => {
      const data = {
        seq: 1,
        name: "booking.placed",
        at: new Date().toISOString(),
        title: `${wish.name} booked Cut`,
        message: "Tue 24 Nov, 14:00",
        entity: "booking",
        entityId: value({ is: "id0" }),
      };
      const payload = `${wish.tenantId} id: 1-1\nevent: booking.placed\ndata: ${JSON.stringify(data)}\n\n`;
      return connection.unsafe("select pg_notify('floor', $1)", [payload], { prepare: true });
    });
    response.writeHead(201, { "content-type": "application/json" }).end(JSON.stringify(booked));
  } catch (error) {
    console.error(error);
    response.writeHead(500).end();
  }
});

function open(/** @type {string} */ tenantId, /** @type {import("node:http").ServerResponse} */ response) {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store", connection: "close" });
  response.write("event: level\ndata: {}\n\n");
  const room = streams.get(tenantId) ?? new Set();
  streams.set(tenantId, room.add(response));
  response.on("close", () => room.delete(response));
}

server.listen(Number(PORT), "127.0.0.1");
