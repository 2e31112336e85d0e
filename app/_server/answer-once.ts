import "server-only";
import { earlierAnswer, type IdempotencyKey, keepAnswer, lockKey } from "@/lib/platform/idempotency";
import type { Scope } from "@/lib/tenancy/scope";
import { invalid, problem } from "./problem";

/** The Idempotency-Key that came along, null without one, or why it is none. */
export function keyAlong(headers: Headers): string | null | Response {
  const key = headers.get("idempotency-key");
  if (key !== null && !/^[\x21-\x7e]{8,200}$/.test(key)) {
    return invalid({ "Idempotency-Key": ["is not 8 to 200 printable characters"] });
  }
  return key;
}

export const keyReused = (wish: string): Response =>
  problem(422, "key_reused", `This Idempotency-Key came with another ${wish} before.`);

/**
 * Does it once for each key; whoever sends it again, even at the same moment, is given the first answer. A refusal is not
 * kept: the same wish may be fulfilled later.
 */
export async function answerOnce(
  scope: Scope,
  asked: IdempotencyKey,
  work: () => Promise<Response>,
): Promise<Response> {
  // One packet; Postgres answers in order, so it is read under the lock.
  const [, earlier] = await Promise.all([lockKey(scope, asked), earlierAnswer<object>(scope, asked)]);
  if (earlier === "other_body") return keyReused("wish");
  if (earlier) {
    const { answer, status } = earlier;
    return Response.json(answer, { status, headers: { "cache-control": "no-store" } });
  }
  const given = await work();
  if (given.ok) await keepAnswer(scope, asked, given.status, await given.clone().json());
  return given;
}
