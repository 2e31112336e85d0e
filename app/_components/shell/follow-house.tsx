"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** What the frame shows of the business was drawn on the server: it is drawn again when that changes. */
const changes: readonly string[] = [
  "tenant.decided",
  "business.changed",
  "business.closed",
  "business.kept",
  "samples.changed",
];

export function FollowHouse() {
  const router = useRouter();
  useEffect(() => {
    const hear = (event: Event) => {
      if (changes.includes((event as CustomEvent<{ name: string }>).detail.name)) router.refresh();
    };
    // What happened meanwhile is not told one by one.
    const reset = () => router.refresh();
    window.addEventListener("clientpulse:event", hear);
    window.addEventListener("clientpulse:reset", reset);
    return () => {
      window.removeEventListener("clientpulse:event", hear);
      window.removeEventListener("clientpulse:reset", reset);
    };
  }, [router]);
  return null;
}
