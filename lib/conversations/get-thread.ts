import { type SQL, sql } from "drizzle-orm";
import type { Side } from "@/db/schema/conversations";
import { withMerged } from "@/lib/customers/with-merged";
import { uuids } from "@/lib/platform/uuids";
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
  const others = (await withMerged(scope, row.customerId)).filter((id) => id !== row.customerId);
  const rows = await tx.execute<Message>(sql`
    select m.id, m.seq, m.side, u.name as by, m.words, m.created_at as at
    from (select id, seq, side, by_user_id, words, created_at from conversation_messages
        where tenant_id = ${tenantId} and conversation_id = ${row.id}
      ${others.length > 0 ? sql`union all ${earlierOf(scope, others)}` : sql``}) m
    left join users u on u.id = m.by_user_id
    ${before === undefined ? sql`` : sql`where m.seq < ${before}`}
    order by m.seq desc limit ${pageSize + 1}`);
  const page = rows.slice(0, pageSize).reverse();
  return {
    ...row,
    messages: page.map((message) => ({ ...message, at: new Date(message.at).toISOString() })),
    before: rows.length > pageSize ? page[0]!.seq : null,
    position: writePosition(head),
  };
}

/** Of who turned out to be this customer and had a conversation of their own: it stands before theirs, from 0 downwards. */
const earlierOf = ({ tenantId }: Scope, customerIds: readonly string[]): SQL => sql`
  select m.id, (1 - row_number() over (order by m.created_at desc, m.conversation_id, m.seq desc))::int as seq, m.side,
    m.by_user_id, m.words, m.created_at
  from conversations k join conversation_messages m on m.tenant_id = k.tenant_id and m.conversation_id = k.id
  where k.tenant_id = ${tenantId} and k.customer_id = any(${uuids(customerIds)})`;

/** How many messages of the house a customer has not read. */
export async function unreadByCustomer({ tx, tenantId }: Scope, customerId: string): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(sql`
    select count(*)::int as n from conversations k
    join conversation_messages m on m.tenant_id = k.tenant_id and m.conversation_id = k.id
    where k.tenant_id = ${tenantId} and k.customer_id = ${customerId} and m.side = 'house' and m.seq > k.customer_read_seq`);
  return row!.n;
}
