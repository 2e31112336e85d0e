import { sql } from "drizzle-orm";
import { now } from "@/lib/platform/clock";
import { sha256 } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";

/** A key that a client chose for one piece of work: repeating the work with it answers the first answer again. */
export type IdempotencyKey = { route: string; key: string; bodyHash: string };

/** The hash says whether a repeated key comes with the same wish. */
export const idempotencyKey = (route: string, key: string, body: unknown): IdempotencyKey => ({
  route,
  key,
  bodyHash: sha256(JSON.stringify(body)),
});

export type Earlier<T> = { answer: T; status: number } | "other_body" | null;

/** Whoever comes with the same key waits here until the first is answered: for a wish that locks nothing of its own. */
export async function lockKey(scope: Scope, { route, key }: IdempotencyKey): Promise<void> {
  const name = `key ${scope.tenantId} ${route} ${key}`;
  await scope.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}

/** What this key was answered before. */
export async function earlierAnswer<T>(scope: Scope, asked: IdempotencyKey): Promise<Earlier<T>> {
  const [row] = await scope.tx.execute<{ body_hash: string; answer: T; status: number }>(sql`
    select body_hash, answer, status from idempotency
    where tenant_id = ${scope.tenantId} and route = ${asked.route} and key = ${asked.key}`);
  if (!row) return null;
  return row.body_hash === asked.bodyHash ? { answer: row.answer, status: row.status } : "other_body";
}

/**
 * Keeps the answer with the work that earned it: both are committed or neither is. False when the key was used
 * meanwhile; the insert has then waited for that transaction, and its answer can be read.
 */
export async function keepAnswer(
  scope: Scope,
  asked: IdempotencyKey,
  status: number,
  answer: unknown,
): Promise<boolean> {
  const { route, key, bodyHash } = asked;
  const kept = await scope.tx.execute(sql`
    insert into idempotency (tenant_id, route, key, body_hash, status, answer, created_at)
    values (${scope.tenantId}, ${route}, ${key}, ${bodyHash}, ${status}, ${JSON.stringify(answer)}::text::json, ${now().toISOString()})
    on conflict do nothing returning key`);
  return kept.length > 0;
}
