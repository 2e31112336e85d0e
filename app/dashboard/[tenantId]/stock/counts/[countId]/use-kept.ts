"use client";

import { useSyncExternalStore } from "react";

const changed = "clientpulse:kept";
/** For windows that keep nothing: what is typed then lasts as long as the page. */
const here = new Map<string, string>();

function watch(listener: () => void): () => void {
  window.addEventListener(changed, listener);
  return () => window.removeEventListener(changed, listener);
}

function read(name: string): string | null {
  try {
    return here.get(name) ?? localStorage.getItem(name);
  } catch {
    return null;
  }
}

function keep(name: string, typed: string | null): void {
  if (typed === null) here.delete(name);
  else here.set(name, typed);
  try {
    if (typed === null) localStorage.removeItem(name);
    else localStorage.setItem(name, typed);
  } catch {
    // It is kept above.
  }
  window.dispatchEvent(new Event(changed));
}

/** What was typed and has not reached the server yet: it outlives a reload, a dead battery and a room without network. */
export function useKept(name: string) {
  const kept = useSyncExternalStore(
    watch,
    () => read(name),
    () => null,
  );
  return {
    kept,
    /** The same as it is at this moment, also before the page has been drawn with it. */
    now: () => read(name),
    keep: (typed: string) => keep(name, typed),
    // Unless somebody has gone on typing meanwhile.
    forget: (sent: string) => {
      if (read(name) === sent) keep(name, null);
    },
  };
}
