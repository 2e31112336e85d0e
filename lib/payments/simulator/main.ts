import { startSimulator } from "./start-simulator";

// In a process of its own, beside demo, dev and tests. Unset means live, as everywhere.
const { APP_MODE = "live", SIMULATOR_PORT, SIMULATOR_TARGET } = process.env;
if (APP_MODE === "live") throw new Error("The M-Pesa simulator does not run in live mode");

await startSimulator({
  port: Number(SIMULATOR_PORT ?? 0),
  callbackTarget: SIMULATOR_TARGET,
  // Receipts of an earlier run may be in the books already.
  seed: Date.now(),
});
