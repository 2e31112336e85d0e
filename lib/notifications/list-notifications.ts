import { type SQL, sql } from "drizzle-orm";
import { tokensOf, type Viewer } from "@/lib/events/viewer";
import { headOf, writePosition } from "@/lib/tenancy/head";
import type { Scope } from "@/lib/tenancy/scope";

export type NotificationItem = {
  id: string;
  name: string;
  title: string;
  message: string;
  entity: string;
  entityId: string;
  createdAt: string;
  read: boolean;
};

export type NotificationPage = {
  items: NotificationItem[];
  unread: number;
  nextCursor: string | null;
  position: string;
  seq: number;
};

type Row = {
  id: string;
  name: string;
  title: string;
  message: string;
  entity: string;
  entity_id: string;
  created_at: string;
  read: boolean;
};

/** What the viewer may see, newest first. The last one's id is the cursor. */
export async function listNotifications(
  scope: Scope,
  viewer: Viewer,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<NotificationPage> {
  const before = cursor
    ? sql`and (n.created_at, n.id) < (
        select c.created_at, c.id from notifications c where c.tenant_id = ${scope.tenantId} and c.id = ${cursor})`
    : sql``;
  const [head, rows, [count]] = await Promise.all([
    headOf(scope),
    scope.tx.execute<Row>(sql`
      select n.id, n.name, n.title, n.message, n.entity, n.entity_id, n.created_at, r.read_at is not null as read
      from notifications n
      left join notification_reads r
        on r.tenant_id = n.tenant_id and r.user_id = ${viewer.userId} and r.notification_id = n.id
      where n.tenant_id = ${scope.tenantId} and ${seenBy(viewer)} ${before}
      order by n.created_at desc, n.id desc limit ${limit + 1}`),
    scope.tx.execute<{ unread: string }>(sql`
      select count(*) as unread from notifications n
      where n.tenant_id = ${scope.tenantId} and ${seenBy(viewer)} and not exists (
        select 1 from notification_reads r
        where r.tenant_id = n.tenant_id and r.user_id = ${viewer.userId} and r.notification_id = n.id)`),
  ]);
  const items = rows.slice(0, limit).map(({ entity_id, created_at, ...row }) => ({
    ...row,
    entityId: entity_id,
    createdAt: new Date(created_at).toISOString(),
  }));
  return {
    items,
    unread: Number(count?.unread ?? 0),
    nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null,
    position: writePosition(head),
    seq: head.seq,
  };
}

/** Whether this id may serve as a cursor. */
export async function isNotification(scope: Scope, id: string): Promise<boolean> {
  const found = await scope.tx.execute(
    sql`select 1 from notifications where tenant_id = ${scope.tenantId} and id = ${id}`,
  );
  return found.length > 0;
}

/** What a viewer may see, and of bookings what they want to hear of. */
export const seenBy = (viewer: Viewer): SQL => sql`n.audience && ${`{${[...tokensOf(viewer)].join(",")}}`}::text[]
  and (n.entity <> 'booking' or case (select u.preferences->>'bookings' from users u where u.id = ${viewer.userId})
    when 'none' then false
    when 'own' then ${`staff:${viewer.staffId}`} = any(n.audience)
    else true end)`;
