// npm run db:setup -- ADMIN_URL [DATABASE]: makes the roles and the database on any Postgres ≥ 15 and prints the URLs.
// The admin needs CREATEROLE and CREATEDB, no superuser. Passwords: DB_OWNER_PASSWORD, DB_APP_PASSWORD,
// DB_PLATFORM_PASSWORD, else random ones.
import { fail } from "./lib/arguments.mjs";
import { randomSecret } from "./lib/secrets.mjs";

const [given = process.env.DATABASE_ADMIN_URL, database = "clientpulse"] = process.argv.slice(2);
if (!given) fail("As whom? npm run db:setup -- postgres://admin:password@host:5432/postgres");
const { DB_OWNER_PASSWORD, DB_APP_PASSWORD, DB_PLATFORM_PASSWORD } = process.env;
const passwords = {
  owner: DB_OWNER_PASSWORD || randomSecret(),
  app: DB_APP_PASSWORD || randomSecret(),
  platform: DB_PLATFORM_PASSWORD || randomSecret(),
};

try {
  const { ensureDatabase, ensureRoles, roleUrls } = await import("../db/roles.mjs");
  await ensureRoles(given, passwords);
  await ensureDatabase(given, database);
  const urls = roleUrls(given, database, passwords);
  console.error(`The roles and the database "${database}" are ready. Roles that existed have new passwords.\n`);
  // On stdout alone, so that it can be sent into a file.
  console.log(`# The application. DATABASE_URL may go through a pooler, DATABASE_DIRECT_URL may not (it listens).
DATABASE_URL=${urls.app}
DATABASE_DIRECT_URL=${urls.app}
# The worker and the administration, across tenants.
DATABASE_PLATFORM_URL=${urls.platform}
# The migrate step only: npm start reads it and keeps it from the server.
DATABASE_OWNER_URL=${urls.owner}`);
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}
