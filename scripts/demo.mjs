// npm run demo · npm run dev: everything, on this machine, from nothing. Options: --fresh --lan --dev
// DEMO_DATA_DIR keeps another demo's data beside this one's; DEMO_DIST_DIR serves a build as it is (the tests' own).
import { rmSync } from "node:fs";
import { join } from "node:path";
import { usersOf } from "../db/embedded/users.mjs";
import { fail, readFlags, readPort, report } from "./lib/arguments.mjs";
import { buildIfStale } from "./lib/build.mjs";
import { startDatabase } from "./lib/database.mjs";
import { withoutDotEnv } from "./lib/environment.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { commandFile, inRoot } from "./lib/paths.mjs";
import { firstFreePort } from "./lib/ports.mjs";
import { createSupervisor, endLeftovers } from "./lib/processes.mjs";
import { readSecrets } from "./lib/secrets.mjs";
import { lanAddress, serve } from "./lib/serve.mjs";
import { startSimulator } from "./lib/simulator.mjs";

const LOGINS = ["owner@amani.test", "manager@amani.test", "desk@amani.test", "staff@amani.test", "owner@baraka.test"];
const ADMIN = "admin@clientpulse.test";

const began = performance.now();
const flags = readFlags(["--dev", "--fresh", "--lan"]);
const dev = flags.has("--dev");
const lan = flags.has("--lan");
const dataDir = inRoot(process.env.DEMO_DATA_DIR || ".data");
const distDir = process.env.DEMO_DIST_DIR || ".next";
const notes = join(dataDir, "launchers");
const supervisor = createSupervisor({ notes });

try {
  await run();
} catch (error) {
  if (!supervisor.isStopping()) report(error);
  await supervisor.stop();
  process.exit(1);
}

async function run() {
  await ensureInstalled();
  await endLeftovers(notes);
  if (flags.has("--fresh")) await startOver();

  const secrets = await readSecrets(dataDir);
  const host = lan ? "0.0.0.0" : "127.0.0.1";
  const wanted = readPort(process.env.PORT, 3000);
  const port = await firstFreePort(wanted, host);
  if (port !== wanted) console.log(`Port ${wanted} is taken, so this is port ${port}.`);
  const url = `http://${lan ? lanAddress() : "localhost"}:${port}`;
  const password = lan ? secrets.lanPassword : "demo-clientpulse";

  const built = dev || process.env.DEMO_DIST_DIR ? "fresh" : await buildIfStale(supervisor, { distDir });
  if (built === "failed") throw new Error("The build failed; its message is above.");

  const database = await startDatabase(supervisor, dataDir, secrets);
  const env = withoutDotEnv({
    ...ownEnv(),
    ...database.serving,
    ...(distDir === ".next" ? {} : { NEXT_DIST_DIR: distDir }),
    APP_MODE: dev ? "dev" : "demo",
    APP_URL: url,
    NEXTAUTH_URL: url,
    AUTH_SECRET: secrets.authSecret,
    NEXTAUTH_SECRET: secrets.authSecret,
    ENCRYPTION_KEY: secrets.encryptionKey,
    CRON_SECRET: secrets.cronSecret,
    METRICS_TOKEN: secrets.metricsToken,
    DEMO_PASSWORD: password,
    FILES_DIR: join(dataDir, "files"),
    // They cost nothing here, and a room full of people tries it out.
    SMS_PER_PHONE: "1000000",
    SMS_PER_PREFIX: "1000000",
    SMS_PER_TENANT: "1000000",
    SMS_PER_DAY: "1000000",
  });
  const [simulator] = await Promise.all([
    startSimulator(supervisor, { port, env, distDir: dev ? null : distDir }),
    prepare({ ...env, ...database.owner }),
  ]);
  const logFile = dev ? undefined : join(dataDir, "app.log");
  const server = await serve(supervisor, {
    command: dev ? "dev" : "start",
    port,
    host,
    env: { ...env, ...simulator },
    ...(logFile && { logFile }),
  });
  sayReady(url, password);

  const code = await server.ended;
  if (!supervisor.isStopping())
    throw new Error(`The server ended by itself (${code}).${logFile ? ` See ${logFile}` : ""}`);
  // The signal handler is stopping the rest and ends this process.
  await new Promise(() => {});
}

/** Without the live settings that a shell or a .env of the same machine may hold: the demo is never mixed with them. */
function ownEnv() {
  const foreign =
    /^(DATABASE_|EMBEDDED$|NEXT_DIST_DIR$|TEST_|VERCEL|RUNTIME$|NODE_ENV$|WORKER$|STREAM|FILES_|S3_|EVENT_|POOL_|TRUSTED_|DARAJA_|MPESA_)/;
  const kept = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  return { ...Object.fromEntries(kept), NODE_ENV: dev ? "development" : "production" };
}

async function startOver() {
  if (usersOf(join(dataDir, "pg")).count() > 0)
    fail(`Another demo is using ${dataDir}. Stop it first, then start over.`);
  const { stopServer } = await import("../db/embedded/server.mjs");
  await stopServer(join(dataDir, "pg"));
  for (const name of ["pg", "pg.secret", "pg.log", "secrets.json", "app.log", "files"]) {
    rmSync(join(dataDir, name), { recursive: true, force: true });
  }
  console.log("Starting over with new data.");
}

async function prepare(/** @type {NodeJS.ProcessEnv} */ env) {
  const fromSources = [commandFile("tsx"), "--conditions=react-server", "db/prepare.ts"];
  const code = await supervisor.runNode(dev ? fromSources : [inRoot(distDir, "db/prepare.mjs")], { env });
  if (code !== 0) throw new Error("The database could not be prepared; the message is above.");
}

function sayReady(/** @type {string} */ url, /** @type {string} */ password) {
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`
ClientPulse is ready after ${seconds} s

  Book a visit       ${url}/book/amani
  Dashboard          ${url}/login
  Few rows           ${url}/book/baraka
  Customer's phone   ${url}/dev/phone

  Log in as          ${LOGINS.join("\n                     ")}
  Administration     ${ADMIN}
  Password           ${password}
${lan ? "\n  Everybody in this network can open it.\n" : ""}
Ctrl-C stops everything.`);
}
