import { earlierAnswer, idempotencyKey, keepAnswer } from "@/lib/platform/idempotency";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";

export type KeyReused = { refusal: "key_reused" };

/**
 * Does it once for each key. Called with what it is about locked: whoever taps twice waits there, and finds the first
 * answer. A refusal is not kept: the same wish may be fulfilled later.
 */
export async function once<T, R extends { refusal: string }>(
  scope: Scope,
  route: string,
  { key, ...wish }: { key: string },
  work: () => Promise<Result<T, R>>,
): Promise<Result<T, R | KeyReused>> {
  const asked = idempotencyKey(route, key, wish);
  const earlier = await earlierAnswer<T>(scope, asked);
  if (earlier === "other_body") return refuse("key_reused");
  if (earlier) return ok(earlier.answer);
  const done = await work();
  if (done.ok) await keepAnswer(scope, asked, 200, done.value);
  return done;
}
