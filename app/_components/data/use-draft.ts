"use client";

import { useState } from "react";

/**
 * What is being changed of something that is live: it follows the data until somebody touches it, and again once it is
 * saved. What was typed is never lost to somebody else's change.
 */
export function useDraft<T>(data: T) {
  const [draft, setDraft] = useState<T | null>(null);
  const shown = draft ?? data;
  return {
    shown,
    touched: draft !== null,
    set: (more: Partial<T>) => setDraft({ ...shown, ...more }),
    forget: () => setDraft(null),
  };
}
