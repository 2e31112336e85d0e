import type { Product, SimAccount } from "./accounts";
import { takeReversal, takeStatus } from "./later";
import { limitPushes, limitQueries } from "./limits";
import { error, gatewayPage, type Question, type Reply, tooMany } from "./reply";
import type { StkOptions } from "./stk-options";
import { processPush } from "./stk-push";
import { answerQuery } from "./stk-query";
import { pull, register, registerPull, simulateTyped } from "./typed";
import type { FaultKind, World } from "./world";

export type ApiOptions = StkOptions & { registersOnce: boolean };

/** The parts of a request that anything depends on. */
export type Asked = {
  method: string;
  path: string;
  search: URLSearchParams;
  authorization: string;
  json: boolean;
  text: string;
};

type Endpoint = {
  name: string;
  product: Product;
  /** How it refuses a token. */
  refuses: [status: number, code: string];
  limit?: (world: World, account: SimAccount, options: ApiOptions) => Reply | null;
  answer: (question: Question, options: ApiOptions) => Reply | Promise<Reply>;
};

const notFoundToken: Endpoint["refuses"] = [404, "404.001.03"];
const badToken: Endpoint["refuses"] = [400, "400.003.01"];
const registers = (hashes: boolean): Endpoint => ({
  name: "register",
  product: "c2b",
  refuses: badToken,
  answer: (question, { registersOnce }) => register(question, { hashes, once: registersOnce }),
});

const endpoints: Record<string, Endpoint> = {
  "/mpesa/stkpush/v1/processrequest": {
    name: "push",
    product: "stk",
    refuses: notFoundToken,
    limit: limitPushes,
    answer: processPush,
  },
  "/mpesa/stkpushquery/v1/query": {
    name: "query",
    product: "stk",
    refuses: badToken,
    limit: limitQueries,
    answer: answerQuery,
  },
  "/mpesa/c2b/v1/registerurl": registers(true),
  "/mpesa/c2b/v2/registerurl": registers(false),
  "/mpesa/c2b/v2/simulate": { name: "typed", product: "c2b", refuses: badToken, answer: simulateTyped },
  "/mpesa/reversal/v1/request": { name: "reversal", product: "reversal", refuses: notFoundToken, answer: takeReversal },
  "/mpesa/transactionstatus/v1/query": { name: "status", product: "status", refuses: badToken, answer: takeStatus },
  "/pulltransactions/v1/register": { name: "pull-register", product: "pull", refuses: badToken, answer: registerPull },
  "/pulltransactions/v1/query": { name: "pull", product: "pull", refuses: badToken, answer: pull },
};

export const nameOf = (path: string): string =>
  path === "/oauth/v1/generate" ? "oauth" : (endpoints[path]?.name ?? "unknown");

/** Safaricom's side, in the order in which it looks at things. */
export async function answerDaraja(world: World, asked: Asked, options: ApiOptions): Promise<Reply> {
  const fault = world.faults.find(({ endpoint, count }) => endpoint === nameOf(asked.path) && count > 0);
  if (fault) {
    fault.count -= 1;
    return broken(world, fault.kind);
  }
  if (asked.path === "/oauth/v1/generate") return giveToken(world, asked);
  const endpoint = endpoints[asked.path];
  if (endpoint && asked.method !== "POST") return error(world, 405, "405.001", `${asked.method} Method Not Allowed`);
  if (!endpoint) return error(world, 404, "404.001.01", "Resource not found");
  const account = bearer(world, asked.authorization);
  if (!account || account.products?.includes(endpoint.product) === false)
    return error(world, ...endpoint.refuses, "Invalid Access Token");
  const limited = endpoint.limit?.(world, account, options);
  if (limited) return limited;
  if (!asked.json) return error(world, 400, "400.002.02", "Bad Request - Invalid BusinessShortCode");
  const body = read(asked.text);
  if (!body) return error(world, 400, "400.002.05", "Invalid Request Payload");
  return endpoint.answer({ world, account, body }, options);
}

function read(text: string): Record<string, unknown> | null {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === "object" && body !== null && !Array.isArray(body) ? (body as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

const tokenSeconds = 3_599;

function giveToken(world: World, { method, search, authorization }: Asked): Reply {
  if (method !== "GET") return error(world, 405, "405.001", `${method} Method Not Allowed`);
  if (!authorization.startsWith("Basic ")) return error(world, 400, "400.008.01", "Invalid Authentication passed");
  if (search.get("grant_type") !== "client_credentials")
    return error(world, 400, "400.008.02", "Invalid grant type passed");
  const pair = Buffer.from(authorization.slice("Basic ".length), "base64").toString();
  const account = world.accounts.find((one) => pair === `${one.consumerKey}:${one.consumerSecret}`);
  if (!account) return { status: 400, body: "" };
  const token = world.random.text("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz0123456789", 28);
  world.tokens.set(token, { account, until: world.clock.now() + tokenSeconds * 1000 });
  return { status: 200, body: { access_token: token, expires_in: String(tokenSeconds) } };
}

function bearer(world: World, authorization: string): SimAccount | null {
  const token = /^Bearer (\S+)$/.exec(authorization)?.[1];
  const known = token ? world.tokens.get(token) : undefined;
  return known && world.clock.now() < known.until ? known.account : null;
}

function broken(world: World, kind: FaultKind): Reply {
  switch (kind) {
    case "429":
      return tooMany;
    case "500":
      return error(world, 500, "500.003.1001", "Internal Server Error");
    case "503html":
      return gatewayPage;
    case "timeout":
      return "hang";
    case "reset":
      return "reset";
  }
}
