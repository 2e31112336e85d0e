import "server-only";
import pg from "pg";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { singleton } from "@/lib/platform/singleton";

/** Across tenants, by explicit policy: the worker and platform administration only. One pool, graphile-worker's included. */
export const platformPool = (): pg.Pool =>
  singleton("platform-pool", () => {
    const url = env().DATABASE_PLATFORM_URL;
    if (!url) throw new Error("DATABASE_PLATFORM_URL is not set");
    const pool = new pg.Pool({ connectionString: url, max: 4, application_name: "clientpulse-platform" });
    // A connection that dies, idle or at work, must not take the process with it; the next query gets a new one.
    const lost = (error: Error) => log().warn({ err: error }, "platform connection lost");
    pool.on("error", lost);
    pool.on("connect", (client) => client.on("error", lost));
    return pool;
  });
