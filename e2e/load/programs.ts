import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, openSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { freePort } from "@/e2e/support/server";
import { serverFlags } from "@/scripts/lib/serve.mjs";
import type { Made } from "./businesses";
import type { Database } from "./database";

const root = fileURLToPath(new URL("../..", import.meta.url));
const here = fileURLToPath(new URL(".", import.meta.url));
const next = "node_modules/next/dist/bin/next";
const logs = `${root}/.data-bench-logs`;

export const filesFolder = `${root}/.data-bench/files`;
export const secret = "what the benchmark signs its sessions with, 32+";

export type Program = {
  url: string;
  port: number;
  /** After two forced collections, in bytes. */
  memory(): Promise<{ rss: number; heapUsed: number }>;
  /** Processor time used so far, in microseconds. */
  cpu(): Promise<number>;
  stop(): Promise<void>;
};

type Env = Record<string, string | undefined>;

async function start(
  name: string,
  script: string,
  args: string[],
  env: Env,
  port: number,
  ready: string,
  flags: string[] = [],
) {
  mkdirSync(logs, { recursive: true });
  const log = openSync(`${logs}/${name}.log`, "a");
  const child = fork(script, args, {
    cwd: root,
    stdio: ["ignore", log, log, "ipc"],
    execArgv: [
      ...flags,
      ...(process.env.BENCH_NODE_ARGS?.split(" ") ?? []),
      "--expose-gc",
      "--import",
      `${here}/probe.mjs`,
    ],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      ...env,
    },
  });
  const url = `http://127.0.0.1:${port}`;
  await answers(url + ready, child, name);
  return {
    url,
    port,
    memory: async () => (await ask(child, "usage")) as { rss: number; heapUsed: number },
    cpu: async () => ((await ask(child, "cpu")) as { cpuMicros: number }).cpuMicros,
    stop: () => ended(child),
  };
}

async function ask(child: ChildProcess, what: string): Promise<unknown> {
  const answer = once(child, "message");
  child.send(what);
  return (await answer)[0];
}

async function answers(url: string, child: ChildProcess, name: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) throw new Error(`${name} ended with ${child.exitCode}; its log is in ${logs}`);
    // A floor program answers 404 here; the product must say that it is ready.
    const up = await fetch(url).then(
      (response) => response.ok || response.status === 404,
      () => false,
    );
    if (up) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${name} does not answer; its log is in ${logs}`);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, "exit");
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), 10_000);
  await exit;
  clearTimeout(late);
}

/** The product as it is deployed: the production build, door, worker and all. */
export async function startProduct(database: Database, extra: Record<string, string> = {}): Promise<Program> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    NEXT_DIST_DIR: process.env.NEXT_DIST_DIR,
    APP_MODE: "live",
    APP_URL: url,
    NEXTAUTH_URL: url,
    AUTH_SECRET: secret,
    ENCRYPTION_KEY: `${secret}, too`,
    DATABASE_URL: database.appUrl,
    DATABASE_PLATFORM_URL: database.platformUrl,
    FILES_DIR: filesFolder,
    LOG_LEVEL: "warn",
    // A thousand streams come from one address here.
    STREAMS_PER_ADDRESS: "5000",
    // Counted like anywhere else, only higher: everybody here has one address and books often.
    BOOKINGS_PER_MINUTE: "1000000",
    OPEN_BOOKINGS_PER_PHONE: "1000000",
    SMS_PER_PHONE: "1000000",
    SMS_PER_PREFIX: "1000000",
    SMS_PER_TENANT: "1000000",
    SMS_PER_DAY: "1000000",
    ...extra,
  };
  return start(
    "product",
    next,
    ["start", "-p", String(port), "-H", "127.0.0.1"],
    env,
    port,
    "/api/health/ready",
    serverFlags,
  );
}

const tenantsOf = (made: Made) =>
  JSON.stringify(Object.fromEntries(made.businesses.map(({ slug, tenantId }) => [slug, tenantId])));

export async function startFloorBooking(database: Database, made: Made, recipe: string, statements: "all" | "writes") {
  const port = await freePort();
  const env = {
    DATABASE_URL: database.appUrl,
    PORT: String(port),
    RECIPE: recipe,
    TENANTS: tenantsOf(made),
    STATEMENTS: statements,
  };
  return start("floor-booking", `${here}/floor-booking.mjs`, [], env, port, "/");
}

export async function startBareNext(database: Database, made: Made, recipe: string): Promise<Program> {
  const port = await freePort();
  const env = { DATABASE_URL: database.appUrl, RECIPE: recipe, TENANTS: tenantsOf(made) };
  const args = ["start", "e2e/load/bare-next", "-p", String(port), "-H", "127.0.0.1"];
  return start("bare-next", next, args, env, port, "/");
}

export async function startFloorStreams(database: Database, authorise: boolean, frame: string): Promise<Program> {
  const port = await freePort();
  const env = {
    DATABASE_URL: database.appUrl,
    PORT: String(port),
    AUTH_SECRET: secret,
    AUTHORISE: authorise ? "yes" : "no",
    FRAME: frame,
  };
  return start("floor-streams", `${here}/floor-streams.mjs`, [], env, port, "/");
}
