import "server-only";
import type { Socket } from "node:net";
import { isMainThread } from "node:worker_threads";
import pg from "pg";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { singleton } from "@/lib/platform/singleton";
import { platformAnswerSeconds } from "./patience";

/** A connection that was cut off without a word raises no error: one that owes an answer for too long is given up. */
function endWhenSilent(client: pg.ClientBase): void {
  const { connection } = client as unknown as { connection: { stream: Socket } };
  connection.stream.setTimeout(platformAnswerSeconds * 1_000, () => {
    const { readyForQuery } = client as unknown as { readyForQuery: boolean };
    if (!readyForQuery) connection.stream.destroy();
  });
}

/** Across tenants, by explicit policy: the worker and platform administration only. One pool, graphile-worker's included. */
export const platformPool = (): pg.Pool =>
  singleton("platform-pool", () => {
    const url = env().DATABASE_PLATFORM_URL;
    if (!url) throw new Error("DATABASE_PLATFORM_URL is not set");
    // A connection that dies, idle or at work, must not take the process with it; the next query gets a new one.
    const lost = (error: Error) => log().warn({ err: error }, "platform connection lost");
    const pool = new pg.Pool({
      connectionString: url,
      max: 4,
      application_name: "clientpulse-platform",
      connectionTimeoutMillis: 5_000,
      // Before anybody asks it anything, and watched while it is made ready.
      onConnect: async (client) => {
        client.on("error", lost);
        endWhenSilent(client);
        // What a crash of the whole machine makes the job queue forget is done again: no booking need share its disk with that.
        if (!isMainThread) await client.query("set synchronous_commit = off");
      },
    });
    pool.on("error", lost);
    return pool;
  });
