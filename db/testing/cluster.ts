import { fileURLToPath } from "node:url";
import { startPostgres } from "../embedded.mjs";
import { migrate } from "../migrate";
import { ensureDatabase, ensureRoles } from "../roles.mjs";
import { inTurn, passwordsFor, templateName, urlsOf } from "./copies";

/** Postgres for tests, in a data folder of its own; what it loses in a power cut nobody misses. */
export async function startTestCluster() {
  const server = await startPostgres({
    dataDir: fileURLToPath(new URL("../../.data-test/pg", import.meta.url)),
    settings: { fsync: "off", max_connections: 400, shared_buffers: "256MB" },
  });
  const adminUrl = server.adminUrl("postgres");
  await ensureRoles(adminUrl, passwordsFor(adminUrl));
  return { adminUrl, stop: server.stop };
}

/** A migrated database that nothing connects to, from which the others are copied in a moment. */
export async function ensureTemplate(adminUrl: string): Promise<void> {
  await inTurn(adminUrl, async (sql) => {
    const name = templateName();
    const [there] = await sql`select datistemplate from pg_database where datname = ${name}`;
    if (there?.datistemplate) return;
    await ensureDatabase(adminUrl, name);
    const { ownerUrl, platformUrl } = urlsOf(adminUrl, name);
    await migrate({ ownerUrl, platformUrl });
    await sql.unsafe(`alter database ${name} with is_template true`);
  });
}
