// Starts the standalone server: migrates when the owner's URL is given, then serves in this process without it.
// With `npm start` this stands beside no sources: only Node's built-ins and what the build brought along.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const { env } = process;
env.NODE_ENV = "production";
env.APP_MODE ||= "live";
if (env.APP_URL) env.NEXTAUTH_URL = env.APP_URL;
if (env.AUTH_SECRET) env.NEXTAUTH_SECRET = env.AUTH_SECRET;
// In a container HOSTNAME is the container's own name, which Next would bind to.
env.HOSTNAME = env.HOST || "0.0.0.0";
env.KEEP_ALIVE_TIMEOUT ||= "75000";

if (env.DATABASE_OWNER_URL) {
  const migrate = fileURLToPath(new URL("./db/migrate.mjs", import.meta.url));
  const { status } = spawnSync(process.execPath, [migrate], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
  delete env.DATABASE_OWNER_URL;
}

// Made by the build, so it is not there beside the sources.
const server = new URL("./server.js", import.meta.url).href;
await import(server);
