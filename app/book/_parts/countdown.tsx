"use client";

import { clock, useSecondsLeft } from "./seconds-left";

/** What is left of the time that something is kept. Without a script the hour beside it says the same. */
export function Countdown({ until }: { until: string }) {
  const left = useSecondsLeft(until);
  if (left === null) return null;
  return (
    <span role="timer" aria-label="Time left" className="font-medium text-ink tabular-nums">
      {clock(left)}
    </span>
  );
}
