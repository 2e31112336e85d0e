"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Draws the page anew as time passes, while somebody looks: what it says is reckoned from now. */
export function EveryMinute() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === "visible" && router.refresh(), 60_000);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
