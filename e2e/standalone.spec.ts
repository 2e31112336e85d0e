import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { ensureTemplate, startTestCluster } from "@/db/testing/cluster";
import { newDatabase } from "@/db/testing/copies";
import { freePort, testSecret } from "./support/server";
import { expect, test } from "./support/test";

// What the Docker image holds: the server copied out of the tree, where it can lean on nothing of ours.
test("the standalone server, moved out of the tree, migrates an empty database and serves", async () => {
  const cluster = await startTestCluster();
  await ensureTemplate(cluster.adminUrl);
  const database = await newDatabase(cluster.adminUrl);
  const folder = mkdtempSync(join(tmpdir(), "clientpulse-standalone-"));
  const root = fileURLToPath(new URL("..", import.meta.url));
  const distDir = process.env.NEXT_DIST_DIR ?? ".next-test";
  const copied = spawnSync(process.execPath, ["scripts/standalone.mjs", folder], {
    cwd: root,
    env: { ...process.env, NEXT_DIST_DIR: distDir },
    encoding: "utf8",
  });
  expect(copied.status, copied.stderr).toBe(0);
  // A path that the bundler cannot read makes it take the sources along.
  for (const source of ["app", "lib"]) expect(existsSync(join(folder, source))).toBe(false);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const log = openSync(join(folder, "log"), "a");
  const server = spawn(process.execPath, ["start.mjs"], {
    cwd: folder,
    stdio: ["ignore", log, log],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      PORT: String(port),
      APP_MODE: "live",
      APP_URL: url,
      AUTH_SECRET: testSecret.replace("a secret", "Another one"),
      ENCRYPTION_KEY: testSecret.replace("a secret", "One more"),
      DATABASE_URL: database.appUrl,
      DATABASE_PLATFORM_URL: database.platformUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
    },
  });
  const ready = async () => (await fetch(`${url}/api/health/ready`).catch(() => null))?.status;
  await expect.poll(ready, { timeout: 60_000 }).toBe(200);
  const home = await fetch(url);
  expect(home.status).toBe(200);
  const html = await home.text();
  const script = /src="(\/_next\/static\/[^"]+\.js)"/.exec(html)?.[1];
  expect((await fetch(`${url}${script}`)).status).toBe(200);
  expect((await fetch(`${url}/book/amani`)).status).toBe(404);
  // The jobs' thread was found as well.
  const sql = postgres(cluster.adminUrl, { max: 1, onnotice: () => {} });
  const sessions = () => sql`select 1 from pg_stat_activity
    where application_name = 'clientpulse-jobs' and datname = ${database.name}`;
  await expect.poll(async () => (await sessions()).length).toBeGreaterThan(0);
  await sql.end();
  // No demo in live mode.
  expect(await (await fetch(`${url}/login`)).text()).not.toContain("amani.test");
  const gone = once(server, "exit");
  server.kill("SIGTERM");
  await gone;
  rmSync(folder, { recursive: true, force: true });
  await cluster.stop();
});
