import { sideSql } from "@/db/client";
import journal from "@/db/migrations/meta/_journal.json";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { hub } from "@/lib/realtime/hub";

const workerSilentMs = 20_000;

/** Why this process should get no traffic; empty when it should. */
export async function reasonsNotReady(): Promise<string[]> {
  const reasons: string[] = [];
  try {
    const [state] = await withinMs(
      2_000,
      sideSql()<{ migrated: string | null; beat: Date | null }[]>`
      select (select max(created_at) from drizzle.__drizzle_migrations) as migrated,
        (select max(beat_at) from worker_heartbeats) as beat`,
    );
    const head = Math.max(...journal.entries.map((entry) => entry.when));
    if (Number(state?.migrated ?? 0) < head) reasons.push("migrations are behind this build");
    const silent = !state?.beat || now().getTime() - state.beat.getTime() > workerSilentMs;
    if (env().RUNTIME === "node" && env().WORKER === "on" && silent) reasons.push("no worker has a heartbeat");
  } catch {
    reasons.push("the database does not answer");
  }
  if (env().RUNTIME === "node" && !hub().listening) reasons.push("not listening to the database");
  if (hub().closing) reasons.push("stopping");
  return reasons;
}

async function withinMs<T>(ms: number, work: PromiseLike<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("too late")), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
