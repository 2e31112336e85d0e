"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { listen, type Shown } from "./listen";

/** Keeps a public page level with the business. Without a script it stays as it was drawn. */
export function Live({ stream, since, days }: { stream: string } & Shown) {
  const router = useRouter();
  const shown = useRef<Shown>({ since, days });
  useEffect(() => {
    shown.current = { since, days };
  }, [since, days]);
  useEffect(() => listen(stream, shown, () => router.refresh()), [stream, router]);
  return null;
}
