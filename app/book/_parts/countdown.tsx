"use client";

import { clock, useSecondsLeft } from "./seconds-left";

/** What is left of the time that something is kept. Without a script the hour beside it says the same. */
export function Countdown({ until, label }: { until: string; label: string }) {
  const left = useSecondsLeft(until);
  if (left === null) return null;
  return (
    <span role="timer" aria-label={label} className="font-medium text-ink tabular-nums">
      {clock(left)}
    </span>
  );
}
