// npm run restore -- FILE: a backup into an empty database, all of it or nothing. Stop the application before.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fail, report } from "./lib/arguments.mjs";
import { readBackup } from "./lib/backup-read.mjs";
import { migrate, openOwnerDatabase } from "./lib/owner-database.mjs";
import { createSupervisor } from "./lib/processes.mjs";

const given = process.argv[2];
if (!given) fail("Which one? npm run restore -- FILE");
const file = resolve(given);
if (!existsSync(file)) fail(`There is no ${file}.`);
const supervisor = createSupervisor({ exitCode: 130 });

try {
  const { default: postgres } = await import("postgres");
  const { name, env } = await openOwnerDatabase(supervisor);
  await migrate(supervisor, env);
  const sql = postgres(env.DATABASE_OWNER_URL, { max: 1, onnotice: () => {} });
  supervisor.onStop(() => sql.end({ timeout: 2 }));
  const { header, rows } = await readBackup(sql, file);
  const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
  console.log(`Restored ${total} rows of ${header.madeAt} into ${name}. Open dashboards will start afresh.`);
  process.exitCode = 0;
} catch (error) {
  report(error);
  process.exitCode = 1;
}
await supervisor.stop();
process.exit();
