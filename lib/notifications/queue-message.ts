import { messages } from "@/db/schema/notifications";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";

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
};

/** Puts a message into the outbox, in the transaction of its cause; a job sends it. False when it was there already. */
export async function queueMessage(scope: Scope, message: OutgoingMessage): Promise<boolean> {
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
  if (added.length > 0) recordEvent(scope, { name: "message.queued", messageId: id });
  return added.length > 0;
}
