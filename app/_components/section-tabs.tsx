"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useSay } from "@/app/_words/use-say";
import { useCurrentInSight } from "./use-current-in-sight";

/** One part of what is open: `count` waits in it, and `query` is what is asked of all of them. */
export type Tab = { href: string; label: string; count?: number; query?: string };

/** The parts of something, of which one is open. */
export function SectionTabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const say = useSay();
  const here = usePathname();
  // What lies below a part is of that part; everything lies below the first.
  const isOpen = (href: string, at: number) => here === href || (at > 0 && here.startsWith(`${href}/`));
  const row = useCurrentInSight(here);
  return (
    <nav ref={row} aria-label={label} className="flex gap-5 overflow-x-auto border-b px-4 md:px-6 xl:pl-8">
      {tabs.map(({ href, label: word, count = 0, query = "" }, at) => (
        <Link
          key={href}
          href={`${href}${query}`}
          aria-current={isOpen(href, at) ? "page" : undefined}
          className="-mb-px flex h-11 shrink-0 items-center gap-1.5 border-b-2 border-transparent font-medium text-quiet -outline-offset-2 hover:text-ink aria-[current=page]:border-ink aria-[current=page]:text-ink"
        >
          {word}
          {count > 0 ? (
            <span className="min-w-5 rounded-full bg-ink px-1.5 text-center text-xs leading-5 font-semibold text-canvas tabular-nums">
              {count > 99 ? "99+" : count}
              <span className="sr-only"> {say("waiting")}</span>
            </span>
          ) : null}
        </Link>
      ))}
    </nav>
  );
}
