"use client";

import { useState } from "react";
import { cn } from "../ui/cn";

/** A value that is tinted for a second when it changes under the reader's eyes. */
export function LiveValue({ value, className }: { value: string; className?: string }) {
  const [shown, setShown] = useState({ value, changes: 0 });
  if (shown.value !== value) setShown({ value, changes: shown.changes + 1 });
  return (
    <span
      key={shown.changes}
      className={cn("-mx-1 rounded-control px-1", shown.changes > 0 && "animate-changed", className)}
    >
      {value}
    </span>
  );
}
