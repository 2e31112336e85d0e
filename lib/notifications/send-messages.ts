import { sql } from "drizzle-orm";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { outlived } from "./internal/still-wanted";
import { keptChannels } from "./transports/choose";

/**
 * Hands queued messages to the outbox, where no transport takes them out of the house: there they are kept and shown.
 * Marking and handing over are one statement, so two workers cannot send one message twice.
 */
export async function sendQueuedMessages(scope: Scope): Promise<number> {
  const kept = keptChannels();
  if (kept.length === 0) return 0;
  const at = now().toISOString();
  // In a step of its own, and not beside the table: each message is looked at once, and not once for each other one.
  const sent = await scope.tx.execute(sql`
    with ready as materialized (
      select m.tenant_id, m.id, ${outlived()} as why from messages m
      where m.tenant_id = ${scope.tenantId} and m.status = 'queued' and m.next_try_at <= ${at}
        and m.channel = any(${`{${kept.join(",")}}`}::text[]) for update
    )
    update messages m set
      status = case when r.why is null then 'sent' else 'failed' end, failure = coalesce(r.why, ''),
      transport = 'outbox', sent_at = case when r.why is null then ${at}::timestamptz end
    from ready r where m.tenant_id = r.tenant_id and m.id = r.id and m.status = 'queued' returning m.id`);
  return sent.length;
}
