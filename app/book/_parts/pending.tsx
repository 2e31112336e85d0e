"use client";

import { useLinkStatus } from "next/link";

/** Inside a link: says that it was heard while the next page is on its way over a slow network. */
export function Pending() {
  const { pending } = useLinkStatus();
  return (
    <span
      aria-hidden="true"
      className={`absolute inset-x-3 bottom-1 h-0.5 rounded-full bg-accent transition-opacity delay-100 ${
        pending ? "animate-pulse opacity-100" : "opacity-0"
      }`}
    />
  );
}
