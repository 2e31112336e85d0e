import { mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { chooseEngine, ensureCluster, readPassword, SUPERUSER } from "./embedded/cluster.mjs";
import { withLock } from "./embedded/lock.mjs";
import { findServer, launchServer, stopServer } from "./embedded/server.mjs";
import { usersOf } from "./embedded/users.mjs";

/** Loopback TCP only: one way in, the same on every system. */
const DEFAULTS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: 200,
  timezone: "UTC",
  log_timezone: "UTC",
};

/**
 * @typedef {object} StartOptions
 * @property {string} dataDir made when missing; `.secret`, `.log`, `.lock` and `.users` stand beside it
 * @property {Record<string, string | number>} [settings] server settings, used when the server is started and not adopted
 * @property {"embedded" | "system"} [source] only these programs; otherwise the embedded ones, then the system's
 */

/**
 * @typedef {object} LocalPostgres
 * @property {(database?: string) => string} adminUrl the superuser's URL
 * @property {number} port
 * @property {number} pid
 * @property {boolean} adopted it was running already
 * @property {() => Promise<void>} stop leaves; the last one out stops the server and waits until it is gone
 */

/**
 * A local Postgres on this data folder: started, or adopted when one is running.
 * @param {StartOptions} options
 * @returns {Promise<LocalPostgres>}
 */
export async function startPostgres({ dataDir: given, settings = {}, source }) {
  const dataDir = resolve(given);
  mkdirSync(dirname(dataDir), { recursive: true });
  const users = usersOf(dataDir);
  return withLock(`${dataDir}.lock`, async () => {
    const running = await findServer(dataDir);
    const server = running ?? (await launch(dataDir, { ...DEFAULTS, ...settings }, source));
    const password = readPassword(dataDir);
    const leave = users.join();
    return {
      adminUrl: (database = "postgres") => `postgres://${SUPERUSER}:${password}@127.0.0.1:${server.port}/${database}`,
      port: server.port,
      pid: server.pid,
      adopted: running !== null,
      stop: () =>
        withLock(`${dataDir}.lock`, async () => {
          leave();
          if (users.count() === 0) await stopServer(dataDir);
        }),
    };
  });
}

async function launch(
  /** @type {string} */ dataDir,
  /** @type {Record<string, string | number>} */ settings,
  /** @type {"embedded" | "system" | undefined} */ source,
) {
  const engine = chooseEngine(dataDir, source);
  ensureCluster(engine, dataDir);
  return launchServer({ engine, dataDir, settings });
}
