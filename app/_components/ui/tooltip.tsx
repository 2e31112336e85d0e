"use client";

import { Tooltip as Primitive } from "radix-ui";
import type { ReactNode } from "react";
import { appType } from "./app-type";
import { cn } from "./cn";

export const TooltipProvider = Primitive.Provider;

/** Names what only shows an icon. */
export function Tooltip(props: { words: string; side?: "top" | "right" | "bottom" | "left"; children: ReactNode }) {
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>{props.children}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          side={props.side ?? "bottom"}
          sideOffset={6}
          collisionPadding={8}
          className={cn(appType, "z-50 rounded-control bg-ink px-2 py-1 text-xs font-medium text-canvas shadow-float")}
        >
          {props.words}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
