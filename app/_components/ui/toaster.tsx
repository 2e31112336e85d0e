"use client";

import { useEffect, useSyncExternalStore } from "react";
import { Toaster as Sonner } from "sonner";
import { tinykeys } from "tinykeys";
import { takeLatestBack } from "../data/way-back";
import { isTyped } from "../shell/keys/is-free";
import { appType } from "./app-type";

const phone = "(max-width: 767px)";
const watch = (changed: () => void) => {
  const query = window.matchMedia(phone);
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
};

/** Ctrl Z (⌘Z) is the Undo that a toast offers, over an open panel as well; in a field it belongs to the text. */
const hearUndo = () =>
  tinykeys(window, {
    "$mod+z": (event) => {
      if (!event.defaultPrevented && !event.repeat && !isTyped(event) && takeLatestBack()) event.preventDefault();
    },
  });

/** Bottom right; on phones on top, away from the thumb and the bar, and below the page's name. */
export function Toaster() {
  useEffect(hearUndo, []);
  const onPhone = useSyncExternalStore(
    watch,
    () => window.matchMedia(phone).matches,
    () => false,
  );
  return (
    <Sonner
      className={appType}
      position={onPhone ? "top-center" : "bottom-right"}
      // Two rows of 3.5rem: who one is, and the name of the page.
      mobileOffset={{ top: "7.25rem" }}
      duration={6_000}
      visibleToasts={3}
      gap={8}
      closeButton
      // Its own stylesheet stands above our layers.
      style={{ fontFamily: "inherit" }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            // A panel that is open takes all clicks of the page; a way back that it offers stays within reach.
            "pointer-events-auto flex w-full items-center gap-3 rounded-panel border border-line bg-surface p-3 text-base text-ink shadow-float md:w-(--width)",
          content: "grid min-w-0 flex-1 gap-0.5",
          title: "font-medium",
          description: "text-quiet",
          actionButton:
            "inline-flex h-8 shrink-0 items-center rounded-control border border-line px-3 font-medium hover:bg-wash",
          closeButton:
            "order-last inline-flex size-8 shrink-0 items-center justify-center rounded-control text-quiet hover:bg-wash [&_svg]:size-4",
        },
      }}
    />
  );
}
