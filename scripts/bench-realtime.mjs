// npm run bench:realtime: builds when the build is stale, then measures. Options: see e2e/load/realtime.ts.
import { existsSync, statSync } from "node:fs";
import { fail } from "./lib/arguments.mjs";
import { benchInBrowser } from "./lib/bench.mjs";
import { commandFile, inRoot } from "./lib/paths.mjs";

const BARE = "e2e/load/bare-next";

await benchInBrowser("e2e/load/realtime.ts", async (supervisor, env) => {
  if (isBareStale() && (await supervisor.runNode([commandFile("next"), "build", BARE], { env })) !== 0)
    fail("The bare handler's build failed; its message is above.");
  return {};
});

function isBareStale() {
  const built = inRoot(BARE, ".next/BUILD_ID");
  if (!existsSync(built)) return true;
  const sources = [`${BARE}/app/api/public/[slug]/bookings/route.js`, `${BARE}/next.config.js`, "e2e/load/replay.mjs"];
  return [...sources, "package-lock.json"].some((file) => statSync(inRoot(file)).mtimeMs > statSync(built).mtimeMs);
}
