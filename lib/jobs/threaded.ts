import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Worker as Thread } from "node:worker_threads";
import { log } from "@/lib/platform/log";
import { singleton } from "@/lib/platform/singleton";
import { ring } from "@/lib/realtime/doorbell";
import type { Worker } from "./worker";

/** `life` counts the process's threads; `ended` is 1 while there is no thread to wait for. */
export type ThreadData = { life: number; ended: Int32Array };
export type ToThread = { ring: string } | "stop";
/** A tenant's log that a job has made grow. */
export type FromThread = { tenantId: string; seq: number };

const againMs = 1_000;
/** A process that was told to stop is to be gone within three seconds. */
const lastMs = 2_000;
/**
 * One more than the jobs at once (`concurrency` in worker.ts), each of which may open the platform's scope beside its own: with
 * as many as jobs all could hold one and wait for another for ever.
 */
const poolSize = "4";

/** The build's thread.mjs: beside the server of `next start`, or in the folder of the standalone one. */
export function threadFile(folder = process.cwd()): string | null {
  // A build may lie beside `next dev`, of other sources than those being worked on.
  if (process.env.NODE_ENV !== "production") return null;
  // Told to look away, or the bundler takes the whole project for what may be asked for here.
  const places = [join(/* turbopackIgnore: true */ folder, process.env.NEXT_DIST_DIR ?? ".next"), folder];
  const files = places.map((place) => join(/* turbopackIgnore: true */ place, "jobs/thread.mjs"));
  return files.find((file) => existsSync(/* turbopackIgnore: true */ file)) ?? null;
}

/** Runs the worker on a thread of its own; one that ends is followed by another. */
export function startThread(file: string): Worker {
  return singleton("worker", () => {
    // Asked for at run time: an import would let the bundler look for the thread's file.
    const { Worker } = process.getBuiltinModule("node:worker_threads");
    const ended = new Int32Array(new SharedArrayBuffer(4));
    let thread: Thread | null = null;
    let lives = 0;
    let stopping = false;

    const begin = () => {
      Atomics.store(ended, 0, 0);
      const workerData: ThreadData = { life: ++lives, ended };
      thread = new Worker(file, { workerData, env: { ...process.env, POOL_SIZE: poolSize } });
      thread.on("message", ({ tenantId, seq }: FromThread) => void ring(tenantId, seq));
      thread.on("error", (error) => log().error({ err: error }, "worker thread failed"));
      thread.once("exit", again);
    };
    const again = () => {
      Atomics.store(ended, 0, 1);
      thread = null;
      if (stopping) return;
      log().warn("worker thread ended, starting another");
      setTimeout(tryToBegin, againMs).unref();
    };
    const tryToBegin = () => {
      if (stopping) return;
      try {
        begin();
      } catch (error) {
        log().error({ err: error }, "worker thread not started");
        again();
      }
    };
    const tell = (message: ToThread) => thread?.postMessage(message);

    tryToBegin();
    return {
      // While there is no thread this is lost: the next one begins with a look at all.
      ring: (tenantId) => tell({ ring: tenantId }),
      stop: async () => {
        stopping = true;
        tell("stop");
        const until = Date.now() + lastMs;
        // Next ends the process as soon as the last answer is out. What is in hand then would lie locked for half a minute.
        process.once("exit", () => Atomics.wait(ended, 0, 0, Math.max(0, until - Date.now())));
      },
    };
  });
}
