import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type SimAccount, simulatedAccounts } from "./accounts";
import { certificate } from "./certificate";
import { type Control, control } from "./control";
import { answerControl } from "./control-doors";
import { type ApiOptions, answerDaraja, nameOf } from "./daraja-api";
import { seeded } from "./random";
import type { Reply } from "./reply";
import { type SimClock, simClock } from "./sim-clock";
import { emptied, note, type World } from "./world";

/** The one address that the simulator believes to be the public one. Nobody can own a name that ends in .test. */
export const simulatedCallbackUrl = "https://callbacks.clientpulse.test";

export type SimulatorOptions = Partial<ApiOptions> & {
  port?: number;
  /** Where the app listens on this machine. Without it callbacks lead nowhere. */
  callbackTarget?: string | undefined;
  accounts?: SimAccount[];
  clock?: SimClock;
  seed?: number;
};

export type Simulator = { url: string; port: number; control: Control; stop(): Promise<void> };

/** Safaricom, and the phones of all customers, on this machine. No money is anywhere near it. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  if (process.env.APP_MODE === "live") throw new Error("The M-Pesa simulator does not run in live mode");
  const { pem, opened } = certificate();
  const world: World = {
    ...emptied(),
    clock: options.clock ?? simClock(),
    random: seeded(options.seed ?? 1),
    accounts: options.accounts ?? Object.values(simulatedAccounts),
    route: (url) => mapped(url, options.callbackTarget),
    opened,
  };
  const sim = control(world, pem);
  const api: ApiOptions = {
    headless: options.headless ?? false,
    strictTimestamps: options.strictTimestamps ?? true,
    queryGapMs: options.queryGapMs ?? 12_000,
    pushesPerSecond: options.pushesPerSecond ?? 20,
    flaps: options.flaps ?? 0,
    registersOnce: options.registersOnce ?? false,
    choose: options.choose,
  };
  const server = createServer((request, response) => {
    respond(world, sim, api, request, response).catch((fault) => {
      console.error("simulator:", fault instanceof Error ? fault.message : fault);
      response.destroy();
    });
  });
  server.keepAliveTimeout = 60_000;
  server.listen(options.port ?? 0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    control: sim,
    async stop() {
      world.clock.stop();
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function mapped(url: string, target: string | undefined): string | null {
  const { origin, pathname, search } = new URL(url);
  return target && origin === simulatedCallbackUrl ? `${target}${pathname}${search}` : null;
}

async function respond(
  world: World,
  sim: Control,
  api: ApiOptions,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const began = performance.now();
  const { pathname: path, searchParams: search } = new URL(request.url ?? "/", "http://simulator");
  const method = request.method ?? "GET";
  const text = await bodyOf(request);
  if (path === "/_sim" || path.startsWith("/_sim/")) {
    const { status, body } = await controlled(sim, request, { method, path, text });
    return answer(response, { status, body });
  }
  const { authorization = "", "content-type": type = "" } = request.headers;
  const asked = { method, path, search, authorization, json: type.includes("application/json"), text };
  const reply = await answerDaraja(world, asked, api);
  const ms = Math.round(performance.now() - began);
  note(world, { what: nameOf(path), status: typeof reply === "string" ? null : reply.status, ms, ...codeOf(reply) });
  answer(response, reply);
}

const codeOf = (reply: Reply): { code?: string } => {
  const code = typeof reply === "object" && (reply.body as { errorCode?: unknown }).errorCode;
  return typeof code === "string" ? { code } : {};
};

/** A page in somebody's browser may reach this machine; it says where it comes from, or calls it by another name. */
async function controlled(
  sim: Control,
  { headers }: IncomingMessage,
  asked: { method: string; path: string; text: string },
): Promise<{ status: number; body: unknown }> {
  if (headers.origin || !/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(headers.host ?? ""))
    return { status: 403, body: { ok: false } };
  return answerControl(sim, asked);
}

function answer(response: ServerResponse, reply: Reply): void {
  if (reply === "hang") return;
  if (reply === "reset") {
    response.socket?.destroy();
    return;
  }
  const { status, body, html } = reply;
  response.writeHead(status, { "content-type": html ? "text/html" : "application/json;charset=UTF-8" });
  response.end(typeof body === "string" ? body : JSON.stringify(body));
}

const longestBody = 1_000_000;

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > longestBody) throw new Error("a body that is too long");
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
}
