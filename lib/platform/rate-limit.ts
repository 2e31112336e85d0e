import "server-only";
import { RateLimiterPostgres, type RateLimiterRes } from "rate-limiter-flexible";
import { sideSql } from "@/db/client";
import { sha256 } from "./ids";
import { singleton } from "./singleton";

/** So much within so long, per key. */
export type Limit = { name: string; points: number; seconds: number };
export type Allowed = { ok: true } | { ok: false; retryAfterSeconds: number };

/** The little of pg's client that the library asks for, on our own pool. */
const client = () => ({
  query: async (asked: { text: string; values: unknown[] }) => {
    const rows = await sideSql().unsafe(asked.text, asked.values as never[], { prepare: true });
    return { rows: [...rows], rowCount: rows.count };
  },
});

const limiters = () => singleton("rate-limiters", () => new Map<string, RateLimiterPostgres>());

function limiterOf({ name, points, seconds }: Limit): RateLimiterPostgres {
  const id = `${name} ${points} ${seconds}`;
  const known = limiters().get(id);
  if (known) return known;
  const made = new RateLimiterPostgres({
    storeClient: client(),
    // A pool as the library knows it: nothing is checked out and nothing given back.
    storeType: "pool",
    tableName: "rate_limits",
    tableCreated: true,
    keyPrefix: name,
    points,
    duration: seconds,
    // Who is over the limit is refused from memory: a flood costs the database nothing.
    inMemoryBlockOnConsumed: points + 1,
    // Old counters go with the rest of what is tidied; a process that serves starts no clock of its own.
    clearExpiredByTimeout: false,
  });
  limiters().set(id, made);
  return made;
}

/** Told by its shape: a build holds several copies of the library, and a limiter may have been made by another one. */
const isRefusal = (error: unknown): error is RateLimiterRes =>
  typeof error === "object" && error !== null && "msBeforeNext" in error;

/** Counts one more for this key, in all instances together, and says whether that is still within the limit. Keys are kept hashed. */
export async function count(limit: Limit, key: string, points = 1): Promise<Allowed> {
  try {
    await limiterOf(limit).consume(sha256(key).slice(0, 32), points);
    return { ok: true };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { ok: false, retryAfterSeconds: Math.max(1, Math.ceil(error.msBeforeNext / 1_000)) };
  }
}

/** The narrowest first, and none after the first that says no: what is refused uses up nothing of the wider ones. */
export async function countInOrder(
  limits: readonly (readonly [Limit, string])[],
): Promise<{ ok: true } | (Extract<Allowed, { ok: false }> & { over: string })> {
  for (const [limit, key] of limits) {
    const allowed = await count(limit, key);
    if (!allowed.ok) return { ...allowed, over: limit.name };
  }
  return { ok: true };
}

/** Counts one more and answers how many that makes; for limits so wide that they say no to nobody. */
export const tally = async (limit: Limit, key: string): Promise<number> =>
  (await limiterOf(limit).consume(sha256(key).slice(0, 32))).consumedPoints;

/** How much has been counted. */
export const tallied = async (limit: Limit, key: string): Promise<number> =>
  (await limiterOf(limit).get(sha256(key).slice(0, 32)))?.consumedPoints ?? 0;

/** Forgets what was counted: somebody has shown who they are. */
export const forgive = async (limit: Limit, key: string): Promise<void> => {
  await limiterOf(limit).delete(sha256(key).slice(0, 32));
};
