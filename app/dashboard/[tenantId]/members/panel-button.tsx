"use client";

import type { ReactNode } from "react";
import { Button } from "@/app/_components/ui/button";
import { openPanel } from "./panel-address";

/** The page's one action; opens a panel beside it. */
export function PanelButton({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Button asChild kind="primary">
      <a href={to} onClick={(event) => openPanel(event, to)}>
        {children}
      </a>
    </Button>
  );
}
