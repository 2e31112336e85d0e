import { join } from "node:path";
import { startPostgres } from "../../db/embedded.mjs";

/**
 * The local database of a data folder, with its roles, as the environment that the server and the migrate step read.
 * @param {import("./processes.mjs").Supervisor} supervisor
 * @param {string} dataDir
 * @param {Record<import("./secrets.mjs").SecretName, string>} secrets
 */
export async function startDatabase(supervisor, dataDir, secrets) {
  const server = await startPostgres({ dataDir: join(dataDir, "pg") });
  supervisor.onStop(() => server.stop());
  // Not at the top: the `postgres` package may just have been installed.
  const { DATABASE, ensureDatabase, ensureRoles, roleUrls } = await import("../../db/roles.mjs");
  await ensureRoles(server.adminUrl(), secrets);
  await ensureDatabase(server.adminUrl(), DATABASE);
  const urls = roleUrls(server.adminUrl(), DATABASE, secrets);
  return {
    adopted: server.adopted,
    serving: { DATABASE_URL: urls.app, DATABASE_DIRECT_URL: urls.app, DATABASE_PLATFORM_URL: urls.platform },
    owner: { DATABASE_OWNER_URL: urls.owner },
  };
}
