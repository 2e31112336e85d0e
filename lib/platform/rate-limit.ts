import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { RateLimiterMemory, RateLimiterPostgres, type RateLimiterRes } from "rate-limiter-flexible";
import { sideSql } from "@/db/client";
import { now } from "./clock";
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

const keyOf = (key: string) => sha256(key).slice(0, 32);

/** Told by its shape: a build holds several copies of the library, and a limiter may have been made by another one. */
const isRefusal = (error: unknown): error is RateLimiterRes =>
  typeof error === "object" && error !== null && "msBeforeNext" in error;

/** Counts one more for this key, in all instances together, and says whether that is still within the limit. Keys are kept hashed. */
export const count = (limit: Limit, key: string, points = 1): Promise<Allowed> =>
  allowed(limit, limiterOf(limit).consume(keyOf(key), points));

/** The same where who asks is not told how much is left: it would tell them what others do. */
export const countUntold = (limit: Limit, key: string): Promise<Allowed> =>
  allowed(null, limiterOf(limit).consume(keyOf(key), 1));

/** What is left of the narrowest limit that a request has been counted against. */
export type Left = { limit: number; remaining: number; resetSeconds: number };

const told = singleton("rate-limits-told", () => new AsyncLocalStorage<{ left?: Left }>());

/** Does the work, and answers besides what is left to who asked for it. */
export async function tellingLeft<T>(work: () => Promise<T>): Promise<[T, Left | undefined]> {
  const heard: { left?: Left } = {};
  return [await told.run(heard, work), heard.left];
}

function tell({ points: limit }: Limit, { remainingPoints, msBeforeNext }: RateLimiterRes): void {
  const heard = told.getStore();
  const remaining = Math.max(0, remainingPoints);
  if (!heard || (heard.left && heard.left.remaining <= remaining)) return;
  heard.left = { limit, remaining, resetSeconds: secondsOf(msBeforeNext) };
}

const secondsOf = (ms: number) => Math.max(1, Math.ceil(ms / 1_000));

const localLimiters = () => singleton("local-rate-limiters", () => new Map<string, RateLimiterMemory>());

/** The same in this process alone: for what is cheaper than a row that counts it. */
export function countHere(limit: Limit, key: string, used = 1): Promise<Allowed> {
  const { name, points, seconds } = limit;
  const limiters = localLimiters();
  const id = `${name} ${points} ${seconds}`;
  const limiter = limiters.get(id) ?? new RateLimiterMemory({ keyPrefix: name, points, duration: seconds });
  limiters.set(id, limiter);
  return allowed(limit, limiter.consume(keyOf(key), used));
}

async function allowed(limit: Limit | null, counted: Promise<RateLimiterRes>): Promise<Allowed> {
  try {
    const left = await counted;
    if (limit) tell(limit, left);
    return { ok: true };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    if (limit) tell(limit, error);
    return { ok: false, retryAfterSeconds: secondsOf(error.msBeforeNext) };
  }
}

/**
 * The narrowest first, and none after the first that says no: what is refused uses up nothing of the wider ones. What is left
 * is told of the first alone, which counts who asks.
 */
export async function countInOrder(
  limits: readonly (readonly [Limit, string])[],
): Promise<{ ok: true } | (Extract<Allowed, { ok: false }> & { over: string })> {
  for (const [nth, [limit, key]] of limits.entries()) {
    const allowed = await (nth === 0 ? count : countUntold)(limit, key);
    if (!allowed.ok) return { ...allowed, over: limit.name };
  }
  return { ok: true };
}

type Counted = { key: string; points: number; expire: string };
type Over = Extract<Allowed, { ok: false }> & { over: string };

/**
 * Many at once, each within limits of its own, in one statement; what is over one of its limits is given back to all of
 * them. Meanwhile others may find a limit reached a moment early, and never late. The library counts one key a statement.
 */
export async function countTogether(
  wanted: readonly (readonly (readonly [Limit, string])[])[],
): Promise<({ ok: true } | Over)[]> {
  const nowMs = now().getTime();
  const named = wanted.map((limits) => limits.map(([limit, key]) => ({ limit, key: `${limit.name}:${keyOf(key)}` })));
  const counters = new Map<string, { by: number; expireMs: number }>();
  for (const { limit, key } of named.flat())
    counters.set(key, { by: (counters.get(key)?.by ?? 0) + 1, expireMs: nowMs + limit.seconds * 1_000 });
  const counted = await addTo(counters, nowMs);
  const used = new Map(counted.map(({ key, points }) => [key, points - counters.get(key)!.by]));
  const expires = new Map(counted.map(({ key, expire }) => [key, Number(expire)]));
  const back = new Map<string, { by: number; expireMs: number }>();
  const answers = named.map((limits) => {
    const over = limits.find(({ limit, key }) => used.get(key)! >= limit.points);
    for (const { key } of limits)
      if (!over) used.set(key, used.get(key)! + 1);
      else back.set(key, { by: (back.get(key)?.by ?? 0) - 1, expireMs: expires.get(key)! });
    if (!over) return { ok: true as const };
    const retryAfterSeconds = Math.max(1, Math.ceil((expires.get(over.key)! - nowMs) / 1_000));
    return { ok: false as const, retryAfterSeconds, over: over.limit.name };
  });
  if (back.size > 0) await addTo(back, nowMs);
  return answers;
}

/** In the order of the keys, so that two of these never wait for each other. */
async function addTo(counters: Map<string, { by: number; expireMs: number }>, nowMs: number): Promise<Counted[]> {
  const rows = [...counters].map(([key, { by, expireMs }]) => ({ key, points: by, expire: expireMs }));
  return sideSql()<Counted[]>`
    insert into rate_limits as c (key, points, expire)
    select key, points, expire from json_populate_recordset(null::rate_limits, ${JSON.stringify(rows)}::text::json)
    order by key
    on conflict (key) do update set
      points = case when c.expire <= ${nowMs} then excluded.points else c.points + excluded.points end,
      expire = case when c.expire <= ${nowMs} then excluded.expire else c.expire end
    returning key, points, expire`;
}

/** Counts one more and answers how many that makes; for limits so wide that they say no to nobody. */
export const tally = async (limit: Limit, key: string): Promise<number> =>
  (await limiterOf(limit).consume(keyOf(key))).consumedPoints;

/** How much has been counted. */
export const tallied = async (limit: Limit, key: string): Promise<number> =>
  (await limiterOf(limit).get(keyOf(key)))?.consumedPoints ?? 0;

/** Forgets what was counted: somebody has shown who they are. */
export const forgive = async (limit: Limit, key: string): Promise<void> => {
  await limiterOf(limit).delete(keyOf(key));
};
