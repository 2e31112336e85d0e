import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { isRetryable } from "@/db/errors";
import { writeEvents } from "@/lib/events/record-event";
import { isId } from "@/lib/platform/ids";
import { afterCommit } from "./after-commit";
import type { Actor, Scope } from "./scope";

const snapshot = { isolationLevel: "repeatable read", accessMode: "read only" } as const;

const attempts = 3;

/**
 * `planned`: `once` has Postgres keep one plan per statement whatever its values are, for short work of which there is much
 * and which finds its rows by their ids (decision 2026-12-01-planned-once).
 */
type Ways = { planned?: "once" };

/**
 * The only way to a tenant's rows: one transaction, fenced to that tenant, in which `work` gets its scope.
 * Events recorded in it are written last, in the same transaction; the doorbell rings once it is committed.
 * A deadlock or serialisation failure is tried again; nothing outside may be called from `work`.
 */
export async function withTenant<T>(
  tenantId: string,
  actor: Actor,
  work: (scope: Scope) => Promise<T>,
  ways: Ways = {},
): Promise<T> {
  if (!isId(tenantId)) throw new Error("not a tenant id");
  for (let attempt = 1; ; attempt++) {
    try {
      const { value, seq } = await run(tenantId, actor, work, ways);
      if (seq !== null) await afterCommit(tenantId, seq);
      return value;
    } catch (error) {
      if (!isRetryable(error) || attempt === attempts) throw error;
      await new Promise((resolve) => setTimeout(resolve, attempt * 20 * Math.random()));
    }
  }
}

/** A transaction that changes nothing and sees one moment: data and its place in the log belong together. */
export async function readTenant<T>(tenantId: string, actor: Actor, work: (scope: Scope) => Promise<T>): Promise<T> {
  if (!isId(tenantId)) throw new Error("not a tenant id");
  return (await run(tenantId, actor, work, { as: snapshot })).value;
}

function run<T>(
  tenantId: string,
  actor: Actor,
  work: (scope: Scope) => Promise<T>,
  { as, planned }: Ways & { as?: typeof snapshot },
) {
  // Local to the transaction, so a pooled connection cannot carry one tenant into another's request.
  const fence = sql`select set_config('app.tenant_id', ${tenantId}, true)`;
  return db().transaction(async (tx) => {
    // Sent, not awaited: the first query follows in the same packet, and Postgres answers them in order.
    const first = Promise.all([
      as && tx.setTransaction(as),
      tx.execute(planned === "once" ? sql`${fence}, set_config('plan_cache_mode', 'force_generic_plan', true)` : fence),
    ]);
    first.catch(() => undefined);
    // A savepoint does not wait its turn behind it; rolled back, it would take the fence along.
    const nested = tx.transaction.bind(tx);
    const transaction: typeof nested = async (...given) => {
      await first;
      return nested(...given);
    };
    // Not written where it is put on: V8 would keep it, and the request with it (decision what-a-request-leaves-behind).
    Object.assign(tx, { transaction });
    // The brand exists in the type only.
    const scope = { tenantId, actor, tx } as unknown as Scope;
    const value = await work(scope);
    await first;
    return { value, seq: await writeEvents(scope) };
  });
}
