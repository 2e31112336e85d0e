"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useTransition } from "react";

/** One listener for all links of a public page, of which there may be forty. Without a script, or before it, they are links. */
export function SoftLinks() {
  const router = useRouter();
  const [pending, go] = useTransition();
  const going = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-soft]") : null;
      const another = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
      if (!link || another || event.defaultPrevented) return;
      event.preventDefault();
      going.current?.removeAttribute("data-going");
      going.current = link;
      link.setAttribute("data-going", "");
      go(() => router.push(link.pathname + link.search, { scroll: link.dataset.soft !== "stay" }));
    };
    document.addEventListener("click", follow);
    return () => document.removeEventListener("click", follow);
  }, [router]);
  useEffect(() => {
    if (!pending) going.current?.removeAttribute("data-going");
  }, [pending]);
  return null;
}
