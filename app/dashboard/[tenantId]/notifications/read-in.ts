import type { NotificationPage } from "@/lib/notifications/list-notifications";

/** A page of notifications as it is once these, or all, are read. */
export function readIn(page: NotificationPage, ids: readonly string[] | "all"): NotificationPage {
  if (ids === "all") return { ...page, unread: 0, items: page.items.map((item) => ({ ...item, read: true })) };
  const newly = page.items.filter((item) => !item.read && ids.includes(item.id)).length;
  return {
    ...page,
    unread: Math.max(0, page.unread - newly),
    items: page.items.map((item) => (ids.includes(item.id) ? { ...item, read: true } : item)),
  };
}
