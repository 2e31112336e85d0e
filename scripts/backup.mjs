// npm run backup [-- FILE]: every row as of one instant, while the application goes on. Needs no pg_dump.
import { mkdirSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { report } from "./lib/arguments.mjs";
import { writeBackup } from "./lib/backup-write.mjs";
import { openOwnerDatabase } from "./lib/owner-database.mjs";
import { createSupervisor } from "./lib/processes.mjs";

const supervisor = createSupervisor({ exitCode: 130 });
const stamp = new Date().toISOString().slice(0, 19).replaceAll(":", "");
const file = resolve(process.argv[2] ?? `.data/backups/clientpulse-${stamp}.gz`);

try {
  const { default: postgres } = await import("postgres");
  const { name, env } = await openOwnerDatabase(supervisor);
  const sql = postgres(env.DATABASE_OWNER_URL, { max: 1, onnotice: () => {} });
  supervisor.onStop(() => sql.end({ timeout: 2 }));
  mkdirSync(dirname(file), { recursive: true });
  const rows = await writeBackup(sql, file);
  const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
  console.log(`Backed up ${name}: ${total} rows of ${Object.keys(rows).length} tables, ${statSync(file).size} bytes`);
  console.log(file);
  process.exitCode = 0;
} catch (error) {
  report(error);
  process.exitCode = 1;
}
await supervisor.stop();
process.exit();
