import { sql } from "drizzle-orm";
import { recordEvent } from "@/lib/events/record-event";
import type { Viewer } from "@/lib/events/viewer";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import type { MarkRead } from "./input";
import { inArea, seenBy } from "./list-notifications";

/** Marks these, all of an area, or all, as read by the viewer; their other tabs and devices hear of it. Others' notifications are passed over. */
export async function markRead(scope: Scope, viewer: Viewer, what: MarkRead): Promise<void> {
  const which =
    what === "all"
      ? sql`true`
      : Array.isArray(what)
        ? sql`n.id = any(${`{${what.join(",")}}`}::uuid[])`
        : inArea(what.area);
  const marked = await scope.tx.execute(sql`
    insert into notification_reads (tenant_id, user_id, notification_id, read_at)
    select n.tenant_id, ${viewer.userId}, n.id, ${now().toISOString()}::timestamptz
    from notifications n
    where n.tenant_id = ${scope.tenantId} and ${seenBy(viewer)} and ${which}
    on conflict do nothing returning notification_id`);
  if (marked.length > 0) recordEvent(scope, { name: "notification.read", userId: viewer.userId });
}
