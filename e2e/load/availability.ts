import { loadavg } from "node:os";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { preparing } from "@/db/preparing";
import { addDays, localDate, startOfDay } from "@/lib/platform/calendar";
import { fillMonth, type Month, zone } from "./busy-month";
import { startCluster } from "./database";
import { percentile, three } from "./numbers";

// A month of open times of a full salon, as the public page asks for it: what the server takes for it, beside reading the
// same rows of the same month by their index and nothing else. Options: --runs=200.

const runs = Number(process.argv.find((one) => one.startsWith("--runs="))?.slice(7) ?? 200);
const from = addDays(localDate(new Date(), zone), 1);
const days = 31;
const cluster = await startCluster();
try {
  let months: Month[] = [];
  await cluster.template(async ({ platformUrl }) => {
    months = [
      await fillMonth(platformUrl, { staff: 10, bookings: 2_000, from, days }),
      await fillMonth(platformUrl, { staff: 1, bookings: 100, from, days }),
      await fillMonth(platformUrl, { staff: 50, bookings: 3_000, from, days }),
    ];
  });
  await cluster.withCopy(({ appUrl, platformUrl }) => measure(appUrl, platformUrl, months));
} finally {
  await cluster.stop();
}

async function measure(appUrl: string, platformUrl: string, [ten, one, fifty]: Month[]): Promise<void> {
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
  const { withTenant } = await import("@/lib/tenancy/with-tenant");
  const { listOpenSlots } = await import("@/lib/bookings/list-open-slots");

  const ask = async (month: Month, service: number) => {
    const open = await withTenant(month.tenantId, { kind: "public", via: "page" }, (scope) =>
      listOpenSlots(scope, { serviceId: month.services[service]!.id, staffId: "any", from: month.from, to: month.to }),
    );
    if (!open.ok) throw new Error(open.refusal);
    return open.value.days.reduce((sum, day) => sum + day.slots.length, 0);
  };
  /** What anybody would have to read: the same people's and the same pool's time of that month, by the index. */
  const scan = (month: Month, service: number) =>
    client.begin(async (tx) => {
      await tx`select set_config('app.tenant_id', ${month.tenantId}, true)`;
      const [begin, end] = [addDays(month.from, -1), addDays(month.to, 2)].map((date) =>
        startOfDay(date, zone).toISOString(),
      );
      const { poolId } = month.services[service]!;
      return tx`
        select staff_id as owner, lower(span), upper(span) from occupancies where tenant_id = ${month.tenantId} and active
          and staff_id = any(${month.staffIds}::uuid[]) and ends_at > ${begin!} and lower(span) < ${end!}
        union all select resource_id, lower(span), upper(span) from occupancies where tenant_id = ${month.tenantId} and active
          and resource_id = ${poolId} and ends_at > ${begin!} and lower(span) < ${end!}`;
    });

  const ours: number[] = [];
  const floor: number[] = [];
  let slots = 0;
  let rows = 0;
  for (let run = -20; run < runs; run++) {
    const began = performance.now();
    const service = Math.abs(run) % 4;
    slots = await ask(ten!, service);
    const between = performance.now();
    rows = (await scan(ten!, service)).length;
    if (run < 0) continue;
    ours.push(between - began);
    floor.push(performance.now() - between);
  }
  const statements = async (month: Month) => {
    sent.length = 0;
    await ask(month, 1);
    return sent.filter((text) => !text.includes("set_config")).length;
  };
  const ratio = (share: number) => three(percentile(ours, share) / percentile(floor, share));
  const both = (of: number[]) => `p50 ${three(percentile(of, 0.5))} ms, p95 ${three(percentile(of, 0.95))} ms`;
  console.log(
    `one month, 10 staff, 2,000 bookings (${rows} rows read), 3 pools, gaps; ${slots} starts in the last answer; ${runs} runs, load ${three(loadavg()[0]!)}`,
  );
  console.log(`open times    ${both(ours)}  (target: p95 < 50 ms)`);
  console.log(`index scan    ${both(floor)}`);
  console.log(`ratio         p50 ${ratio(0.5)}, p95 ${ratio(0.95)}`);
  console.log(
    `statements    1 staff ${await statements(one!)}, 10 staff ${await statements(ten!)}, 50 staff ${await statements(fifty!)}  (target: at most 2)`,
  );
  await client.end();
}
