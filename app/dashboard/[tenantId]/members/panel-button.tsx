"use client";

import type { ReactNode } from "react";
import { Button } from "@/app/_components/ui/button";
import { openPanel } from "./panel-address";

type Props = { to: string; kind?: "primary" | "plain"; children: ReactNode };

/** The page's one action, or another one beside it; opens a panel. */
export function PanelButton({ to, kind = "primary", children }: Props) {
  return (
    <Button asChild kind={kind}>
      <a href={to} onClick={(event) => openPanel(event, to)}>
        {children}
      </a>
    </Button>
  );
}
