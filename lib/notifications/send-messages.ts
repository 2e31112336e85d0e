import { and, eq } from "drizzle-orm";
import { messages } from "@/db/schema/notifications";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";

/**
 * Hands queued messages to the outbox, the transport that needs no network: there they are kept and shown.
 * Marking and handing over are one statement, so two workers cannot send one message twice.
 */
export async function sendQueuedMessages(scope: Scope): Promise<number> {
  const sent = await scope.tx
    .update(messages)
    .set({ status: "sent", transport: "outbox", sentAt: now() })
    .where(and(eq(messages.tenantId, scope.tenantId), eq(messages.status, "queued")))
    .returning({ id: messages.id });
  return sent.length;
}
