"use client";

import { useNewest } from "../data/use-newest";
import { useUnreadTitle } from "../notifications/use-unread-title";
import { useShell } from "./shell-context";

export function UnreadTitle() {
  const { tenant } = useShell();
  useUnreadTitle(useNewest(tenant.id).data?.unread ?? 0);
  return null;
}
