import "server-only";
import { isMainThread } from "node:worker_threads";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "@/lib/platform/env";
import { singleton } from "@/lib/platform/singleton";
import { answerSeconds } from "./patience";
import { preparing } from "./preparing";

/** So that the database's own list of sessions tells requests from jobs. */
const sessionName = isMainThread ? "clientpulse" : "clientpulse-jobs";

const open = (url: string, max: number) =>
  postgres(url, {
    max,
    onnotice: () => {},
    connect_timeout: 5,
    idle_timeout: 300,
    connection: { application_name: sessionName },
    // Ours (see patches/): a connection that was cut off without a word raises no error, so silence ends it.
    ...{ answer_timeout: answerSeconds },
  });

/** Drizzle rewrites its client's parsers, so it has a pool that nothing else uses. */
export const db = () =>
  singleton("db", () => drizzle(preparing(open(env().DATABASE_URL, env().POOL_SIZE)), { casing: "snake_case" }));

/** For a thread that ends while its process goes on: statements in hand may finish. */
export async function closeConnections(): Promise<void> {
  await Promise.all([db().$client.end({ timeout: 1 }), sideSql().end({ timeout: 1 })]);
}

/** Past the pooler, for one question; whoever asks ends it. */
export const directSql = () => open(env().DATABASE_DIRECT_URL, 1);

/** For doors and doorbells: short statements outside any tenant's transaction, never queued behind one. */
export const sideSql = () => singleton("side-sql", () => open(env().DATABASE_URL, 3));
