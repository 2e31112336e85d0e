"use client";

import { useEffect, useRef } from "react";

/**
 * For a row that on a phone is pushed along: the one that is open is brought into sight whenever it is another, unless
 * somebody has come to another by Tab.
 */
export function useCurrentInSight<E extends HTMLElement = HTMLElement>(open: string | undefined) {
  const row = useRef<E>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: which one is open is read from the row itself
  useEffect(() => {
    if (row.current?.contains(document.activeElement)) return;
    row.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [open]);
  return row;
}
