"use client";

import { WifiOff } from "lucide-react";
import { useState, useSyncExternalStore } from "react";
import { useSay } from "@/app/_words/use-say";
import { formatTime } from "@/lib/platform/format";
import { useLive } from "../live/live-provider";
import { useNow, useShell } from "../shell/shell-context";

/** What is on the screen stays there, with when it was so. */
export function OfflineBanner() {
  const say = useSay();
  const { store } = useLive();
  const { tenant } = useShell();
  const now = useNow();
  const { status } = useSyncExternalStore(store.subscribe, store.read, store.read);
  const [fresh, setFresh] = useState(now);
  if (status === "live" && fresh !== now) setFresh(now);
  if (status !== "offline") return null;
  return (
    <aside
      aria-label={say("Offline")}
      className="flex items-start gap-3 border-b bg-wash px-4 py-2.5 md:px-6 lg:px-5 print:hidden"
    >
      <WifiOff aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
      <p>
        {say.rich(
          "<b>You are offline: as it was at <time>{at}</time>.</b> What you do now is not sent; what you type stays.",
          {
            b: (words) => <span className="font-medium">{words}</span>,
            time: (words) => <span className="tabular-nums">{words}</span>,
            at: formatTime(fresh, tenant.timeZone),
          },
        )}
      </p>
    </aside>
  );
}
