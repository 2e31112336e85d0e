import { platformPool } from "@/db/platform-client";
import type { SentMessage } from "@/lib/notifications/list-messages";
import type { OutgoingMessage } from "@/lib/notifications/queue-message";

export type OutboxMessage = {
  id: string;
  tenantId: string;
  channel: OutgoingMessage["channel"];
  to: string;
  subject: string;
  body: string;
  createdAt: string;
  status: SentMessage["status"];
};

const most = 200;

/** What left the house, of all businesses, newest first. It holds codes and links: only for where nothing is real. */
export async function listOutbox(
  filter: { to?: string | undefined; since?: Date | undefined } = {},
): Promise<OutboxMessage[]> {
  const { rows } = await platformPool().query<Omit<OutboxMessage, "createdAt"> & { createdAt: Date }>(
    `select id, tenant_id as "tenantId", channel, to_address as "to", subject, body, created_at as "createdAt", status
     from messages
     where ($1::text is null or to_address = $1) and ($2::timestamptz is null or created_at >= $2)
     order by created_at desc, id desc limit $3`,
    [filter.to ?? null, filter.since ?? null, most],
  );
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}
