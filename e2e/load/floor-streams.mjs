// The floor of a stream: node:http, the same rights asked once at the open (AUTHORISE=yes) or none, and one write of
// the same bytes for each open response when the doorbell names its business.
import { createServer } from "node:http";
import { decode } from "next-auth/jwt";
import postgres from "postgres";

const { DATABASE_URL = "", PORT, AUTH_SECRET = "", AUTHORISE, FRAME = "" } = process.env;
const sql = postgres(DATABASE_URL, { max: 10, onnotice: () => {}, connection: { application_name: "bench-floor" } });
const [before = "", after = ""] = FRAME.split("#");

/** @type {Map<string, Set<import("node:http").ServerResponse>>} */
const streams = new Map();

await sql.listen("clientpulse", (payload) => {
  for (const hint of payload.split(",")) {
    const [tenantId = "", seq] = hint.split(":");
    const frame = Buffer.from(`${before}${seq}${after}`);
    for (const response of streams.get(tenantId) ?? []) response.write(frame);
  }
});

async function authorised(/** @type {string} */ cookie, /** @type {string} */ tenantId) {
  const token = cookie.slice(cookie.indexOf("=") + 1);
  const claims = await decode({ token, secret: AUTH_SECRET });
  const sessionId = String(claims?.sid);
  const [right] = await sql`select session_id, tenant_id, user_id, role, staff_id
    from door_rights(${[sessionId]}::uuid[], ${[tenantId]}::uuid[], ${new Date()})`;
  return right !== undefined;
}

const server = createServer(async (request, response) => {
  const path = request.url?.split("?")[0]?.split("/") ?? [];
  const tenantId = path[3] ?? "";
  if (path[4] !== "stream") return response.writeHead(404).end();
  if (AUTHORISE === "yes" && !(await authorised(request.headers.cookie ?? "", tenantId))) {
    return response.writeHead(401).end();
  }
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store", connection: "close" });
  response.write("event: level\ndata: {}\n\n");
  const room = streams.get(tenantId) ?? new Set();
  streams.set(tenantId, room.add(response));
  response.on("close", () => room.delete(response));
});

server.listen(Number(PORT), "127.0.0.1");
