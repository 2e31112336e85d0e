import { constants, setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { closeConnections } from "@/db/client";
import { platformPool } from "@/db/platform-client";
import { hasFault } from "@/lib/platform/env";
import { collectWhenQuiet } from "@/lib/platform/heap";
import { handRingsOn } from "@/lib/realtime/doorbell";
import { followDatabaseClock } from "@/lib/tenancy/follow-database-clock";
import type { FromThread, ThreadData, ToThread } from "./threaded";
import { startWorker } from "./worker";

// What the jobs' thread runs; the build makes one file of it and of all it needs. threaded.ts is the other side.
const { ended, life } = workerData as ThreadData;
const port = parentPort!;
const say = (message: FromThread) => port.postMessage(message);

// Whoever waits for an answer goes first. On Linux alone a thread has a priority of its own; elsewhere it would be the process's.
if (process.platform === "linux") setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

followDatabaseClock();
collectWhenQuiet();
handRingsOn((tenantId, seq) => say({ tenantId, seq }));
const worker = startWorker();
// Whatever was rung for before.
worker.ring("");

port.on("message", (told: ToThread) => {
  if (told === "stop") void end();
  else if (told.ring && life === 1 && hasFault("worker-dies")) throw new Error("a test wants the first thread dead");
  else worker.ring(told.ring);
});

async function end(): Promise<void> {
  await worker.stop();
  await Promise.allSettled([closeConnections(), platformPool().end()]);
  // The process may be waiting for this in its last moment, hearing no messages any more.
  Atomics.store(ended, 0, 1);
  Atomics.notify(ended, 0);
  port.close();
}
