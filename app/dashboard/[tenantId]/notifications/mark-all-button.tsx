"use client";

import { CheckCheck } from "lucide-react";
import { useNewest } from "@/app/_components/data/use-newest";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { type Area, areas } from "@/lib/notifications/areas";
import { useMarkRead } from "./use-mark-read";

/** All that the list is of. */
export function MarkAllButton({ area }: { area: Area | undefined }) {
  const { tenant } = useShell();
  const { data } = useNewest(tenant.id);
  const mark = useMarkRead(tenant.id);
  const unread = area ? data?.unreadIn[area] : data?.unread;
  if (!unread) return null;
  return (
    <Button kind="primary" onClick={() => mark(area ? { area } : "all")}>
      <CheckCheck aria-hidden />
      {area ? `Mark read: ${areas[area].label}` : "Mark all read"}
    </Button>
  );
}
