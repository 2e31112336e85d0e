import { setTimeout as sleep } from "node:timers/promises";
import { answers, freePort } from "../../db/embedded/loopback.mjs";
import { commandFile, inRoot } from "./paths.mjs";

/**
 * Starts M-Pesa's simulator beside the server at `url` and says what the server has to know of it.
 * @param {import("./processes.mjs").Supervisor} supervisor
 * @param {{ port: number, env: NodeJS.ProcessEnv, distDir: string | null }} options no folder: from the sources
 */
export async function startSimulator(supervisor, { port, env, distDir }) {
  const own = await freePort();
  const program = distDir
    ? [inRoot(distDir, "simulator/main.mjs")]
    : [commandFile("tsx"), inRoot("lib/payments/simulator/main.ts")];
  const simulator = supervisor.startNode(program, {
    env: { ...env, SIMULATOR_PORT: String(own), SIMULATOR_TARGET: `http://127.0.0.1:${port}` },
    patienceMs: 1_000,
  });
  while (!(await answers(own))) {
    if (simulator.exitCode !== null) throw new Error("The M-Pesa simulator did not start; its message is above.");
    await sleep(20);
  }
  const base = `http://127.0.0.1:${own}`;
  const { pem } = await (await fetch(`${base}/_sim/certificate`)).json();
  return {
    DARAJA_BASE_URL: base,
    MPESA_CALLBACK_URL: "https://callbacks.clientpulse.test",
    MPESA_CERTIFICATE: pem,
  };
}
