import { randomUUID } from "node:crypto";
import { EventEmitter } from "node:events";
import {
  Logger,
  parseCronItems,
  type Runner,
  type RunnerOptions,
  run,
  runOnce,
  type WorkerEvents,
} from "graphile-worker";
import { platformPool } from "@/db/platform-client";
import { tellFailed } from "@/lib/admin/tell-failed";
import { now } from "@/lib/platform/clock";
import { log } from "@/lib/platform/log";
import { singleton } from "@/lib/platform/singleton";
import { queueClosed } from "./delete-closed";
import { queueDeliveries } from "./deliveries";
import { queueDue, queueExpired } from "./due";
import { react, reactSoon, reactToAll } from "./reactor";
import { renewLinks } from "./renew-links";
import { tasks } from "./tasks";

const sweepMs = 5_000;
/** A runner that has begun to end gets so long for it. */
const endingMs = 10_000;

const quietLogger = () =>
  new Logger(() => (level, message) => {
    if (level === "error" || level === "warning") log().warn({ from: "worker" }, message);
  });

const failed = (what: string) => (error: unknown) => log().warn({ err: error }, what);

export type Worker = {
  /** A tenant's log has grown; an empty id means: rings may have been missed. */
  ring(tenantId: string): void;
  /** Takes no more jobs; resolves when those in hand are done. */
  stop(): Promise<void>;
};

/** Runs jobs on this thread: woken by the doorbell, and sweeping for what no ring told of. */
export function startWorker(): Worker {
  return singleton("worker", () => {
    const id = randomUUID();
    const beat = () =>
      platformPool()
        .query(
          "insert into worker_heartbeats (id, beat_at) values ($1, $2) on conflict (id) do update set beat_at = excluded.beat_at",
          [id, now()],
        )
        .catch(failed("worker heartbeat not written"));
    const runner = keepRunning(() => {
      void beat();
      renewLinks().catch(failed("links of bookings not renewed"));
    });
    const sweep = setInterval(() => {
      if (runner.running) void beat();
      Promise.all([
        freeAbandonedJobs(),
        reactToAll(),
        queueExpired(),
        queueDue(),
        queueDeliveries(),
        queueClosed(),
      ]).catch(failed("sweep failed"));
    }, sweepMs);
    return {
      ring: (tenantId) => {
        if (tenantId) reactSoon(tenantId);
        else reactToAll().catch(failed("events not reacted to"));
      },
      stop: async () => {
        clearInterval(sweep);
        await runner.stop();
      },
    };
  });
}

/** Runs jobs until told to stop: the database may come after us, and whatever ends a runner, another one follows. */
function keepRunning(started: () => void) {
  let runner: Runner | null = null;
  let stopped = false;
  const { events, told } = tellingOfFailures();
  const runOn = async () => {
    while (!stopped) {
      try {
        runner = await run(settings(events));
        started();
        if (stopped) await runner.stop();
        await endOf(runner, events);
      } catch (error) {
        failed("worker ended, starting another")(error);
      }
      runner = null;
      if (!stopped) await new Promise((resolve) => setTimeout(resolve, 1_000).unref());
    }
  };
  void runOn();
  return {
    get running() {
      return runner !== null;
    },
    stop: async () => {
      stopped = true;
      await runner?.stop().catch(() => undefined);
      await told();
    },
  };
}

/**
 * Where two jobs' ends could not be written down while it looked for more, graphile-worker waits for itself for ever: it is
 * left behind then, and jobs that it still holds are freed with those of dead workers.
 */
function endOf(runner: Runner, events: WorkerEvents): Promise<void> {
  return new Promise((resolve, reject) => {
    let patience: NodeJS.Timeout | undefined;
    const giveUp = () => {
      runner.stop().catch(() => undefined);
      reject(new Error("a worker did not come to its end"));
    };
    const ending = () => {
      patience = setTimeout(giveUp, endingMs).unref();
    };
    events.once("pool:gracefulShutdown", ending);
    runner.promise.then(resolve, reject).finally(() => {
      clearTimeout(patience);
      events.off("pool:gracefulShutdown", ending);
    });
  });
}

/** What is given up is told to whoever runs the platform. `told` waits for those that are being told. */
function tellingOfFailures(): { events: WorkerEvents; told(): Promise<unknown> } {
  const events: WorkerEvents = new EventEmitter();
  const telling = new Set<Promise<void>>();
  events.on("job:failed", ({ job }) => {
    const one = tellFailed(String(job.id))
      .catch(failed("failure of a job not told"))
      .finally(() => telling.delete(one));
    telling.add(one);
  });
  return { events, told: () => Promise.all(telling) };
}

const settings = (events: WorkerEvents): RunnerOptions => ({
  pgPool: platformPool(),
  taskList: tasks,
  events,
  // Two may wait for somebody outside, a provider or a phone, and reactions go on beside them.
  concurrency: 3,
  pollInterval: 2_000,
  // A busy hour's jobs are fetched and finished in handfuls: one question for ten of them.
  preset: { worker: { localQueue: { size: 10 }, completeJobBatchDelay: 0 } },
  noHandleSignals: true,
  logger: quietLogger(),
  parsedCronItems: parseCronItems([{ task: "tidy", match: "17 * * * *", identifier: "tidy" }]),
});

/** A worker that was killed leaves its jobs locked for hours. Ours take seconds, and none minds running twice. */
const freeAbandonedJobs = () =>
  platformPool().query(`
    select graphile_worker.force_unlock_workers(array_agg(locked_by)) from graphile_worker.jobs
    where locked_at < now() - interval '30 seconds' having count(*) > 0`);

/** One tenant's reactions and every due job, now: after a request on serverless, where no worker runs. */
export async function runDueJobs(tenantId?: string): Promise<void> {
  await Promise.all([
    queueExpired(),
    queueDue(),
    queueDeliveries(),
    queueClosed(),
    ...(tenantId ? [react(tenantId)] : [freeAbandonedJobs(), reactToAll()]),
  ]);
  const { events, told } = tellingOfFailures();
  await runOnce({ pgPool: platformPool(), taskList: tasks, events, noHandleSignals: true, logger: quietLogger() });
  await told();
}
