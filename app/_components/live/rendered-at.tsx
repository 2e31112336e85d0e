"use client";

import { useEffect } from "react";
import { useLive } from "./live-provider";

/** Tells the live client how old a page's data is, so that what happened since is read again. */
export function RenderedAt({ position }: { position: string }) {
  const { rendered } = useLive();
  useEffect(() => rendered(position), [rendered, position]);
  return null;
}
