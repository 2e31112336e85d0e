// npm run bench:money: 10,000 payments (--quick: 500) through a Safaricom that fails in every way. See e2e/load/money.ts.
import { ensureInstalled } from "./lib/install.mjs";
import { commandFile } from "./lib/paths.mjs";
import { createSupervisor } from "./lib/processes.mjs";

const supervisor = createSupervisor({ exitCode: 130 });
await ensureInstalled();
const code = await supervisor.runNode(
  [commandFile("tsx"), "--conditions=react-server", "e2e/load/money.ts", ...process.argv.slice(2)],
  { env: { ...process.env, NODE_ENV: "production" }, patienceMs: 30_000 },
);
await supervisor.stop();
process.exit(code);
