"use client";

import { CheckCheck } from "lucide-react";
import { useNewest } from "@/app/_components/data/use-newest";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import { type Area, areas } from "@/lib/notifications/areas";
import { useMarkRead } from "./use-mark-read";

/** All that the list is of. */
export function MarkAllButton({ area }: { area: Area | undefined }) {
  const say = useSay();
  const { tenant } = useShell();
  const { data } = useNewest(tenant.id);
  const mark = useMarkRead(tenant.id);
  const unread = area ? data?.unreadIn[area] : data?.unread;
  if (!unread) return null;
  return (
    <Button kind="primary" onClick={() => mark(area ? { area } : "all")}>
      <CheckCheck aria-hidden />
      {area ? say("Mark read: {title}", { title: say.known(areas[area].label) }) : say("Mark all read")}
    </Button>
  );
}
