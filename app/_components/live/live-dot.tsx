"use client";

import { Radio, RefreshCw, WifiOff } from "lucide-react";
import { useSyncExternalStore } from "react";
import { phrase } from "@/app/_words/phrase";
import { useSay } from "@/app/_words/use-say";
import { cn } from "../ui/cn";
import { useLive } from "./live-provider";

const looks = {
  connecting: { word: phrase("Connecting"), Icon: RefreshCw, colour: "text-quiet" },
  live: { word: phrase("Live"), Icon: Radio, colour: "text-confirmed" },
  reconnecting: { word: phrase("Reconnecting"), Icon: RefreshCw, colour: "text-requested" },
  offline: { word: phrase("Offline"), Icon: WifiOff, colour: "text-danger" },
} as const;

/** Whether what is on the screen is up to date. */
export function LiveDot() {
  const say = useSay();
  const { store } = useLive();
  const { status, seq } = useSyncExternalStore(store.subscribe, store.read, store.read);
  const { word, Icon, colour } = looks[status];
  const isFine = status === "connecting" || status === "live";
  return (
    <span
      role="status"
      data-testid="live-dot"
      data-status={status}
      data-seq={seq}
      className={cn("inline-flex h-8 items-center gap-1.5 px-1 font-medium", colour)}
    >
      <Icon aria-hidden className={cn("size-4", status === "reconnecting" && "animate-spin [animation-duration:2s]")} />
      {/* Beside a page's tools there is room for the word when something is the matter; and nothing moves once it is live. */}
      <span className={isFine ? "lg:max-2xl:sr-only" : undefined}>{say(word)}</span>
    </span>
  );
}
