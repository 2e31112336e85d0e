import { type Browser, test as base, expect } from "@playwright/test";
import postgres from "postgres";
import { seedDemo } from "@/db/seed/demo";
import { ensureTemplate, startTestCluster } from "@/db/testing/cluster";
import { copyTemplate, dropDatabase, type TestDatabase } from "@/db/testing/copies";
import { type Simulator, startSimulator } from "@/lib/payments/simulator/start-simulator";
import { startInstances } from "./instances";
import { patient } from "./patient";
import { freePort, type Server, startServer, testFiles } from "./server";

export type App = Server & {
  database: TestDatabase;
  sql: postgres.Sql;
  tenants: Record<"amani" | "baraka", string>;
  /** M-Pesa in place of Safaricom's, for this server alone. */
  mpesa: Simulator;
};

/** A database of one's own, migrated and empty. */
export async function emptyDatabase(): Promise<{ database: TestDatabase; drop(): Promise<void> }> {
  const cluster = await startTestCluster();
  await ensureTemplate(cluster.adminUrl);
  const database = await copyTemplate(cluster.adminUrl);
  return {
    database,
    drop: async () => {
      await dropDatabase(cluster.adminUrl, database.name);
      await cluster.stop();
    },
  };
}

/** A database of one's own with the demo's two businesses. */
export async function demoDatabase(): ReturnType<typeof emptyDatabase> {
  const empty = await emptyDatabase();
  await seedDemo({
    platformUrl: empty.database.platformUrl,
    now: new Date(),
    password: "demo-clientpulse",
    files: testFiles,
  });
  return empty;
}

/** What the demo holds would run out in the middle of a long run, and be in the log of whoever looks just then. */
async function heldAllDay(sql: postgres.Sql): Promise<void> {
  await sql`update bookings set expires_at = expires_at + interval '1 day' where status = 'held'`;
  await sql`update occupancies o set expires_at = o.expires_at + interval '1 day' from booking_lines l
    join bookings b on b.tenant_id = l.tenant_id and b.id = l.booking_id and b.status = 'held'
    where l.tenant_id = o.tenant_id and l.id = o.booking_line_id`;
}

/** Each Playwright worker has the app in a process of its own, on a database of its own. */
export const test = base.extend<object, { app: App; browser: Browser; instances: number }>({
  instances: [1, { scope: "worker", option: true }],
  browser: [async ({ browser }, use) => use(patient(browser)), { scope: "worker" }],
  app: [
    async ({ instances }, use) => {
      const { database, drop } = await demoDatabase();
      const sql = postgres(database.adminUrl, { max: 3, onnotice: () => {} });
      await heldAllDay(sql);
      const rows = await sql<
        { slug: "amani" | "baraka"; id: string }[]
      >`select slug, id from tenants where kind = 'business'`;
      const port = await freePort();
      const callbackTarget = `http://127.0.0.1:${port}`;
      // Forty rounds of one request take a second.
      const mpesa = await startSimulator({ callbackTarget, seed: Date.now(), pushesPerSecond: 100 });
      const money = { DARAJA_BASE_URL: mpesa.url, MPESA_CERTIFICATE: mpesa.control.certificate() };
      const server = await (instances > 1
        ? startInstances(database, money, port, instances)
        : startServer(database, money, port));
      const tenants = Object.fromEntries(rows.map((row) => [row.slug, row.id])) as App["tenants"];
      await use({ ...server, database, sql, tenants, mpesa });
      await server.stop();
      await mpesa.stop();
      await sql.end({ timeout: 5 });
      await drop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  baseURL: async ({ app }, use) => use(app.url),
});

export { expect };
