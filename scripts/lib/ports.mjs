import { createServer } from "node:net";
import { answers } from "../../db/embedded/loopback.mjs";

const TRIES = 100;

/**
 * The wanted port, or the next one that nobody uses.
 * @param {number} wanted
 * @param {string} host
 */
export async function firstFreePort(wanted, host) {
  for (let port = wanted; port < Math.min(wanted + TRIES, 65_536); port += 1) {
    if (await isFree(port, host)) return port;
  }
  throw new Error(`No free port from ${wanted} on. Set PORT to another one.`);
}

/**
 * Asks before it binds: a server on another address of this machine does not always forbid the binding (macOS),
 * and whoever answers on ::1 would take the browser's `localhost` away from us.
 * @param {number} port
 * @param {string} host
 */
export async function isFree(port, host) {
  const answered = await Promise.all(["127.0.0.1", "::1"].map((address) => answers(port, address)));
  return !answered.includes(true) && canBind(port, host);
}

/** @returns {Promise<boolean>} */
const canBind = (/** @type {number} */ port, /** @type {string} */ host) =>
  new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
