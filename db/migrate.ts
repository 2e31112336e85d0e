import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as runDrizzle } from "drizzle-orm/postgres-js/migrator";
import { runMigrations as runWorkerMigrations } from "graphile-worker";
import postgres from "postgres";

const lockKey = 7_130_402_115;

/**
 * Brings the schema to head as the owner, then the job queue's as the platform role that owns it.
 * Several instances may start at once: an advisory lock lets one work and the others wait.
 */
export async function migrate(
  urls: { ownerUrl: string; platformUrl?: string | undefined },
  folder = defaultFolder(),
): Promise<void> {
  const owner = postgres(urls.ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await owner`select pg_advisory_lock(${lockKey})`;
    await runDrizzle(drizzle(owner), { migrationsFolder: folder });
    // Readiness compares the migrations applied with the ones it was built with.
    await owner.unsafe(
      "grant usage on schema drizzle to clientpulse_app; grant select on drizzle.__drizzle_migrations to clientpulse_app",
    );
    if (urls.platformUrl) await runWorkerMigrations({ connectionString: urls.platformUrl });
  } finally {
    await owner.end();
  }
}

const defaultFolder = () => fileURLToPath(new URL("./migrations", import.meta.url));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const ownerUrl = process.env.DATABASE_OWNER_URL;
  if (!ownerUrl) throw new Error("DATABASE_OWNER_URL is needed to migrate");
  await migrate({ ownerUrl, platformUrl: process.env.DATABASE_PLATFORM_URL });
  console.log("database is up to date");
}
