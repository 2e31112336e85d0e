import { startCluster } from "./database";

// Payments through a simulated Safaricom that loses, repeats, delays, reorders, forges and alters what it posts, until the
// ledger is the till to the shilling. Ends with 1 when it is not. Options: --quick (500), --payments=N, --seed=N.

const option = (name: string) => {
  const given = process.argv.find((one) => one.startsWith(`--${name}=`))?.split("=")[1];
  return given === undefined ? undefined : Number(given);
};
const quick = process.argv.includes("--quick");
const payments = option("payments") ?? (quick ? 500 : 10_000);
const size = { payments, businesses: Math.max(1, Math.min(20, Math.round(payments / 100))), seed: option("seed") ?? 7 };

const cluster = await startCluster();
let isWell = false;
try {
  await cluster.template(async () => {});
  await cluster.withCopy(async ({ appUrl, platformUrl, adminUrl }) => {
    Object.assign(process.env, {
      APP_MODE: "test",
      APP_URL: "http://localhost:3000",
      AUTH_SECRET: "a secret of the bench alone, long enough",
      ENCRYPTION_KEY: "a key of the bench alone, that is long enough",
      DATABASE_URL: appUrl,
      DATABASE_PLATFORM_URL: platformUrl,
      TEST_ADMIN_URL: adminUrl,
      LOG_LEVEL: "silent",
    });
    const { inOneLine, isWhole, runChaos } = await import("@/lib/payments/testing/chaos");
    const { closeConnections } = await import("@/db/client");
    const { platformPool } = await import("@/db/platform-client");
    const began = performance.now();
    const report = await runChaos({ ...size, say: console.log });
    console.log(`planned: ${JSON.stringify(report.planned)}`);
    console.log(`came to: ${JSON.stringify(report.statuses)}`);
    const seconds = Math.round((performance.now() - began) / 1_000);
    console.log(`${size.businesses} businesses, seed ${size.seed}, ${seconds} s`);
    console.log(inOneLine(report));
    isWell = isWhole(report);
    await Promise.allSettled([closeConnections(), platformPool().end()]);
  });
} finally {
  await cluster.stop();
}
process.exit(isWell ? 0 : 1);
