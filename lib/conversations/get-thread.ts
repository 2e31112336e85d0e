import { type SQL, sql } from "drizzle-orm";
import type { Side } from "@/db/schema/conversations";
import { headOf, writePosition } from "@/lib/tenancy/head";
import type { Scope } from "@/lib/tenancy/scope";

export type Message = {
  id: string;
  seq: number;
  side: Side;
  /** Who wrote for the house. */
  by: string | null;
  words: string;
  at: string;
};

export type Thread = {
  id: string;
  customerId: string;
  customerName: string;
  lastSeq: number;
  /** Up to which number each side has read. */
  houseReadSeq: number;
  customerReadSeq: number;
  /** In order; earlier ones come by `before`. */
  messages: Message[];
  before: number | null;
  position: string;
};

const pageSize = 30;

export const getThread = (scope: Scope, conversationId: string, before?: number): Promise<Thread | null> =>
  readThread(scope, sql`k.id = ${conversationId}`, before);

/** A customer's own; null before anybody has written. */
export const ownThread = (scope: Scope, customerId: string, before?: number): Promise<Thread | null> =>
  readThread(scope, sql`k.customer_id = ${customerId}`, before);

async function readThread(scope: Scope, which: SQL, before: number | undefined): Promise<Thread | null> {
  const { tx, tenantId } = scope;
  const head = await headOf(scope);
  const [row] = await tx.execute<Omit<Thread, "messages" | "before" | "position">>(sql`
    select k.id, k.customer_id as "customerId", c.name as "customerName", k.last_seq as "lastSeq",
      k.house_read_seq as "houseReadSeq", k.customer_read_seq as "customerReadSeq"
    from conversations k join customers c on c.tenant_id = k.tenant_id and c.id = k.customer_id
    where k.tenant_id = ${tenantId} and ${which}`);
  if (!row) return null;
  const rows = await tx.execute<Message>(sql`
    select m.id, m.seq, m.side, u.name as by, m.words, m.created_at as at
    from conversation_messages m left join users u on u.id = m.by_user_id
    where m.tenant_id = ${tenantId} and m.conversation_id = ${row.id} ${before ? sql`and m.seq < ${before}` : sql``}
    order by m.seq desc limit ${pageSize + 1}`);
  const page = rows.slice(0, pageSize).reverse();
  return {
    ...row,
    messages: page.map((message) => ({ ...message, at: new Date(message.at).toISOString() })),
    before: rows.length > pageSize ? page[0]!.seq : null,
    position: writePosition(head),
  };
}

/** How many messages of the house a customer has not read. */
export async function unreadByCustomer({ tx, tenantId }: Scope, customerId: string): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(sql`
    select count(*)::int as n from conversations k
    join conversation_messages m on m.tenant_id = k.tenant_id and m.conversation_id = k.id
    where k.tenant_id = ${tenantId} and k.customer_id = ${customerId} and m.side = 'house' and m.seq > k.customer_read_seq`);
  return row!.n;
}
