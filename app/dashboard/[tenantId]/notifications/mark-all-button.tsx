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
  if (!data || data.unread === 0) return null;
  return (
    <Button kind="primary" onClick={() => mark("all")}>
      <CheckCheck aria-hidden />
      Mark all read
    </Button>
  );
}
