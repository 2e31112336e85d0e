import { sideSql } from "@/db/client";

/** The messages that somebody who sends for us calls by this name. */
export async function messagesByProvider(providerId: string): Promise<{ tenantId: string; messageId: string }[]> {
  const rows = await sideSql()<{ tenantId: string; messageId: string }[]>`
    select tenant_id as "tenantId", message_id as "messageId" from door_messages_by_provider(${providerId})`;
  return rows.map((row) => ({ ...row }));
}
