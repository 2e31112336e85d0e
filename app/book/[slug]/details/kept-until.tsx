"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

type Props = { until: string; words: string; pending: boolean };

/** Until when the time is kept, said in words; with a script also how long that still is, and what can be done when it is over. */
export function KeptUntil({ until, words, pending }: Props) {
  const router = useRouter();
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    const tick = () => {
      const seconds = Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / 1_000));
      setLeft(seconds);
      if (seconds > 0) return;
      clearInterval(timer);
      // The page knows whether it is still free, and what is near it.
      router.refresh();
    };
    const timer = setInterval(tick, 1_000);
    tick();
    return () => clearInterval(timer);
  }, [until, router]);
  if (left === 0)
    return (
      <div role="status" className="grid gap-3 rounded-panel border border-edge bg-surface p-4">
        {/* Enter in a field books, as before. */}
        <button type="submit" hidden />
        <p>This time is kept for you no longer. It may still be free.</p>
        <button
          type="submit"
          name="again"
          value="1"
          formNoValidate
          disabled={pending}
          className="inline-flex h-11 items-center justify-center rounded-control border border-edge bg-surface px-4 font-medium hover:bg-wash disabled:opacity-60 sm:justify-self-start"
        >
          Choose this time again
        </button>
      </div>
    );
  return (
    <p className="text-quiet">
      This time is kept for you until {words}
      {left === null ? "" : <span className="tabular-nums"> ({clock(left)})</span>}.
    </p>
  );
}

const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
