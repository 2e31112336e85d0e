"use client";

import { useEffect, useRef } from "react";

/**
 * For what goes on in steps: after each, the focus is at the new step's first field or, where it has none, at its own
 * `data-first`. None is taken before the first.
 */
export function useStepFocus<E extends HTMLElement>(step: unknown) {
  const box = useRef<E>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    const first = "input:not([type=hidden]), [data-first]";
    box.current?.querySelector<HTMLElement>(first)?.focus();
  }, [step]);
  return box;
}
