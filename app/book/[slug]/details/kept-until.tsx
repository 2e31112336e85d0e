"use client";

import { useEffect, useState } from "react";

type Props = { until: string; words: string; timesHref: string };

/** Until when the time is kept, said in words; with a script also how long that still is, and when it is over. */
export function KeptUntil({ until, words, timesHref }: Props) {
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    const tick = () => setLeft(Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / 1_000)));
    tick();
    const timer = setInterval(tick, 1_000);
    return () => clearInterval(timer);
  }, [until]);
  if (left === 0)
    return (
      <p role="status">
        This time is kept for you no longer. It may still be free: press Book to see, or look at{" "}
        <a href={timesHref} className="underline decoration-edge underline-offset-4">
          the times that are free now
        </a>
        .
      </p>
    );
  return (
    <p className="text-quiet">
      This time is kept for you until {words}
      {left === null ? "" : <span className="tabular-nums"> ({clock(left)})</span>}.
    </p>
  );
}

const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
