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

function put(name: string, value: string | null): void {
  if (value === null) here.delete(name);
  else here.set(name, value);
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // It is kept above.
  }
}

/** When something was typed, by this device's own clock: only how long ago that is leaves it. */
const momentOf = (name: string) => [name, "typed at"].join(" ");

function keep(name: string, typed: string | null): void {
  put(name, typed);
  put(momentOf(name), typed === null ? null : String(Date.now()));
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
    /** How long ago it was typed. */
    ago: () => Math.max(0, Date.now() - Number(read(momentOf(name)) ?? Date.now())),
    keep: (typed: string) => keep(name, typed),
    // Unless somebody has gone on typing meanwhile.
    forget: (sent: string) => {
      if (read(name) === sent) keep(name, null);
    },
  };
}
