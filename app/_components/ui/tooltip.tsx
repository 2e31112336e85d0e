"use client";

import { Tooltip as Primitive } from "radix-ui";
import type { ReactNode } from "react";
import { appType } from "./app-type";
import { cn } from "./cn";

export const TooltipProvider = Primitive.Provider;

type Props = {
  words: string;
  /** What does the same. */
  keys?: string;
  side?: "top" | "right" | "bottom" | "left";
  children: ReactNode;
};

/** Names what only shows an icon. */
export function Tooltip(props: Props) {
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
          {props.keys ? <kbd className="ml-2 font-sans opacity-75">{props.keys}</kbd> : null}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
