import { type IncomingMessage, Server, type ServerResponse } from "node:http";
import { secureCookies } from "@/lib/auth/session-cookie";
import { clientAddress, markAddress } from "@/lib/platform/client-address";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { singleton } from "@/lib/platform/singleton";
import { blamingUnreadArguments } from "@/lib/platform/unread-arguments";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import type { Place } from "./authorize";
import { enter, openStream, streamHeaders } from "./event-stream";
import type { Sink } from "./stream";

/** Only the one canonical spelling; everything else falls through to Next, whose handlers ask the same authorize(). */
const path =
  /^\/api\/(?:dashboard\/([0-9a-f-]{36})|public\/([a-z0-9-]{1,60})|b\/([\w-]{1,200})|portal\/([a-z0-9-]{1,60})|admin)\/stream(?:\?([^#]*))?$/;

function placeOf([, tenantId, slug, token, portal]: RegExpExecArray): Place {
  if (slug !== undefined) return { slug };
  if (token !== undefined) return { token };
  if (portal !== undefined) return { portal };
  return { tenantId: tenantId ?? platformTenantId };
}

/**
 * Lets event streams be answered on the raw response of Next's own server: measured, that costs what bare node:http
 * costs, where a route handler costs five times as much. Whatever the door declines goes to Next unchanged.
 */
export function installDoor(): void {
  if (env().RUNTIME === "serverless") return;
  singleton("door", () => {
    const emit = Server.prototype.emit;
    Server.prototype.emit = function (this: Server, event: string | symbol, ...args: unknown[]) {
      const pass = () => Reflect.apply(emit, this, [event, ...args]);
      if (event !== "request") return pass();
      const [request, response] = args as [IncomingMessage, ServerResponse];
      return takes(request, response) || blamingUnreadArguments(request, response, pass);
    } as typeof emit;
    return true;
  });
}

function takes(request: IncomingMessage, response: ServerResponse): boolean {
  markAddress(request.headers, request.socket.remoteAddress);
  // Once seen over https, never asked for over anything else.
  if (secureCookies()) response.setHeader("strict-transport-security", "max-age=63072000");
  return answer(request, response);
}

/** True when the door took the request. It decides at once and never throws. */
function answer(request: IncomingMessage, response: ServerResponse): boolean {
  if (!isReadable(request.url ?? "")) {
    refuse(response, 400, "this address cannot be read");
    return true;
  }
  // Dev does not reload instrumentation, so there the route handler serves.
  const serves = env().STREAM_DOOR === "on" && env().APP_MODE !== "dev";
  const found = serves && request.method === "GET" && request.url ? path.exec(request.url) : null;
  if (!found) return false;
  serve(request, response, placeOf(found), new URLSearchParams(found[5] ?? "")).catch((error) => {
    log().error({ err: error }, "stream not opened");
    if (response.headersSent) response.destroy();
    else refuse(response, 503, "come back in a moment");
  });
  return true;
}

/** Percent signs that mean nothing, which Next would answer as an error of ours. */
function isReadable(url: string): boolean {
  if (!url.includes("%")) return true;
  try {
    decodeURIComponent(url.split("?")[0] ?? "");
    return true;
  } catch {
    return false;
  }
}

async function serve(request: IncomingMessage, response: ServerResponse, wanted: Place, query: URLSearchParams) {
  const address = clientAddress(request.socket.remoteAddress, request.headers["x-forwarded-for"]);
  const entered = await enter(request.headers.cookie, wanted, address, request.headers.authorization);
  const isGone = response.destroyed || request.socket.destroyed;
  if ("status" in entered) return isGone ? undefined : refuse(response, entered.status, entered.text);
  if (isGone) return entered.leave();

  response.writeHead(200, { ...streamHeaders, "x-door": "node" });
  const lastEventId = request.headers["last-event-id"];
  const asked = { lastEventId: typeof lastEventId === "string" ? lastEventId : null, query };
  const leave = openStream(entered.listener, asked, responseSink(response), entered.leave);
  response.on("close", leave);
  response.on("error", leave);
}

function refuse(response: ServerResponse, status: number, text: string): void {
  const retry = status === 429 || status === 503 ? { "retry-after": "5" } : {};
  const plain = { "content-type": "text/plain", "x-content-type-options": "nosniff", "cache-control": "no-store" };
  response.writeHead(status, { ...plain, ...retry }).end(text);
}

const responseSink = (response: ServerResponse): Sink => ({
  door: "node",
  write: (bytes) => void response.write(bytes),
  backlog: () => response.writableLength,
  end: () => void response.end(),
  destroy: () => void response.destroy(),
});
