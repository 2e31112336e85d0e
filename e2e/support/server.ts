import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, openSync } from "node:fs";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import type { TestDatabase } from "@/db/testing/copies";
import { simulatedCallbackUrl } from "@/lib/payments/simulator/start-simulator";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Names of files hold ids, so all tests may share a folder. */
export const testFiles = `${root}/.data-test/files`;
export const testSecret = "a secret that only the tests have, long enough";
export const testKey = "a key that only the tests have, long enough";
export const testToken = "a token that only the tests have";

export type Server = {
  url: string;
  port: number;
  pid: number;
  /** SIGTERM, and the exit it came to. */
  stop(): Promise<{ ms: number }>;
  /** SIGKILL, as a crash would. */
  kill(): Promise<void>;
};

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

/** The built app in a process of its own, as `next start` serves it; ready to be asked when this resolves. */
export async function startServer(
  database: TestDatabase,
  extra: Record<string, string> = {},
  wanted?: number,
): Promise<Server> {
  const port = wanted ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  mkdirSync(`${root}/.data-test/logs`, { recursive: true });
  const log = openSync(`${root}/.data-test/logs/${database.name}-${port}.log`, "a");
  const child = spawn(
    process.execPath,
    ["node_modules/next/dist/bin/next", "start", "-p", String(port), "-H", "127.0.0.1"],
    {
      cwd: root,
      stdio: ["ignore", log, log],
      env: {
        ...process.env,
        NODE_ENV: "production",
        NEXT_TELEMETRY_DISABLED: "1",
        NEXT_DIST_DIR: process.env.NEXT_DIST_DIR ?? ".next-test",
        APP_MODE: "test",
        APP_URL: url,
        NEXTAUTH_URL: url,
        AUTH_SECRET: testSecret,
        ENCRYPTION_KEY: testKey,
        // One address books for everybody here; the limits have tests of their own.
        BOOKINGS_PER_MINUTE: "100000",
        LOOKS_PER_MINUTE: "100000",
        OPEN_BOOKINGS_PER_PHONE: "1000",
        SIGN_INS_PER_ADDRESS: "10000",
        SMS_PER_PHONE: "1000000",
        SMS_PER_PREFIX: "1000000",
        SMS_PER_TENANT: "1000000",
        SMS_PER_DAY: "1000000",
        METRICS_TOKEN: testToken,
        CRON_SECRET: testToken,
        DATABASE_URL: database.appUrl,
        DATABASE_PLATFORM_URL: database.platformUrl,
        DATABASE_OWNER_URL: "",
        FILES_DIR: testFiles,
        LOG_LEVEL: "warn",
        // Nobody: tests that pay have a simulator, and none of them may reach Safaricom.
        DARAJA_BASE_URL: extra.APP_MODE === "live" ? "" : "http://127.0.0.1:9",
        MPESA_CALLBACK_URL: simulatedCallbackUrl,
        ...extra,
      },
    },
  );
  await answers(url, child).catch(async (error) => {
    await ended(child, "SIGKILL");
    throw error;
  });
  return {
    url,
    port,
    pid: child.pid!,
    stop: async () => {
      const began = performance.now();
      await ended(child, "SIGTERM");
      return { ms: performance.now() - began };
    },
    kill: () => ended(child, "SIGKILL"),
  };
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null)
      throw new Error(`the server ended with ${child.exitCode}; its log is in .data-test/logs`);
    const up = await fetch(`${url}/api/health/live`).then(
      (r) => r.ok,
      () => false,
    );
    if (up) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the server does not answer");
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, "exit");
  child.kill(signal);
  await exit;
}
