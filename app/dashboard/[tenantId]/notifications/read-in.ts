import { type Area, areaOf } from "@/lib/notifications/areas";
import type { MarkRead } from "@/lib/notifications/input";
import type { NotificationItem, NotificationPage } from "@/lib/notifications/list-notifications";

/** A page of notifications as it is once these, those of an area, or all, are read. */
export function readIn(page: NotificationPage, what: MarkRead): NotificationPage {
  const isMeant = ({ id, name }: NotificationItem) =>
    what === "all" || (Array.isArray(what) ? what.includes(id) : areaOf(name) === what.area);
  const unreadIn = { ...page.unreadIn };
  if (Array.isArray(what)) {
    for (const item of page.items) if (!item.read && isMeant(item)) unreadIn[areaOf(item.name)] -= 1;
  } else {
    for (const area of Object.keys(unreadIn) as Area[]) if (what === "all" || area === what.area) unreadIn[area] = 0;
  }
  return {
    ...page,
    unreadIn,
    unread: Object.values(unreadIn).reduce((sum, many) => sum + Math.max(0, many), 0),
    items: page.items.map((item) => (isMeant(item) ? { ...item, read: true } : item)),
  };
}
