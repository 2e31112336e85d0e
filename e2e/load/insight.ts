import { loadavg } from "node:os";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { preparing } from "@/db/preparing";
import type { House } from "@/db/testing/house";
import { busyYear } from "@/lib/analytics/testing/busy-year";
import { questions } from "@/lib/analytics/testing/questions";
import { localDate } from "@/lib/platform/calendar";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/tenancy/scope";
import { startCluster } from "./database";
import { percentile, three } from "./numbers";

// Every question of Today and the reports, asked of a house with 10,000 bookings, 2,000 customers and 8,000 visits that were
// charged and paid: how many statements, and how long, each with its transaction, beside one `select 1` in a transaction of
// its own. Options: --runs=100.

const runs = Number(process.argv.find((one) => one.startsWith("--runs="))?.slice(7) ?? 100);
const cluster = await startCluster();
try {
  let house: House | undefined;
  await cluster.template(async ({ adminUrl, platformUrl }) => {
    house = await busyYear(adminUrl, { bookings: 10_000, customers: 2_000, visits: 8_000 }, platformUrl);
  });
  await cluster.withCopy(({ appUrl, platformUrl }) => measure(appUrl, platformUrl, house!));
} finally {
  await cluster.stop();
}

async function measure(appUrl: string, platformUrl: string, { tenantId, serviceIds }: House): Promise<void> {
  Object.assign(process.env, {
    APP_MODE: "test",
    APP_URL: "http://localhost",
    AUTH_SECRET: "x".repeat(40),
    ENCRYPTION_KEY: "x".repeat(40),
    DATABASE_URL: appUrl,
    DATABASE_PLATFORM_URL: platformUrl,
    LOG_LEVEL: "silent",
  });
  const sent: string[] = [];
  const client = postgres(appUrl, { max: 1, onnotice: () => {} });
  const db = drizzle(preparing(client), { casing: "snake_case", logger: { logQuery: (text) => sent.push(text) } });
  // Planted where the code looks for its client.
  (globalThis as unknown as Record<symbol, unknown>)[Symbol.for("clientpulse.db")] = db;
  const { readTenant, withTenant } = await import("@/lib/tenancy/with-tenant");
  // As the worker has done by the next hour.
  const { keepDaySums } = await import("@/lib/analytics/keep-day-sums");
  const today = localDate(new Date(), "Africa/Nairobi");
  const keep = () => withTenant(tenantId, { kind: "system", job: "tidy" }, (scope) => keepDaySums(scope, today));
  while (await keep());
  const owner: Actor = { kind: "member", userId: newId(), role: "owner", staffId: null };
  const about = { serviceId: serviceIds[0]!, day: today };
  const floor = await timed(() => client.begin((tx) => tx`select 1`));
  console.log(
    `load ${loadavg()[0]!.toFixed(1)}; floor p50 ${three(floor.p50)} p95 ${three(floor.p95)} ms; ${runs} runs each\n`,
  );
  console.log("| what | statements | p50 ms | p95 ms | × floor | ≤ 50 ms |\n|---|---|---|---|---|---|");
  for (const { path, ask } of questions) {
    const once = () => readTenant(tenantId, owner, (scope) => ask(scope, about));
    await once();
    sent.length = 0;
    await once();
    const statements = sent.filter((text) => !/^set transaction|set_config\(/.test(text)).length;
    const { p50, p95 } = await timed(once);
    const met = p95 <= 50 ? "met" : "**missed**";
    console.log(`| \`${path}\` | ${statements} | ${three(p50)} | ${three(p95)} | ${three(p50 / floor.p50)} | ${met} |`);
  }
  await client.end();
}

async function timed(work: () => Promise<unknown>): Promise<{ p50: number; p95: number }> {
  const took: number[] = [];
  for (let run = -10; run < runs; run++) {
    const began = performance.now();
    await work();
    if (run >= 0) took.push(performance.now() - began);
  }
  return { p50: percentile(took, 0.5), p95: percentile(took, 0.95) };
}
