import { and, eq } from "drizzle-orm";
import { messages } from "@/db/schema/notifications";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";
import { countOnce } from "./internal/count-once";

export type OutgoingMessage = {
  channel: "sms" | "email";
  to: string;
  template: string;
  subject?: string;
  body: string;
  customerId?: string;
  /** One message per cause: the same again is passed over. */
  dedupeKey: string;
  /** Its words let somebody in until then; they are wiped afterwards. */
  secretUntil?: Date;
  /** For an SMS: its sender has counted it before, to be able to say that it may not go. */
  counted?: true;
};

/**
 * Puts a message into the outbox, in the transaction of its cause. An SMS is counted; one that may not go stays as
 * failed, for who looks for it. Null when the cause has its message already, which is not counted again.
 */
export async function addMessage(
  scope: Scope,
  message: OutgoingMessage,
): Promise<{ id: string; status: "queued" | "failed" } | null> {
  const id = newId();
  const added = await scope.tx
    .insert(messages)
    .values({
      tenantId: scope.tenantId,
      id,
      channel: message.channel,
      toAddress: message.to,
      customerId: message.customerId ?? null,
      template: message.template,
      subject: message.subject ?? "",
      body: message.body,
      dedupeKey: message.dedupeKey,
      secretUntil: message.secretUntil ?? null,
      createdAt: now(),
    })
    .onConflictDoNothing()
    .returning({ id: messages.id });
  if (added.length === 0) return null;
  if (message.channel === "email" || message.counted) return { id, status: "queued" };
  if (await countOnce(scope, message.to, message.dedupeKey)) return { id, status: "queued" };
  await scope.tx
    .update(messages)
    // A code that does not go lies nowhere.
    .set({ status: "failed", ...(message.secretUntil ? { body: "", secretUntil: null } : {}) })
    .where(and(eq(messages.tenantId, scope.tenantId), eq(messages.id, id)));
  return { id, status: "failed" };
}

/** The same where no job of this tenant runs anyway: an event brings one that sends it. False when it was there already. */
export async function queueMessage(scope: Scope, message: OutgoingMessage): Promise<boolean> {
  const added = await addMessage(scope, message);
  if (added?.status === "queued") recordEvent(scope, { name: "message.queued", messageId: added.id });
  return added !== null;
}
