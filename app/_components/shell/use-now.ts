"use client";

import { useEffect, useState } from "react";
import { useShell } from "./shell-context";

const tickMs = 20_000;

/** The server's time, going on in the browser. */
export function useNow(): string {
  const { now } = useShell();
  const [passed, setPassed] = useState(0);
  useEffect(() => {
    const began = Date.now();
    const timer = setInterval(() => setPassed(Date.now() - began), tickMs);
    return () => clearInterval(timer);
  }, []);
  return passed === 0 ? now : new Date(Date.parse(now) + passed).toISOString();
}
