import { type SQL, sql } from "drizzle-orm";
import { tokensOf, type Viewer } from "@/lib/events/viewer";
import { headOf, writePosition } from "@/lib/tenancy/head";
import type { Scope } from "@/lib/tenancy/scope";
import { type Area, areaNames, areaOf, subjectsOf } from "./areas";
import type { NotificationFilters } from "./input";

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
  /** Of all that the viewer may see, whatever is listed. */
  unread: number;
  unreadIn: Record<Area, number>;
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

/** What the viewer may see, newest first: all, of one area, or only what is unread. The last one's id is the cursor. */
export async function listNotifications(
  scope: Scope,
  viewer: Viewer,
  { limit, cursor, area, unread }: { limit: number; cursor?: string | undefined } & NotificationFilters,
): Promise<NotificationPage> {
  const before = cursor
    ? sql`and (n.created_at, n.id) < (
        select c.created_at, c.id from notifications c where c.tenant_id = ${scope.tenantId} and c.id = ${cursor})`
    : sql``;
  const fits = sql`${area ? inArea(area) : sql`true`} and ${unread ? sql`r.read_at is null` : sql`true`}`;
  const [head, rows, counts] = await Promise.all([
    headOf(scope),
    scope.tx.execute<Row>(sql`
      select n.id, n.name, n.title, n.message, n.entity, n.entity_id, n.created_at, r.read_at is not null as read
      from notifications n
      left join notification_reads r
        on r.tenant_id = n.tenant_id and r.user_id = ${viewer.userId} and r.notification_id = n.id
      where n.tenant_id = ${scope.tenantId} and ${seenBy(viewer)} and ${fits} ${before}
      order by n.created_at desc, n.id desc limit ${limit + 1}`),
    scope.tx.execute<{ name: string; unread: string }>(sql`
      select n.name, count(*) as unread from notifications n
      where n.tenant_id = ${scope.tenantId} and ${seenBy(viewer)} and not exists (
        select 1 from notification_reads r
        where r.tenant_id = n.tenant_id and r.user_id = ${viewer.userId} and r.notification_id = n.id)
      group by n.name`),
  ]);
  const unreadIn = Object.fromEntries(areaNames.map((name) => [name, 0])) as Record<Area, number>;
  for (const { name, unread: many } of counts) unreadIn[areaOf(name)] += Number(many);
  const items = rows.slice(0, limit).map(({ entity_id, created_at, ...row }) => ({
    ...row,
    entityId: entity_id,
    createdAt: new Date(created_at).toISOString(),
  }));
  return {
    items,
    unread: Object.values(unreadIn).reduce((sum, many) => sum + many, 0),
    unreadIn,
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

/** Whether the event behind a notification is in this area. */
export function inArea(area: Area): SQL {
  const { subjects, within } = subjectsOf(area);
  const known = sql`split_part(n.name, '.', 1) = any(${`{${subjects.join(",")}}`}::text[])`;
  return within ? known : sql`not ${known}`;
}

/** What a viewer may see, and of bookings what they want to hear of. */
export const seenBy = (viewer: Viewer): SQL => sql`n.audience && ${`{${[...tokensOf(viewer)].join(",")}}`}::text[]
  and (n.entity <> 'booking' or case (select u.preferences->>'bookings' from users u where u.id = ${viewer.userId})
    when 'none' then false
    when 'own' then ${`staff:${viewer.staffId}`} = any(n.audience)
    else true end)`;
