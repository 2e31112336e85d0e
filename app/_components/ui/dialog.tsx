"use client";

import { Dialog as Primitive } from "radix-ui";
import type { ReactNode } from "react";
import { appType } from "./app-type";
import { cn } from "./cn";
import { keepForToast } from "./keep-for-toast";

type Props = { open: boolean; onClose(): void; title: string; about: string; wide?: boolean; children: ReactNode };

/** One question in the middle of the page; what is behind waits. */
export function Dialog({ open, onClose, title, about, wide, children }: Props) {
  return (
    <Primitive.Root open={open} onOpenChange={(next) => next || onClose()}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 bg-scrim data-[state=closed]:animate-out data-[state=closed]:fade-out-0 data-[state=open]:animate-in data-[state=open]:fade-in-0" />
        <Primitive.Content
          data-panel={wide ? "wide" : undefined}
          onInteractOutside={keepForToast}
          className={cn(
            appType,
            "fixed top-1/2 left-1/2 z-40 grid max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] -translate-x-1/2 -translate-y-1/2 gap-4 overflow-y-auto rounded-panel border border-line bg-surface p-6 text-ink shadow-float outline-none",
            wide ? "max-w-160" : "max-w-96",
          )}
        >
          <div className="grid gap-1">
            <Primitive.Title className="text-lg font-semibold">{title}</Primitive.Title>
            <Primitive.Description className="text-quiet">{about}</Primitive.Description>
          </div>
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
