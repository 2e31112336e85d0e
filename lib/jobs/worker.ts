import { randomUUID } from "node:crypto";
import { Logger, parseCronItems, type Runner, run, runOnce } from "graphile-worker";
import { platformPool } from "@/db/platform-client";
import { now } from "@/lib/platform/clock";
import { log } from "@/lib/platform/log";
import { singleton } from "@/lib/platform/singleton";
import { hub } from "@/lib/realtime/hub";
import { react, reactToAll } from "./reactor";
import { tasks } from "./tasks";

const sweepMs = 5_000;

const quietLogger = () =>
  new Logger(() => (level, message) => {
    if (level === "error" || level === "warning") log().warn({ from: "worker" }, message);
  });

const failed = (what: string) => (error: unknown) => log().warn({ err: error }, what);

/** Runs jobs in this process: woken by the doorbell, and sweeping for what no ring told of. */
export function startWorker(): { stop(): Promise<void> } {
  return singleton("worker", () => {
    const id = randomUUID();
    const runner = startRunner();
    hub().onRing((tenantId) => {
      (tenantId ? react(tenantId) : reactToAll()).catch(failed("events not reacted to"));
    });
    hub().start();
    const beat = () =>
      platformPool()
        .query(
          "insert into worker_heartbeats (id, beat_at) values ($1, $2) on conflict (id) do update set beat_at = excluded.beat_at",
          [id, now()],
        )
        .catch(failed("worker heartbeat not written"));
    void beat();
    const sweep = setInterval(() => {
      void beat();
      reactToAll().catch(failed("sweep failed"));
    }, sweepMs);
    return {
      stop: async () => {
        clearInterval(sweep);
        await (await runner).stop().catch(() => undefined);
      },
    };
  });
}

async function startRunner(): Promise<Runner> {
  for (;;) {
    try {
      return await run({
        pgPool: platformPool(),
        taskList: tasks,
        concurrency: 2,
        pollInterval: 2_000,
        noHandleSignals: true,
        logger: quietLogger(),
        parsedCronItems: parseCronItems([{ task: "tidy", match: "17 * * * *", identifier: "tidy" }]),
      });
    } catch (error) {
      // The database may come after us.
      failed("worker not started, trying again")(error);
      await new Promise((resolve) => setTimeout(resolve, 1_000).unref());
    }
  }
}

/** One tenant's reactions and every due job, now: after a request on serverless, where no worker runs. */
export async function runDueJobs(tenantId?: string): Promise<void> {
  await (tenantId ? react(tenantId) : reactToAll());
  await runOnce({ pgPool: platformPool(), taskList: tasks, noHandleSignals: true, logger: quietLogger() });
}
