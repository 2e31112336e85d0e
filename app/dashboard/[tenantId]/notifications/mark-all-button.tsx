"use client";

import { CheckCheck } from "lucide-react";
import { useNewest } from "@/app/_components/data/use-newest";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { useMarkRead } from "./use-mark-read";

export function MarkAllButton() {
  const { tenant } = useShell();
  const { data } = useNewest(tenant.id);
  const mark = useMarkRead(tenant.id);
  return (
    <Button kind="primary" disabled={!data || data.unread === 0} onClick={() => mark("all")}>
      <CheckCheck aria-hidden />
      Mark all read
    </Button>
  );
}
