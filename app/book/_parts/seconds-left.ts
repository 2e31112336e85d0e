"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

/** Seconds until then, null before a script counts them. Once it is over the page is drawn anew: it knows what follows. */
export function useSecondsLeft(until: string): number | null {
  const router = useRouter();
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    const tick = () => {
      const seconds = Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / 1_000));
      setLeft(seconds);
      if (seconds > 0) return;
      clearInterval(timer);
      router.refresh();
    };
    const timer = setInterval(tick, 1_000);
    tick();
    return () => clearInterval(timer);
  }, [until, router]);
  return left;
}

const two = (n: number) => String(n).padStart(2, "0");

/** `4:05`, and `1:04:05` of more than an hour. */
export function clock(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
}
