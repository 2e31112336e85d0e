import { sql } from "drizzle-orm";
import type { Side } from "@/db/schema/conversations";
import { headOf, writePosition } from "@/lib/tenancy/head";
import type { Scope } from "@/lib/tenancy/scope";
import type { InboxQuery } from "./input";

export type ConversationItem = {
  id: string;
  customerId: string;
  customerName: string;
  lastWords: string;
  lastSide: Side;
  lastAt: string;
  unread: number;
};

export type Inbox = {
  conversations: ConversationItem[];
  nextCursor: string | null;
  /** Of all of them, whatever is searched for. */
  unread: number;
  position: string;
};

const pageSize = 30;

type Row = ConversationItem & { waits: number };

/** What waits for the house first, then the latest. */
export async function listConversations(scope: Scope, { q, cursor }: InboxQuery): Promise<Inbox> {
  const { tx, tenantId } = scope;
  const head = await headOf(scope);
  const [waits, at, id] = cursor?.split(" ") ?? [];
  const rows = await tx.execute<Row>(sql`
    select * from (
      select k.id, k.customer_id as "customerId", c.name as "customerName", m.words as "lastWords",
        k.last_side as "lastSide", k.last_at as "lastAt", k.last_at as at, n.unread, (n.unread > 0)::int as waits
      from conversations k join customers c on c.tenant_id = k.tenant_id and c.id = k.customer_id
      join conversation_messages m on m.tenant_id = k.tenant_id and m.conversation_id = k.id and m.seq = k.last_seq
      cross join lateral (select count(*)::int as unread from conversation_messages u
        where u.tenant_id = k.tenant_id and u.conversation_id = k.id and u.side = 'customer' and u.seq > k.house_read_seq) n
      where k.tenant_id = ${tenantId}
        and (n.unread > 0 or not exists (select from customer_merges g join conversations o
          on o.tenant_id = g.tenant_id and o.customer_id = g.kept_id
          where g.tenant_id = k.tenant_id and g.gone_id = k.customer_id and g.undone_at is null))
        ${q ? sql`and c.name ilike ${`%${q.replace(/[\\%_]/g, "\\$&")}%`}` : sql``}
    ) k
    ${waits && at && id ? sql`where (k.waits, k.at, k.id) < (${Number(waits)}, ${at}::timestamptz, ${id}::uuid)` : sql``}
    order by k.waits desc, k.at desc, k.id desc limit ${pageSize + 1}`);
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return {
    conversations: page.map(({ id: key, customerId, customerName, lastWords, lastSide, lastAt, unread }) => ({
      ...{ id: key, customerId, customerName, lastWords, lastSide, unread },
      lastAt: new Date(lastAt).toISOString(),
    })),
    nextCursor:
      rows.length > pageSize && last ? `${last.waits} ${new Date(last.lastAt).toISOString()} ${last.id}` : null,
    unread: await unreadByHouse(scope),
    position: writePosition(head),
  };
}

/** In how many conversations something waits for the house. */
async function unreadByHouse({ tx, tenantId }: Scope): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(sql`
    select count(*)::int as n from conversations k where k.tenant_id = ${tenantId} and k.house_read_seq < k.last_seq
      and exists (select from conversation_messages m where m.tenant_id = k.tenant_id and m.conversation_id = k.id
        and m.side = 'customer' and m.seq > k.house_read_seq)`);
  return row!.n;
}
