import { randomBytes } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { listBinaries } from "@/db/embedded/binaries.mjs";
import { startPostgres } from "@/db/embedded.mjs";
import { migrate } from "@/db/migrate";
import { DATABASE, ensureDatabase, ensureRoles, roleUrls } from "@/db/roles.mjs";
import type { TestDatabase } from "@/db/testing/copies";

/** Another Postgres beside the one that all tests share: for those that break it, and those that need a stranger. */
export async function ownCluster(wanted: "embedded" | "system" = "embedded") {
  const folder = fileURLToPath(new URL(`../../.data-test/own-${randomBytes(4).toString("hex")}`, import.meta.url));
  mkdirSync(folder, { recursive: true });
  const source = listBinaries().some((found) => found.source === wanted) ? wanted : "embedded";
  const server = await startPostgres({ dataDir: `${folder}/pg`, source, settings: { fsync: "off" } });
  const passwords = { owner: secret(), app: secret(), platform: secret() };
  await ensureRoles(server.adminUrl(), passwords);
  await ensureDatabase(server.adminUrl(), DATABASE);
  const urls = roleUrls(server.adminUrl(), DATABASE, passwords);
  await migrate({ ownerUrl: urls.owner, platformUrl: urls.platform });
  const database: TestDatabase = {
    name: DATABASE,
    adminUrl: server.adminUrl(DATABASE),
    ownerUrl: urls.owner,
    appUrl: urls.app,
    platformUrl: urls.platform,
  };
  return {
    database,
    source,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const secret = () => randomBytes(16).toString("hex");
