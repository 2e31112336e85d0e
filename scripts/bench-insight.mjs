// npm run bench:insight: what Today and the reports take in a house with a full year behind it. See e2e/load/insight.ts.
import { ensureInstalled } from "./lib/install.mjs";
import { commandFile } from "./lib/paths.mjs";
import { createSupervisor } from "./lib/processes.mjs";

const supervisor = createSupervisor({ exitCode: 130 });
await ensureInstalled();
const code = await supervisor.runNode(
  [commandFile("tsx"), "--conditions=react-server", "e2e/load/insight.ts", ...process.argv.slice(2)],
  { env: { ...process.env, NODE_ENV: "production" }, patienceMs: 30_000 },
);
await supervisor.stop();
process.exit(code);
