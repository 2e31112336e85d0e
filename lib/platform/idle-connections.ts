import { subscribe } from "node:diagnostics_channel";
import type { Server } from "node:http";
import { singleton } from "./singleton";

/** How long last answers may take to leave. */
const graceMs = 1_000;

/**
 * A server that stops waits for its connections, and a browser keeps one open for seconds after the answer that was
 * still on its way. Answers what to call when stopping: it closes those that have nothing more to say.
 */
export const closingIdleConnections = (): (() => void) =>
  singleton("idle-connections", () => {
    const servers = new Set<Server>();
    subscribe("http.server.request.start", (message) => servers.add((message as { server: Server }).server));
    return () => {
      setInterval(() => {
        for (const server of servers) server.closeIdleConnections();
      }, graceMs).unref();
    };
  });
