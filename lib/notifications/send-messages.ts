import { sql } from "drizzle-orm";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";

/**
 * Hands queued messages to the outbox, the transport that needs no network: there they are kept and shown.
 * Marking and handing over are one statement, so two workers cannot send one message twice.
 */
export async function sendQueuedMessages(scope: Scope): Promise<number> {
  const sent = await scope.tx.execute(sql`
    update messages set status = 'sent', transport = 'outbox', sent_at = ${now().toISOString()}
    where tenant_id = ${scope.tenantId} and status = 'queued' returning id`);
  return sent.length;
}
