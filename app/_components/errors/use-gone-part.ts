"use client";

import { useEffect } from "react";

const calmMs = 60_000;
const name = "loaded-anew";

/** After a deploy the parts that an open page would still load are gone: it is loaded anew, once a minute at most. */
export function useGonePart(error: Error): void {
  useEffect(() => {
    if (!isGone(error)) return;
    try {
      if (Date.now() - Number(sessionStorage.getItem(name) ?? 0) < calmMs) return;
      sessionStorage.setItem(name, String(Date.now()));
    } catch {
      // What cannot be remembered might go on for ever.
      return;
    }
    window.location.reload();
  }, [error]);
}

export const isGone = ({ name: kind, message }: Error): boolean =>
  kind === "ChunkLoadError" ||
  /loading (css )?chunk|load chunk|dynamically imported module|module script failed/i.test(message);
