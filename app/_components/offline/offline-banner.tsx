"use client";

import { WifiOff } from "lucide-react";
import { type ReactNode, useState, useSyncExternalStore } from "react";
import { useSay } from "@/app/_words/use-say";
import { formatTime } from "@/lib/platform/format";
import { useLive } from "../live/live-provider";
import { Banner } from "../shell/banner";
import { useNow, useShell } from "../shell/shell-context";

/** What is on the screen stays there, with when it was so. While only the news fails to come, what is done is sent all the same. */
export function OfflineBanner() {
  const say = useSay();
  const { store } = useLive();
  const { tenant } = useShell();
  const now = useNow();
  const { status } = useSyncExternalStore(store.subscribe, store.read, store.read);
  const [fresh, setFresh] = useState(now);
  if (status === "live" && fresh !== now) setFresh(now);
  const isCutOff = !useSyncExternalStore(followNetwork, hasNetwork, () => true);
  if (status !== "offline") return null;
  const parts = {
    b: (words: ReactNode) => <span className="font-medium">{words}</span>,
    time: (words: ReactNode) => <span className="tabular-nums">{words}</span>,
    at: formatTime(fresh, tenant.timeZone),
  };
  return (
    <Banner name={isCutOff ? say("Offline") : say("Not live")} icon={WifiOff} isGrave>
      {isCutOff
        ? say.rich(
            "<b>You are offline: as it was at <time>{at}</time>.</b> What you do now is not sent; what you type stays.",
            parts,
          )
        : say.rich("<b>Not live: as it was at <time>{at}</time>.</b>", parts)}
    </Banner>
  );
}

const hasNetwork = () => navigator.onLine;

function followNetwork(listener: () => void): () => void {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}
