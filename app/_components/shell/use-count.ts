"use client";

import useSWR from "swr";
import type { Inbox } from "@/lib/conversations/list-conversations";
import type { NotificationPage } from "@/lib/notifications/list-notifications";
import { fetchJson } from "../data/fetch-json";
import { apiBase, newestNotifications } from "../data/keys";
import type { Place } from "./places";
import { useShell } from "./shell-context";

/** How much waits there, in few signs; nothing where nothing does, or nothing is counted. */
export function useCount({ counts }: Place): string {
  const { tenant } = useShell();
  // The lists that their pages show as well, so that both say the same.
  const address =
    counts === "news"
      ? newestNotifications(tenant.id)
      : counts === "written"
        ? `${apiBase(tenant.id)}/conversations`
        : null;
  const { data } = useSWR<Pick<NotificationPage | Inbox, "unread">>(address, fetchJson);
  const unread = data?.unread ?? 0;
  return unread > 99 ? "99+" : unread > 0 ? String(unread) : "";
}
