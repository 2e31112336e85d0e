"use client";

import { useSyncExternalStore } from "react";

const changed = "clientpulse:preference";

function watch(listener: () => void): () => void {
  window.addEventListener("storage", listener);
  window.addEventListener(changed, listener);
  return () => {
    window.removeEventListener("storage", listener);
    window.removeEventListener(changed, listener);
  };
}

function read(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Something this browser remembers about how the app looks; ThemeScript puts it on the page. */
function usePreference<T extends string>(name: string, values: readonly T[], fallback: T): [T, (value: T) => void] {
  const stored = useSyncExternalStore(
    watch,
    () => read(name),
    () => null,
  );
  const choose = (value: T) => {
    try {
      localStorage.setItem(name, value);
    } catch {
      // Private windows may refuse: the choice then lasts as long as nothing.
    }
    window.dispatchEvent(new Event(changed));
  };
  return [values.find((value) => value === stored) ?? fallback, choose];
}

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

export const useTheme = () => usePreference<Theme>("theme", themes, "system");
export const densities = ["comfortable", "compact"] as const;
export type Density = (typeof densities)[number];

export const useDensity = () => usePreference<Density>("density", densities, "comfortable");
export const useShortcuts = () => usePreference("shortcuts", ["on", "off"] as const, "on");
const sounds = ["on", "off"] as const;

export const useSound = () => usePreference("sound", sounds, "off");
export const useRail = () => usePreference("rail", ["wide", "narrow"] as const, "wide");
