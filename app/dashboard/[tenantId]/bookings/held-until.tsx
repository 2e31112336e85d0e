"use client";

import { useEffect, useState } from "react";
import { useNow, useShell } from "@/app/_components/shell/shell-context";
import type { Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import { formatTime } from "@/lib/platform/format";

/** Until when the time is held and how long that still is, by the server's clock as the page knows it. */
export function HeldUntil({ expiresAt }: { expiresAt: string | null }) {
  const say = useSay();
  const { tenant } = useShell();
  const now = useNow();
  const until = Date.parse(expiresAt ?? "");
  const [left, setLeft] = useState(until - Date.parse(now));
  useEffect(() => {
    const ahead = Date.parse(now) - Date.now();
    const tick = () => setLeft(until - Date.now() - ahead);
    tick();
    const timer = setInterval(tick, 1_000);
    return () => clearInterval(timer);
  }, [now, until]);
  if (!expiresAt) return null;
  const at = formatTime(expiresAt, tenant.timeZone);
  return left > 0
    ? say("Held until {at} · {left} left", { at, left: clock(say, Math.ceil(left / 1_000)) })
    : say("Was held until {at}: free again", { at });
}

const clock = (say: Say, seconds: number) =>
  seconds >= 3_600
    ? say("{hours} h {minutes} min", {
        hours: Math.floor(seconds / 3_600),
        minutes: Math.floor((seconds % 3_600) / 60),
      })
    : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
