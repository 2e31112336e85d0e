"use client";

import { Radio, RefreshCw, WifiOff } from "lucide-react";
import { useSyncExternalStore } from "react";
import { cn } from "../ui/cn";
import { useLive } from "./live-provider";

const looks = {
  connecting: { word: "Connecting", Icon: RefreshCw, colour: "text-quiet" },
  live: { word: "Live", Icon: Radio, colour: "text-confirmed" },
  reconnecting: { word: "Reconnecting", Icon: RefreshCw, colour: "text-requested" },
  offline: { word: "Offline", Icon: WifiOff, colour: "text-danger" },
} as const;

/** Whether what is on the screen is up to date. */
export function LiveDot() {
  const { store } = useLive();
  const { status, seq } = useSyncExternalStore(store.subscribe, store.read, store.read);
  const { word, Icon, colour } = looks[status];
  return (
    <span
      role="status"
      data-testid="live-dot"
      data-status={status}
      data-seq={seq}
      className={cn("inline-flex h-8 items-center gap-1.5 px-1 font-medium", colour)}
    >
      <Icon aria-hidden className={cn("size-4", status === "reconnecting" && "animate-spin [animation-duration:2s]")} />
      {word}
    </span>
  );
}
