import { after } from "next/server";
import { setupLink } from "@/lib/admin/first-admin";
import { startThread, threadFile } from "@/lib/jobs/threaded";
import { runDueJobs, startWorker } from "@/lib/jobs/worker";
import { closingConnections } from "@/lib/platform/closing-connections";
import { env } from "@/lib/platform/env";
import { collectWhenQuiet, lookThroughHeapLess } from "@/lib/platform/heap";
import { log } from "@/lib/platform/log";
import { installDoor } from "@/lib/realtime/door";
import { hub } from "@/lib/realtime/hub";
import { onCommit } from "@/lib/tenancy/after-commit";
import { followDatabaseClock } from "@/lib/tenancy/follow-database-clock";
import { checkServingRole } from "@/lib/tenancy/serving-role";

/** Once per process, before the first request. Next would go on after an error and answer 500: what may not serve ends. */
export async function start(): Promise<void> {
  try {
    await prepare();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

async function prepare(): Promise<void> {
  installDoor();
  await checkServingRole();
  followDatabaseClock();
  await offerSetup();
  if (env().RUNTIME === "serverless") {
    onCommit((tenantId) =>
      after(() => runDueJobs(tenantId).catch((error) => log().error({ err: error }, "reactions left to the cron"))),
    );
    return;
  }
  lookThroughHeapLess();
  collectWhenQuiet();
  const worker = env().WORKER === "on" ? startJobs() : null;
  hub().start();
  const closeConnections = closingConnections();
  const stop = () => {
    hub().stop();
    closeConnections();
    void worker?.stop();
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

/** Beside the requests, on a thread of their own; `next dev` has built none. */
function startJobs() {
  const file = threadFile();
  const worker = file ? startThread(file) : startWorker();
  hub().onRing(worker.ring);
  return worker;
}

/** An installation that has no admin yet is set up by whoever reads its log. */
async function offerSetup(): Promise<void> {
  try {
    const link = await setupLink();
    if (link) console.log(`There is no platform admin yet. Make the first one: ${link}`);
  } catch (error) {
    log().warn({ err: error }, "whether there is a platform admin is not known");
  }
}
