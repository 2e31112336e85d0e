"use client";

import { X } from "lucide-react";
import { Dialog } from "radix-ui";
import { type ReactNode, useRef } from "react";
import { useSay } from "@/app/_words/use-say";
import { appType } from "./app-type";
import { Button } from "./button";
import { cn } from "./cn";
import { keepForToast } from "./keep-for-toast";

type Props = { open: boolean; onClose(): void; title: string; about: string; children: ReactNode };

/** One object beside the page it was opened from; the whole screen on a phone. */
export function Sheet({ open, onClose, title, about, children }: Props) {
  const say = useSay();
  // It is opened by an address, not by a trigger that Radix knows, so the way back is kept here.
  const opener = useRef<Element | null>(null);
  const name = useRef<HTMLHeadingElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const comeBack = (event: Event) => {
    event.preventDefault();
    if (opener.current instanceof HTMLElement) opener.current.focus();
  };
  return (
    <Dialog.Root open={open} onOpenChange={(next) => next || onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-scrim data-[state=closed]:animate-out data-[state=closed]:fade-out-0 data-[state=open]:animate-in data-[state=open]:fade-in-0" />
        <Dialog.Content
          data-panel="side"
          onInteractOutside={keepForToast}
          onOpenAutoFocus={(event) => {
            opener.current = document.activeElement;
            event.preventDefault();
            // A form begins at its first field; whatever is read begins at its name.
            const field = body.current?.querySelector<HTMLElement>(":scope > form :is(input, select, textarea)");
            (field ?? name.current)?.focus();
          }}
          onCloseAutoFocus={comeBack}
          className={cn(
            appType,
            "fixed inset-y-0 right-0 z-40 flex w-full flex-col bg-surface text-ink shadow-float outline-none sm:w-120",
            "data-[state=closed]:animate-out data-[state=closed]:slide-out-to-right data-[state=open]:animate-in data-[state=open]:slide-in-from-right",
          )}
        >
          <header className="flex items-start justify-between gap-4 border-b px-4 py-3 md:px-6">
            <div className="grid min-w-0 gap-0.5">
              <Dialog.Title ref={name} tabIndex={-1} className="truncate text-lg font-semibold outline-none">
                {title}
              </Dialog.Title>
              <Dialog.Description className="text-quiet">{about}</Dialog.Description>
            </div>
            <Dialog.Close asChild>
              <Button kind="bare" size="icon" aria-label={say("Close")}>
                <X aria-hidden />
              </Button>
            </Dialog.Close>
          </header>
          {/* Room below: what stands last can be pushed out from under a toast. */}
          <div ref={body} className="min-h-0 flex-1 overflow-y-auto px-4 pt-4 pb-28 md:px-6">
            {children}
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
