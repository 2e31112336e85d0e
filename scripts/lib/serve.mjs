import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { get } from "node:http";
import { networkInterfaces } from "node:os";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { commandFile } from "./paths.mjs";

/**
 * What Node is told before it serves: with room for 32 MB of new objects instead of 16 it stops half as often to collect
 * them, which is what the slowest answers of a busy hour wait for. It may cost 48 MB.
 */
export const serverFlags = ["--max-semi-space-size=32"];

/**
 * Starts Next's server and waits until it answers.
 * @param {import("./processes.mjs").Supervisor} supervisor
 * @param {object} options
 * @param {"start" | "dev"} options.command
 * @param {number} options.port
 * @param {string} options.host
 * @param {NodeJS.ProcessEnv} options.env
 * @param {string} [options.logFile] where its words go; to the terminal when not given
 * @param {string[]} [options.more] further options of Next
 */
export async function serve(supervisor, { command, port, host, env, logFile, more = [] }) {
  const args = [...serverFlags, commandFile("next"), command, "-p", String(port), "-H", host, ...more];
  const output = logFile ? openLog(logFile) : "inherit";
  const server = supervisor.startNode(args, { env: { ...env, NEXT_TELEMETRY_DISABLED: "1" }, output });
  if (typeof output === "number") closeSync(output);
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => server.once("exit", (code) => resolve(code ?? 1)));
  await waitUntilLive(port, host, server, logFile);
  return { ended };
}

async function waitUntilLive(
  /** @type {number} */ port,
  /** @type {string} */ host,
  /** @type {import("node:child_process").ChildProcess} */ server,
  /** @type {string | undefined} */ logFile,
) {
  const address = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  const deadline = Date.now() + 120_000;
  while (!(await isLive(port, address))) {
    if (server.exitCode !== null || server.signalCode !== null) {
      throw new Error(`The server did not start.\n${logFile ? tail(logFile) : ""}`);
    }
    if (Date.now() > deadline) throw new Error(`The server does not answer on port ${port}.`);
    await sleep(40);
  }
}

/** @returns {Promise<boolean>} */
const isLive = (/** @type {number} */ port, /** @type {string} */ host) =>
  new Promise((resolve) => {
    const request = get({ host, port, path: "/api/health/live", timeout: 30_000, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.once("timeout", () => request.destroy());
    request.once("error", () => resolve(false));
  });

function openLog(/** @type {string} */ file) {
  mkdirSync(dirname(file), { recursive: true });
  return openSync(file, "w", 0o600);
}

const tail = (/** @type {string} */ file) => readFileSync(file, "utf8").split("\n").slice(-30).join("\n");

/** This machine's address in its own network, for a phone beside it. */
export function lanAddress() {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return addresses.find(({ family, internal }) => family === "IPv4" && !internal)?.address ?? "127.0.0.1";
}
