"use client";

import { useEffect, useState } from "react";

/** A value that changes with every key that is pressed, once nobody has pressed one for a moment. */
export function useSettled<T>(value: T, calmMs = 400): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), calmMs);
    return () => clearTimeout(timer);
  }, [value, calmMs]);
  return settled;
}
