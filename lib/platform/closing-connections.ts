import { subscribe } from "node:diagnostics_channel";
import type { Server } from "node:http";
import { singleton } from "./singleton";

/** How long last answers may take to leave. */
const graceMs = 1_000;
/** No statement may take longer; whoever has not taken the answer by then is not there to take it. */
const patienceMs = 6_000;

/**
 * A server that stops waits for its connections, and a browser keeps one open for seconds after the answer that was
 * still on its way. Answers what to call when stopping: it closes those that have nothing more to say, and in the end all.
 */
export const closingConnections = (): (() => void) =>
  singleton("closing-connections", () => {
    const servers = new Set<Server>();
    subscribe("http.server.request.start", (message) => servers.add((message as { server: Server }).server));
    const each = (work: (server: Server) => void) => () => servers.forEach(work);
    return () => {
      setInterval(
        each((server) => server.closeIdleConnections()),
        graceMs,
      ).unref();
      setTimeout(
        each((server) => server.closeAllConnections()),
        patienceMs,
      ).unref();
    };
  });
