// npm start: live mode. Migrates when the owner's URL is given, then serves without it.
import { existsSync } from "node:fs";
import { fail, readFlags, readPort, report } from "./lib/arguments.mjs";
import { isStale } from "./lib/build.mjs";
import { startDatabase } from "./lib/database.mjs";
import { inRoot, root } from "./lib/paths.mjs";
import { createSupervisor, endLeftovers } from "./lib/processes.mjs";
import { readSecrets } from "./lib/secrets.mjs";
import { serve } from "./lib/serve.mjs";

readFlags([]);
loadDotEnv();
const distDir = process.env.NEXT_DIST_DIR ?? ".next";
// Apart from the demo's folder, whose logins are known to everybody.
const dataDir = inRoot(".data-live");
const notes = inRoot(".data-live/launchers");
const embedded = process.env.EMBEDDED === "1";
checkReadiness();
const supervisor = createSupervisor(embedded ? { notes } : {});

try {
  await run();
} catch (error) {
  if (!supervisor.isStopping()) report(error);
  await supervisor.stop();
  process.exit(1);
}

async function run() {
  const { DATABASE_OWNER_URL, ...given } = process.env;
  /** @type {NodeJS.ProcessEnv} */
  let serving = { ...given, APP_MODE: given.APP_MODE || "live", NODE_ENV: "production" };
  // Set to nothing, or Next would take it from .env again.
  serving.DATABASE_OWNER_URL = "";
  serving.NEXTAUTH_URL = serving.APP_URL;
  serving.NEXTAUTH_SECRET = serving.AUTH_SECRET;
  let ownerUrl = DATABASE_OWNER_URL;
  if (embedded) {
    await endLeftovers(notes);
    const database = await startDatabase(supervisor, dataDir, await readSecrets(dataDir));
    serving = { ...serving, ...database.serving };
    ownerUrl = database.owner.DATABASE_OWNER_URL;
  }
  if (ownerUrl) await migrate({ ...serving, DATABASE_OWNER_URL: ownerUrl });

  const host = process.env.HOST || "0.0.0.0";
  const port = readPort(process.env.PORT, 3000);
  // Longer than a proxy keeps its connections (nginx 60 s), or it would send a request into a closing one.
  const more = ["--keepAliveTimeout", "75000"];
  const server = await serve(supervisor, { command: "start", port, host, env: serving, more });
  console.log(`ClientPulse serves ${serving.APP_URL} on ${host}:${port}`);
  const code = await server.ended;
  if (!supervisor.isStopping()) throw new Error(`The server ended by itself (${code}).`);
  await new Promise(() => {});
}

/** @param {NodeJS.ProcessEnv} env */
async function migrate(env) {
  const code = await supervisor.runNode([inRoot(distDir, "db/migrate.mjs")], { env });
  if (code !== 0) throw new Error("The migration failed; its message is above.");
}

/** What the shell says wins over .env, as everywhere. */
function loadDotEnv() {
  const file = inRoot(".env");
  if (existsSync(file)) process.loadEnvFile(file);
}

function checkReadiness() {
  if (!existsSync(inRoot(distDir, "BUILD_ID"))) fail("There is no build yet. Run: npm run build");
  if (isStale(root, distDir)) console.warn("The sources have changed since the build. Run: npm run build");
  const needed = ["APP_URL", "AUTH_SECRET", "ENCRYPTION_KEY", ...(embedded ? [] : ["DATABASE_URL"])];
  const missing = needed.filter((name) => !process.env[name]);
  if (missing.length > 0) {
    fail(`Live mode needs ${missing.join(", ")}; see .env.example. To look around without any: npm run demo`);
  }
}
