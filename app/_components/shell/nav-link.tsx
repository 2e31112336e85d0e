"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { useSay } from "@/app/_words/use-say";
import { cn } from "../ui/cn";
import { Tooltip } from "../ui/tooltip";
import type { Place } from "./places";
import { useCount } from "./use-count";

type Props = { place: Place; className: string; tip?: boolean; children: (count: string) => ReactNode };

/** Whether this page is the place, or lies below it. */
export const isAt = (path: string, { href, below }: Place): boolean =>
  path === href || (below === true && path.startsWith(`${href}/`));

/** One place, as icon and word; `children` lays the two out. With `tip` the word is shown beside the icon on hover. */
export function NavLink({ place, className, tip, children }: Props) {
  const say = useSay();
  const here = isAt(usePathname(), place);
  const count = useCount(place);
  const look = cn("font-medium transition-colors", here ? "text-ink" : "text-quiet hover:text-ink", className);
  const link = place.outside ? (
    <a href={place.href} target="_blank" rel="noreferrer" className={look}>
      {children(count)}
      <span className="sr-only">{say("(opens a new tab)")}</span>
    </a>
  ) : (
    <Link href={place.href} aria-current={here ? "page" : undefined} className={look}>
      {children(count)}
    </Link>
  );
  if (!tip) return link;
  return (
    <Tooltip words={place.label} {...(place.key ? { keys: `G ${place.key.toUpperCase()}` } : {})} side="right">
      {link}
    </Tooltip>
  );
}
